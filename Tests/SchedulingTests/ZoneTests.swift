import Testing

@testable import Scheduling

@Suite struct ZoneTests {
  private static let database = Result { try ZoneDatabase() }

  @Test(arguments: [
    ("Europe/Berlin", "2026-03-29T00:59:59Z", "2026-03-29 01:59", "CET"),
    ("Europe/Berlin", "2026-03-29T01:00:00Z", "2026-03-29 03:00", "CEST"),
    ("Europe/Berlin", "2026-10-25T00:59:59Z", "2026-10-25 02:59", "CEST"),
    ("Europe/Berlin", "2026-10-25T01:00:00Z", "2026-10-25 02:00", "CET"),
    ("America/New_York", "2038-01-19T03:14:08Z", "2038-01-18 22:14", "EST"),
    ("America/New_York", "2044-07-01T12:00:00Z", "2044-07-01 08:00", "EDT"),
    ("America/New_York", "2244-07-01T12:00:00Z", "2244-07-01 08:00", "EDT"),
    ("America/St_Johns", "2026-07-01T00:00:00Z", "2026-06-30 21:30", "NDT"),
    ("Asia/Kolkata", "2028-02-29T00:00:00Z", "2028-02-29 05:30", "IST"),
    ("Asia/Kathmandu", "2028-02-28T18:15:00Z", "2028-02-29 00:00", "+0545"),
    ("Australia/Lord_Howe", "2026-04-04T14:59:59Z", "2026-04-05 01:59", "+11"),
    ("Australia/Lord_Howe", "2026-04-04T15:00:00Z", "2026-04-05 01:30", "+1030"),
    ("Pacific/Apia", "2011-12-30T09:59:59Z", "2011-12-29 23:59", "-10"),
    ("Pacific/Apia", "2011-12-30T10:00:00Z", "2011-12-31 00:00", "+14"),
    ("UTC", "1969-12-31T23:59:59Z", "1969-12-31 23:59", "UTC"),
  ])
  func theWallShows(name: String, instant: String, local: String, abbreviation: String) throws {
    let database = try Self.database.get()
    let zone = try database.zone(TimeZoneName(name, in: database))
    let instant = try #require(Instant(iso8601: instant))
    let time = LocalTime(instant, in: zone)
    #expect(time.description == local)
    #expect(zone.abbreviation(at: instant.seconds) == abbreviation)
    #expect(time.offsetSeconds == zone.offset(at: instant.seconds))
    #expect(time.weekday == time.date.weekday)
  }

  @Test func changesFollowEachOtherWithoutEndWhereARuleSaysSo() throws {
    let database = try Self.database.get()
    let zone = try database.zone(TimeZoneName("America/Santiago", in: database))
    var time = try #require(Instant(iso8601: "2026-01-01T00:00:00Z")).seconds
    for _ in 0..<1_000 {
      let next = try #require(zone.nextTransition(after: time))
      #expect(next > time)
      let before = LocalTime(Instant(seconds: next - 1), in: zone).offsetSeconds
      #expect(zone.offset(at: next) != before)
      time = next
    }
    // Five hundred years later.
    #expect(LocalTime(Instant(seconds: time), in: zone).date.year == 2_525)
  }

  @Test func theTableAgreesWithTheRuleWhereBothKnow() throws {
    let rule = try #require(PosixZoneRule(Array("EST5EDT,M3.2.0,M11.1.0".utf8)[...]))
    let table = ZoneTable(name: "Test/Rule", first: rule.standard, changes: [], rule: rule)
    var random = SplitMix64(seed: 12)
    for _ in 0..<5_000 {
      let time = Int64.random(in: -2_000_000_000...8_000_000_000, using: &random)
      let span = rule.span(at: time)
      #expect(table.type(at: time) == span.type)
      #expect(table.stretch(at: time).offset == span.type.offset)
      #expect(table.stretch(at: time).end == span.end)
    }
  }

  @Test func noTimeIsTooFar() throws {
    let database = try Self.database.get()
    for name in ["Europe/Berlin", "Asia/Tokyo", "America/Nuuk"] {
      let zone = try database.zone(TimeZoneName(name, in: database))
      for time in [Int64.min, .min + 1, -1 << 59, 1 << 59, .max - 1, .max] {
        #expect((-50_400...50_400).contains(zone.offset(at: time)))
        #expect(zone.nextTransition(after: time).map { $0 > time } ?? true)
        _ = LocalTime(Instant(microseconds: time), in: zone).description
      }
    }
  }
}
