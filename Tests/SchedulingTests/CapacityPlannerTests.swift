import Testing

@testable import Scheduling

struct CapacityPlannerTests {
  private let zone: Zone
  private let planner: SendPlanner
  /// A Monday, 08:00 in Berlin.
  private let monday = Instant(seconds: 1_772_434_800)

  init() throws {
    let database = try ZoneDatabase()
    zone = try database.zone(TimeZoneName("Europe/Berlin", in: database))
    planner = SendPlanner(window: try SendWindow("Mon-Fri 10:00-18:00"), zone: zone)
  }

  private func date(_ instant: Instant) -> String { "\(LocalTime(instant, in: zone).date)" }

  private func place(
    _ seed: UInt64, _ capacity: inout CapacityPlanner, sender: Int = 0,
    touch: CapacityPlanner.Touch = .first(domain: nil, prospect: nil), from: Instant? = nil
  ) -> CapacityPlanner.Placement? {
    guard let planned = planner.firstTouchInstant(from: from ?? monday, seed: seed) else {
      return nil
    }
    return capacity.place(planned, sender: sender, touch: touch) {
      planner.firstTouchInstant(from: $0, seed: seed)
    }
  }

  @Test func `whoever finds the day full goes to the next open day, and the reason is named`()
    throws
  {
    var capacity = CapacityPlanner(from: monday, home: zone)
    let sender = capacity.addSender(try DailyCap(daily: 2))
    #expect(sender == 0)
    let placed = (0..<12).compactMap { place($0, &capacity) }
    #expect(
      placed.map { date($0.instant) } == [
        "2026-03-02", "2026-03-02", "2026-03-03", "2026-03-03", "2026-03-04", "2026-03-04",
        "2026-03-05", "2026-03-05", "2026-03-06", "2026-03-06", "2026-03-09", "2026-03-09",
      ])
    #expect(placed.prefix(2).allSatisfy { $0.moved == nil })
    let first = try #require(CivilDate("2026-03-02"))
    #expect(placed.dropFirst(2).allSatisfy { $0.moved == .cap(.sender(daily: 2), first) })
    #expect(placed[5].moved?.description.contains("Mon 2026-03-02") == true)
    // At their own minute, as on a day of their own choice.
    let tuesday = monday.adding(seconds: 86_400)
    #expect(placed[2].instant == planner.firstTouchInstant(from: tuesday, seed: 2))
  }

  @Test func `one sender's full day is not another's`() throws {
    var capacity = CapacityPlanner(from: monday, home: zone)
    _ = capacity.addSender(try DailyCap(daily: 1))
    _ = capacity.addSender(try DailyCap(daily: 3))
    let days = (0..<6).compactMap { place($0, &capacity, sender: $0 < 3 ? 0 : 1) }
      .map { String(date($0.instant).suffix(2)) }
    #expect(days == ["02", "03", "04", "02", "02", "02"])
  }

  @Test func `a slow start counts from the first message`() throws {
    let cap = try DailyCap(daily: 4, rampUp: .init(start: 1, add: 1))
    var fresh = CapacityPlanner(from: monday, home: zone)
    _ = fresh.addSender(cap)
    let days = (0..<8).compactMap { place($0, &fresh) }.map { String(date($0.instant).suffix(2)) }
    #expect(days == ["02", "03", "03", "04", "04", "04", "05", "05"])
    var known = CapacityPlanner(from: monday, home: zone)
    _ = known.addSender(cap, firstSend: CivilDate("2026-02-27"))
    #expect(
      (0..<5).compactMap { place($0, &known) }.map { String(date($0.instant).suffix(2)) }
        == ["02", "02", "02", "02", "03"])
  }

  @Test func `room that is used up already is not given again`() throws {
    var capacity = CapacityPlanner(from: monday, home: zone)
    _ = capacity.addSender(try DailyCap(daily: 5))
    capacity.take(4, sender: 0, on: try #require(CivilDate("2026-03-02")))
    capacity.take(9, sender: 0, on: try #require(CivilDate("2026-03-03")))
    let days = (0..<3).compactMap { place($0, &capacity) }.map {
      String(date($0.instant).suffix(2))
    }
    #expect(days == ["02", "04", "04"])
  }

  @Test func `one new contact a day for a domain and a prospect, follow-ups as many as are due`()
    throws
  {
    var capacity = CapacityPlanner(from: monday, home: zone)
    _ = capacity.addSender(.standard)
    capacity.takeFirst(domain: 7, prospect: nil, on: try #require(CivilDate("2026-03-02")))
    let domain = CapacityPlanner.Touch.first(domain: 7, prospect: nil)
    let placed = (0..<3).compactMap { place($0, &capacity, touch: domain) }
    #expect(placed.map { String(date($0.instant).suffix(2)) } == ["03", "04", "05"])
    #expect(placed[0].moved == .cap(.domain, try #require(CivilDate("2026-03-02"))))
    let both = CapacityPlanner.Touch.first(domain: 8, prospect: 7)
    #expect(place(9, &capacity, touch: both).map { date($0.instant) } == "2026-03-02")
    let other = place(10, &capacity, touch: .first(domain: 9, prospect: 7))
    #expect(other.map { date($0.instant) } == "2026-03-03")
    #expect(other?.moved == .cap(.prospect, try #require(CivilDate("2026-03-02"))))
    let followUps = (0..<5).compactMap { place($0, &capacity, touch: .followUp) }
    #expect(followUps.allSatisfy { date($0.instant) == "2026-03-02" })
  }

  @Test func `a window that opens no more has no place`() throws {
    var capacity = CapacityPlanner(from: monday, home: zone)
    _ = capacity.addSender(try DailyCap(daily: 1))
    #expect(capacity.place(monday, sender: 0, touch: .followUp) { _ in nil } != nil)
    #expect(capacity.place(monday, sender: 0, touch: .followUp) { _ in nil } == nil)
  }

  /// Whole campaigns over random zones, windows, holidays and caps.
  @Test(arguments: [UInt64(1), 20_261_124, 0xFEED, SplitMix64.anySeed])
  func `no plan passes a cap, leaves a window, hurries, or moves when made again`(seed: UInt64)
    throws
  {
    print("CapacityPlannerTests seed \(seed)")
    var random = SplitMix64(seed: seed)
    let database = try ZoneDatabase()
    let names = database.names
    for _ in 0..<12 {
      var caps: [DailyCap] = []
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        let daily = Int.random(in: 1...12, using: &random)
        let ramp = Int.random(in: 1...daily, using: &random)
        caps.append(
          try DailyCap(
            daily: daily,
            rampUp: Bool.random(using: &random) ? .init(start: ramp, add: 2) : nil))
      }
      let home = try database.zone(listed: names[Int.random(in: 0..<names.count, using: &random)])
      let start = Instant(
        seconds: .random(in: 1_700_000_000..<2_000_000_000, using: &random))
      var people: [Person] = []
      for _ in 0..<80 {
        let closed = Int.random(in: 0..<29, using: &random)
        people.append(
          Person(
            planner: SendPlanner(
              window: try RandomWindow.make(using: &random),
              zone: try database.zone(
                listed: names[Int.random(in: 0..<names.count, using: &random)]),
              closed: { abs($0.dayNumber) % 29 == closed }),
            seed: random.next(), sender: Int.random(in: 0..<caps.count, using: &random),
            domain: UInt64.random(in: 0..<30, using: &random),
            prospect: UInt64.random(in: 0..<50, using: &random)))
      }
      let sends = plan(people, caps, home: home, from: start)
      #expect(sends == plan(people, caps, home: home, from: start), "seed \(seed)")
      check(sends, people, caps, home: home, from: start, "seed \(seed), \(home)")
    }
  }

  private struct Person {
    let planner: SendPlanner
    let seed: UInt64
    let sender: Int
    let domain: UInt64
    let prospect: UInt64
  }

  private struct Send: Equatable {
    let person: Int
    let step: Int
    let at: Instant
    let moved: PlanReason?
  }

  private func plan(_ people: [Person], _ caps: [DailyCap], home: Zone, from start: Instant)
    -> [Send]
  {
    var capacity = CapacityPlanner(from: start, home: home)
    for cap in caps { _ = capacity.addSender(cap) }
    var sends: [Send] = []
    for (index, person) in people.enumerated() {
      var last: Instant?
      for step in 1...4 {
        let seed = StableHash.derived(person.seed, UInt64(step))
        let planned =
          last.map { person.planner.followUpInstant(after: $0, gap: .standard, seed: seed) }
          ?? person.planner.firstTouchInstant(from: start, seed: seed)
        guard let planned,
          let placed = capacity.place(
            planned, sender: person.sender,
            touch: step == 1
              ? .first(domain: person.domain, prospect: person.prospect) : .followUp,
            again: { person.planner.firstTouchInstant(from: $0, seed: seed) })
        else { break }
        sends.append(Send(person: index, step: step, at: placed.instant, moved: placed.moved))
        last = placed.instant
      }
    }
    return sends
  }

  private func check(
    _ sends: [Send], _ people: [Person], _ caps: [DailyCap], home: Zone, from start: Instant,
    _ comment: Comment
  ) {
    var loads: [String: Int] = [:]
    var firsts: Set<String> = []
    var last: [Int: Send] = [:]
    let births = Dictionary(grouping: sends) { people[$0.person].sender }
      .mapValues { $0.map { LocalTime($0.at, in: home).date.dayNumber }.min() ?? 0 }
    #expect(sends.count == 4 * people.count, comment)
    for send in sends {
      let person = people[send.person]
      let planner = person.planner
      let day = LocalTime(send.at, in: home).date.dayNumber
      #expect(
        send.at >= start
          && planner.window.contains(send.at, in: planner.zone, closed: planner.closed),
        comment)
      if let before = last[send.person] {
        #expect(send.at.seconds - before.at.seconds >= Gap.minimumSeconds, comment)
        #expect(send.at >= planner.soonestFollowUp(after: before.at), comment)
        let days =
          LocalTime(send.at, in: planner.zone).date.dayNumber
          - LocalTime(before.at, in: planner.zone).date.dayNumber
        #expect(days >= 3, comment)
      } else {
        #expect(firsts.insert("domain \(person.domain) \(day)").inserted, comment)
        #expect(firsts.insert("prospect \(person.prospect) \(day)").inserted, comment)
      }
      last[send.person] = send
      loads["\(person.sender) \(day)", default: 0] += 1
      #expect(
        loads["\(person.sender) \(day)", default: 0]
          <= caps[person.sender].messages(age: day - births[person.sender, default: 0]), comment)
    }
  }
}
