/// What a mail system says became of a message: a bounce, a delay, or a success.
package struct DeliveryReport: Sendable {
  /// What a report says of one recipient (RFC 3464 section 2.3.3).
  package enum Action: String, Sendable {
    case failed, delayed, delivered, relayed, expanded
  }

  package struct Recipient: Sendable {
    /// The address that the report names, as it is written there.
    package let address: String
    /// The address that was written to, where the report says that it was another.
    package let originalAddress: String?
    package let action: Action
    package let status: StatusCode?
    /// What the server said, or the notice where the server is not quoted.
    package let diagnostic: String
    package let kind: BounceKind

    /// Whether delivery failed for good, whatever the reason.
    package var isFailure: Bool { action == .failed }
    /// Whether delivery failed because the address is bad.
    package var isHard: Bool { isFailure && kind.isBadAddress }
  }

  package let recipients: [Recipient]

  /// The header of the message that was sent, as far as it came back.
  package let original: InboundHeader?

  /// The Message-ID of the message that was sent, without angle brackets.
  package var originalMessageID: String? {
    guard let original else { return nil }
    return original.messageIDs("message-id").first
      ?? original.messageIDs("x-original-message-id").first
  }
}
