/// One header field with free text as its value, such as `Subject`.
package struct HeaderField: Hashable, Sendable {
  /// The name: printable ASCII without a colon (RFC 5322 section 3.6.8).
  package let name: String

  /// The text in plain Unicode.
  package let value: HeaderValue

  /// Checks the name and the text of a field.
  package init(name: String, value: String) throws(HeaderError) {
    let isNameByte = { (byte: UInt8) in byte > 0x20 && byte < 0x7F && byte != UInt8(ascii: ":") }
    guard !name.isEmpty, name.utf8.count <= 60, name.utf8.allSatisfy(isNameByte) else {
      throw HeaderError(
        field: "header name",
        reason: .malformed(expected: "use up to 60 ASCII letters, digits and hyphens"))
    }
    self.name = name
    self.value = try HeaderValue(value, field: name)
  }

  /// Appends the field, folded and encoded where that is needed.
  func write(to header: inout HeaderFolding) {
    header.begin(name)
    header.appendText(value.description)
    header.end()
  }
}
