import Testing

@testable import Scheduling

/// When a window is next open, and until when.
struct SendWindowOpeningsTests {
  private func opening(_ window: String, _ zone: String, _ from: String) throws -> String? {
    let zones = try ZoneDatabase()
    let start = try #require(Instant(iso8601: from))
    return try SendWindow(window).nextOpening(
      from: start, in: zones.zone(TimeZoneName(zone, in: zones))
    ).map { "\($0.lowerBound.iso8601) \($0.upperBound.iso8601)" }
  }

  @Test(arguments: [
    // Before it, inside it, behind it, and over a week-end.
    ("2026-11-24T05:00:00Z", "2026-11-24T09:00:00Z 2026-11-24T17:00:00Z"),
    ("2026-11-24T12:30:00Z", "2026-11-24T12:30:00Z 2026-11-24T17:00:00Z"),
    ("2026-11-24T17:00:00Z", "2026-11-25T09:00:00Z 2026-11-25T17:00:00Z"),
    ("2026-11-27T17:00:01Z", "2026-11-30T09:00:00Z 2026-11-30T17:00:00Z"),
  ])
  func `an opening begins with the hours or with the asking, and ends with the hours`(
    from: String, expected: String
  ) throws {
    #expect(try opening("Mon-Fri 10:00-18:00", "Europe/Berlin", from) == expected)
  }

  @Test func `a change of the clocks makes it longer or shorter`() throws {
    // 02:00 to 03:00 comes twice on 2026-10-25 and not at all on 2026-03-29.
    #expect(
      try opening("Sun 01:00-04:00", "Europe/Berlin", "2026-10-24T12:00:00Z")
        == "2026-10-24T23:00:00Z 2026-10-25T03:00:00Z")
    #expect(
      try opening("Sun 01:00-04:00", "Europe/Berlin", "2026-03-28T12:00:00Z")
        == "2026-03-29T00:00:00Z 2026-03-29T02:00:00Z")
    #expect(
      try opening("Sun 02:00-03:00", "Europe/Berlin", "2026-03-28T12:00:00Z")
        == "2026-04-05T00:00:00Z 2026-04-05T01:00:00Z")
  }

  @Test func `it begins where the first instant of the window is`() throws {
    var random = SplitMix64(seed: 20_261_124)
    let zones = try ZoneDatabase()
    for name in ["Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu"] {
      let zone = try zones.zone(TimeZoneName(name, in: zones))
      let window = try SendWindow("Sun-Thu 00:00-02:30,23:00-24:00")
      for _ in 0..<500 {
        let start = Instant(
          seconds: 1_700_000_000 + Int64.random(in: 0..<100_000_000, using: &random))
        let opening = try #require(window.nextOpening(from: start, in: zone))
        #expect(
          opening.lowerBound == window.firstInstant(from: start, in: zone), "\(name) \(start)")
        #expect(window.contains(opening.lowerBound, in: zone))
      }
    }
  }

  @Test func `a window that is always closed has none`() throws {
    let zones = try ZoneDatabase()
    let zone = try zones.zone(TimeZoneName("Asia/Tokyo", in: zones))
    let window = try SendWindow("Mon-Sun 00:00-24:00")
    #expect(window.nextOpening(from: Instant(seconds: 0), in: zone, closed: { _ in true }) == nil)
  }
}
