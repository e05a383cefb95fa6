import Testing

@testable import CommandLineKit

@Suite struct DisplayWidthTests {
  @Test(
    "Text takes the columns that a terminal gives it",
    arguments: [
      ("", 0), ("abc", 3), ("Zoë", 3), ("Zoe\u{308}", 3), ("李雷", 4), ("こんにちは", 10),
      ("안녕", 4), ("\u{1112}\u{1161}\u{11AB}", 2), ("カﾞ", 3), ("ＡＢ", 4), ("ﾊﾛｰ", 3),
      ("مرحبا", 5), ("مَرحَبا", 5), ("Привет", 6), ("नमस्ते", 4), ("สวัสดี", 4), ("👍", 2),
      ("👍🏽", 2), ("👩‍💻", 2), ("👨‍👩‍👧‍👦", 2), ("🇩🇪", 2), ("❤", 1), ("❤️", 2), ("1️⃣", 2),
      ("☃", 1), ("⌚", 2), ("…", 1), ("–", 1), ("、。", 4), ("㈱", 2), ("𠀋", 2), ("\u{200B}", 0),
      ("a\u{200D}b", 2), ("\u{FEFF}", 0), ("\u{1B}", 6), ("\n", 2), ("﷽", 1), ("🏴󠁧󠁢󠁥󠁮󠁧󠁿", 2),
    ])
  func widths(text: String, expected: Int) {
    #expect(DisplayWidth.of(text) == expected)
  }

  @Test(
    "Text is cut between characters, and never wider than asked",
    arguments: [
      ("abcdef", 6, "abcdef"), ("abcdef", 5, "abcd…"), ("李雷李雷", 8, "李雷李雷"),
      ("李雷李雷", 7, "李雷李…"), ("李雷李雷", 6, "李雷…"), ("abc", 1, "…"), ("abc", 0, ""),
      ("abc", -1, ""), ("👩‍💻👩‍💻", 3, "👩‍💻…"), ("e\u{301}e\u{301}e\u{301}", 2, "e\u{301}…"),
      ("a\u{1B}b", 7, "a\\u{1B…"), ("李", 1, "…"),
    ])
  func truncation(text: String, columns: Int, expected: String) {
    #expect(DisplayWidth.truncated(text, to: columns) == expected)
  }

  @Test("Any scalar has a width of zero, one or two")
  func allScalars() {
    var wide = 0
    for value in stride(from: UInt32(0x20), through: 0x10FFFF, by: 7) {
      guard let scalar = Unicode.Scalar(value), scalar.properties.generalCategory != .control
      else { continue }
      let width = DisplayWidth.of(Character(scalar))
      #expect((0...2).contains(width))
      wide += width == 2 ? 1 : 0
    }
    #expect(wide > 25_000)
  }
}
