import Curl
import Mail
import Scheduling

extension SendDesk {
  /// Sends a preview to one of our own senders; nothing is recorded.
  ///
  /// The copy differs from the real message in its To line and Message-ID, so that a search for
  /// the real one in the Sent folder can never find the copy instead, and lacks List-Unsubscribe,
  /// with which whoever tries it would opt the recipient out.
  /// - Throws: `PreviewError.notOurOwn`, `SenderFault`.
  public func send(_ preview: Preview, to address: String, at now: Instant) throws -> String {
    let senders = workspace.configuration.senders
    guard let wanted = try? EmailAddress(address),
      let sender = senders.first(where: { $0.address == wanted })
    else {
      throw PreviewError.notOurOwn(address: address, own: senders.map(\.address.description))
    }
    let seed = "preview \(preview.address) \(preview.step) \(now.microseconds)"
    let id = "<\(SHA256.hex(Array(seed.utf8)).prefix(32))@\(sender.address.domain)>"
    let own = preview.outgoing
    let message = try OutgoingMessage(
      from: own.from, replyTo: own.replyTo,
      to: Mailbox(name: sender.name, address: sender.address), subject: own.subject,
      date: own.date.seconds, dateOffsetSeconds: own.date.offsetSeconds, messageID: MessageID(id),
      inReplyTo: own.inReplyTo, references: own.references,
      language: own.language, text: own.text, html: own.html, attachments: own.attachments,
      images: own.images)
    let account = try sender.account(environment: environment, workspace: workspace)
    let delivery = try SMTPTransport(account).deliver(
      Envelope(from: sender.address, to: sender.address, message: message.bytes(), name: "preview")
    ) { true }
    switch delivery {
    case .accepted(let reply, _): return reply.description
    case .refused(let reply, _): throw SenderFault(description: "refused: \(reply)")
    case .unavailable(let reason), .insecure(let reason), .uncertain(let reason):
      throw SenderFault(description: reason)
    case .withheld: throw SenderFault(description: "the preview was withheld")
    }
  }
}
