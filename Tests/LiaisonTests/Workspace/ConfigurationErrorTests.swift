import Testing

@testable import Liaison

/// Every fault in a configuration has its place and says what is wanted.
struct ConfigurationErrorTests {
  private static let good = """
    {
      // A comment, since this is JSON5.
      brand: { name: 'Acme', kit: { file: 'kit.pdf' } },
      timeZone: 'Europe/Berlin',
      senders: [
        { id: 'me', name: 'Lina', address: 'me@acme.example',
          smtp: { host: 'smtp.acme.example', user: 'me', password: { env: 'PASS' } } },
      ],
    }
    """

  struct Case: Sendable, CustomTestStringConvertible {
    let old: String
    let new: String
    let place: String
    let says: String
    var testDescription: String { "\(old) → \(new)" }
  }

  @Test func `the configuration that the faults are made in is good`() throws {
    let found = try ConfigurationError.decode(
      WorkspaceConfiguration.self, from: Array(Self.good.utf8), path: "liaison.json5")
    #expect(found.senders.first?.smtp?.port == 465)
    #expect(found.brand.kit?.file == "kit.pdf")
  }

  @Test(arguments: [false, true])
  func `a file in another encoding is an error with its place`(isKey: Bool) {
    // Windows-1252; as a bare key inside an object it would end the process in the decoder.
    let cafe = Array("caf".utf8) + [0xE9]
    let inside = isKey ? cafe + Array(": 1".utf8) : Array("name: '".utf8) + cafe + Array("'".utf8)
    let bytes = Array("{\n  brand: { ".utf8) + inside + Array(" } }".utf8)
    let error = #expect(throws: ConfigurationError.self) {
      try ConfigurationError.decode(
        WorkspaceConfiguration.self, from: bytes, path: "liaison.json5")
    }
    #expect(error?.place == (isKey ? "liaison.json5:2:15" : "liaison.json5:2:22"))
    #expect(error?.message == "the file is not UTF-8: save it as UTF-8")
  }

  @Test(arguments: [
    Case(old: "timeZone", new: "timezone", place: "4:13", says: "unknown setting 'timezone'"),
    Case(old: "'Europe/Berlin'", new: "7", place: "4:13", says: "'timeZone' must be a text"),
    Case(old: "'Europe/Berlin'", new: "'  '", place: "4:13", says: "'timeZone' is blank"),
    Case(old: "'Europe/Berlin'", new: "null", place: "4:13", says: "timeZone"),
    Case(old: "name: 'Acme', ", new: "", place: "3:10", says: "'name' is missing"),
    Case(old: "kit: {", new: "kit: 'kit.pdf', x: {", place: "3:", says: "unknown setting 'x'"),
    Case(old: "{ file: 'kit.pdf' }", new: "'kit.pdf'", place: "3:31", says: "'kit'"),
    Case(old: "id: 'me'", new: "Id: 'me'", place: "6:11", says: "unknown setting 'Id'"),
    Case(
      old: "'me@acme.example'", new: "'me at acme'", place: "6:40", says: "a space"),
    Case(old: "host:", new: "hots:", place: "7:21", says: "unknown setting 'hots'"),
    Case(old: "user:", new: "port: 0, user:", place: "7:48", says: "1 to 65535"),
    Case(old: "user:", new: "port: '465', user:", place: "7:48", says: "'port' must be a number"),
    Case(old: "user:", new: "replyTimeout: 601, user:", place: "7:56", says: "1 to 600 seconds"),
    Case(old: "user:", new: "connectTimeout: 0, user:", place: "7:58", says: "1 to 600 seconds"),
    Case(
      old: "user:", new: "security: 'ssl', user:", place: "7:52", says: "tls, starttls, none"),
    Case(
      old: "{ env: 'PASS' }", new: "'hunter2'", place: "7:", says: "never written here"),
    Case(old: "{ env: 'PASS' }", new: "{}", place: "7:", says: "a password is one of"),
    Case(
      old: "{ env: 'PASS' }", new: "{ env: 'A', file: 'b' }", place: "7:",
      says: "a password is one of"),
    Case(old: ", password: { env: 'PASS' }", new: "", place: "7:", says: "needs a 'password'"),
    Case(old: "\n  ],", new: ",", place: "7:84", says: "not valid JSON5"),
    Case(old: "senders: [", new: "senders: {", place: "", says: "JSON5"),
    Case(old: "timeZone:", new: "timeZone", place: "4:12", says: "not valid JSON5"),
  ])
  func `a fault has its line and column and says what is wrong`(_ fault: Case) throws {
    #expect(Self.good.contains(fault.old))
    let text = Self.good.replacing(fault.old, with: fault.new)
    let error = #expect(throws: ConfigurationError.self) {
      try ConfigurationError.decode(
        WorkspaceConfiguration.self, from: Array(text.utf8), path: "liaison.json5")
    }
    let description = try #require(error?.description)
    #expect(description.hasPrefix("liaison.json5:\(fault.place)"), "\(description)")
    #expect(description.contains(fault.says), "\(description)")
    #expect(!description.contains("hunter2"))
    #expect(error?.line != nil && error?.column != nil)
  }

  @Test(arguments: ["", "   ", "[]", "7", "'x'", "null", "\u{FEFF}", "{", "\u{0}", "{}"])
  func `a file that holds no configuration is an error with a place`(_ text: String) {
    let error = #expect(throws: ConfigurationError.self) {
      try ConfigurationError.decode(
        WorkspaceConfiguration.self, from: Array(text.utf8), path: "liaison.json5")
    }
    #expect(error?.line == 1)
  }

  @Test func `bytes that are no text are an error, not a crash`() {
    for bytes in [
      [UInt8](arrayLiteral: 0xFF, 0xFE), [0xC3, 0x28], Array(repeating: 0x5B, count: 100_000),
    ] {
      #expect(throws: ConfigurationError.self) {
        try ConfigurationError.decode(
          WorkspaceConfiguration.self, from: bytes, path: "liaison.json5")
      }
    }
  }

  @Test(arguments: [
    ("senders: ['me']", "senders: []", "at least one sender"),
    ("senders: ['me']", "senders: ['you']", "'you' is not in liaison.json5; there are: me"),
    ("'Mon-Fri 10:00-18:00'", "'Mon-Fri 10-18'", "10-18"),
    ("'Mon-Fri 10:00-18:00'", "'Monday 10:00-18:00'", "Monday"),
    ("'none'", "'gift'", "attach, link, none"),
    ("gap: 4 }", "gap: 2 }", "3 to 5 days"),
    ("gap: 4 }", "gap: 6 }", "3 to 5 days"),
    ("gap: 4 }", "gap: [5, 3] }", "a number of days or a pair"),
    ("gap: 4 }", "gap: 'often' }", "gap"),
    ("{ template: 's/1.md' }", "{ template: 's/1.md', gap: 3 }", "the first step has no gap"),
    ("steps: [", "steps: [ { template: 's/0.md' }, ", "one to four steps, this one has 5"),
    ("language: 'en'", "language: 'english please'", "language"),
    ("steps:", "segment: { kinds: ['influencer'] }, steps:", "influencer"),
    ("steps:", "segment: { country: ['DE'] }, steps:", "unknown setting 'country'"),
  ])
  func `a fault in a campaign's file says what is wanted`(
    old: String, new: String, says: String
  ) throws {
    let office = try Office(people: 0)
    let text = Office.campaign(["me"])
    #expect(text.contains(old))
    try office.folder.write(text.replacing(old, with: new), to: "campaigns/spring.json5")
    let error = #expect(throws: ConfigurationError.self) {
      try office.workspace.campaign(named: "spring")
    }
    #expect(error?.description.hasPrefix("campaigns/spring.json5") == true)
    #expect(error?.description.contains(says) == true, "\(error?.description ?? "")")
  }
}
