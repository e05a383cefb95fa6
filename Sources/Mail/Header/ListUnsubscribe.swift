/// How to opt out by mail, `<mailto:…?subject=…>` (RFC 2369 section 3.2, RFC 6068).
package struct ListUnsubscribe: Hashable, Sendable {
  /// Where the opt-out is sent.
  package let address: EmailAddress

  /// The subject of the opt-out; it may carry a token of the attempt.
  package let subject: String?

  /// The link in angle brackets.
  package let uri: String

  /// Checks the subject, and that the link fits into a line.
  package init(address: EmailAddress, subject: String? = nil) throws(HeaderError) {
    let field = "List-Unsubscribe subject"
    if let subject { _ = try HeaderValue(subject, field: field) }
    var bytes = Array("<mailto:".utf8)
    appendPercentEncoded(address.localPart, keeping: "+-._~", to: &bytes)
    bytes.append(UInt8(ascii: "@"))
    bytes.append(contentsOf: address.domain.utf8)
    if let subject, !subject.isEmpty {
      bytes.append(contentsOf: "?subject=".utf8)
      appendPercentEncoded(subject, keeping: "-._~", to: &bytes)
    }
    bytes.append(UInt8(ascii: ">"))
    if bytes.count > Self.longest {
      throw HeaderError(field: field, reason: .tooLong(octets: bytes.count, limit: Self.longest))
    }
    self.address = address
    self.subject = subject
    uri = String(decoding: bytes, as: UTF8.self)
  }

  /// A link may not be folded, and a line has at most 998 octets.
  private static let longest = 900
}

/// Appends a text as percent-encoded UTF-8; letters, digits and the bytes of `keeping` stay.
func appendPercentEncoded(_ text: String, keeping plain: StaticString, to output: inout [UInt8]) {
  plain.withUTF8Buffer { plain in
    for byte in text.utf8 {
      if byte.isAlphanumeric || plain.contains(byte) {
        output.append(byte)
      } else {
        appendHex(byte, mark: UInt8(ascii: "%"), to: &output)
      }
    }
  }
}
