import Foundation
import Mail
import Testing

@Suite struct MailDateTests {
  @Test(
    "A date is written on the sender's clock",
    arguments: [
      (0, 0, "Thu, 01 Jan 1970 00:00:00 +0000"),
      (1_751_353_500, 7200, "Tue, 01 Jul 2025 09:05:00 +0200"),
      (1_751_353_500, -12_600, "Tue, 01 Jul 2025 03:35:00 -0330"),
      (1_751_353_500, 20_700, "Tue, 01 Jul 2025 12:50:00 +0545"),
      (1_709_164_799, 0, "Wed, 28 Feb 2024 23:59:59 +0000"),
      (1_709_164_800, 0, "Thu, 29 Feb 2024 00:00:00 +0000"),
      (1_735_689_599, 3600, "Wed, 01 Jan 2025 00:59:59 +0100"),
      (-1, 0, "Wed, 31 Dec 1969 23:59:59 +0000"),
      (951_782_400, 0, "Tue, 29 Feb 2000 00:00:00 +0000"),
      // Seconds of old local mean times have no place in the format.
      (0, 1172, "Thu, 01 Jan 1970 00:19:00 +0019"),
      (0, -1172, "Wed, 31 Dec 1969 23:41:00 -0019"),
    ] as [(Int64, Int, String)])
  func isWrittenOnTheSendersClock(seconds: Int64, offset: Int, text: String) throws {
    #expect(try MailDate(seconds: seconds, offsetSeconds: offset).description == text)
  }

  @Test func anyDayAgreesWithFoundation() throws {
    var random = SplitMix64("anyDayAgreesWithFoundation")
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = .gmt
    let months = [
      "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
    let days = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
    for _ in 0..<300 {
      let seconds = Int64.random(in: -2_208_902_400...253_402_214_399, using: &random)
      let date = calendar.dateComponents(
        [.weekday, .day, .month, .year], from: Date(timeIntervalSince1970: Double(seconds)))
      let day = try #require(date.day)
      let expected =
        "\(days[try #require(date.weekday) - 1]), \(day < 10 ? "0" : "")\(day) "
        + "\(months[try #require(date.month) - 1]) \(try #require(date.year)) "
      let written = try MailDate(seconds: seconds, offsetSeconds: 0).description
      #expect(written.hasPrefix(expected), "seed \(random.seed)")
    }
  }

  @Test(
    "A date without a year of four digits, or an offset of a day, is refused",
    arguments: [
      (Int64.max, 0), (Int64.min, 0), (253_402_214_400, 0), (0, 86_400), (0, -86_400),
      (0, Int.max), (0, Int.min),
    ] as [(Int64, Int)])
  func badDateIsRefused(seconds: Int64, offset: Int) {
    #expect(throws: HeaderError.self) { try MailDate(seconds: seconds, offsetSeconds: offset) }
  }
}
