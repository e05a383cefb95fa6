/// What a message that came back is.
package enum InboundClass: Sendable {
  /// A bounce, a delay or a success (RFC 3464, and notices of mail systems).
  case deliveryReport(DeliveryReport)
  case complaint(Complaint)
  /// Somebody's program says that the message was shown, or deleted unread (RFC 8098).
  case readReceipt(originalMessageID: String?)
  /// An invitation, or an answer to one; the iTIP method in lower case (RFC 5546).
  case calendar(method: String)
  case autoReply(AutoReply)
  /// The sender is to prove to be a person before the mail is read.
  case challenge
  /// A newsletter, a ticket system's note, or other mail of machines.
  case notification
  case optOut(ReplyText)
  case reply(ReplyText, guess: OutcomeGuess?)

  /// Whether a person wrote it.
  package var isFromPerson: Bool {
    switch self {
    case .optOut, .reply: true
    default: false
    }
  }
}
