/// Shares out the days of the senders: so many messages a day for each sender, one new contact a
/// day for each recipient's domain and prospect.
///
/// A day is a day on the senders' own calendar. Whoever finds a day full goes to the next one that
/// has room and on which their window opens, at their own minute, and takes nobody's place who was
/// placed before. So place those first who come first: waiting follow-ups, then first touches,
/// each with the steps that will follow it. Then a follow-up's place is taken before those of people
/// who were not written to at all.
///
/// It does no I/O and keeps a few numbers for each sender and day and a mark for each domain and
/// prospect, so that a million enrollments are planned in a second. The same inputs in the same
/// order give the same plan.
public struct CapacityPlanner: Sendable {
  /// Where an attempt was placed, and what moved it there.
  public struct Placement: Hashable, Sendable {
    /// When it goes.
    public let instant: Instant
    /// What was full on the day for which it was planned; nil where it stays there.
    public let moved: PlanReason?
  }

  /// What an attempt needs room for.
  public enum Touch: Hashable, Sendable {
    /// A first message, by marks of the recipient's domain and prospect (see ``StableHash``); nil
    /// for a domain that has no bound, such as one of a free-mail provider.
    case first(domain: UInt64?, prospect: UInt64?)
    /// A further message.
    case followUp
  }

  /// One sender's days from the first on.
  private struct Days: Sendable {
    let cap: DailyCap
    /// The day of the first message ever; nil before that.
    var birthday: Int?
    /// How many more messages each day takes; below 0 where more was promised than there was room.
    var room: [Int32] = []
    /// A day that may have room for each day: itself, or one after it where it is full.
    var next: [Int32] = []
  }

  private let home: Zone
  private let firstDay: Int
  /// The first second of each day on the senders' calendar.
  private var starts: [Int64] = []
  private var senders: [Days] = []
  private var domains = DayMarks()
  private var prospects = DayMarks()

  /// Days are looked at so far ahead: some 270 years.
  private static let horizon = 100_000

  /// A planner whose first day is that of an instant on the senders' calendar.
  public init(from now: Instant, home: Zone) {
    self.home = home
    firstDay = LocalTime(now, in: home).date.dayNumber
  }

  /// Makes room for very many.
  public mutating func reserve(domains: Int, prospects: Int) {
    self.domains.reserve(domains)
    self.prospects.reserve(prospects)
  }

  /// Adds a sender and gives the number by which it is named from then on.
  ///
  /// - Parameter firstSend: The date of its first message ever; where it has sent none, the first
  ///   day that is given to it begins its slow start.
  public mutating func addSender(_ cap: DailyCap, firstSend: CivilDate? = nil) -> Int {
    senders.append(Days(cap: cap, birthday: firstSend.map { $0.dayNumber - firstDay }))
    return senders.count - 1
  }

  /// Takes room that is used up already, or promised to others.
  public mutating func take(_ count: Int, sender: Int, on date: CivilDate) {
    let day = date.dayNumber - firstDay
    guard day >= 0, day < Self.horizon, count > 0 else { return }
    add(Int32(clamping: count), sender: sender, day: day)
  }

  /// Marks a date as taken by a new contact of a domain or prospect.
  public mutating func takeFirst(domain: UInt64?, prospect: UInt64?, on date: CivilDate) {
    let day = date.dayNumber - firstDay
    guard day >= 0 else { return }
    if let domain {
      let place = domains.place(of: domain)
      domains.set(domain, to: max(day, domains.day(at: place) ?? day), at: place)
    }
    if let prospect {
      let place = prospects.place(of: prospect)
      prospects.set(prospect, to: max(day, prospects.day(at: place) ?? day), at: place)
    }
  }

  /// Places an attempt on the day for which it is planned, or on the next one that has room.
  ///
  /// Nil where there is none that far ahead, or where the window opens no more.
  /// - Parameter again: The recipient's own minute at or after an instant.
  @inline(__always)
  public mutating func place(
    _ planned: Instant, sender: Int, touch: Touch, again: (Instant) -> Instant?
  ) -> Placement? {
    var instant = planned
    var day = day(of: planned)
    var moved: PlanReason?
    var soonest = 0
    var cap: SendCap?
    var domainPlace = 0
    var prospectPlace = 0
    // A day is taken by the last one only, so that all are looked up once.
    if case .first(let domain, let prospect) = touch {
      if let domain {
        domainPlace = domains.place(of: domain)
        if let last = domains.day(at: domainPlace), last >= soonest {
          soonest = last + 1
          cap = .domain
        }
      }
      if let prospect {
        prospectPlace = prospects.place(of: prospect)
        if let last = prospects.day(at: prospectPlace), last >= soonest {
          soonest = last + 1
          cap = .prospect
        }
      }
    }
    while day < Self.horizon {
      let wanted = max(day, soonest)
      let free = dayWithRoom(from: wanted, sender: sender)
      if free == day {
        add(1, sender: sender, day: day)
        if case .first(let domain, let prospect) = touch {
          if let domain { domains.set(domain, to: day, at: domainPlace) }
          if let prospect { prospects.set(prospect, to: day, at: prospectPlace) }
        }
        return Placement(instant: instant, moved: moved)
      }
      if moved == nil {
        let full =
          free > wanted ? .sender(daily: messages(sender: sender, day: wanted)) : cap
        moved = full.map { .cap($0, CivilDate(dayNumber: firstDay + day)) }
      }
      guard let next = again(start(of: free)) else { return nil }
      instant = next
      // Always on: the window opens on that day at the earliest.
      day = max(self.day(of: next), free)
    }
    return nil
  }

  /// How many messages a sender may send on a day.
  private func messages(sender: Int, day: Int) -> Int {
    senders[sender].cap.messages(age: day - (senders[sender].birthday ?? day))
  }

  /// The first day from the given one on that is not full, by links that grow shorter with use.
  @inline(__always)
  private mutating func dayWithRoom(from day: Int, sender: Int) -> Int {
    guard day < senders[sender].next.count else { return day }
    var day = day
    while day < senders[sender].next.count, senders[sender].next[day] != day {
      let next = Int(senders[sender].next[day])
      if next < senders[sender].next.count {
        senders[sender].next[day] = senders[sender].next[next]
      }
      day = next
    }
    return day
  }

  @inline(__always)
  private mutating func add(_ count: Int32, sender: Int, day: Int) {
    if day >= senders[sender].room.count { open(day, sender: sender) }
    let left = senders[sender].room[day] &- count
    senders[sender].room[day] = left
    if left <= 0 { senders[sender].next[day] = Int32(day + 1) }
  }

  /// Makes a sender's days up to one that is used for the first time.
  private mutating func open(_ day: Int, sender: Int) {
    if senders[sender].birthday == nil { senders[sender].birthday = day }
    for new in senders[sender].room.count...day {
      senders[sender].next.append(Int32(new))
      senders[sender].room.append(Int32(messages(sender: sender, day: new)))
    }
  }

  /// The day on the senders' calendar, counted from the first; a day before it counts as the first.
  @inline(__always)
  private mutating func day(of instant: Instant) -> Int {
    let seconds = instant.seconds
    let guess = Int((seconds - startSecond(of: 0)) / CivilCalendar.secondsPerDay)
    var day = min(max(guess, 0), Self.horizon)
    // Changes of the clocks move the days' beginnings by hours only.
    while day > 0, startSecond(of: day) > seconds { day -= 1 }
    while day < Self.horizon, startSecond(of: day + 1) <= seconds { day += 1 }
    return day
  }

  @inline(__always)
  private mutating func startSecond(of day: Int) -> Int64 {
    while starts.count <= day {
      starts.append(home.start(of: CivilDate(dayNumber: firstDay + starts.count)).seconds)
    }
    return starts[day]
  }

  private mutating func start(of day: Int) -> Instant {
    Instant(seconds: startSecond(of: min(day, Self.horizon)))
  }
}
