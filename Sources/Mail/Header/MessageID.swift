/// The worldwide name of one message, `<left@right>` (RFC 5322 section 3.6.4).
package struct MessageID: Hashable, Sendable, CustomStringConvertible {
  /// The identifier in angle brackets.
  package let description: String

  /// Reads an identifier with or without its angle brackets.
  ///
  /// More is taken than the RFC allows, since a reply must repeat what other programs made up:
  /// printable ASCII without spaces and angle brackets, with an `@` inside.
  package init(_ raw: String) throws(HeaderError) {
    var id = Substring(try HeaderValue(raw, field: "Message-ID").trimmed)
    if id.hasPrefix("<"), id.hasSuffix(">") { id = id.dropFirst().dropLast() }
    if id.utf8.count > Self.longest {
      throw HeaderError(
        field: "Message-ID", reason: .tooLong(octets: id.utf8.count, limit: Self.longest))
    }
    let isAllowed = { (byte: UInt8) in
      byte > 0x20 && byte < 0x7F && byte != UInt8(ascii: "<") && byte != UInt8(ascii: ">")
    }
    guard id.utf8.allSatisfy(isAllowed), id.contains("@"), !id.hasPrefix("@"), !id.hasSuffix("@")
    else {
      throw HeaderError(
        field: "Message-ID",
        reason: .malformed(expected: "write it like <name@example.com>, in ASCII, without spaces"))
    }
    description = "<\(id)>"
  }

  /// Keeps the line well below the 998 octets that RFC 5322 allows.
  private static let longest = 900
}
