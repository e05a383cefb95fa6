import Testing

@testable import Scheduling

@Suite struct RamadanTests {
  /// By the calendar of Mecca: 1 March to 29 March 2025, 18 February to 19 March 2026, and two in
  /// the year 2030.
  @Test(
    arguments: [
      ("2025-02-28", false), ("2025-03-01", true), ("2025-03-29", true), ("2025-03-30", false),
      ("2026-02-17", false), ("2026-02-18", true), ("2026-03-19", true), ("2026-03-20", false),
      ("2030-01-04", false), ("2030-01-05", true), ("2030-02-03", true), ("2030-02-04", false),
      ("2030-12-25", false), ("2030-12-26", true), ("2031-01-20", true), ("2031-02-01", false),
      ("1899-12-31", false), ("9999-12-31", false),
    ])
  func itsDatesAreThoseOfMecca(date: String, isRamadan: Bool) throws {
    #expect(Ramadan.contains(try #require(CivilDate(date))) == isRamadan)
  }

  @Test func itsHoursHoldInsteadOfTheWindow() throws {
    let database = try ZoneDatabase()
    let planner = SendPlanner(
      window: try SendWindow("Sun-Thu 09:00-12:00"), zone: try database.zone(listed: "Asia/Riyadh"),
      ramadan: try SendWindow("Sun-Thu 13:00-14:00"))
    // Wednesday, 18 March 2026 is in Ramadan; Sunday, 22 March is not.
    for (start, hours) in [("2026-03-17T21:00:00Z", 13..<14), ("2026-03-21T21:00:00Z", 9..<12)] {
      let start = try #require(Instant(iso8601: start))
      for seed in 0..<20 as Range<UInt64> {
        let planned = try #require(planner.firstTouch(from: start, seed: seed)).instant
        let local = LocalTime(planned, in: planner.zone)
        #expect(hours.contains(local.secondOfDay / 3600) && planner.isOpen(at: planned), "\(local)")
        #expect(local.date == LocalTime(start, in: planner.zone).date)
      }
    }
    let morning = try #require(Instant(iso8601: "2026-03-18T07:00:00Z"))
    #expect(!planner.isOpen(at: morning))
  }
}
