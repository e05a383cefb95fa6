/// Words that equal no other: merge tags, code, links.
extension Tokenizer {
  mutating func readToWhite() {
    while position < end {
      switch bytes[position] {
      case 0...0x20, UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: ")"), UInt8(ascii: "\""):
        return
      default: position += 1
      }
    }
  }

  /// A merge tag.
  ///
  /// One that prints is a word; sections and comments are transparent.
  mutating func tag() -> Token? {
    let start = position
    let brace = UInt8(ascii: "{")
    while byteAt(position) == brace { position += 1 }
    guard position - start >= 2 else { return nil }
    let mark = byteAt(position)
    let inner = position
    while position < end, bytes[position] != brace, bytes[position] != UInt8(ascii: "}") {
      position += 1
    }
    guard byteAt(position) == UInt8(ascii: "}") else {
      position = inner
      return nil
    }
    while byteAt(position) == UInt8(ascii: "}") { position += 1 }
    switch mark {
    case UInt8(ascii: "#"), UInt8(ascii: "/"), UInt8(ascii: "^"), UInt8(ascii: "!"),
      UInt8(ascii: "="):
      return nil
    default: return token(.word, from: start)
    }
  }

  /// Inline code between backquotes on one line.
  mutating func code() -> Token? {
    let start = position
    let backquote = UInt8(ascii: "`")
    while byteAt(position) == backquote { position += 1 }
    guard position >= noBackquoteBefore else { return nil }
    var close = position
    while close < end, bytes[close] != backquote, bytes[close] != ASCII.newline { close += 1 }
    guard byteAt(close) == backquote else {
      noBackquoteBefore = close
      return nil
    }
    position = close
    while byteAt(position) == backquote { position += 1 }
    return token(.word, from: start)
  }
}
