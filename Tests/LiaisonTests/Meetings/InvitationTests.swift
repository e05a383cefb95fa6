import FoundationEssentials
import Scheduling
import Testing

@testable import Liaison

/// Invitations as other calendar programs read them.
struct InvitationTests {
  private static let header = "email,first_name,last_name,kind,language,timezone,country"

  private func office(_ row: String, settings: String = "country: 'DE',") throws -> Office {
    let office = try Office(people: 0)
    try office.folder.write(
      Office.configuration(["me", "host"]).replacing("timeZone:", with: settings + " timeZone:"),
      to: "liaison.json5")
    try office.reload()
    try office.importRows([row], header: Self.header)
    return office
  }

  private func invitation(
    _ office: Office, _ date: String, _ minute: Int, clock: MeetingClock = .theirs
  ) throws -> Invitation {
    try MeetingDesk(workspace: office.workspace, store: office.store, zones: office.zones)
      .invitation(
        for: office.contact("a+b@a.example"), on: #require(CivilDate(date)), minute: minute,
        clock: clock, at: office.now)
  }

  private static let newYork = "a+b@a.example,Ana,Díaz,creator,es,America/New_York,US"

  @Test func `an invitation has everything that a calendar needs`() throws {
    let office = try office(Self.newYork)
    let invitation = try invitation(office, "2026-12-01", 15 * 60)
    let calendar = try CalendarComponent(invitation.calendar)
    #expect(calendar.name == "VCALENDAR" && calendar.value("METHOD") == "REQUEST")
    #expect(calendar.value("VERSION") == "2.0" && calendar.value("PRODID") != nil)
    #expect(calendar.components.map(\.name) == ["VTIMEZONE", "VEVENT"])
    let event = try #require(calendar.first("VEVENT"))
    #expect(event.property("DTSTART")?.parameters == ["TZID": "America/New_York"])
    #expect(event.value("DTSTART") == "20261201T150000")
    #expect(event.value("DURATION") == "PT30M" && event.value("DTEND") == nil)
    #expect(event.value("DTSTAMP") == "20260302T093000Z" && event.value("SEQUENCE") == "0")
    #expect(event.value("UID") == invitation.id && invitation.id.hasSuffix("@acme.example"))
    #expect(event.property("SUMMARY")?.text == "Acme – Ana Díaz")
    #expect(
      event.property("DESCRIPTION")?.text
        == "martes, 1 de diciembre, 3:00\u{202F}p.m. (Nueva York)\n"
        + "martes, 1 de diciembre, 9:00\u{202F}p.m. (Berlín)")
    #expect(event.value("ORGANIZER") == "mailto:me@acme.example")
    #expect(event.property("ORGANIZER")?.parameters == ["CN": "Lina Berg"])
    #expect(event.value("ATTENDEE") == "mailto:a%2Bb@a.example")
    #expect(
      event.property("ATTENDEE")?.parameters == [
        "CN": "Ana Díaz", "ROLE": "REQ-PARTICIPANT", "PARTSTAT": "NEEDS-ACTION", "RSVP": "TRUE",
      ])
    #expect(event.value("STATUS") == "CONFIRMED" && event.value("TRANSP") == "OPAQUE")
    #expect(invitation.begins.iso8601 == "2026-12-01T20:00:00Z")
    #expect(invitation.ends.iso8601 == "2026-12-01T20:30:00Z" && invitation.doubts == [])
  }

  @Test func `written again it is the same meeting, and another time another one`() throws {
    let office = try office(Self.newYork)
    let first = try invitation(office, "2026-12-01", 15 * 60)
    office.now = office.now.adding(seconds: 86_400)
    #expect(try invitation(office, "2026-12-01", 21 * 60, clock: .ours).id == first.id)
    #expect(try invitation(office, "2026-12-01", 15 * 60 + 30).id != first.id)
  }

  @Test(arguments: [
    ("America/New_York", "2026-12-01"), ("Europe/Berlin", "2026-07-01"),
    ("Australia/Lord_Howe", "2026-04-05"), ("Africa/Casablanca", "2026-03-03"),
    ("Asia/Kathmandu", "2026-12-31"), ("America/St_Johns", "2027-01-01"),
    ("Europe/Dublin", "2026-11-11"), ("Etc/UTC", "2026-05-05"),
  ])
  func `the zone's clocks are right all through the year`(name: String, date: String) throws {
    let office = try office("a+b@a.example,Ana,Diaz,creator,en,\(name),")
    let calendar = try CalendarComponent(invitation(office, date, 12 * 60).calendar)
    let zone = try office.zones.zone(TimeZoneName(name, in: office.zones))
    let written = try #require(calendar.first("VTIMEZONE"))
    #expect(written.value("TZID") == name)
    let parts = try written.components.map { part in
      let from = try #require(Self.seconds(part.value("TZOFFSETFROM")))
      let local = try #require(part.value("DTSTART"))
      let onset = try #require(Self.utc(local))
      return (
        onset: onset.adding(seconds: -Int64(from)),
        offset: try #require(Self.seconds(part.value("TZOFFSETTO"))),
        name: part.value("TZNAME"), isSummer: part.name == "DAYLIGHT"
      )
    }
    let year = date.prefix(4)
    var time = try #require(Instant(iso8601: "\(year)-01-02T00:00:00Z"))
    let end = try #require(Instant(iso8601: "\(year)-12-31T00:00:00Z"))
    while time < end {
      let part = try #require(parts.last { $0.onset <= time })
      #expect(part.offset == zone.offset(at: time.seconds), "\(time)")
      #expect(part.name == zone.abbreviation(at: time.seconds), "\(time)")
      #expect(part.isSummer == zone.isDaylightSaving(at: time.seconds), "\(time)")
      time = time.adding(seconds: 3_600)
    }
  }

  /// `+0530` in seconds.
  private static func seconds(_ text: String?) -> Int? {
    guard let text, let number = Int(text.dropFirst()), text.utf8.count == 5 else { return nil }
    return (text.hasPrefix("-") ? -1 : 1) * (number / 100 * 3_600 + number % 100 * 60)
  }

  /// `20261201T150000` as if it were UTC.
  private static func utc(_ text: String) -> Instant? {
    let digits = Array(text)
    guard digits.count == 15 else { return nil }
    func part(_ range: Range<Int>) -> String { String(digits[range]) }
    return Instant(
      iso8601: "\(part(0..<4))-\(part(4..<6))-\(part(6..<8))T\(part(9..<11)):\(part(11..<13)):"
        + "\(part(13..<15))Z")
  }

  @Test func `names cannot leave their place, and long lines are folded`() throws {
    let name = "Ana; \"CN=x\": a,b\\" + String(repeating: "語🎒", count: 40)
    let office = try office(
      "a+b@a.example,\"\(name.replacing("\"", with: "\"\""))\",,creator,en,Europe/Berlin,DE")
    // The parser refuses lines of more than 75 octets.
    let event = try #require(
      CalendarComponent(invitation(office, "2026-12-01", 900).calendar).first("VEVENT"))
    #expect(event.property("SUMMARY")?.text == "Acme – " + name)
    #expect(event.property("ATTENDEE")?.parameters["CN"] == name.replacing("\"", with: "'"))
    #expect(event.value("ATTENDEE") == "mailto:a%2Bb@a.example")
  }

  @Test func `our clock and settings count where they are named`() throws {
    let office = try office(
      "a+b@a.example,Ana,Diaz,creator,en,Asia/Tokyo,JP",
      settings: "country: 'DE', meetings: { minutes: 45, sender: 'host' },")
    let invitation = try invitation(office, "2026-12-01", 9 * 60, clock: .ours)
    let event = try #require(CalendarComponent(invitation.calendar).first("VEVENT"))
    #expect(event.value("DTSTART") == "20261201T170000")
    #expect(event.value("DURATION") == "PT45M")
    #expect(event.value("ORGANIZER") == "mailto:host@acme.example")
  }

  @Test func `whoever wrote last invites, and a day off of either side is told`() throws {
    let office = try office(Self.newYork)
    try office.folder.write(Office.campaign(["host"]), to: "campaigns/spring.json5")
    try office.launch()
    let invitation = try invitation(office, "2026-11-26", 15 * 60)
    #expect(invitation.sender == "host")
    #expect(invitation.doubts == ["a day off of theirs: Thanksgiving Day in US"])
    let christmas = try self.invitation(office, "2026-12-25", 10 * 60)
    #expect(christmas.doubts.count == 2)
  }

  @Test func `where their zone is not known for sure, only our clock can be named`() throws {
    let office = try office("a+b@a.example,Ana,Diaz,creator,en,,US")
    let error = #expect(throws: InvitationError.self) {
      try invitation(office, "2026-12-01", 15 * 60)
    }
    #expect(error?.description.contains("--zone ours") == true)
    let ours = try invitation(office, "2026-12-01", 15 * 60, clock: .ours)
    #expect(ours.theirTime == nil && ours.begins.iso8601 == "2026-12-01T14:00:00Z")
    #expect(
      try CalendarComponent(ours.calendar).first("VTIMEZONE")?.value("TZID") == "Europe/Berlin")
  }

  @Test func `a time that is past or that the clocks skip is refused`() throws {
    let office = try office("a+b@a.example,Ana,Diaz,creator,en,Europe/Berlin,DE")
    #expect(throws: InvitationError.self) { try invitation(office, "2026-03-02", 600) }
    let skipped = #expect(throws: InvitationError.self) {
      try invitation(office, "2026-03-29", 150)
    }
    #expect(skipped?.description.contains("skip") == true)
  }
}
