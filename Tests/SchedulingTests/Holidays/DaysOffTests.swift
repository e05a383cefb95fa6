import Testing

@testable import Scheduling

@Suite struct DaysOffTests {
  private static func calendar(_ lines: String...) -> [UInt8] {
    let all = ["BEGIN:VCALENDAR", "VERSION:2.0"] + lines + ["END:VCALENDAR", ""]
    return Array(all.joined(separator: "\r\n").utf8)
  }

  private static func event(_ lines: String...) -> [UInt8] {
    calendar((["BEGIN:VEVENT"] + lines + ["END:VEVENT"]).joined(separator: "\r\n"))
  }

  private static func error(_ make: () throws(DaysOffError) -> DaysOff) -> DaysOffError? {
    do {
      _ = try make()
      return nil
    } catch {
      return error
    }
  }

  private func names(_ days: DaysOff, _ dates: String...) throws -> [String?] {
    try dates.map { days.name(on: try #require(CivilDate($0))) }
  }

  @Test func aTableOfDatesAndNames() throws {
    let text =
      "\u{FEFF}Date,Name\r\n2026-12-24,Christmas Eve\n\n# ours\n2026-12-31 , \"A \"\"B\"\", C\"\n2027-01-02"
    let days = try DaysOff(csv: Array(text.utf8))
    #expect(days.count == 3)
    #expect(
      try names(days, "2026-12-24", "2026-12-31", "2027-01-02", "2026-12-25")
        == ["Christmas Eve", "A \"B\", C", "Day off", nil])
  }

  @Test(
    arguments: [
      ("2026-12-24,A\n24.12.2026,B", 2, "24.12.2026"), ("2026-02-30,A", 1, "2026-02-30"),
      ("2026-12-24,\"A", 1, "quote"), ("2026-12-24,\"A\"B", 1, "quote"), (",A", 1, "date"),
    ])
  func aLineOfATableThatCannotBeRead(text: String, line: Int, part: String) throws {
    let error = try #require(
      Self.error { () throws(DaysOffError) in try DaysOff(csv: Array(text.utf8)) })
    #expect(error.line == line)
    #expect(error.description.contains(part))
  }

  @Test func eventsOfOneAndSeveralDays() throws {
    let days = try DaysOff(
      ics: Self.calendar(
        "BEGIN:VEVENT", "SUMMARY:Summer\\, long", " er name", "DTSTART;VALUE=DATE:20260810",
        "DTEND;VALUE=DATE:20260813", "BEGIN:VALARM", "SUMMARY:No", "END:VALARM", "END:VEVENT",
        "BEGIN:VEVENT", "DTSTART;VALUE=DATE:20261224", "DURATION:P1W", "END:VEVENT",
        "BEGIN:VEVENT", "DTSTART:20270101", "STATUS:CANCELLED", "END:VEVENT"))
    #expect(days.count == 2)
    #expect(
      try names(
        days, "2026-08-09", "2026-08-10", "2026-08-12", "2026-08-13", "2026-12-30", "2026-12-31",
        "2027-01-01")
        == [nil, "Summer, longer name", "Summer, longer name", nil, "Day off", nil, nil])
  }

  @Test(
    arguments: [
      ("RRULE:FREQ=YEARLY", ["2025-12-30", "2026-12-30", "2027-01-02", "2030-12-31"]),
      ("RRULE:FREQ=YEARLY;COUNT=2", ["2025-12-30", "2026-12-30", "2027-01-02"]),
      ("RRULE:FREQ=YEARLY;INTERVAL=5", ["2025-12-30", "2030-12-31"]),
      ("RRULE:FREQ=YEARLY;UNTIL=20261231T000000Z", ["2025-12-30", "2026-12-30", "2027-01-02"]),
      (
        "RRULE:FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=30;WKST=MO\r\nEXDATE;VALUE=DATE:20261230",
        ["2025-12-30", "2030-12-31"]
      ),
    ])
  func eventsThatComeEveryYear(rule: String, closed: [String]) throws {
    let days = try DaysOff(
      ics: Self.event("DTSTART;VALUE=DATE:20251230", "DTEND;VALUE=DATE:20260103", rule))
    let asked = [
      "2024-12-30", "2025-12-29", "2025-12-30", "2026-12-30", "2027-01-02", "2027-01-03",
      "2030-12-31",
    ]
    #expect(try asked.filter { days.contains(try #require(CivilDate($0))) } == closed)
  }

  @Test func aLeapDayComesOnlyInLeapYears() throws {
    let days = try DaysOff(ics: Self.event("DTSTART:20240229", "RRULE:FREQ=YEARLY"))
    #expect(
      try names(days, "2025-02-28", "2025-03-01", "2028-02-29") == [nil, nil, "Day off"])
  }

  @Test(
    arguments: [
      ("DTSTART:20261301", 4, "20261301"), ("DTSTART:20261224T090000Z", 4, "time of day"),
      ("SUMMARY:A", 3, "DTSTART"), ("no colon", 4, "colon"),
      ("DTSTART:20261224\r\nDTEND:20261220", 3, "before"),
      ("DTSTART:20261224\r\nDTEND:20291220", 3, "longer"),
      ("DTSTART:20261224\r\nDURATION:PT1H", 5, "DURATION"),
      ("DTSTART:20261224\r\nRRULE:FREQ=WEEKLY", 5, "WEEKLY"),
      ("DTSTART:20261224\r\nRRULE:FREQ=YEARLY;BYDAY=1MO", 5, "BYDAY"),
      ("DTSTART:20261224\r\nRRULE:INTERVAL=2", 5, "YEARLY"),
      ("DTSTART:20261224\r\nRRULE:FREQ=YEARLY;COUNT=0", 5, "COUNT"),
      ("BEGIN:VEVENT", 4, "begins"), ("DTSTART:20261224\r\nRDATE:20261225", 5, "RDATE"),
    ])
  func aLineOfACalendarThatCannotBeRead(lines: String, line: Int, part: String) throws {
    let bytes = Self.event(lines)
    let error = try #require(Self.error { () throws(DaysOffError) in try DaysOff(ics: bytes) })
    #expect(error.line == line, "\(error)")
    #expect(error.description.contains(part), "\(error)")
  }

  @Test(
    arguments: [
      "", "hello: you", "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20261224", "BEGIN:VEVENT\n",
      "BEGIN:VCALENDAR\nEND:VEVENT",
    ])
  func whatIsNoCalendar(text: String) {
    #expect(throws: DaysOffError.self) { try DaysOff(ics: Array(text.utf8)) }
  }

  @Test func filesAreBounded() {
    let row = "2026-12-24,A\n"
    let rows = String(repeating: row, count: DaysOff.maximumEntries + 1)
    #expect(throws: DaysOffError.self) { try DaysOff(csv: Array(rows.utf8)) }
    let large = [UInt8](repeating: 0x20, count: DaysOff.maximumBytes + 1)
    #expect(throws: DaysOffError.self) { try DaysOff(csv: large) }
    #expect(throws: DaysOffError.self) { try DaysOff(ics: large) }
    #expect(throws: DaysOffError.self) { try DaysOff(csv: [0x41, 0xFF]) }
  }
}
