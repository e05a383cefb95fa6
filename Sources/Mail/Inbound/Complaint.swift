/// A report that somebody marked a message of ours as unwanted (ARF, RFC 5965), or its like.
package struct Complaint: Sendable {
  /// The field Feedback-Type; types that RFC 5965 and its followers do not know are ``other``.
  package enum FeedbackType: String, Sendable {
    case abuse, fraud, virus, other
    case authFailure = "auth-failure"
    case notSpam = "not-spam"
    case optOut = "opt-out"
    case dmarc

    /// Whether a person wants no more mail.
    package var suppresses: Bool {
      switch self {
      case .authFailure, .notSpam, .dmarc, .virus: false
      default: true
      }
    }
  }

  package let feedbackType: FeedbackType

  /// Who complained, where the report says so.
  package let recipients: [String]

  /// The header of our message, as far as it came back.
  package let original: InboundHeader?

  static func read(_ message: InboundMessage) -> Complaint? {
    let root = message.parts[0]
    let reportType = root.contentType["report-type"]?.lowercased() ?? ""
    let report = message.parts.first { $0.mediaType == "message/feedback-report" }
    let original = ReturnedMessage.header(in: message, tail: nil)
    if let report, root.mediaType.hasPrefix("multipart/") {
      let bytes = message.content(of: report)
      // Some write a blank line before the fields.
      let start = bytes.firstIndex { $0 > 0x20 } ?? 0
      let fields = InboundHeader.read(bytes, from: start, to: bytes.count).0
      return Complaint(
        type: fields.token("feedback-type"),
        named: fields.addresses("original-rcpt-to") + fields.addresses("removal-recipient"),
        original: original)
    }
    if root.mediaType == "multipart/report", reportType == "feedback-report" {
      return Complaint(type: nil, named: [], original: original)
    }
    // Hotmail's reports have no fields; the message in them says whose they are.
    let subject = FoldedText(message.subject, limit: 200).bytes
    if subject.starts(with: "complaint about message".utf8), let original {
      let named = original.addresses("x-hmxmroriginalrecipient")
      return Complaint(type: "abuse", named: named, original: original)
    }
    if let text = message.texts.first?.source, text.utf8.count < 256 * 1024,
      SESNotification.isJSON(text),
      text.range(ofIgnoringCase: "notificationtype"), text.range(ofIgnoringCase: "\"complaint"),
      text.range(ofIgnoringCase: "complainedrecipients")
    {
      let address = AddressScan.first(in: text)
      return Complaint(
        type: "abuse", named: address.map { [InboundAddress(address: $0)] } ?? [], original: nil)
    }
    // What a mail program sends for a person who presses its button.
    if root.header.has("x-apple-unsubscribe") {
      return Complaint(type: "opt-out", named: message.from, original: nil)
    }
    return nil
  }

  private init(type: String?, named: [InboundAddress], original: InboundHeader?) {
    feedbackType = type.map { FeedbackType(rawValue: $0) ?? .other } ?? .abuse
    var addresses = named.map(\.address)
    if addresses.isEmpty, let original {
      addresses = original.addresses("to").map(\.address)
      if addresses.isEmpty { addresses = original.addresses("x-original-to").map(\.address) }
    }
    var seen: Set<String> = []
    recipients = addresses.filter { $0.contains("@") && seen.insert($0.lowercased()).inserted }
    self.original = original
  }
}
