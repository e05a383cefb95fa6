import Testing

@testable import Scheduling

@Suite struct ZoneReleaseTests {
  @Test(arguments: [
    ("2025b", "2026-06-30T23:59:59Z", false), ("2025b", "2026-07-01T00:00:00Z", true),
    ("2025b", "2026-11-24T10:00:00Z", true), ("2026a", "2026-11-24T10:00:00Z", false),
    ("2025a", "2026-04-01T00:00:00Z", true), ("2025c", "2026-09-30T00:00:00Z", false),
    ("2025f", "2026-12-31T23:59:59Z", false), ("2025f", "2027-01-01T00:00:00Z", true),
    ("2025", "2026-12-31T00:00:00Z", false), ("2019c", "2026-01-01T00:00:00Z", true),
    // A clock that was set back makes no data old.
    ("2026f", "1970-01-01T00:00:00Z", false),
  ])
  func dataIsOldAfterAYear(version: String, now: String, isOld: Bool) throws {
    let release = try #require(ZoneRelease(version))
    #expect(release.isOlderThanAYear(at: try #require(Instant(iso8601: now))) == isOld)
  }

  @Test(arguments: ["", "b", "25b", "unknown", "0000a", "99999a"])
  func otherNamesAreNoReleases(version: String) {
    #expect(ZoneRelease(version) == nil)
  }
}
