import Testing

@testable import Liaison

@Suite("AudienceSize")
struct AudienceSizeTests {
  static let sizes: [(String, Int)] = [
    ("0", 0), ("7", 7), ("12500", 12_500), ("12,500", 12_500), ("12.500", 12_500),
    ("1,234,567", 1_234_567), ("1.234.567", 1_234_567), ("12 500", 12_500),
    ("1 234 567", 1_234_567),
    ("12\u{A0}500", 12_500), ("12\u{202F}500", 12_500), ("12'500", 12_500), ("12’500", 12_500),
    ("12.5k", 12_500), ("12.5K", 12_500), ("12,5k", 12_500), ("12.5 k", 12_500),
    ("1.2M", 1_200_000),
    ("1,2M", 1_200_000), ("1.25M", 1_250_000), ("1.234k", 1_234), ("1,234k", 1_234_000),
    ("2B", 2_000_000_000), ("3万", 30_000), ("3.5万", 35_000), ("3 萬", 30_000), ("1.5亿", 150_000_000),
    ("5千", 5_000), ("3.5w", 35_000), ("3만", 30_000), ("2억", 200_000_000), ("10k+", 10_000),
    ("500+", 500), ("１２５００", 12_500), ("12，500", 12_500), ("3.55555k", 3_555),
    ("007", 7), ("100000000000", 100_000_000_000),
  ]

  @Test("A number is read as people write it", arguments: sizes)
  func reads(_ text: String, _ expected: Int) {
    #expect(parse(text) == expected)
  }

  static let others = [
    "", " ", "k", "+", "-5", "−5", "1.5", "12.50", "1,23", "1,2345", "1,,234", "1.234,567", ",500",
    "500,", "12 5", "10k-50k", "10kk", "many", "1e5", "0x10", "½", "12.5.5k", "100000000001",
    "99999999999999999999", "9999999999999999999k", "999999B", "3万5", "k12", "12500 followers", "٣",
  ]

  @Test("What is no number of people is refused", arguments: others)
  func refuses(_ text: String) {
    #expect(parse(text) == nil)
  }

  private func parse(_ text: String) -> Int? {
    Array(text.utf8).withUnsafeBufferPointer { AudienceSize.parse($0) }
  }
}
