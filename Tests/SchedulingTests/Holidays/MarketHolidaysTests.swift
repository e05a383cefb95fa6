import Testing

@testable import Scheduling

@Suite struct MarketHolidaysTests {
  /// The holidays of one entry, in 2024 to 2030, for a market of the usual week-end.
  private static func dates(
    _ entries: String, years: ClosedRange<Int>, rest: String = "Sat-Sun"
  ) throws -> [String] {
    let text = """
      { country: "XX", name: "Nowhere", rest: "\(rest)", holidays: [ \(entries) ] }
      """
    let market = MarketHolidays(try HolidayFile(json5: Array(text.utf8), path: "xx.json5"))
    return years.flatMap { market.holidays(year: $0) }.map(\.date.description)
  }

  @Test(
    arguments: [
      (
        #"{ name: "A", on: "Jul 4", substitute: "Sat to previous Fri; Sun to next Mon" }"#,
        2026...2027, ["2026-07-03", "2026-07-04", "2027-07-04", "2027-07-05"]
      ),
      (
        #"{ name: "A", on: "Jan 1", substitute: "Sat to previous Fri" }"#, 2027...2027,
        ["2027-01-01", "2027-12-31"]
      ),
      (
        #"{ name: "A", on: "Dec 25", days: 2, substitute: "Sat-Sun to next working day" }"#,
        2027...2027, ["2027-12-25", "2027-12-26", "2027-12-27", "2027-12-28"]
      ),
      (
        #"{ name: "A", on: "Dec 25", days: 2, substitute: "once Sat-Sun to next working day" }"#,
        2027...2027, ["2027-12-25", "2027-12-26", "2027-12-27"]
      ),
      (
        #"{ name: "A", on: "Jun 17", moved: "Tue-Wed to previous Mon; Thu-Fri to next Mon" }"#,
        2025...2027, ["2025-06-16", "2026-06-15", "2027-06-21"]
      ),
      (
        #"{ name: "A", on: "May 5", substitute: "holiday to next working day" }, { name: "B", on: "May 5" }"#,
        2025...2025, ["2025-05-05", "2025-05-05", "2025-05-06"]
      ),
      (
        #"{ name: "A", on: "Sep 21" }, { name: "B", on: "Sep 23" }, { name: "C", on: "between holidays" }"#,
        2026...2026, ["2026-09-21", "2026-09-22", "2026-09-23"]
      ),
      (
        #"{ name: "A", on: "Feb 4", workingDays: 5 }"#, 2027...2027,
        [
          "2027-02-04", "2027-02-05", "2027-02-06", "2027-02-07", "2027-02-08", "2027-02-09",
          "2027-02-10",
        ]
      ),
      (#"{ name: "A", on: "Sep 17", if: "Mon,Fri" }"#, 2026...2029, ["2027-09-17", "2029-09-17"]),
      (
        #"{ name: "A", on: "May 1", from: 2025, until: 2026 }"#, 2024...2027,
        ["2025-05-01", "2026-05-01"]
      ),
      (
        #"{ name: "A", on: "May 1", years: [2024, 2027] }"#, 2024...2027,
        ["2024-05-01", "2027-05-01"]
      ),
      (
        #"{ name: "A", on: "May 1", from: 2024, every: 3 }"#, 2021...2027,
        ["2024-05-01", "2027-05-01"]
      ),
      (
        #"{ name: "A", dates: ["2026-07-10", "2027-06-25"] }"#, 2025...2028,
        ["2026-07-10", "2027-06-25"]
      ),
      (
        #"{ name: "A", on: "Islamic Shawwal 1" }"#, 2026...2026,
        ["2026-03-19", "2026-03-20", "2026-03-21"]
      ),
      (#"{ name: "A", on: "Islamic Shawwal 1", estimated: false }"#, 2026...2026, ["2026-03-20"]),
    ])
  func yearsAndShifts(entries: String, years: ClosedRange<Int>, dates: [String]) throws {
    #expect(try Self.dates(entries, years: years) == dates)
  }

  @Test func estimatedDaysHaveNeighboursThatAreClosedToo() throws {
    let kenya = try #require(Holidays.shipped.market("KE"))
    let feast = kenya.holidays(year: 2027).filter { $0.name == "Eid al-Fitr" }
    #expect(feast.map(\.isNeighbour) == [true, false, true])
    #expect(feast.allSatisfy { $0.isEstimated && kenya.isClosed($0.date) })
  }

  @Test func aDayIsClosedJustWhereTheYearListsIt() throws {
    for country in ["DE", "NG", "CN", "JP"] {
      let market = try #require(Holidays.shipped.market(country))
      for year in [1900, 2026, 2200] {
        let listed = Set(market.holidays(year: year).map(\.date))
        let first = try #require(CivilDate(year: year, month: 1, day: 1))
        for offset in 0..<366 where first.adding(days: offset).year == year {
          let date = first.adding(days: offset)
          #expect(market.isClosed(date) == listed.contains(date), "\(country) \(date)")
          #expect(market.holidays(on: date).isEmpty != listed.contains(date))
        }
      }
    }
  }

  @Test(arguments: Holidays.shipped.countries)
  func noYearFailsAndAllStandInOrder(country: String) throws {
    let market = try #require(Holidays.shipped.market(country))
    for year in [-5, 0, 1899, 1900, 1901, 1970, 2000, 2024, 2100, 2199, 2200, 2201, .max, .min] {
      let holidays = market.holidays(year: year)
      #expect(holidays.isEmpty || MarketHolidays.years.contains(year))
      #expect(holidays.map(\.date) == holidays.map(\.date).sorted())
      #expect(holidays.allSatisfy { $0.date.year == year })
    }
    for date in [CivilDate(dayNumber: .min), CivilDate(dayNumber: .max)] {
      #expect(!market.isClosed(date))
    }
  }

  @Test func manyThreadsSeeTheSameDays() async throws {
    let shipped = try Holidays(files: [])
    let expected = try #require(Holidays.shipped.market("TW")).holidays(year: 2027).count
    let counts = await withTaskGroup(of: Int.self) { group in
      for _ in 0..<8 {
        group.addTask {
          guard let market = shipped.market("TW"),
            let first = CivilDate(year: 2027, month: 1, day: 1)
          else { return -1 }
          return (0..<365).count { market.isClosed(first.adding(days: $0)) }
        }
      }
      return await group.reduce(into: []) { $0.append($1) }
    }
    #expect(counts == Array(repeating: expected, count: 8))
  }

  @Test func theWeekEndsOfTheMarkets() {
    #expect(Holidays.shipped.weekend(country: "SA") == [.friday, .saturday])
    #expect(Holidays.shipped.weekend(country: "DE") == [.saturday, .sunday])
    #expect(Holidays.shipped.weekend(country: "JO") == [.friday, .saturday])
    #expect(Holidays.shipped.weekend(country: "XX") == [.saturday, .sunday])
  }

  @Test func anUnknownMarketHasNoAnswer() throws {
    let date = try #require(CivilDate("2026-12-25"))
    #expect(Holidays.shipped.isClosed(date, country: "XX") == nil)
    #expect(Holidays.shipped.holidays(country: "XX", year: 2026) == nil)
    #expect(Holidays.shipped.isClosed(date, country: "DE") == true)
  }

  @Test func aTeamsFileReplacesTheShippedOne() throws {
    let text = #"{ country: "DE", name: "Here", weekend: "Sun", holidays: [] }"#
    let own = try Holidays(files: [("de.json5", Array(text.utf8))])
    #expect(own.holidays(country: "DE", year: 2026) == [])
    #expect(own.weekend(country: "DE") == [.sunday])
    #expect(own.countries == Holidays.shipped.countries)
    #expect(own.holidays(country: "FR", year: 2026)?.count == 11)
  }
}
