import TestServers

/// One row of the table of faults: what the server does, and what becomes of the attempt.
struct FaultRow: Sendable, CustomStringConvertible {
  /// What becomes of the one message.
  enum Fate: Sendable, Hashable {
    case sent
    /// It goes again later; so many refusals count as tries.
    case deferred(tries: Int = 0)
    /// Refused for good.
    case failed
    /// Refused for good, and the address is suppressed.
    case suppressed
    /// It may or may not have been accepted.
    case unknown
    /// The sender stops for this run, and its messages stay as they are.
    case stopped
    /// The sender is held until tomorrow, and its messages are put off.
    case quota
  }

  let faults: [SMTPFault]
  let manner: SMTPManner
  let fate: Fate
  /// Another fate that is as right, where two machines race for it.
  let orElse: Fate?
  /// Whether the server has the message.
  let isAccepted: Bool
  let people: Int
  /// How many runs come before the judgement, the message being due in each.
  let runs: Int
  let security: String
  let login: Bool

  var description: String {
    let words = faults.map(\.description) + (manner.isPlain ? [] : ["\(manner)"])
    let more = (login ? ", with a login" : "") + (security == "none" ? "" : ", \(security)")
    return words.joined(separator: "; ") + more
  }

  init(
    _ faults: [SMTPFault], _ fate: Fate, orElse: Fate? = nil, accepted: Bool? = nil,
    manner: SMTPManner = SMTPManner(), people: Int = 1, runs: Int = 1, security: String = "none",
    login: Bool = false
  ) {
    self.faults = faults
    self.manner = manner
    self.fate = fate
    self.orElse = orElse
    isAccepted = accepted ?? (fate == .sent)
    self.people = people
    self.runs = runs
    self.security = security
    self.login = login
  }

  init(
    _ place: SMTPFault.Place, _ action: SMTPFault.Action, _ fate: Fate, orElse: Fate? = nil,
    accepted: Bool? = nil, security: String = "none", login: Bool = false
  ) {
    self.init(
      [SMTPFault(place, action)], fate, orElse: orElse, accepted: accepted, security: security,
      login: login)
  }

  /// The state of the attempt, and what `send` ends with.
  static func state(_ fate: Fate) -> String {
    switch fate {
    case .sent: "sent"
    case .deferred, .stopped, .quota: "scheduled"
    case .failed, .suppressed: "failed"
    case .unknown: "unknown"
    }
  }

  static func exitCode(_ fate: Fate) -> Int32 {
    switch fate {
    case .sent: 0
    case .deferred: 75
    case .failed, .suppressed, .unknown: 1
    case .stopped, .quota: 69
    }
  }
}

extension SMTPManner {
  /// Whether there is a way to log in that we know.
  var offersLogin: Bool { offers.contains { $0.hasPrefix("AUTH PLAIN") } }

  var isPlain: Bool { piece == .max && linesBefore == 0 && !enhanced }

  init(piece: Int = .max, linesBefore: Int = 0, enhanced: Bool = false, offers: [String]? = nil) {
    self.init()
    self.piece = piece
    self.linesBefore = linesBefore
    self.enhanced = enhanced
    if let offers { self.offers = offers }
  }
}
