/// What a scalar outside ASCII means to the tokenizer.
enum ScalarClass {
  case letter
  /// A script written without spaces between words: each scalar is a word of its own, so that a
  /// phrase is found anywhere, without word boundaries.
  case ideograph
  case white
  /// Invisible inside words: zero-width marks and the soft hyphen.
  case ignored
  case pause
  case stop
  case bang
  case question
  case currency
  case apostrophe
  /// Quotation marks, brackets, dashes inside words, symbols, emoji.
  case other

  init(_ scalar: UInt32) {
    switch scalar {
    case 0x00AA, 0x00B5, 0x00BA: self = .letter
    case 0x00A0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: self = .white
    case 0x00AD, 0x180E, 0x200B...0x200F, 0x2060...0x2064, 0xFE00...0xFE0F, 0xFEFF: self = .ignored
    case 0x00A2...0x00A5, 0x20A0...0x20CF, 0xFFE0, 0xFFE1, 0xFFE5, 0xFFE6: self = .currency
    case 0x0080...0x00BF, 0x00D7, 0x00F7: self = .other
    case 0x02BC, 0x2018, 0x2019, 0xFF07: self = .apostrophe
    case 0x060C, 0x061B, 0x2012...0x2015, 0x3001, 0xFF0C, 0xFF1A, 0xFF1B, 0xFF64: self = .pause
    case 0x06D4, 0x0964, 0x2026, 0x3002, 0xFF0E, 0xFF61: self = .stop
    case 0xFF01: self = .bang
    case 0x061F, 0xFF1F: self = .question
    case 0x3005...0x3007, 0x3041...0x3096, 0x309D...0x309F, 0x30A1...0x30FA, 0x30FC...0x30FF,
      0x3400...0x9FFF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFF66...0xFF9F, 0x20000...0x3FFFD:
      self = .ideograph
    case 0x2010...0x205E, 0x2190...0x2BFF, 0x2E00...0x2E7F, 0x3003...0x3040, 0x3097...0x30FF,
      0xFF01...0xFF0F, 0xFFFC, 0xFFFD, 0x1F000...0x1FAFF, 0xE0000...0xE0FFF:
      self = .other
    default: self = .letter
    }
  }
}

/// Reading scalars out of UTF-8.
enum UTF8Reader {
  /// The scalar at `index` and its length in bytes; a malformed byte reads as U+FFFD of length 1.
  static func scalar(in bytes: [UInt8], at index: Int, end: Int) -> (value: UInt32, length: Int) {
    let first = UInt32(bytes[index])
    func tail(_ offset: Int) -> UInt32? {
      guard index + offset < end else { return nil }
      let byte = bytes[index + offset]
      return byte & 0xC0 == 0x80 ? UInt32(byte & 0x3F) : nil
    }
    if first < 0x80 { return (first, 1) }
    if first & 0xE0 == 0xC0, let second = tail(1) {
      return ((first & 0x1F) << 6 | second, 2)
    }
    if first & 0xF0 == 0xE0, let second = tail(1), let third = tail(2) {
      return ((first & 0x0F) << 12 | second << 6 | third, 3)
    }
    if first & 0xF8 == 0xF0, let second = tail(1), let third = tail(2), let fourth = tail(3) {
      return ((first & 0x07) << 18 | second << 12 | third << 6 | fourth, 4)
    }
    return (0xFFFD, 1)
  }
}
