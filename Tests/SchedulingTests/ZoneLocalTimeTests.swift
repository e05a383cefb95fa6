import Testing

@testable import Scheduling

/// From the clock on a wall to the instant.
@Suite struct ZoneLocalTimeTests {
  @Test(arguments: [
    ("Europe/Berlin", "2026-12-01", 15 * 60, "2026-12-01T14:00:00Z"),
    ("Asia/Kathmandu", "2026-12-01", 0, "2026-11-30T18:15:00Z"),
    ("Pacific/Kiritimati", "2026-12-01", 1_439, "2026-12-01T09:59:00Z"),
    ("America/New_York", "2027-03-14", 3 * 60, "2027-03-14T07:00:00Z"),
    // Skipped, and shown twice.
    ("Europe/Berlin", "2026-03-29", 150, nil),
    ("Europe/Berlin", "2026-10-25", 150, "2026-10-25T00:30:00Z"),
    ("Pacific/Apia", "2011-12-30", 600, nil),
    ("Etc/UTC", "2026-12-01", 1_440, nil),
    ("Etc/UTC", "2026-12-01", -1, nil),
    ("Etc/UTC", "9999-12-31", 1_439, "9999-12-31T23:59:00Z"),
  ])
  func `a date and time of a zone is an instant`(
    name: String, date: String, minute: Int, expected: String?
  ) throws {
    let zone = try ZoneDatabase().zone(listed: name)
    let found = zone.instant(of: try #require(CivilDate(date)), minute: minute)
    #expect(found?.iso8601 == expected)
  }
}
