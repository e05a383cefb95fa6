/// How many columns text takes on a terminal.
///
/// Wide and full-width characters of East Asian scripts (UAX #11) and emoji take two columns,
/// combining marks and other invisible characters none. Control characters count as the visible
/// escape that `neutralised(_:keepingLines:)` makes of them, since that is how they are shown.
package enum DisplayWidth {
  package static func of(_ text: String) -> Int {
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text.utf8.count }
    return neutralised(text).reduce(0) { $0 + of($1) }
  }

  /// The columns of one character as a reader sees it (a grapheme cluster).
  package static func of(_ character: Character) -> Int {
    let scalars = character.unicodeScalars
    guard let first = scalars.first else { return 0 }
    if scalars.count == 1 { return of(first) }
    if first.properties.isEmoji, !isRegionalIndicator(first),
      first.properties.isEmojiPresentation || scalars.contains(emojiSelector)
    {
      return 2
    }
    return scalars.reduce(0) { $0 + of($1) }
  }

  /// Text cut to a number of columns, the last one an ellipsis where something was cut.
  package static func truncated(_ text: String, to columns: Int) -> String {
    let text = neutralised(text)
    guard of(text) > columns else { return text }
    guard columns > 0 else { return "" }
    var kept = ""
    var width = 0
    for character in text {
      width += of(character)
      if width > columns - 1 { break }
      kept.append(character)
    }
    return kept + "…"
  }

  private static let emojiSelector: Unicode.Scalar = "\u{FE0F}"

  private static func isRegionalIndicator(_ scalar: Unicode.Scalar) -> Bool {
    (0x1F1E6...0x1F1FF).contains(scalar.value)
  }

  private static func of(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case 0x20..<0x7F, 0xA0..<0x300: return 1
    case 0x4E00...0x9FFF, 0xAC00...0xD7A3, 0x3041...0x3096, 0x30A1...0x30FA: return 2
    // The vowels and final consonants of a Hangul syllable join the consonant before them.
    case 0x1160...0x11FF, 0xD7B0...0xD7FF: return 0
    // Arabic and other signs that are format characters, and yet are drawn.
    case 0x600...0x605, 0x6DD, 0x70F, 0x890...0x891, 0x8E2, 0x110BD, 0x110CD: return 1
    default: break
    }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control: return 0
    default: break
    }
    if isRegionalIndicator(scalar) { return 1 }
    return isWide(scalar.value) || scalar.properties.isEmojiPresentation ? 2 : 1
  }

  /// Whether East_Asian_Width is Wide or Fullwidth, emoji aside (UCD 14, EastAsianWidth.txt).
  private static func isWide(_ value: UInt32) -> Bool {
    switch value {
    case 0x1100...0x115F, 0x2329...0x232A, 0x2E80...0x303E, 0x3041...0x3247, 0x3250...0x4DBF,
      0x4E00...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7AF, 0xF900...0xFAFF, 0xFE10...0xFE1F,
      0xFE30...0xFE6F, 0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x16FE0...0x18DFF, 0x1AFF0...0x1B2FF,
      0x1F200...0x1F265, 0x20000...0x3FFFD:
      true
    default: false
    }
  }
}
