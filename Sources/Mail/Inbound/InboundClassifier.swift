/// Tells what a message that came back is, by its header and words alone.
package struct InboundClassifier: Sendable {
  private let ownAddresses: Set<String>
  private let footers: [[UInt8]]

  /// - Parameters:
  ///   - own: the addresses that we write from.
  ///   - footers: what our messages say of opting out; a program may quote it without a mark.
  package init(own: [EmailAddress] = [], footers: [String] = []) {
    ownAddresses = Set(own.map(\.key))
    self.footers = footers.map { FoldedText($0).bytes }
  }

  package func classify(_ message: InboundMessage) -> InboundClass {
    let plain = message.plainText
    let isSystem = BounceSigns.isFromSystem(message)
    let shown = FoldedText(plain, limit: 6000)
    if !isSystem, ChallengeSigns.areIn(shown.bytes), isMachine(message) { return .challenge }
    if let report = DeliveryReportReader.read(message) { return .deliveryReport(report) }
    if let complaint = Complaint.read(message) { return .complaint(complaint) }
    if let receipt = readReceipt(message) { return receipt }
    if let method = calendarMethod(message) { return .calendar(method: method) }

    let reply = ReplyText(plain)
    let own = FoldedText(reply.words, limit: 6000)
    let text = own.bytes.isEmpty ? shown : own
    let found = AutoReplyPhrases.Finding(text.bytes)
    switch AutoReplySigns.verdict(message, found: found) {
    case .answer:
      let words = own.bytes.isEmpty ? plain : reply.words
      return .autoReply(AutoReplyReader.read(message, own: words, text: text, found: found))
    case .notification: return .notification
    case .none: break
    }
    if ChallengeSigns.areIn(shown.bytes), isUnmanned(message) || isSystem { return .challenge }
    if OptOutReader.isOptOut(subject: message.subject, own: reply.words, footers: footers) {
      return .optOut(reply)
    }
    if isNotification(message) { return .notification }
    let from = message.from.first?.address
    return .reply(reply, guess: OutcomeGuess(words: reply.words, from: from))
  }

  /// Whether a header says that a machine wrote it, or the sender's address does.
  private func isMachine(_ message: InboundMessage) -> Bool {
    let header = message.header
    if isUnmanned(message) || message.returnPath?.isEmpty == true { return true }
    if let submitted = header.token("auto-submitted"), !submitted.hasPrefix("no") { return true }
    return message.parts[0].mediaType == "multipart/report" || header.has("precedence")
      || header.fields.contains { $0.name.hasPrefix("x-") && $0.name.hasSuffix("-request") }
  }

  private func isUnmanned(_ message: InboundMessage) -> Bool {
    guard let local = message.from.first?.localPart.filter(\.isLetter) else { return false }
    return ["noreply", "donotreply", "notreply", "noresponse", "neantworten", "nepasrepondre"]
      .contains { local.hasPrefix($0) }
      || local.hasPrefix("notification") || local.hasPrefix("notify")
  }

  private func isNotification(_ message: InboundMessage) -> Bool {
    let header = message.header
    if isUnmanned(message) { return true }
    guard !header.has("in-reply-to"), !header.has("references") else { return false }
    let precedence = header.token("precedence") ?? ""
    return header.has("list-id") || header.has("list-unsubscribe")
      || ["bulk", "list", "junk"].contains(precedence)
  }

  private func readReceipt(_ message: InboundMessage) -> InboundClass? {
    let root = message.parts[0]
    let part = message.parts.first { $0.mediaType == "message/disposition-notification" }
    let isReport =
      root.mediaType == "multipart/report"
      && root.contentType["report-type"]?.lowercased() == "disposition-notification"
    guard isReport || part != nil && root.mediaType == "multipart/report" else { return nil }
    var id: String?
    if let part {
      let bytes = message.content(of: part)
      id =
        InboundHeader.read(bytes, from: 0, to: bytes.count).0
        .messageIDs("original-message-id").first
    }
    return .readReceipt(originalMessageID: id ?? message.references.first)
  }

  private func calendarMethod(_ message: InboundMessage) -> String? {
    for part in message.parts where part.mediaType == "text/calendar" {
      if let method = part.contentType["method"], !method.isEmpty { return method.lowercased() }
      let text = message.text(of: part)
      for line in text.split(whereSeparator: \.isNewline).prefix(30)
      where line.lowercased().hasPrefix("method:") {
        return line.dropFirst(7).lowercased()
      }
      return "publish"
    }
    let type = message.header.token("content-class") ?? ""
    return type.hasSuffix("calendarmessage") ? "request" : nil
  }

  /// Whether the message is one of ours, such as a copy of what was sent.
  package func isOwn(_ message: InboundMessage) -> Bool {
    message.from.contains { address in
      address.email.map { ownAddresses.contains($0.key) } ?? false
    }
  }
}
