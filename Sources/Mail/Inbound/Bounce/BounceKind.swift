/// Why a message could not be delivered.
package enum BounceKind: String, Sendable, CaseIterable {
  /// Nobody has this address.
  case userUnknown = "user-unknown"
  /// The domain is not there, or takes no mail at all.
  case domainUnknown = "domain-unknown"
  /// The person has another address now.
  case moved
  /// The mailbox is full.
  case mailboxFull = "mailbox-full"
  /// The mailbox is locked, suspended or asleep.
  case disabled
  /// The recipient's own filter or carrier refused it.
  case filtered
  /// The message is too large for the recipient or the server.
  case tooLarge = "too-large"
  /// What the message holds, or its form, was refused.
  case content
  case spam
  case virus
  /// The server or network that it came from is on a list or has a bad name.
  case reputation
  /// SPF, DKIM, DMARC or reverse DNS is missing or wrong.
  case authentication
  /// Too many messages or connections for the while.
  case rateLimited = "rate-limited"
  /// The sender's address or domain was refused.
  case senderRejected = "sender-rejected"
  /// The server does not relay for us.
  case relayDenied = "relay-denied"
  /// Another rule of the receiving side.
  case policy
  /// The network, or a name server, was not there.
  case network
  /// It was tried for too long.
  case expired
  /// A fault of one of the systems on the way.
  case system
  case other

  /// Whether the address itself is bad, so that nobody should write to it again.
  package var isBadAddress: Bool {
    switch self {
    case .userUnknown, .domainUnknown, .moved: true
    default: false
    }
  }

  /// Whether it says something of the sender or the message, not of the person.
  package var countsAgainstSender: Bool {
    switch self {
    case .content, .spam, .virus, .reputation, .authentication, .rateLimited, .senderRejected,
      .relayDenied, .policy:
      true
    default: false
    }
  }
}
