import Scheduling
import Testing

@testable import Liaison

/// Whose window holds for a person, and what decided it.
struct WindowChoiceTests {
  private static func windows(_ json: String) throws -> CampaignWindows {
    try ConfigurationError.decode(CampaignWindows.self, from: Array(json.utf8), path: "c.json5")
  }

  private static func reason(
    _ kind: String, _ country: String?, _ windows: CampaignWindows = CampaignWindows(nil),
    own: String? = nil, on date: String = "2026-11-24"
  ) throws -> String {
    let choice = WindowChoice(
      contact: try own.map { try SendWindow($0) }, kind: kind, country: country,
      windows: windows, holidays: .shipped)
    return choice.reason(on: try #require(CivilDate(date)))
  }

  @Test(
    arguments: [
      ("creator", "DE", "Mon-Fri 10:00-18:00: the usual one."),
      ("creator", nil, "Mon-Fri 10:00-18:00: the usual one."),
      ("coupon", "US", "Mon-Fri 10:00-18:00: the usual one."),
      ("media", "DE", "Mon-Thu 08:00-11:00: the usual one for media."),
      ("media", nil, "Mon-Thu 08:00-11:00: the usual one for media."),
      ("media", "US", "Mon-Thu 09:00-11:00: the usual one for media in US."),
      ("media", "GB", "Mon-Thu 07:00-10:00: the usual one for media in GB."),
      (
        "media", "SA", "Sun-Thu 09:00-12:00: the usual one where Friday is of the week-end (SA)."
      ),
      (
        "creator", "JO",
        "Sun-Thu 09:00-12:00: the usual one where Friday is of the week-end (JO)."
      ),
      // The United Arab Emirates rest on Saturday and Sunday since 2022.
      ("creator", "AE", "Mon-Fri 10:00-18:00: the usual one."),
    ] as [(String, String?, String)])
  func `without a word of the campaign the usual hours hold`(
    kind: String, country: String?, reason: String
  ) throws {
    #expect(try Self.reason(kind, country) == "The window is \(reason)")
  }

  @Test(
    arguments: [
      // The contact's own goes before all others.
      ("media", "US", "Sat 09:00-10:00", "Sat 09:00-10:00: the contact's own."),
      ("media", "US", nil, "Mon 01:00-02:00: the campaign's for media in US."),
      ("creator", "US", nil, "Mon 02:00-03:00: the campaign's for US."),
      ("media", "GB", nil, "Mon 03:00-04:00: the campaign's for GB."),
      // A market with an entry for another kind alone falls to the kind, then to the campaign.
      ("media", "FR", nil, "Fri-Sat 04:00-05:00: the campaign's for media."),
      ("creator", "FR", nil, "Mon 05:00-06:00: the campaign's for creator in FR."),
      ("app", "FR", nil, "Mon-Fri 06:00-07:00: the campaign's."),
      ("app", nil, nil, "Mon-Fri 06:00-07:00: the campaign's."),
      // Friday is left out where it is of the week-end, if the window is not that market's own.
      (
        "app", "JO", nil,
        "Mon-Thu 06:00-07:00: the campaign's without Friday, which is of the week-end in JO."
      ),
      (
        "media", "JO", nil,
        "Sat 04:00-05:00: the campaign's for media without Friday, which is of the week-end in JO."
      ),
      ("app", "SA", nil, "Fri 07:00-08:00: the campaign's for SA."),
    ] as [(String, String?, String?, String)])
  func `the nearest word to the person decides`(
    kind: String, country: String?, own: String?, reason: String
  ) throws {
    let windows = try Self.windows(
      """
      {
        default: 'Mon-Fri 06:00-07:00',
        kinds: { media: 'Fri-Sat 04:00-05:00' },
        markets: {
          US: { default: 'Mon 02:00-03:00', media: 'Mon 01:00-02:00' },
          GB: 'Mon 03:00-04:00',
          FR: { creator: 'Mon 05:00-06:00' },
          SA: 'Fri 07:00-08:00',
        },
      }
      """)
    #expect(try Self.reason(kind, country, windows, own: own) == "The window is \(reason)")
  }

  @Test func `a window of Fridays alone stays as it is`() throws {
    let windows = CampaignWindows(try SendWindow("Fri 10:00-12:00"))
    #expect(
      try Self.reason("creator", "SA", windows)
        == "The window is Fri 10:00-12:00: the campaign's.")
  }

  @Test(
    arguments: [
      ("SA", nil, "2026-03-01", "Sun-Thu 10:00-13:00: the campaign's for Ramadan."),
      // On the week-end there it does not hold.
      ("ID", nil, "2026-03-02", "Mon-Thu 10:00-13:00: the campaign's for Ramadan."),
      (
        "SA", nil, "2026-04-01",
        "Sun-Thu 09:00-12:00: the usual one where Friday is of the week-end (SA)."
      ),
      ("DE", nil, "2026-03-02", "Mon-Fri 10:00-18:00: the usual one."),
      ("SA", "Sun 20:00-21:00", "2026-03-01", "Sun 20:00-21:00: the contact's own."),
    ] as [(String, String?, String, String)])
  func `Ramadan has hours of its own where the campaign gives them`(
    country: String, own: String?, date: String, reason: String
  ) throws {
    let windows = try Self.windows("{ ramadan: 'Sun-Thu 10:00-13:00' }")
    #expect(
      try Self.reason("creator", country, windows, own: own, on: date)
        == "The window is \(reason)")
  }

  @Test(
    arguments: [
      ("{ kinds: { press: 'Mon 01:00-02:00' } }", "c.json5:1:19: 'press' is no kind of prospect"),
      ("{ kinds: { default: 'Mon 01:00-02:00' } }", "'default' is no kind of prospect"),
      ("{ markets: { Germany: 'Mon 01:00-02:00' } }", "'Germany' is no country"),
      ("{ markets: { de: 'Mon 01:00-02:00' } }", "'de' is no country"),
      ("{ markets: { DE: 'Monday' } }", "c.json5:1:18: The window “Monday” is not written"),
      ("{ markets: { DE: { media: 'Mon 2-1' } } }", "“2-1” in the window “Mon 2-1”"),
      ("{ markets: { DE: { press: 'Mon 01:00-02:00' } } }", "'press' is no kind of prospect"),
      ("{ default: 5 }", "'default' must be a text in quotes"),
      ("{ standard: 'Mon 01:00-02:00' }", "unknown setting 'standard'"),
    ])
  func `what cannot be read is named with its place`(json: String, message: String) throws {
    let error = #expect(throws: ConfigurationError.self) { try Self.windows(json) }
    #expect(error?.description.contains(message) == true, "\(error?.description ?? "")")
  }

  @Test func `windows are approved and kept as they are written`() throws {
    let office = try Office()
    let text = Office.campaign(["me"]).replacing(
      "window: 'Mon-Fri 10:00-18:00'",
      with: "windows: { kinds: { creator: 'Tue 09:00-10:00' }, markets: { US: 'Wed 09:00-10:00' } }"
    )
    try office.folder.write(text, to: "campaigns/spring.json5")
    try office.launch()
    #expect(try office.desk.check("spring", at: office.now).changes.isEmpty)
    #expect(try office.attempt().due.iso8601.hasPrefix("2026-03-03T08:"))
    try office.folder.write(
      text.replacing("Tue", with: "Wed"), to: "campaigns/spring.json5")
    #expect(try office.desk.check("spring", at: office.now).changes.count == 1)
  }

  @Test func `window and windows together are refused`() throws {
    let office = try Office()
    let text = Office.campaign(["me"]).replacing("kit:", with: "windows: {}, kit:")
    try office.folder.write(text, to: "campaigns/spring.json5")
    let error = #expect(throws: ConfigurationError.self) { try office.launch() }
    #expect(error?.message.contains("not both") == true)
  }

  @Test func `a contact's own window comes with the import and goes before the campaign's`() throws
  {
    let office = try Office(people: 0)
    let header = "email,first_name,kind,language,timezone,window"
    let row = "ada@one.example,Ada,creator,en,Europe/Berlin,"
    try office.importRows([row + "Sat 20:00-21:00"], header: header)
    try office.launch()
    let due = try office.attempt().due
    #expect(due.iso8601.hasPrefix("2026-03-07T19:"))
    // A later import without it changes nothing, one with another window does.
    try office.importRows([row], header: header)
    #expect(try office.contact("ada@one.example").window?.description == "Sat 20:00-21:00")
    try office.importRows([row + "Sun 20:00-21:00"], header: header)
    office.now = due
    let report = try office.send(ScriptedTransport())
    #expect(report.entries.map(\.result) == [.deferred])
    #expect(try office.attempt().due.iso8601.hasPrefix("2026-03-08T19:"))
  }

  @Test func `a row with a faulty window is set aside`() throws {
    let office = try Office(people: 0)
    let report = try office.importRows(
      ["ada@one.example,Ada,mornings"], header: "email,first_name,window")
    #expect(report.added == 0)
    #expect(report.problems.first?.reason.contains("“mornings”") == true, "\(report.problems)")
  }
}
