import Foundation
import Testing

@testable import Scheduling

@Suite struct EasterTests {
  @Test(
    arguments: [
      (1900, "1900-04-15", "1900-04-22"), (1913, "1913-03-23", "1913-04-27"),
      (1943, "1943-04-25", "1943-04-25"), (1954, "1954-04-18", "1954-04-25"),
      (1981, "1981-04-19", "1981-04-26"), (2000, "2000-04-23", "2000-04-30"),
      (2008, "2008-03-23", "2008-04-27"), (2024, "2024-03-31", "2024-05-05"),
      (2025, "2025-04-20", "2025-04-20"), (2026, "2026-04-05", "2026-04-12"),
      (2038, "2038-04-25", "2038-04-25"), (2049, "2049-04-18", "2049-04-25"),
      (2076, "2076-04-19", "2076-04-26"),
    ])
  func theDatesOfBothEasters(year: Int, western: String, orthodox: String) {
    #expect(CivilDate(dayNumber: Easter.western(year: year)).description == western)
    #expect(CivilDate(dayNumber: Easter.orthodox(year: year)).description == orthodox)
  }

  @Test func bothFallOnSundaysWithinTheirBounds() {
    for year in MarketHolidays.years {
      let western = CivilDate(dayNumber: Easter.western(year: year))
      let orthodox = CivilDate(dayNumber: Easter.orthodox(year: year))
      #expect(western.weekday == .sunday)
      #expect(orthodox.weekday == .sunday)
      #expect((81...115).contains(western.dayNumber - newYear(year) + 1))
      // The eastern one is never before the western one, and at most five weeks after it.
      #expect([0, 7, 28, 35].contains(orthodox.dayNumber - western.dayNumber), "\(year)")
    }
  }

  @Test(.enabled(if: ConformanceData.has("schedule/feasts.tsv", for: "feasts")))
  func theFeastsOfTheTable() throws {
    let rows = try ConformanceData.rows("schedule/feasts.tsv")
    #expect(!rows.isEmpty)
    for row in rows {
      let year = try #require(row["year"].flatMap { Int($0) })
      let lunar = ForeignCalendar.chinese.days(month: 1, day: 1, year: year)
      #expect(CivilDate(dayNumber: Easter.western(year: year)).description == row["easter_western"])
      #expect(
        CivilDate(dayNumber: Easter.orthodox(year: year)).description == row["easter_orthodox"])
      #expect(
        lunar.map { CivilDate(dayNumber: $0).description } == [row["lunar_new_year"] ?? ""])
    }
  }

  private func newYear(_ year: Int) -> Int {
    CivilCalendar.dayNumber(year: year, month: 1, day: 1)
  }
}
