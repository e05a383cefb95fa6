/// `<https://acme.example>` or `<me@acme.example>`.
struct Autolink {
  let destination: [UInt8]
  /// The text between the angle brackets.
  let text: Range<Int>

  /// Nil where none is written, or the mode does not allow it.
  init?(_ bytes: [UInt8], at start: Int, limit: Int, mode: MarkdownMode) {
    var index = start + 1
    while index < limit, bytes[index] != UInt8(ascii: ">") {
      if bytes[index] <= 0x20 || bytes[index] == UInt8(ascii: "<") { return nil }
      index += 1
    }
    guard index < limit else { return nil }
    self.text = start + 1..<index
    let address = Literal.decoded(bytes[text])
    if Autolink.hasScheme(address) {
      guard mode.allows(address), !address.contains(0x20) else { return nil }
      self.destination = LinkAddress.percentEncoded(address)
    } else {
      guard Autolink.isMailbox(address) else { return nil }
      self.destination = Array("mailto:".utf8) + LinkAddress.percentEncoded(address)
    }
  }

  private static func hasScheme(_ bytes: [UInt8]) -> Bool {
    guard let colon = bytes.prefix(33).firstIndex(of: UInt8(ascii: ":")), colon >= 2,
      ASCII.isLetter(bytes[0])
    else { return false }
    return bytes[..<colon].allSatisfy { byte in
      ASCII.isAlphanumeric(byte) || byte == UInt8(ascii: "+") || byte == UInt8(ascii: ".")
        || byte == UInt8(ascii: "-")
    }
  }

  /// Whether this is an address as HTML has it for `<input type=email>`.
  private static func isMailbox(_ bytes: [UInt8]) -> Bool {
    guard let at = bytes.firstIndex(of: UInt8(ascii: "@")), at > 0 else { return false }
    let marks = Array(".!#$%&'*+/=?^_`{|}~-".utf8)
    guard bytes[..<at].allSatisfy({ ASCII.isAlphanumeric($0) || marks.contains($0) }) else {
      return false
    }
    let labels = bytes[(at + 1)...].split(
      separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    return labels.allSatisfy { label in
      guard let first = label.first, let last = label.last, label.count <= 63 else { return false }
      return ASCII.isAlphanumeric(first) && ASCII.isAlphanumeric(last)
        && label.allSatisfy { ASCII.isAlphanumeric($0) || $0 == UInt8(ascii: "-") }
    }
  }
}
