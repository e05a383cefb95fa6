/// `(address "title")` behind the closing bracket of a link.
struct LinkTarget {
  /// Nil where the mode does not allow it.
  let destination: [UInt8]?
  private(set) var title: Range<Int>?
  /// The byte behind the closing parenthesis.
  let end: Int

  /// Nil where no target is written.
  init?(_ bytes: [UInt8], at start: Int, limit: Int, mode: MarkdownMode) {
    guard start < limit, bytes[start] == UInt8(ascii: "(") else { return nil }
    var index = LinkTarget.skipSpace(bytes, from: start + 1, limit: limit)
    guard let address = LinkTarget.address(bytes, at: index, limit: limit) else { return nil }
    index = LinkTarget.skipSpace(bytes, from: address.end, limit: limit)
    if index > address.end, index < limit,
      let title = LinkTarget.title(bytes, at: index, limit: limit)
    {
      self.title = title
      index = LinkTarget.skipSpace(bytes, from: title.upperBound + 1, limit: limit)
    }
    guard index < limit, bytes[index] == UInt8(ascii: ")") else { return nil }
    let destination = LinkTarget.unescaped(bytes[address.range])
    self.destination =
      mode.allows(destination) ? LinkTarget.percentEncoded(destination) : nil
    self.end = index + 1
  }

  private static func skipSpace(_ bytes: [UInt8], from start: Int, limit: Int) -> Int {
    var index = start
    while index < limit, bytes[index] == 0x20 || bytes[index] == 0x09 || bytes[index] == 0x0A {
      index += 1
    }
    return index
  }

  private static func address(
    _ bytes: [UInt8], at start: Int, limit: Int
  ) -> (range: Range<Int>, end: Int)? {
    var index = start
    if index < limit, bytes[index] == UInt8(ascii: "<") {
      index += 1
      while index < limit, bytes[index] != UInt8(ascii: ">") {
        if bytes[index] == UInt8(ascii: "<") || bytes[index] == 0x0A { return nil }
        index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
      }
      return index < limit ? (start + 1..<index, index + 1) : nil
    }
    var depth = 0
    scan: while index < limit {
      switch bytes[index] {
      case 0...0x20, 0x7F: break scan
      case UInt8(ascii: "("):
        depth += 1
        if depth > 32 { return nil }
      case UInt8(ascii: ")"):
        if depth == 0 { break scan }
        depth -= 1
      case UInt8(ascii: "\\"):
        if index + 1 < limit, ASCII.isPunctuation(bytes[index + 1]) { index += 1 }
      default: break
      }
      index += 1
    }
    return depth == 0 ? (start..<index, index) : nil
  }

  private static func title(_ bytes: [UInt8], at start: Int, limit: Int) -> Range<Int>? {
    let opening = bytes[start]
    let closing: UInt8
    switch opening {
    case UInt8(ascii: "\""), UInt8(ascii: "'"): closing = opening
    case UInt8(ascii: "("): closing = UInt8(ascii: ")")
    default: return nil
    }
    var index = start + 1
    while index < limit, bytes[index] != closing {
      if opening == UInt8(ascii: "("), bytes[index] == opening { return nil }
      index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
    }
    return index < limit ? start + 1..<index : nil
  }

  /// The text without the backslashes before punctuation and without the marks of values.
  ///
  /// A value behind a `?` or `#` is one part of the query: what would end it is percent-encoded.
  private static func unescaped(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var isQuery = false
    var index = bytes.startIndex
    while index < bytes.endIndex {
      var byte = bytes[index]
      if Literal.isLead(byte), index + 1 < bytes.endIndex {
        index += 1
        byte = Literal.decode(byte, bytes[index])
        if isQuery, queryMarks.contains(byte) {
          result.append(contentsOf: percentEncoded(byte))
        } else {
          result.append(byte)
        }
      } else {
        if byte == UInt8(ascii: "\\"), index + 1 < bytes.endIndex,
          ASCII.isPunctuation(bytes[index + 1])
        {
          index += 1
          byte = bytes[index]
        }
        if byte == UInt8(ascii: "?") || byte == UInt8(ascii: "#") { isQuery = true }
        result.append(byte)
      }
      index += 1
    }
    return result
  }

  private static let queryMarks = Set("&#=+?()".utf8)

  private static func percentEncoded(_ byte: UInt8) -> [UInt8] {
    [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 0x0F)]]
  }

  private static let digits = Array("0123456789ABCDEF".utf8)

  /// The address with all bytes encoded that RFC 3986 does not have in addresses.
  static func percentEncoded(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "!"),
        UInt8(ascii: "#")...UInt8(ascii: "/"),
        UInt8(ascii: ":"), UInt8(ascii: ";"), UInt8(ascii: "="), UInt8(ascii: "?"),
        UInt8(ascii: "@"), UInt8(ascii: "_"), UInt8(ascii: "~"):
        result.append(byte)
      default:
        result.append(contentsOf: percentEncoded(byte))
      }
    }
    return result
  }
}

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
      self.destination = LinkTarget.percentEncoded(address)
    } else {
      guard Autolink.isMailbox(address) else { return nil }
      self.destination = Array("mailto:".utf8) + LinkTarget.percentEncoded(address)
    }
  }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26
  }

  private static func hasScheme(_ bytes: [UInt8]) -> Bool {
    guard let colon = bytes.prefix(33).firstIndex(of: UInt8(ascii: ":")), colon >= 2,
      (bytes[0] | 0x20) &- 0x61 < 26
    else { return false }
    return bytes[..<colon].allSatisfy { byte in
      isAlphanumeric(byte) || byte == UInt8(ascii: "+") || byte == UInt8(ascii: ".")
        || byte == UInt8(ascii: "-")
    }
  }

  /// Whether this is an address as HTML has it for `<input type=email>`.
  private static func isMailbox(_ bytes: [UInt8]) -> Bool {
    guard let at = bytes.firstIndex(of: UInt8(ascii: "@")), at > 0 else { return false }
    let marks = Array(".!#$%&'*+/=?^_`{|}~-".utf8)
    guard bytes[..<at].allSatisfy({ isAlphanumeric($0) || marks.contains($0) }) else {
      return false
    }
    let labels = bytes[(at + 1)...].split(
      separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    return labels.allSatisfy { label in
      guard let first = label.first, let last = label.last, label.count <= 63 else { return false }
      return isAlphanumeric(first) && isAlphanumeric(last)
        && label.allSatisfy { isAlphanumeric($0) || $0 == UInt8(ascii: "-") }
    }
  }
}
