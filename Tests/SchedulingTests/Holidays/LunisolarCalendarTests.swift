import Testing

@testable import Scheduling

@Suite struct LunisolarCalendarTests {
  /// Vietnam has kept its own clock for the calendar since 1968.
  @Test(
    arguments: [
      (1968, "1968-01-29"), (1985, "1985-01-21"), (2007, "2007-02-17"), (2020, "2020-01-25"),
      (2023, "2023-01-22"), (2024, "2024-02-10"), (2026, "2026-02-17"), (2030, "2030-02-02"),
    ])
  func vietnamsNewYear(year: Int, date: String) {
    let days = ForeignCalendar.vietnamese.days(month: 1, day: 1, year: year)
    #expect(days.map { CivilDate(dayNumber: $0).description } == [date])
  }
}
