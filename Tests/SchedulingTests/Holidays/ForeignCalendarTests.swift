import Foundation
import Testing

@testable import Scheduling

/// The calendars of other peoples, reckoned by ourselves, against those that Foundation has.
@Suite struct ForeignCalendarTests {
  /// The months that begin in some years with their first days, leap months left out.
  private static func months(
    _ identifier: Calendar.Identifier, _ years: ClosedRange<Int>
  ) -> [Int: Int] {
    var calendar = Calendar(identifier: identifier)
    calendar.timeZone = TimeZone(secondsFromGMT: 0) ?? calendar.timeZone
    var months: [Int: Int] = [:]
    let first = CivilCalendar.dayNumber(year: years.lowerBound, month: 1, day: 1)
    for day in first..<CivilCalendar.dayNumber(year: years.upperBound + 1, month: 1, day: 1) {
      let noon = Date(timeIntervalSince1970: Double(day) * 86_400 + 43_200)
      let parts = calendar.dateComponents([.month, .day], from: noon)
      if parts.day == 1, parts.isLeapMonth != true { months[day] = parts.month }
    }
    return months
  }

  /// Differences are where a new moon comes within minutes of midnight or of sunset.
  ///
  /// Foundation's months of Mecca leave the rule in 2030, its Hebrew ones for the year 5806 (2045).
  @Test(
    arguments: [
      (ForeignCalendar.chinese, Calendar.Identifier.chinese, 1950...2056, 0),
      (.korean, .dangi, 1950...2060, 0), (.islamic, .islamicUmmAlQura, 2003...2028, 2),
      (.hebrew, .hebrew, 1900...2044, 0), (.hebrew, .hebrew, 2047...2150, 0),
    ])
  func monthsBeginWhereThoseOfFoundationDo(
    calendar: ForeignCalendar, identifier: Calendar.Identifier, years: ClosedRange<Int>,
    allowed: Int
  ) {
    let wanted = Self.months(identifier, years)
    var found: [Int: Int] = [:]
    for year in years {
      for month in 1...13 {
        for day in calendar.days(month: month, day: 1, year: year) { found[day] = month }
      }
    }
    let different = Set(found.keys).union(wanted.keys).filter { found[$0] != wanted[$0] }
    // A month that begins a day off counts twice.
    #expect(different.count <= 2 * allowed, "\(different.sorted().map(CivilDate.init(dayNumber:)))")
  }

  /// Days that were proclaimed at Mecca, and one that its calendar has long fixed ahead.
  @Test(
    arguments: [
      (9, "2024-03-11"), (10, "2024-04-10"), (9, "2025-03-01"), (10, "2025-03-30"),
      (1, "2025-06-26"), (10, "2033-01-02"), (10, "2033-12-23"),
    ])
  func theIslamicMonthsAreThoseOfMecca(month: Int, date: String) throws {
    let date = try #require(CivilDate(date))
    #expect(
      ForeignCalendar.islamic.days(month: month, day: 1, year: date.year)
        .contains(date.dayNumber))
  }
}
