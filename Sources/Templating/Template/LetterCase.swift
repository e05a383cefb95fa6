/// Capitals and small letters as languages have them, and the letters of addresses.
enum LetterCase {
  static func upper(_ text: String, _ language: LanguageTag) -> String {
    hasDotlessI(language) ? replaced(text, "i", "İ", "ı", "I").uppercased() : text.uppercased()
  }

  static func lower(_ text: String, _ language: LanguageTag) -> String {
    hasDotlessI(language) ? replaced(text, "İ", "i", "I", "ı").lowercased() : text.lowercased()
  }

  /// With a capital at the start and the rest as it is.
  static func capitalized(_ text: String, _ language: LanguageTag) -> String {
    if language.language == "nl", text.prefix(2).lowercased() == "ij" {
      return "IJ" + text.dropFirst(2)
    }
    guard let first = text.first else { return text }
    // Only letters whose capital is one letter: "ﬁ" stays rather than become "FI".
    let capital = upper(String(first), language)
    return (capital.count == 1 ? capital : String(first)) + text.dropFirst()
  }

  /// Every byte but letters, digits and `-._~` as `%XX` (RFC 3986 section 2.3).
  static func percentEncoded(_ text: String) -> String {
    var result: [UInt8] = []
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "_"), UInt8(ascii: "~"):
        result.append(byte)
      default: result += [UInt8(ascii: "%"), digit(byte >> 4), digit(byte & 0x0F)]
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static func digit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "A") + value - 10
  }

  private static func hasDotlessI(_ language: LanguageTag) -> Bool {
    language.language == "tr" || language.language == "az"
  }

  private static func replaced(
    _ text: String, _ a: Unicode.Scalar, _ forA: Unicode.Scalar, _ b: Unicode.Scalar,
    _ forB: Unicode.Scalar
  ) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      result.append(scalar == a ? forA : scalar == b ? forB : scalar)
    }
    return String(result)
  }
}
