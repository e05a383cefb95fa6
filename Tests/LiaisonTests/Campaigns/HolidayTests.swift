import Scheduling
import Testing

@testable import Liaison

/// Public holidays where the contact is.
struct HolidayTests {
  private static let header = "email,first_name,kind,language,timezone,country"

  private static func row(_ country: String) -> String {
    "ada@one.example,Ada,creator,en,Europe/Berlin,\(country)"
  }

  /// An office on the evening of Thursday, 24 December 2026.
  private static func office(country: String) throws -> Office {
    let office = try Office(people: 0)
    office.now = try #require(Instant(iso8601: "2026-12-24T18:00:00Z"))
    try office.importRows([row(country)], header: header)
    return office
  }

  private static func desk(_ office: Office) throws -> SendDesk {
    try SendDesk(
      workspace: office.workspace, store: office.store, zones: office.zones,
      linter: office.linter, environment: [:])
  }

  @Test(arguments: [
    // Christmas is on a Friday, and 28 December a holiday for those alone who had Boxing Day on a
    // Saturday.
    ("DE", "2026-12-28", ["Not on Fri 2026-12-25: Christmas Day in DE."]),
    (
      "GB", "2026-12-29",
      [
        "Not on Fri 2026-12-25: Christmas Day in GB.",
        "Not on Mon 2026-12-28: Boxing Day (observed) in GB.",
      ]
    ),
    // In Japan it is a working day; of a country without data no holiday is known.
    ("JP", "2026-12-25", []), ("XK", "2026-12-25", []), ("", "2026-12-25", []),
  ])
  func `a first touch passes over the holidays of the contact's country, by name`(
    country: String, date: String, skipped: [String]
  ) throws {
    let office = try Self.office(country: country)
    try office.launch()
    let plan = try Self.desk(office).plan(
      from: office.now, to: office.now.adding(seconds: 8 * 86_400))
    let first = try #require(plan.entries.first)
    #expect(first.theirTime.hasPrefix(date))
    #expect(first.reasons.filter { $0.contains(" in ") } == skipped)
  }

  @Test func `follow-ups pass over holidays too`() throws {
    let office = try Self.office(country: "DE")
    try office.launch()
    let plan = try Self.desk(office).plan(
      from: office.now, to: office.now.adding(seconds: 40 * 86_400))
    #expect(plan.entries.count == 4)
    for entry in plan.entries { #expect(!entry.theirTime.hasPrefix("2027-01-01"), "\(entry)") }
  }

  @Test func `a holiday that is known only after planning is kept when the moment comes`() throws {
    let office = try Self.office(country: "")
    try office.launch()
    #expect(try office.attempt().due.iso8601.hasPrefix("2026-12-25"))
    try office.importRows([Self.row("DE")], header: Self.header)
    try office.goToNextDue()
    let transport = ScriptedTransport()
    let report = try office.send(transport)
    #expect(report.entries.map(\.result) == [.deferred])
    #expect(transport.received.isEmpty)
    let attempt = try office.attempt()
    #expect(attempt.state == "scheduled")
    #expect(attempt.due.iso8601.hasPrefix("2026-12-28"))
    #expect(attempt.reasons.contains("Not on Fri 2026-12-25: Christmas Day in DE."))
  }

  @Test func `a preview names the holiday that moves it, or that it would fall on`() throws {
    let office = try Self.office(country: "DE")
    let desk = try PreviewDesk(
      workspace: office.workspace, store: office.store, zones: office.zones, linter: office.linter)
    func preview(at instant: Instant?) throws -> Preview {
      try desk.preview(
        campaign: "spring", address: "ada@one.example", step: 1, at: instant, now: office.now)
    }
    let before = try preview(at: nil)
    #expect(before.reasons.contains("Not on Fri 2026-12-25: Christmas Day in DE."))
    #expect(before.obstacle == nil)
    let christmas = try #require(Instant(iso8601: "2026-12-25T11:00:00Z"))
    #expect(try preview(at: christmas).obstacle == "Christmas Day in DE")
    try office.launch()
    #expect(try preview(at: nil).reasons == before.reasons)
  }
}
