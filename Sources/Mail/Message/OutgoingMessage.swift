/// One mail to one person, checked when built, and the octets that SMTP carries for it.
///
/// RFC 5322, RFC 2045 to 2049. The same value always gives the same octets, so a preview is what
/// is sent. All output is ASCII with CRLF line ends.
package struct OutgoingMessage: Sendable {
  package let from: Mailbox
  package let replyTo: Mailbox?
  package let to: Mailbox
  package let subject: String
  package let date: MailDate
  package let messageID: MessageID
  package let inReplyTo: MessageID?
  package let references: [MessageID]
  package let listUnsubscribe: ListUnsubscribe?
  package let language: String?
  package let text: String
  package let html: String?
  package let attachments: [Attachment]
  /// Images that the HTML part shows by their content ids.
  package let images: [Attachment]

  private let subjectField: HeaderField

  /// Checks and joins the parts of a message.
  ///
  /// - Parameters:
  ///   - date: seconds since 1970 in UTC.
  ///   - dateOffsetSeconds: how far the sender's clock is ahead of UTC.
  ///   - inReplyTo: the message that this one follows; it is added to `References` where missing.
  ///   - references: the thread so far, oldest first.
  ///   - language: a BCP 47 tag, for `Content-Language`.
  ///   - text: plain text with any line ends.
  ///   - html: an empty one counts as none, since a reader would show a blank page.
  ///   - images: what the HTML part shows by `cid:`; each needs a content id. Left out without HTML.
  package init(
    from: Mailbox, replyTo: Mailbox? = nil, to: Mailbox, subject: String, date: Int64,
    dateOffsetSeconds: Int, messageID: MessageID, inReplyTo: MessageID? = nil,
    references: [MessageID] = [], listUnsubscribe: ListUnsubscribe? = nil,
    language: String? = nil, text: String, html: String? = nil, attachments: [Attachment] = [],
    images: [Attachment] = []
  ) throws(HeaderError) {
    if let language, !Self.isLanguageTag(language) {
      throw HeaderError(
        field: "language", reason: .malformed(expected: "write a tag like de, pt-BR or zh-Hant"))
    }
    self.from = from
    self.replyTo = replyTo
    self.to = to
    self.subject = subject
    subjectField = try HeaderField(name: "Subject", value: subject)
    self.date = try MailDate(seconds: date, offsetSeconds: dateOffsetSeconds)
    self.messageID = messageID
    self.inReplyTo = inReplyTo
    let isMissing = inReplyTo.map { !references.contains($0) } ?? false
    self.references = isMissing ? references + [inReplyTo].compactMap(\.self) : references
    self.listUnsubscribe = listUnsubscribe
    self.language = language
    self.text = text
    self.html = html?.isEmpty == true ? nil : html
    self.attachments = attachments
    self.images = self.html == nil ? [] : images.filter { $0.contentID != nil }
  }

  /// The whole message, ending in CRLF.
  package func bytes() -> [UInt8] {
    let attached = (attachments + images).reduce(0) { $0 + $1.encoded.count + 512 }
    let written = text.utf8.count + (html?.utf8.count ?? 0)
    var message = HeaderFolding(capacity: 2048 + written + written / 2 + attached)
    writeHeader(to: &message)
    MessageBody(self).write(to: &message)
    return message.bytes
  }

  private func writeHeader(to header: inout HeaderFolding) {
    header.field("Date", date.description)
    writeMailbox("From", from, to: &header)
    if let replyTo { writeMailbox("Reply-To", replyTo, to: &header) }
    writeMailbox("To", to, to: &header)
    subjectField.write(to: &header)
    header.field("Message-ID", messageID.description)
    if let inReplyTo { header.field("In-Reply-To", inReplyTo.description) }
    if !references.isEmpty {
      header.begin("References")
      for id in references { header.append(id.description.utf8) }
      header.end()
    }
    if let listUnsubscribe { header.field("List-Unsubscribe", listUnsubscribe.uri) }
    if let language { header.field("Content-Language", language) }
    header.field("MIME-Version", "1.0")
  }

  private func writeMailbox(_ name: String, _ mailbox: Mailbox, to header: inout HeaderFolding) {
    header.begin(name)
    mailbox.write(to: &header)
    header.end()
  }

  /// The shape of BCP 47 tags only: whether a language exists is not for a header to say.
  private static func isLanguageTag(_ text: String) -> Bool {
    let subtags = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    return text.utf8.count <= 63 && (text.utf8.first.map { $0 > 0x40 } ?? false)
      && subtags.allSatisfy { (1...8).contains($0.count) && $0.allSatisfy(\.isAlphanumeric) }
  }
}

extension HeaderFolding {
  /// Appends a field of one token.
  mutating func field(_ name: String, _ token: String) {
    begin(name)
    append(token.utf8)
    end()
  }
}
