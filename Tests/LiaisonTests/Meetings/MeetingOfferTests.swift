import FoundationEssentials
import Scheduling
import Templating
import Testing

@testable import Liaison

/// Times to talk, as templates offer them.
struct MeetingOfferTests {
  private static let header = "email,first_name,kind,language,timezone,country"
  private static let list = """
    {{#meeting_slots}}
    - [{{their_time}}]({{link}}) = {{our_time}}
    {{/meeting_slots}}
    {{^meeting_slots}}
    When would suit you?
    {{/meeting_slots}}
    """

  /// An office, asked on a Monday, whose first step offers times.
  private func office(
    _ row: String, settings: String = "country: 'DE',", body: String = list
  ) throws -> Office {
    let office = try Office(people: 0)
    try configure(office, settings)
    try write(body, of: office)
    try office.importRows([row], header: Self.header)
    return office
  }

  private func configure(_ office: Office, _ settings: String) throws {
    try office.folder.write(
      Office.configuration(["me", "host"]).replacing(
        "timeZone:", with: settings + " timeZone:"), to: "liaison.json5")
    try office.reload()
  }

  private func write(_ body: String, of office: Office) throws {
    try office.folder.write(
      "---\nsubject: A jacket\nemphasis: brand-story\n---\n{{salutation}}\n\n\(body)\n",
      to: "templates/s/1.md")
  }

  private func slots(_ office: Office, at instant: String) throws -> [[String: String]] {
    let instant = try #require(Instant(iso8601: instant))
    let preview = try office.preview(address: Self.address, step: 1, at: instant)
    return preview.html.components(separatedBy: "<a ").dropFirst().map { part in
      let link = (part.components(separatedBy: "href=\"").last ?? "").prefix { $0 != "\"" }
        .replacing("&amp;", with: "&")
      let fields = link.split(separator: "?").last.map(String.init) ?? ""
      let rest = part.drop { $0 != ">" }.dropFirst()
      let time = rest.components(separatedBy: "</a> = ")
      return [
        "to": String(link.prefix { $0 != "?" }), "their": time[0],
        "our": time.last?.components(separatedBy: "<")[0] ?? "",
        "subject": fields.split(separator: "&").first?.removingPercentEncoding ?? "",
        "body": fields.split(separator: "&").last?.removingPercentEncoding ?? "",
      ]
    }
  }

  private static let address = "a@a.example"

  @Test(arguments: [
    (
      "en", "America/New_York", "US", "Wednesday, March 4 at 10:00\u{202F}AM (New York)",
      "Wednesday, March 4 at 4:00\u{202F}PM (Berlin)",
      "Time to talk: Wednesday, March 4 at 10:00\u{202F}AM (New York)",
      "Yes, this time suits me: Wednesday, March 4 at 10:00\u{202F}AM (New York)."
    ),
    (
      "de", "Europe/Zurich", "CH", "Mittwoch, 4. März um 10:00 (Zürich)",
      "Mittwoch, 4. März um 10:00 (Berlin)",
      "Gesprächstermin: Mittwoch, 4. März um 10:00 (Zürich)",
      "Ja, dieser Termin passt mir: Mittwoch, 4. März um 10:00 (Zürich)."
    ),
    (
      "ja", "Asia/Tokyo", "JP", "3月4日 水曜日 17:00（東京）", "3月4日 水曜日 9:00（ベルリン）",
      "お打ち合わせの日時：3月4日 水曜日 17:00（東京）", "次の日時でお願いいたします：3月4日 水曜日 17:00（東京）"
    ),
    (
      "ar", "Asia/Dubai", "AE", "الأربعاء، 4 مارس، 12:00\u{A0}م (دبي)",
      "الأربعاء، 4 مارس، 9:00\u{A0}ص (برلين)", "موعد للحديث: الأربعاء، 4 مارس، 12:00\u{A0}م (دبي)",
      "نعم، هذا الموعد يناسبني: الأربعاء، 4 مارس، 12:00\u{A0}م (دبي)."
    ),
  ])
  func `a time is written for the reader, in both zones, with the answer`(
    language: String, zone: String, country: String, their: String, our: String, subject: String,
    body: String
  ) throws {
    let office = try office("\(Self.address),Ana,creator,\(language),\(zone),\(country)")
    // The words of the message stay English; who is written to in another language has its own.
    try office.folder.write(
      Office.campaign(["me"]).replacing("language: 'en'", with: "language: '\(language)'"),
      to: "campaigns/spring.json5")
    let found = try slots(office, at: "2026-03-02T09:30:00Z")
    #expect(found.count == 3)
    #expect(
      found.first == [
        "to": "mailto:me@acme.example", "their": their, "our": our, "subject": "subject=\(subject)",
        "body": "body=\(body)",
      ])
  }

  @Test func `what is previewed is sent, and is shown again after everything has changed`() throws {
    let office = try office("\(Self.address),Ana,creator,en,Europe/Berlin,DE")
    try office.launch()
    try office.goToNextDue()
    let before = try office.preview(address: Self.address, step: 1)
    #expect(before.standing == .planned && before.text.contains("(Berlin) (me@acme.example) ="))
    let outbox = ScriptedTransport()
    try office.send(outbox)
    #expect(outbox.received.map(\.message) == [before.bytes])

    try configure(office, "country: 'JP', meetings: { hours: 'Sat 10:00-12:00', sender: 'host' },")
    try office.importRows(
      ["\(Self.address),Ana,media,fr,Asia/Tokyo,JP"], header: Self.header)
    let after = try office.preview(address: Self.address, step: 1)
    #expect(after.standing == .sent && after.bytes == before.bytes)
  }

  @Test func `the settings say when, how long, how often and with whom`() throws {
    let row = "\(Self.address),Ana,creator,en,Europe/Berlin,GB"
    let office = try office(
      row,
      settings: """
        country: 'DE', meetings: { hours: 'Tue,Thu 14:00-15:30', minutes: 60, slots: 2, sender: 'host' },
        """)
    let found = try slots(office, at: "2026-03-02T09:30:00Z")
    #expect(
      found.map { $0["their"] } == [
        "Thursday 5 March at 14:00 (Berlin)", "Tuesday 10 March at 14:30 (Berlin)",
      ])
    #expect(Set(found.map { $0["to"] }) == ["mailto:host@acme.example"])
  }

  @Test func `no time in common leaves the section empty, and the template says something else`()
    throws
  {
    let office = try office("\(Self.address),Ana,creator,en,Pacific/Honolulu,US")
    let text = try office.preview(address: Self.address, step: 1).text
    #expect(text.contains("When would suit you?") && !text.contains("mailto"))
  }

  @Test func `a day off of the team is not offered, and a check says where none is known`() throws {
    let row = "\(Self.address),Ana,creator,en,Europe/London,GB"
    // 2026-10-03 is a Saturday; 2026-05-14 is Ascension Day in Germany and none in Britain.
    let german = try office(row)
    #expect(
      try slots(german, at: "2026-05-12T09:00:00Z").first?["their"]
        == "Friday 15 May at 10:00 (London)")
    #expect(
      try !german.desk.check("spring", at: german.now).advice.contains { $0.contains("country") })
    let unknown = try office(row, settings: "")
    #expect(
      try slots(unknown, at: "2026-05-12T09:00:00Z").first?["their"]
        == "Thursday 14 May at 10:00 (London)")
    #expect(
      try unknown.desk.check("spring", at: unknown.now).advice.contains {
        $0.contains("names no 'country'")
      })
    try unknown.folder.write("2026-05-14,Works outing\n", to: "calendars/ours.csv")
    try unknown.reload()
    #expect(
      try slots(unknown, at: "2026-05-12T09:00:00Z").first?["their"]
        == "Friday 15 May at 10:00 (London)")
  }

  @Test(arguments: [
    ("{{meeting_slots}}", "'meeting_slots' has no text of its own: write {{#meeting_slots}}"),
    ("{{link}}", "'link'"), ("{{#meeting_slots}}{{there_time}}{{/meeting_slots}}", "'there_time'"),
  ])
  func `what cannot be shown is found at check time`(body: String, says: String) throws {
    let office = try office("\(Self.address),Ana,creator,en,Europe/London,GB", body: body)
    let faults = #expect(throws: ContentFaults.self) {
      _ = try office.desk.check("spring", at: office.now)
    }
    #expect(faults?.description.contains(says) == true, "\(String(describing: faults))")
  }

  @Test func `messages without it keep nothing of it`() throws {
    let office = try office("\(Self.address),Ana,creator,en,Europe/London,GB", body: "Hello.")
    try office.launch()
    try office.goToNextDue()
    try office.send(ScriptedTransport())
    #expect(
      try office.text("SELECT merge FROM attempt WHERE state = 'sent'")?.contains("meet") == false)
  }

  @Test(arguments: [
    ("meetings: { minutes: 4 },", "from 5 to 480"),
    ("meetings: { slots: 10 },", "from 1 to 9"),
    ("meetings: { hours: 'Mon 9-17' },", "not a range of hours"),
    ("meetings: { hours: 'Mon 09:00-09:20' },", "does not fit"),
    ("meetings: { sender: 'nobody' },", "there are: me, host"),
    ("meetings: { hour: 'Mon 09:00-17:00' },", "unknown setting 'hour'"),
    ("country: 'Atlantis',", "no ISO 3166 country code"),
  ])
  func `settings that cannot be meant are refused`(settings: String, says: String) throws {
    let office = try Office(people: 0)
    let error = #expect(throws: ConfigurationError.self) { try configure(office, settings) }
    #expect(error?.message.contains(says) == true, "\(String(describing: error))")
  }
}
