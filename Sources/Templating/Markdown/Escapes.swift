/// Backslashes before punctuation, and references to characters.
enum Escapes {
  /// Where the character after this one starts; a backslash and what it escapes count as one.
  @inline(__always)
  static func next(_ bytes: [UInt8], after index: Int, limit: Int) -> Int {
    let isEscape =
      bytes[index] == UInt8(ascii: "\\") && index + 1 < limit
      && ASCII.isPunctuation(bytes[index + 1])
    return index + (isEscape ? 2 : 1)
  }

  /// The text that is meant, without the marks of values.
  static func decoded(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var index = bytes.startIndex
    while index < bytes.endIndex { index = append(bytes, at: index, to: &result) }
    return result
  }

  /// Writes one character and returns where the next starts.
  static func append(_ bytes: ArraySlice<UInt8>, at index: Int, to result: inout [UInt8]) -> Int {
    let byte = bytes[index]
    let next = index + 1
    if byte == UInt8(ascii: "\\"), next < bytes.endIndex, ASCII.isPunctuation(bytes[next]) {
      result.append(bytes[next])
      return next + 1
    }
    if byte == UInt8(ascii: "&"), let reference = CharacterReference(bytes[index...]) {
      result += reference.text
      return reference.end
    }
    if Literal.isLead(byte), next < bytes.endIndex {
      result.append(Literal.decode(byte, bytes[next]))
      return next + 1
    }
    result.append(byte)
    return next
  }
}

/// `&copy;`, `&#169;` or `&#xA9;` (CommonMark 0.31.2, section 2.5).
struct CharacterReference {
  /// The UTF-8 it stands for.
  let text: [UInt8]
  /// The byte behind the semicolon.
  let end: Int

  /// Reads a reference at the start of a text; nil where there is none, or its name is unknown.
  init?(_ bytes: ArraySlice<UInt8>) {
    var index = bytes.startIndex + 1
    func isNext(_ byte: UInt8) -> Bool { index < bytes.endIndex && bytes[index] == byte }

    guard isNext(UInt8(ascii: "#")) else {
      let start = index
      while index < bytes.endIndex, ASCII.isAlphanumeric(bytes[index]) { index += 1 }
      guard isNext(UInt8(ascii: ";")), let text = NamedCharacters.character(bytes[start..<index])
      else { return nil }
      self.text = text
      self.end = index + 1
      return
    }
    index += 1
    let isHex = isNext(UInt8(ascii: "x")) || isNext(UInt8(ascii: "X"))
    if isHex { index += 1 }
    let start = index
    var value: UInt32 = 0
    while index < bytes.endIndex, index - start < 8, let digit = ASCII.hexDigit(bytes[index]),
      isHex || digit < 10
    {
      value = value * (isHex ? 16 : 10) + digit
      index += 1
    }
    guard (1...(isHex ? 6 : 7)).contains(index - start), isNext(UInt8(ascii: ";")) else {
      return nil
    }
    let scalar = value == 0 ? nil : Unicode.Scalar(value)
    self.text = Array(String(Character(scalar ?? "\u{FFFD}")).utf8)
    self.end = index + 1
  }
}
