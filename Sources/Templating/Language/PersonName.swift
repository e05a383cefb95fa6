/// The order of a person's names, which is that of the names' own language wherever they are read.
enum PersonName {
  /// The whole name; nil unless both parts are there.
  ///
  /// - Parameter language: the language that the name comes from. Without it a name in Chinese
  ///   characters, kana or Hangul has its family name first, and any other its given name.
  static func full(first: String?, last: String?, language: LanguageTag?) -> String? {
    guard let first, let last, !first.isBlank, !last.isBlank else { return nil }
    if isEastAsian(first), isEastAsian(last) {
      // Katakana alone writes a foreign name, which keeps its order.
      return isKatakana(first) && isKatakana(last) ? "\(first)・\(last)" : last + first
    }
    return isFamilyFirst(language) ? "\(last) \(first)" : "\(first) \(last)"
  }

  /// Whether a name is written in Chinese characters, kana or Hangul.
  static func isEastAsian(_ name: String) -> Bool {
    name.unicodeScalars.allSatisfy { scalar in
      switch scalar.value {
      case 0x20, 0xB7, 0x3000, 0x3005...0x3007, 0x3041...0x30FF, 0x3400...0x9FFF,
        0xAC00...0xD7A3, 0xF900...0xFAFF, 0x20000...0x3FFFF:
        return true
      default: return false
      }
    }
  }

  private static func isKatakana(_ name: String) -> Bool {
    name.unicodeScalars.allSatisfy { (0x30A0...0x30FF).contains($0.value) }
  }

  private static func isFamilyFirst(_ language: LanguageTag?) -> Bool {
    switch language?.language {
    case "hu", "ja", "ko", "vi", "zh": true
    default: false
    }
  }
}
