import Curl

/// What a server's refusal means for the attempt, the person and the sender.
enum ReplyVerdict: Hashable, Sendable {
  /// Try this message again later.
  case later
  /// The address does not exist: suppress it.
  case badAddress
  /// The server refuses us or what we wrote; says nothing about the address.
  case policy
  /// The account has sent all it may today.
  case quota
  /// The account itself is refused, before any recipient was named.
  case account
  /// Refused for good, for another reason.
  case refused

  /// Judges a refusal by its stage, its codes (RFC 5321 section 4.2, RFC 3463) and its text.
  init(_ reply: SMTPReply, at stage: SMTPStage) {
    let text = reply.text.lowercased()
    let status = reply.enhanced.map { "\($0)" } ?? ""
    if status.hasSuffix(".4.5") || Self.quotaWords.contains(where: text.contains) {
      self = .quota
    } else if reply.code < 500 {
      self = .later
    } else if Self.isOfAccount(stage) {
      self = .account
    } else if status.hasPrefix("5.7.") || Self.policyWords.contains(where: text.contains) {
      self = .policy
    } else if stage == .recipient, Self.addressCodes.contains(status),
      Self.addressWords.contains(where: text.contains)
    {
      self = .badAddress
    } else {
      self = .refused
    }
  }

  /// Whether a reply at a stage is about our account, since no recipient was named yet.
  static func isOfAccount(_ stage: SMTPStage) -> Bool {
    switch stage {
    case .greeting, .hello, .auth, .mailFrom: true
    case .recipient, .data, .message: false
    }
  }

  private static let addressCodes: Set = ["5.1.1", "5.1.2", "5.1.3", "5.1.6", "5.1.10"]

  /// A code alone is not believed: some servers answer 5.1.1 to senders they distrust.
  private static let addressWords = [
    "unknown", "not exist", "no such", "invalid", "not found", "no mailbox", "unavailable",
    "recipient address rejected", "bad destination", "moved", "doesn't have", "undeliverable",
    "not a valid", "no longer", "disabled", "inactive",
  ]

  private static let policyWords = [
    "spam", "blacklist", "blocklist", "blocked", "policy", "reputation", "spf", "dkim", "dmarc",
  ]

  private static let quotaWords = [
    "quota exceeded for sending", "daily sending", "sending limit", "daily user sending",
    "too many messages today", "daily message limit", "hourly limit", "send limit",
    "maximum number of messages",
  ]
}

/// How long to wait before trying a refused message again.
enum BackOff {
  /// After this many refusals the attempt has failed.
  static let most = 10

  /// Seconds to wait after the `tries`-th refusal: a quarter of an hour, doubled up to four hours.
  static func seconds(tries: Int) -> Int64 {
    min(900 << Int64(min(max(tries - 1, 0), 4)), 14_400)
  }
}
