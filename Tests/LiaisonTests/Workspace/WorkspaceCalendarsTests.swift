import Scheduling
import Testing

@testable import Liaison

/// Days on which a team writes to nobody, from its own files and its campaigns.
struct WorkspaceCalendarsTests {
  private static let header = "email,first_name,kind,language,timezone,country"

  /// An office on the morning of Monday, 2 March 2026, with one person in a country.
  private static func office(_ country: String = "DE") throws -> Office {
    let office = try Office(people: 0)
    try office.importRows(
      ["ada@one.example,Ada,creator,en,Europe/Berlin,\(country)"], header: header)
    office.now = try #require(Instant(iso8601: "2026-03-02T03:00:00Z"))
    return office
  }

  /// The date of the first touch, and the reasons that name a day.
  private static func first(_ office: Office) throws -> (date: String, skipped: [String]) {
    try office.launch()
    let attempt = try office.attempt()
    return (
      String(attempt.due.iso8601.prefix(10)),
      attempt.reasons.split(separator: "\n").map(String.init).filter { $0.hasPrefix("Not on") }
    )
  }

  @Test(
    arguments: [
      ("calendars/company.csv", "DE", true), ("calendars/company.de.csv", "DE", true),
      ("calendars/de.csv", "DE", true), ("calendars/2026/de.csv", "DE", true),
      ("calendars/company.de.csv", "FR", false), ("calendars/fr.csv", "DE", false),
      ("calendars/company.txt", "DE", false), ("calendars/.hidden.csv", "DE", false),
    ])
  func `a calendar closes its days for everybody, or for the country that it names`(
    path: String, country: String, closes: Bool
  ) throws {
    let office = try Self.office(country)
    try office.folder.write("date,name\n2026-03-02,Stocktaking\n", to: path)
    let first = try Self.first(office)
    #expect(first.date == (closes ? "2026-03-03" : "2026-03-02"))
    #expect(first.skipped == (closes ? ["Not on Mon 2026-03-02: Stocktaking (\(path))."] : []))
  }

  @Test func `a calendar may be one of a calendar program`() throws {
    let office = try Self.office()
    try office.folder.write(
      """
      BEGIN:VCALENDAR
      BEGIN:VEVENT
      SUMMARY:Fair
      DTSTART;VALUE=DATE:20260302
      DTEND;VALUE=DATE:20260304
      END:VEVENT
      END:VCALENDAR

      """, to: "calendars/fairs.ics")
    #expect(try Self.first(office).date == "2026-03-04")
  }

  @Test(
    arguments: [
      (
        "calendars/a.csv", "2026-03-02,ok\n02.03.2026,Fair\n", "calendars/a.csv:2: “02.03.2026” is"
      ),
      ("calendars/a.ics", "BEGIN:VEVENT\n", "calendars/a.ics:1: an event begins here"),
      ("calendars/a.xx.csv", "", "calendars/a.xx.csv: 'xx' is no country"),
      ("calendars/my.break.csv", "", "calendars/my.break.csv: 'break' is no country"),
      ("holidays/de.json5", "{ country: 'DE',\n name: 5 }", "holidays/de.json5:2: "),
    ])
  func `a file that cannot be read stops everything, with its place`(
    path: String, text: String, message: String
  ) throws {
    let office = try Self.office()
    try office.folder.write(text, to: path)
    let error = #expect(throws: ConfigurationError.self) { try office.launch() }
    #expect(error?.description.hasPrefix(message) == true, "\(error?.description ?? "")")
    #expect(throws: ConfigurationError.self) { try office.makeBenches(office.store) }
    let diagnoses = Doctor.examine(folder: office.folder.path, environment: [:], at: office.now)
    #expect(diagnoses.contains { $0.state == .fault && $0.detail.contains(message.suffix(20)) })
  }

  @Test func `the doctor counts what was read`() throws {
    let office = try Self.office()
    func detail() -> String? {
      Doctor.examine(folder: office.folder.path, environment: [:], at: office.now)
        .first { $0.subject == "holidays" }?.detail
    }
    #expect(detail() == "51 markets by rule")
    try office.folder.write("2026-03-02,a\n2026-03-03,b\n", to: "calendars/a.csv")
    try office.folder.write("2026-03-02,a\n", to: "calendars/de.csv")
    #expect(detail() == "51 markets by rule, 3 days off in 2 calendars")
    try office.folder.write(
      "{ country: 'JO', name: 'Jordan', weekend: 'Fri-Sat', holidays: [] }",
      to: "holidays/jo.json5")
    #expect(detail() == "52 markets by rule, 3 days off in 2 calendars")
  }

  @Test func `a team's own rules for a market replace the shipped ones`() throws {
    let office = try Self.office()
    try office.folder.write(
      "{ country: 'DE', name: 'Germany', holidays: [{ name: 'Fools', on: 'Mar 2' }] }",
      to: "holidays/de.json5")
    #expect(try Self.first(office).skipped == ["Not on Mon 2026-03-02: Fools in DE."])
  }

  @Test func `a black-out of a campaign is part of what is approved`() throws {
    let office = try Self.office()
    let text = Office.campaign(["me"]).replacing(
      "kit:", with: "blackouts: ['2026-03-02..2026-03-04', '2026-03-06'], kit:")
    try office.folder.write(text, to: "campaigns/spring.json5")
    let first = try Self.first(office)
    #expect(first.date == "2026-03-05")
    #expect(
      first.skipped.first
        == "Not on Mon 2026-03-02: the campaign's black-out 2026-03-02..2026-03-04.")
    #expect(try office.desk.check("spring", at: office.now).changes.isEmpty)
    try office.folder.write(Office.campaign(["me"]), to: "campaigns/spring.json5")
    #expect(try office.desk.check("spring", at: office.now).changes.count == 1)
  }

  @Test(
    arguments: [
      ("['2026-13-01']", "“2026-13-01” is not a date or a span"),
      ("['2026-03-04..2026-03-02']", "ends before it begins"), ("'2026-03-04'", "must be a list"),
    ])
  func `a black-out that cannot be read is named`(list: String, message: String) throws {
    let office = try Self.office()
    let text = Office.campaign(["me"]).replacing("kit:", with: "blackouts: \(list), kit:")
    try office.folder.write(text, to: "campaigns/spring.json5")
    let error = #expect(throws: ConfigurationError.self) { try office.launch() }
    #expect(error?.message.contains(message) == true, "\(error?.description ?? "")")
    #expect(error?.line != nil)
  }

  @Test func `the check names countries whose holidays are not known`() throws {
    let office = try Self.office("JO")
    func advice() throws -> [String] {
      try office.desk.check("spring", at: office.now).advice.filter { $0.contains("holidays") }
    }
    #expect(try advice().first?.hasPrefix("no public holidays are known for JO; add") == true)
    try office.folder.write("2026-05-25,Independence Day\n", to: "calendars/holidays.jo.csv")
    #expect(try advice().isEmpty)
  }
}
