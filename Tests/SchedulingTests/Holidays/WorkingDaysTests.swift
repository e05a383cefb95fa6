import Testing

@testable import Scheduling

@Suite struct WorkingDaysTests {
  @Test(
    arguments: [
      ("2026-12-23", 0, "2026-12-23"), ("2026-12-23", 1, "2026-12-24"),
      ("2026-12-24", 1, "2026-12-28"), ("2026-12-25", 0, "2026-12-28"),
      ("2026-12-24", 5, "2027-01-04"), ("2026-12-31", 1, "2027-01-04"),
    ])
  func aroundAGermanChristmas(start: String, number: Int, expected: String) throws {
    let days = try #require(Holidays.shipped.market("DE")).workingDays
    let start = try #require(CivilDate(start))
    #expect(days.day(number, after: start)?.description == expected)
  }

  @Test func whereNoDayWorksThereIsNoAnswer() throws {
    let start = try #require(CivilDate("2026-01-01"))
    let never = WorkingDays(weekend: Weekday.allCases, closed: { _ in false })
    #expect(never.day(1, after: start) == nil)
    #expect(never.day(0, after: start) == nil)
    let always = WorkingDays(weekend: [], closed: { _ in false })
    #expect(always.day(-1, after: start) == nil)
    #expect(always.day(1, after: CivilDate(dayNumber: .max)) == nil)
    #expect(always.day(10, after: start)?.description == "2026-01-11")
  }
}
