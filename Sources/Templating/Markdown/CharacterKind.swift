/// What a character beside a run of delimiters counts as.
enum CharacterKind {
  /// White space, or the start or end of the text.
  case space
  case punctuation
  /// Mail only: Chinese, Japanese or Korean, letter or punctuation. There are no spaces around
  /// words there, so `**「今日」**は` would stay unmatched if its marks counted as punctuation.
  case ideograph
  case other
}

enum ASCII {
  static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

  static func isAlphanumeric(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 || isLetter(byte) }

  static func hexDigit(_ byte: UInt8) -> UInt32? {
    if byte &- 0x30 < 10 { return UInt32(byte - 0x30) }
    let letter = (byte | 0x20) &- 0x61
    return letter < 6 ? UInt32(letter) + 10 : nil
  }

  static func isPunctuation(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: return true
    default: return false
    }
  }
}

extension Array where Element == UInt8 {
  /// How many times the byte at an index stands there in a row.
  func runLength(at index: Int, limit: Int) -> Int {
    var end = index
    while end < limit, self[end] == self[index] { end += 1 }
    return end - index
  }

  func kindOfCharacter(before index: Int, limit: Int, mode: MarkdownMode) -> CharacterKind {
    guard index > limit else { return .space }
    var start = index - 1
    while start > limit, self[start] & 0xC0 == 0x80 { start -= 1 }
    return kind(of: self[start..<index], mode)
  }

  func kindOfCharacter(at index: Int, limit: Int, mode: MarkdownMode) -> CharacterKind {
    guard index < limit else { return .space }
    var end = index + 1
    while end < limit, self[end] & 0xC0 == 0x80 { end += 1 }
    return kind(of: self[index..<end], mode)
  }

  private func kind(of bytes: ArraySlice<UInt8>, _ mode: MarkdownMode) -> CharacterKind {
    guard let first = bytes.first else { return .space }
    switch first {
    case 0x20, 0x09...0x0D: return .space
    case 0..<0x80: return ASCII.isPunctuation(first) ? .punctuation : .other
    case 0xF8...: return .other  // part of a value, which never means anything to Markdown
    default: break
    }
    guard let scalar = String(decoding: bytes, as: UTF8.self).unicodeScalars.first else {
      return .other
    }
    if mode == .mail, scalar.value != 0x3000, DisplayWidth.of(scalar.value) == 2 {
      return .ideograph
    }
    switch scalar.properties.generalCategory {
    case .spaceSeparator: return .space
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation,
      .initialPunctuation, .finalPunctuation, .otherPunctuation, .mathSymbol, .currencySymbol,
      .modifierSymbol, .otherSymbol:
      return .punctuation
    default: return .other
    }
  }
}
