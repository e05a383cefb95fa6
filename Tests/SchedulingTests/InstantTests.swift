import Foundation
import Testing

@testable import Scheduling

@Suite struct InstantTests {
  @Test(arguments: [
    ("1970-01-01T00:00:00Z", 0),
    ("2026-11-24T10:32:00Z", 1_795_516_320_000_000),
    ("2026-11-24T10:32:00+05:45", 1_795_495_620_000_000),
    ("2026-11-24T10:32:00-03:30", 1_795_528_920_000_000),
    ("2026-11-24T10:32:00.25Z", 1_795_516_320_250_000),
    ("2026-11-24T10:32:00.1234567891234567891234Z", 1_795_516_320_123_456),
    ("1969-12-31T23:59:59.999999Z", -1),
    ("2038-01-19T03:14:08Z", 2_147_483_648_000_000),
    ("2024-02-29T12:00:00Z", 1_709_208_000_000_000),
    ("2000-02-29T00:00:00Z", 951_782_400_000_000),
  ])
  func iso8601IsRead(text: String, microseconds: Int64) {
    #expect(Instant(iso8601: text)?.microseconds == microseconds)
  }

  @Test(arguments: [
    "", "2026-11-24", "2026-11-24T10:32:00", "2026-11-24 10:32:00Z", "2026-11-24T10:32Z",
    "2026-11-24T24:00:00Z", "2026-11-24T10:60:00Z", "2026-11-24T10:32:60Z", "2026-02-29T00:00:00Z",
    "2026-13-01T00:00:00Z", "2026-00-10T00:00:00Z", "2026-01-00T00:00:00Z", "2026-11-31T00:00:00Z",
    "2026-11-24T10:32:00.Z", "2026-11-24T10:32:00+24:00", "2026-11-24T10:32:00+0100",
    "2026-11-24T10:32:00Z ", "٢٠٢٦-11-24T10:32:00Z", "20260-11-24T10:32:00Z",
    "2026-11-24t10:32:00z",
    "1900-02-29T00:00:00Z",
  ])
  func anythingElseIsRefused(text: String) {
    #expect(Instant(iso8601: text) == nil)
  }

  @Test func whatIsWrittenIsReadBack() throws {
    let seed: UInt64 = 20_260_101
    var random = SplitMix64(seed: seed)
    for _ in 0..<5_000 {
      // The years 0 to 9999.
      let instant = Instant(
        microseconds: .random(
          in: -62_167_219_200_000_000..<253_402_300_800_000_000, using: &random))
      #expect(Instant(iso8601: instant.iso8601) == instant, "seed \(seed), \(instant.microseconds)")
    }
  }

  @Test func secondsAreRoundedDown() {
    #expect(Instant(microseconds: 1_999_999).seconds == 1)
    #expect(Instant(microseconds: -1).seconds == -1)
    #expect(Instant(microseconds: -1_000_000).seconds == -1)
    #expect(Instant(microseconds: 1).secondsRoundedUp == 1)
    #expect(Instant(microseconds: -1).secondsRoundedUp == 0)
    #expect(Instant(microseconds: .min).seconds == -9_223_372_036_855)
    #expect(Instant(microseconds: .max).secondsRoundedUp == 9_223_372_036_855)
  }

  @Test func arithmeticStopsAtTheEndsOfTheRange() {
    #expect(Instant(seconds: .max).microseconds == .max)
    #expect(Instant(seconds: .min).microseconds == .min)
    #expect(Instant(microseconds: 5).adding(seconds: -1).microseconds == -999_995)
    #expect(Instant(microseconds: .max).adding(seconds: 1).microseconds == .max)
    #expect(Instant(microseconds: .min).adding(seconds: -1).microseconds == .min)
    #expect(Instant(microseconds: 1).adding(seconds: .max).microseconds == .max)
  }

  @Test func theEndsOfTheRangeCanBePrinted() {
    #expect(Instant(microseconds: .max).iso8601 == "294247-01-10T04:00:54.775807Z")
    #expect(Instant(microseconds: .min).iso8601 == "-290308-12-21T19:59:05.224192Z")
  }

  @Test func itIsEncodedAsMicroseconds() throws {
    let data = try JSONEncoder().encode([Instant(microseconds: -7)])
    #expect(String(decoding: data, as: UTF8.self) == "[-7]")
    #expect(try JSONDecoder().decode([Instant].self, from: data) == [Instant(microseconds: -7)])
  }
}
