/// Tags and other marks of HTML in a text (CommonMark 0.31.2, section 6.6).
struct RawHTML {
  /// Ends that were looked for in vain: so they are not looked for again and again.
  private var missing: Set<[UInt8]> = []

  /// The end of the mark that starts here at a `<`.
  mutating func end(_ bytes: [UInt8], at start: Int, limit: Int) -> Int? {
    guard start + 1 < limit else { return nil }
    switch bytes[start + 1] {
    case UInt8(ascii: "!"):
      let text = bytes[(start + 2)..<limit]
      if text.starts(with: RawHTML.dashes) {
        let content = start + 4
        if bytes[content..<limit].first == UInt8(ascii: ">") { return content + 1 }
        if bytes[content..<limit].starts(with: RawHTML.dashAndEnd) { return content + 2 }
        return find(RawHTML.commentEnd, bytes, from: content, limit: limit)
      }
      if text.starts(with: RawHTML.dataStart) {
        return find(RawHTML.dataEnd, bytes, from: start + 9, limit: limit)
      }
      guard let first = text.first, ASCII.isLetter(first) else { return nil }
      return find(RawHTML.close, bytes, from: start + 3, limit: limit)
    case UInt8(ascii: "?"):
      return find(RawHTML.instructionEnd, bytes, from: start + 2, limit: limit)
    default: return RawHTML.tagEnd(bytes, at: start, limit: limit)
    }
  }

  private mutating func find(
    _ mark: [UInt8], _ bytes: [UInt8], from start: Int, limit: Int
  ) -> Int? {
    if missing.contains(mark) { return nil }
    var index = start
    while index + mark.count <= limit {
      if bytes[index..<index + mark.count].elementsEqual(mark) { return index + mark.count }
      index += 1
    }
    missing.insert(mark)
    return nil
  }

  private static let dashes = Array("--".utf8)
  private static let dashAndEnd = Array("->".utf8)
  private static let commentEnd = Array("-->".utf8)
  private static let dataStart = Array("[CDATA[".utf8)
  private static let dataEnd = Array("]]>".utf8)
  private static let instructionEnd = Array("?>".utf8)
  private static let close = Array(">".utf8)
}

extension RawHTML {
  /// The end of the opening or closing tag that starts here at a `<`.
  static func tagEnd(_ bytes: [UInt8], at start: Int, limit: Int) -> Int? {
    var index = start + 1
    let isClosing = index < limit && bytes[index] == UInt8(ascii: "/")
    if isClosing { index += 1 }
    guard index < limit, ASCII.isLetter(bytes[index]) else { return nil }
    while index < limit, ASCII.isAlphanumeric(bytes[index]) || bytes[index] == UInt8(ascii: "-") {
      index += 1
    }
    if !isClosing { index = attributesEnd(bytes, from: index, limit: limit) }
    index = LinkParts.skipSpace(bytes, from: index, limit: limit)
    if !isClosing, index < limit, bytes[index] == UInt8(ascii: "/") { index += 1 }
    return index < limit && bytes[index] == UInt8(ascii: ">") ? index + 1 : nil
  }

  /// Where attributes end, each with the space before it.
  private static func attributesEnd(_ bytes: [UInt8], from start: Int, limit: Int) -> Int {
    var end = start
    while true {
      var index = LinkParts.skipSpace(bytes, from: end, limit: limit)
      guard index > end, index < limit, isNameStart(bytes[index]) else { return end }
      while index < limit, isName(bytes[index]) { index += 1 }
      end = index
      index = LinkParts.skipSpace(bytes, from: index, limit: limit)
      guard index < limit, bytes[index] == UInt8(ascii: "=") else { continue }
      index = LinkParts.skipSpace(bytes, from: index + 1, limit: limit)
      guard let valueEnd = valueEnd(bytes, from: index, limit: limit) else { return end }
      end = valueEnd
    }
  }

  private static func valueEnd(_ bytes: [UInt8], from start: Int, limit: Int) -> Int? {
    guard start < limit else { return nil }
    var index = start
    if bytes[start] == UInt8(ascii: "\"") || bytes[start] == UInt8(ascii: "'") {
      index += 1
      while index < limit, bytes[index] != bytes[start] { index += 1 }
      return index < limit ? index + 1 : nil
    }
    while index < limit, bytes[index] > 0x20, !unquoted.contains(bytes[index]) { index += 1 }
    return index > start ? index : nil
  }

  private static func isNameStart(_ byte: UInt8) -> Bool {
    ASCII.isLetter(byte) || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ":")
  }

  private static func isName(_ byte: UInt8) -> Bool {
    isNameStart(byte) || ASCII.isAlphanumeric(byte) || byte == UInt8(ascii: ".")
      || byte == UInt8(ascii: "-")
  }

  /// What ends a value without quotes.
  private static let unquoted = Set("\"'=<>`".utf8)
}
