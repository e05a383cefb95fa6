import Curl
import Mail
import Scheduling

extension SendDesk {
  /// Sends a preview to one of our own senders; nothing is recorded.
  ///
  /// The copy differs from the real message in its To line and Message-ID, so that a search for
  /// the real one in the Sent folder can never find the copy instead.
  /// - Throws: `PreviewError.notOurOwn`, `SenderFault`.
  public func send(_ preview: Preview, to own: String, at now: Instant) throws -> String {
    let senders = workspace.configuration.senders
    guard let address = try? EmailAddress(own),
      let sender = senders.first(where: { $0.address == address })
    else {
      throw PreviewError.notOurOwn(address: own, own: senders.map(\.address.description))
    }
    let seed = "preview \(preview.address) \(preview.step) \(now.microseconds)"
    let id = "<\(SHA256.hex(Array(seed.utf8)).prefix(32))@\(sender.address.domain)>"
    let mailbox = try Mailbox(name: sender.name, address: sender.address)
    let message = try OutgoingMessage(
      from: mailbox, to: mailbox, subject: preview.subject, date: now.seconds,
      dateOffsetSeconds: 0, messageID: MessageID(id), language: preview.language,
      text: preview.text, html: preview.html, attachments: preview.attachments)
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
