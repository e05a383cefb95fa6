import Curl
import Scheduling
import Templating
import Testing

@testable import Liaison

/// Weeks of sending with every kind of luck: the promises hold whatever happens.
struct SendPropertyTests {
  private static let zoneNames = [
    "Europe/Berlin", "America/New_York", "Asia/Kathmandu", "Australia/Lord_Howe", "Asia/Tokyo",
    "Pacific/Apia",
  ]

  /// Some seeds for every run, and one that is new each time unless LIAISON_SEED names it.
  private static let seeds: [UInt64] = [1, 2, 3, SplitMix64.freshSeed]

  /// A message as the receivers know it.
  private struct Arrival {
    let step: Int
    let mark: String
    let at: Instant
  }

  private final class World {
    let office: Office
    let other: Store
    let resolver: SendDesk
    var random: SplitMix64
    var arrivals: [String: [Arrival]] = [:]
    var stopped: Set<String> = []
    var isPaused = false
    /// The messages of each sender and day of ours that came to its final dot.
    var loads: [String: Int] = [:]
    static let daily = 4
    var problems: [String] = []

    init(seed: UInt64) throws {
      random = SplitMix64(seed: seed)
      office = try Office(
        rows: (0..<18).map {
          "person\($0)@domain\($0).example,Name\($0),creator,en,\(zoneNames[$0 % zoneNames.count])"
        }, senders: ["me", "you"], cap: "daily: \(Self.daily)")
      other = try office.secondStore()
      resolver = try SendDesk(
        workspace: office.workspace, store: other, zones: office.zones, linter: office.linter,
        environment: [:])
    }

    /// Counts a message that its sender let go.
    func count(_ envelope: Envelope) throws {
      let day = "\(envelope.from) \(LocalTime(office.now, in: try office.berlin()).date)"
      loads[day, default: 0] += 1
      if loads[day, default: 0] > Self.daily { problems.append("\(day): beyond the cap") }
    }

    /// Reads step and mark of a message from its own bytes, not from the database.
    func arrive(_ envelope: Envelope) throws {
      let text = String(decoding: envelope.message, as: UTF8.self)
      let address = envelope.to.description
      let mark = try #require(text.firstRange(of: "MARK")).upperBound
      let step = try #require(text[mark].wholeNumberValue)
      let zone = try office.zones.zone(
        TimeZoneName(#require(office.contact(address).timeZone), in: office.zones))
      let window = try SendWindow("Mon-Fri 10:00-18:00")
      if !window.contains(office.now, in: zone, closed: { _ in false }) {
        problems.append("\(address) step \(step) outside the window at \(office.now)")
      }
      if stopped.contains(address) { problems.append("\(address) step \(step) after the stop") }
      if isPaused { problems.append("\(address) step \(step) while paused") }
      let earlier = arrivals[address, default: []]
      if earlier.contains(where: { $0.step == step }) {
        problems.append("\(address) step \(step) twice")
      }
      if let last = earlier.last {
        let days =
          LocalTime(office.now, in: zone).date.dayNumber
          - LocalTime(last.at, in: zone).date.dayNumber
        if office.now < last.at.adding(seconds: 72 * 3600) || days < 3 {
          problems.append("\(address) step \(step) only \(days) days after the one before")
        }
        if last.step + 1 != step { problems.append("\(address) step \(step) after \(last.step)") }
      }
      arrivals[address, default: []].append(
        Arrival(step: step, mark: "MARK\(step)", at: office.now))
      if arrivals[address, default: []].count > 4 { problems.append("\(address) more than four") }
    }

    func act() -> ScriptedTransport.Act {
      switch random.below(20) {
      case 0: .refuse(SMTPReply("450 4.2.1 busy"), .recipient)
      case 1: .refuse(SMTPReply("452 4.3.1 full"), .message)
      case 2: .unavailable
      case 3: .drop(received: random.happens(50))
      case 4 where random.happens(30): .insecure
      case 5 where random.happens(30): .refuse(SMTPReply("550 5.1.1 user unknown"), .recipient)
      case 6 where random.happens(30): .refuse(SMTPReply("554 5.7.1 spam"), .message)
      case 7 where random.happens(30): .refuse(SMTPReply("421 4.7.0 slow down"), .greeting)
      case 8 where random.happens(30): .refuse(SMTPReply("550 5.4.5 quota"), .message)
      default: .accept
      }
    }

    /// Something that happens from outside, at any moment.
    func disturb(_ address: String) throws {
      switch random.below(24) {
      case 0:
        try office.reply(.interested, from: address, through: other)
        stopped.insert(address)
      case 1:
        try other.suppress(key: address, reason: "asked", by: "test", at: office.now)
        stopped.insert(address)
      case 2 where random.happens(40):
        try office.reply(.optOut, from: address, through: other)
        stopped.insert(address)
      case 3, 4:
        let campaign = try #require(try other.campaign(named: "spring"))
        isPaused.toggle()
        if isPaused {
          #expect(try other.setState(.paused, of: campaign, by: "test", at: office.now))
        } else {
          #expect(try resolver.resume(campaign, by: "test", at: office.now).changed)
        }
      case 5 where random.happens(30):
        let back = LocalTime(office.now, in: try office.berlin()).date
          .adding(days: 1 + random.below(5))
        _ = try resolver.absent(office.contact(address), until: back, by: "test", at: office.now)
      default: break
      }
    }

    /// A person looks an attempt of unknown fate up and says what they found, which is right.
    func resolve() throws {
      for unknown in try other.unknownAttempts() where random.happens(40) {
        let wasSent = arrivals[unknown.address]?.contains { $0.step == unknown.step } ?? false
        _ = try resolver.resolve(unknown, wasSent: wasSent, by: "test", at: office.now)
      }
    }

    /// Lets time pass: to the next moment due, by minutes or by days; now and then it goes back.
    func pass() throws {
      switch random.below(10) {
      case 0: office.now = office.now.adding(seconds: Int64(random.below(4 * 86_400)))
      case 1: office.now = office.now.adding(seconds: -Int64(random.below(7_200)))
      case 2: office.now = office.now.adding(seconds: Int64(random.below(3_600)))
      default:
        let due = try office.store.nextDue() ?? office.now
        office.now = max(due, office.now).adding(seconds: Int64(random.below(1_200)))
        if try office.store.nextDue() == nil { office.now = office.now.adding(seconds: 20_000) }
      }
    }
  }

  @Test(arguments: seeds)
  func `no luck breaks a promise`(_ seed: UInt64) throws {
    print("SendPropertyTests seed \(seed)")
    let world = try World(seed: seed)
    let office = world.office
    try office.launch()
    let end = office.now.adding(seconds: 90 * 86_400)
    var runs = 0
    while office.now < end, runs < 450 {
      runs += 1
      try world.pass()
      try world.disturb(Office.address(world.random.below(18)))
      try world.resolve()
      if world.random.happens(3) {
        for sender in ["me", "you"] {
          try office.store.connection.run(
            "DELETE FROM sender_hold WHERE sender = $1", [.text(sender)])
        }
      }
      let transport = ScriptedTransport { _ in world.act() }
      transport.beforeDot = { envelope in
        if world.random.happens(10) { try world.disturb(envelope.to.description) }
        if world.random.happens(3) { office.now = office.now.adding(seconds: 2_000) }
      }
      transport.afterDot = { _ in
        if world.random.happens(5) { office.now = office.now.adding(seconds: 1_000) }
        if world.random.happens(5) { _ = try world.other.settleAbandoned(at: office.now) }
      }
      transport.onReceived = { envelope in
        try world.count(envelope)
        try world.arrive(envelope)
      }
      try office.send(transport, through: world.random.happens(20) ? world.other : nil)
      if !world.problems.isEmpty { break }
    }
    #expect(world.problems.isEmpty, "seed \(seed)")
    let rows = try office.attempts()
    let steps = world.arrivals.values.map(\.count)
    print("  \(runs) runs, \(steps.reduce(0, +)) messages, longest sequence \(steps.max() ?? 0)")
    #expect(steps.reduce(0, +) > 20, "seed \(seed): too little happened to prove anything")
    for (address, arrivals) in world.arrivals {
      #expect(Set(arrivals.map(\.mark)).count == arrivals.count)
      let sent = rows.filter { $0.address == address && $0.state == "sent" }
      #expect(Set(sent.map(\.emphasis)).count == sent.count)
      #expect(Set(sent.map(\.step)).isSubset(of: arrivals.map(\.step)), "seed \(seed)")
    }
  }
}
