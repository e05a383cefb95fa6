import Mail
import Scheduling

/// What bounds the sending of a whole workspace: its senders' caps, its limits, and the calendar on
/// which a day begins and ends.
///
/// A day is one of the team's own `timeZone`, for all senders alike.
struct SendingRules: Sendable {
  let home: Zone
  let limits: OutreachLimits
  private let caps: [String: DailyCap]

  init(_ configuration: WorkspaceConfiguration, home: Zone) {
    self.home = home
    limits = configuration.limits
    caps = Dictionary(
      configuration.senders.map { ($0.id, $0.cap) }, uniquingKeysWith: { $1 })
  }

  /// The senders that there are.
  var senders: [String] { caps.keys.sorted() }

  /// A sender's cap.
  func cap(of sender: String) -> DailyCap { caps[sender] ?? .standard }

  /// The day on which an instant falls.
  func day(of instant: Instant) -> SendingDay {
    let date = LocalTime(instant, in: home).date
    return SendingDay(date: date, end: home.start(of: date.adding(days: 1)))
  }

  /// The senders' caps from a day on, empty of what the store knows.
  func planner(from now: Instant) -> CapacityPlanner { CapacityPlanner(from: now, home: home) }
}

/// A day of the team's own calendar.
struct SendingDay: Hashable, Sendable {
  let date: CivilDate
  /// The first instant of the day after.
  let end: Instant
}

/// The marks by which a new contact's domain and prospect are known.
struct NewContactKeys: Hashable, Sendable {
  /// The domain as `@example.com`; nil for one of a free-mail provider, whose users have nothing to
  /// do with each other.
  let domain: String?
  let prospect: String

  init(addressKey: String, prospectID: String) {
    let domain = addressKey.lastIndex(of: "@").map { String(addressKey[$0...]) }
    let isFree = (try? DomainName(String((domain ?? "").dropFirst())))?.isFreeMail ?? false
    self.domain = isFree ? nil : domain
    prospect = prospectID
  }

  /// Each key with what it bounds.
  var all: [(key: String, cap: SendCap)] {
    [domain.map { ($0, .domain) }, (prospect, .prospect)].compactMap { $0 }
  }

  /// What a capacity planner is told of a first touch.
  var touch: CapacityPlanner.Touch {
    .first(domain: domain.map { Self.mark(domain: $0) }, prospect: Self.mark(prospect: prospect))
  }

  static func mark(domain: String) -> UInt64 { StableHash.seed("domain", domain) }

  static func mark(prospect: String) -> UInt64 { StableHash.seed("prospect", prospect) }
}
