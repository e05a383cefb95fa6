/// A word, number, pause or sentence end of a text, as the phrase rules see it.
struct Token {
  enum Kind: UInt8 {
    case word
    /// Digits with their signs: `50%`, `$600`, `1,000`, `4.7/5`, `20-30`, `3rd`.
    case number
    /// A comma, colon, semicolon or dash; phrases run across it.
    case pause
    /// A full stop, an ellipsis, or the end of a paragraph, heading or list item.
    case stop
    case bang
    case bangs
    case question
    case questions

    var endsSentence: Bool { rawValue >= Kind.stop.rawValue }
  }

  var kind: Kind
  /// The hash of the word in lower case; 0 where it has none to compare.
  var hash: UInt64
  var start: Int
  var end: Int
  /// Whether it is the first on its line.
  var opensLine: Bool
}

/// FNV-1a, 64 bits.
///
/// Words are compared by their hash alone: two of some thousands colliding by
/// chance is out of the question, and a forged collision would only add a finding.
struct WordHash {
  private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

  @inline(__always) mutating func add(_ byte: UInt8) {
    value = (value ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
  }

  static func of(_ word: StaticString) -> UInt64 {
    var hash = WordHash()
    word.withUTF8Buffer { for byte in $0 { hash.add(byte) } }
    return hash.value
  }
}
