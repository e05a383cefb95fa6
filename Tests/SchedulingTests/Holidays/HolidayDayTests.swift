import Testing

@testable import Scheduling

@Suite struct HolidayDayTests {
  @Test(
    arguments: [
      ("Jan 1", 2026, ["2026-01-01"]), ("Feb 29", 2026, []), ("Feb 29", 2028, ["2028-02-29"]),
      ("3rd Mon of Jan", 2026, ["2026-01-19"]), ("last Mon of May", 2026, ["2026-05-25"]),
      ("5th Mon of Feb", 2026, []), ("1st Mon of Feb", 2027, ["2027-02-01"]),
      ("Mon before May 25", 2026, ["2026-05-18"]),
      ("Mon on or before May 25", 2026, ["2026-05-25"]),
      ("Sat on or after Oct 31", 2026, ["2026-10-31"]), ("Sat after Oct 31", 2026, ["2026-11-07"]),
      ("Easter", 2026, ["2026-04-05"]), ("Easter -2", 2026, ["2026-04-03"]),
      ("Easter +60", 2026, ["2026-06-04"]), ("Orthodox Easter +1", 2026, ["2026-04-13"]),
      ("Chinese 1/1", 2026, ["2026-02-17"]), ("Chinese 1/1 -1", 2026, ["2026-02-16"]),
      ("Chinese 8/15", 2026, ["2026-09-25"]), ("Korean 1/1", 2027, ["2027-02-07"]),
      ("Vietnamese 1/1", 2007, ["2007-02-17"]), ("Vietnamese 1/1", 1985, ["1985-01-21"]),
      ("Vietnamese 3/10", 2026, ["2026-04-26"]), ("Qingming", 2026, ["2026-04-05"]),
      ("Qingming", 2028, ["2028-04-04"]), ("March equinox UTC+9", 2026, ["2026-03-20"]),
      ("September equinox UTC+9", 2012, ["2012-09-22"]),
      ("June solstice UTC-4", 2026, ["2026-06-21"]),
      ("Islamic Shawwal 1", 2026, ["2026-03-20"]),
      ("Islamic Shawwal 1", 2000, ["2000-01-08", "2000-12-27"]),
      ("Islamic Shawwal 1 reckoned UTC+7", 2025, ["2025-03-31"]),
      ("Islamic Shawwal 1 sighted UTC+5:30", 2027, ["2027-03-10"]),
      ("Hebrew Nisan 15", 2027, ["2027-04-22"]), ("Hebrew Tishri 1", 2026, ["2026-09-12"]),
      ("Hindu Ashvin 30 at 18:30", 2026, ["2026-11-08"]),
      ("Hindu Chaitra 9 at 12:15", 2026, ["2026-03-26"]),
      ("Thai full moon 3", 2026, ["2026-03-03"]),
      ("Thai full moon 6", 2025, ["2025-05-11"]), ("Thai full moon 8", 2025, ["2025-07-10"]),
      ("Balinese new year", 2022, ["2022-03-03"]), ("Balinese new year", 2026, ["2026-03-19"]),
    ])
  func everyKindOfRuleGivesItsDates(rule: String, year: Int, dates: [String]) throws {
    let day = try HolidayDay(rule)
    #expect(day.days(year: year).map { CivilDate(dayNumber: $0).description } == dates)
  }

  @Test(
    arguments: [
      "", "Jan", "Jan 32", "Feb 30", "Febr 3", "6th Mon of Jan", "2nd Mon in Jan",
      "Mon near May 25",
      "Easter two", "Easter +1 +2", "Easter +999", "Chinese 14/1", "Chinese 1-1", "Islamic Ramadan",
      "Islamic Shawwal 31", "Islamic Shawwal 1 sighted", "Hebrew Nissan 15",
      "Hindu Ashvin 31 at 18:30",
      "Hindu Ashvin 30 at 25:00", "Thai full moon 5", "March equinox", "June solstice UTC+15", "+1",
    ])
  func whatIsNoRuleIsRefusedWithAReason(rule: String) {
    #expect {
      _ = try HolidayDay(rule)
    } throws: { error in
      !((error as? HolidayRuleFault)?.reason ?? "").isEmpty
    }
  }

  @Test func longAgoAndFarAheadNoCalendarFails() {
    for calendar in ForeignCalendar.allCases {
      for year in [1899, 1900, 1950, 2100, 2200, 2201] {
        let found = (1...12).flatMap { calendar.days(month: $0, day: 1, year: year) }
        #expect((10...14).contains(found.count), "\(calendar) \(year)")
      }
    }
  }
}
