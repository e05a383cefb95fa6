/// A message that came back, read as far as it can be; reading never fails.
///
/// RFC 5322, 2045 to 2047 and 2231, with the faults of real mail: raw 8-bit headers, missing
/// boundaries and blank lines, encoded words split inside a character, wrong charsets. Takes time in
/// proportion to the octets.
package struct InboundMessage: Sendable {
  package let bytes: [UInt8]

  /// The message and all that stands in it, each after the part that it stands in.
  package let parts: [MIMEPart]

  /// The texts that a mail program would show, in order.
  package let texts: [InboundText]

  package init(_ bytes: [UInt8]) {
    var bytes = bytes
    // Only old Macs end lines with a bare CR.
    if !bytes.contains(0x0A), bytes.contains(0x0D) {
      for index in bytes.indices where bytes[index] == 0x0D { bytes[index] = 0x0A }
    }
    self.bytes = bytes
    self.parts = PartReader.read(bytes)
    var texts: [InboundText] = []
    for number in TextPartFinder.parts(of: parts) {
      texts.append(
        InboundText(
          source: Self.text(of: parts[number], in: bytes), kind: parts[number].mediaType))
    }
    self.texts = texts
  }

  package var header: InboundHeader { parts[0].header }

  /// The subject in plain Unicode; empty where there is none.
  package var subject: String { header.text("subject") ?? "" }

  package var from: [InboundAddress] { header.addresses("from") }
  package var to: [InboundAddress] { header.addresses("to") }
  package var cc: [InboundAddress] { header.addresses("cc") }
  package var replyTo: [InboundAddress] { header.addresses("reply-to") }

  /// The envelope's sender, `""` for the null one; `nil` where the header does not say.
  package var returnPath: String? {
    guard header.has("return-path") else { return nil }
    return header.addresses("return-path").first?.address ?? ""
  }

  /// When it was written, by the sender's clock.
  package var date: MailDate? { header.raw("date").flatMap { MailDate(reading: $0[...]) } }

  /// The identifier without its angle brackets.
  package var messageID: String? { header.messageIDs("message-id").first }

  /// The identifiers of the messages that this one answers, nearest first.
  package var references: [String] {
    var seen: Set<String> = []
    return (header.messageIDs("in-reply-to") + header.messageIDs("references").reversed())
      .filter { seen.insert($0).inserted }
  }

  /// All texts as a reader would see them, HTML turned into plain text.
  package var plainText: String {
    texts.count == 1 ? texts[0].plain : texts.map(\.plain).joined(separator: "\n")
  }

  /// The body of a part without its transfer encoding.
  package func content(of part: MIMEPart) -> [UInt8] { Self.content(of: part, in: bytes) }

  /// The body of a part as text.
  package func text(of part: MIMEPart) -> String { Self.text(of: part, in: bytes) }

  private static func content(of part: MIMEPart, in bytes: [UInt8]) -> [UInt8] {
    let body = bytes[part.body]
    switch part.transferEncoding {
    case .none: return Array(body)
    case .base64: return Base64.decode(body)
    case .quotedPrintable: return QuotedPrintable.decode(body)
    }
  }

  private static func text(of part: MIMEPart, in bytes: [UInt8]) -> String {
    if part.transferEncoding == .none {
      return CharsetDecoder.decode(bytes[part.body], charset: part.charset)
    }
    return CharsetDecoder.decode(content(of: part, in: bytes)[...], charset: part.charset)
  }
}

/// One text of a message.
package struct InboundText: Sendable {
  /// The text as it was sent, line ends and tags and all.
  package let source: String

  /// Its media type, such as `text/plain` or `text/html`.
  package let kind: String

  package init(source: String, kind: String) {
    self.source = source
    self.kind = kind
  }

  package var isHTML: Bool { kind == "text/html" || kind == "application/xhtml+xml" }

  /// The text as a reader would see it.
  package var plain: String { isHTML ? HTMLReader.plainText(source) : source }
}
