import Foundation
import Testing

@testable import Scheduling

@Suite struct CivilDateTests {
  @Test(arguments: [
    ("1970-01-01", 0, Weekday.thursday),
    ("2000-02-29", 11_016, .tuesday),
    ("2026-11-24", 20_781, .tuesday),
    ("2038-01-19", 24_855, .tuesday),
    ("2100-03-01", 47_541, .monday),
    ("1969-12-31", -1, .wednesday),
    ("0001-01-01", -719_162, .monday),
    ("9999-12-31", 2_932_896, .friday),
  ])
  func aDateHasItsNumberAndWeekday(text: String, number: Int, weekday: Weekday) throws {
    let date = try #require(CivilDate(text))
    #expect(date.dayNumber == number)
    #expect(date.weekday == weekday)
    #expect(CivilDate(dayNumber: number).description == text)
  }

  @Test func everyDayOfEightCenturiesFollowsTheOneBefore() throws {
    var date = try #require(CivilDate("1599-12-31"))
    var weekday = date.weekday
    for year in 1600..<2400 {
      let isLeap = year % 400 == 0 || (year % 4 == 0 && year % 100 != 0)
      let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
      for (month, length) in lengths.enumerated() {
        for day in 1...length {
          let next = date.adding(days: 1)
          let following = Weekday(rawValue: weekday.rawValue % 7 + 1)
          guard next.year == year, next.month == month + 1, next.day == day,
            next == CivilDate(year: year, month: month + 1, day: day), next.weekday == following
          else {
            Issue.record("\(next) instead of \(year)-\(month + 1)-\(day)")
            return
          }
          (date, weekday) = (next, next.weekday)
        }
        #expect(CivilDate(year: year, month: month + 1, day: length + 1) == nil)
      }
    }
  }

  @Test(arguments: [
    "", "2026-2-03", "2026-02-29", "0000-01-01", "2026-04-31", "2026-11-24T", "2026/11/24",
    "20261124",
    "-2026-11-24", "2026-11-24 ",
  ])
  func anythingElseIsRefused(text: String) {
    #expect(CivilDate(text) == nil)
  }

  @Test func numbersOutsideTheYearsBecomeTheFirstAndLastDate() {
    #expect(CivilDate(dayNumber: .min).description == "0001-01-01")
    #expect(CivilDate(dayNumber: .max).description == "9999-12-31")
    #expect(CivilDate(dayNumber: 0).adding(days: .max).description == "9999-12-31")
    #expect(CivilDate(dayNumber: -1).adding(days: .min).description == "0001-01-01")
  }

  @Test func itIsEncodedAsItIsWritten() throws {
    let date = try #require(CivilDate("2028-02-29"))
    let data = try JSONEncoder().encode([date])
    #expect(String(decoding: data, as: UTF8.self) == #"["2028-02-29"]"#)
    #expect(try JSONDecoder().decode([CivilDate].self, from: data) == [date])
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode([CivilDate].self, from: Data(#"["2027-02-29"]"#.utf8))
    }
  }

  @Test func weekdaysHaveShortNamesAndAnOrder() {
    #expect(Weekday.allCases.map(\.shortName) == ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"])
    #expect(Weekday.allCases.allSatisfy { Weekday(shortName: $0.shortName) == $0 })
    #expect(Weekday(shortName: "mon") == nil)
    #expect(Weekday(shortName: "Monday") == nil)
    #expect(Weekday.monday < .sunday)
  }
}
