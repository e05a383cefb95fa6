import SQLite
import Scheduling
import Testing

@testable import Liaison

/// A filter gives the same rows from the database as from plain evaluation in memory.
struct FilterPropertyTests {
  @Test func `the database and plain evaluation agree on random filters over random people`() throws
  {
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = SplitMix64(seed: seed)
    let zones = try Office.zones.get()
    let clock = FilterClock(
      now: try #require(Instant(iso8601: "2026-03-06T12:00:00Z")),
      home: try zones.zone(TimeZoneName("Europe/Berlin", in: zones)))
    for round in 0..<4 {
      let people = try RandomPeople(prospects: 40, random: &random)
      var found = 0
      for _ in 0..<250 {
        let text = RandomFilter.text(&random)
        let filter = try Filter(text)
        #expect(try Filter(filter.root.description).root == filter.root, "\(text)")
        for grain in [FilterQuery.Grain.prospects, .contacts] {
          let query = FilterQuery(filter, of: grain, clock: clock)
          let id = grain == .prospects ? "p.id" : "k.id"
          let rows = try people.store.connection.all(
            "SELECT \(id) FROM \(grain.tables) WHERE \(query.condition) ORDER BY \(id)",
            query.values
          ) { $0.text(0) }
          let subjects = grain == .prospects ? people.prospects : people.contacts
          let plain = subjects.filter { $0.value.matches(filter, clock) }.map(\.key).sorted()
          #expect(rows == plain, "seed \(seed), round \(round), \(grain): \(text)")
          found += rows.count
        }
      }
      // Filters that hold for nobody would agree on anything.
      #expect(found > 1_000)
    }
  }
}

/// Made-up prospects in a database and beside it, with everything that a filter can ask.
private struct RandomPeople {
  let store: Store
  private(set) var prospects: [String: FilterSubject] = [:]
  private(set) var contacts: [String: FilterSubject] = [:]
  private let folder: TemporaryFolder
  private static let suppressed = ["bo@beta.example", "@mail.beta.example", "@gamma.example"]

  init(prospects count: Int, random: inout SplitMix64) throws {
    folder = try TemporaryFolder()
    store = try Store.create(at: folder.path + "/liaison.db", now: Instant(seconds: 1_770_000_000))
    for (index, name) in ["spring", "press"].enumerated() {
      try store.connection.run(
        "INSERT INTO campaign VALUES ($1, $2, 'running', 1, 0, 'test')",
        [.text("g\(index)"), .text(name)])
    }
    for key in Self.suppressed {
      try store.connection.run(
        "INSERT INTO suppression VALUES ($1, 'asked', 0, 'test')", [.text(key)])
    }
    for number in 0..<count { try addProspect(number, &random) }
  }

  private static func day(_ random: inout SplitMix64) -> Instant {
    // From 2026-02-28 12:00 UTC, in steps of twelve hours.
    Instant(seconds: 1_772_280_000 + Int64(random.below(20)) * 43_200)
  }

  private static func some(_ values: [String], _ random: inout SplitMix64) -> String? {
    random.happens(35) ? nil : values[random.below(values.count)]
  }

  private mutating func addProspect(_ number: Int, _ random: inout SplitMix64) throws {
    let id = "p\(100 + number)"
    var prospect = FilterSubject()
    var columns: [(String, Value)] = [("id", .text(id))]
    func text(_ field: FilterField, _ value: String?) {
      if let value { prospect.texts[field] = [value] }
      columns.append((field.rawValue, .text(value)))
    }
    let some = Self.some
    text(
      .name, some(["Alpha", "beta WORKS", "100% wool", "under_score", "é", "É"], &random) ?? "Z")
    text(.kind, random.happens(50) ? "creator" : "media")
    text(.stage, random.happens(70) ? "new" : "talking")
    text(.country, some(["US", "DE"], &random))
    text(.region, some(["Bayern", "texas", ""], &random))
    text(.city, some(["Berlin", "New York"], &random))
    text(.niche, some(["Bikes", "travel"], &random))
    text(.owner, some(["Lina", "tom"], &random))
    text(.website, some(["https://alpha.example/a", "beta.example"], &random))
    text(.channel, some(["youtube", "YouTube"], &random))
    text(.fit, some(["Good fit"], &random))
    text(.rates, some(["EUR 300"], &random))
    let languages = some(["de", "pt-BR", "en de", "pt"], &random)
    columns.append(("languages", .text(languages)))
    prospect.texts[.language] = languages?.split(separator: " ").map(String.init)
    let key = some(
      ["site:alpha.example", "site:beta.example/x", "site:alpha.example.com"], &random)
    // A key is unique, so the number goes where it does not change the host.
    columns.append(("key", .text(key.map { "\($0)/\(number)" } ?? "name:\(number)")))
    prospect.texts[.host] = key.flatMap(ProspectKey.host).map { [$0] }
    let audience = random.happens(30) ? nil : random.below(6)
    columns.append(("audience", .integer(audience.map(Int64.init))))
    prospect.numbers[.audience] = audience.map { [$0] }
    for field in [FilterField.created, .updated] {
      let at = Self.day(&random)
      columns.append((field.rawValue + "_at", .integer(at.microseconds)))
      prospect.instants[field] = [at]
    }
    try insert(columns, into: "prospect")
    for tag in ["VIP", "paused", "é"] where random.happens(20) {
      try insert([("prospect_id", .text(id)), ("tag", .text(tag))], into: "prospect_tag")
      prospect.texts[.tag, default: []].append(tag)
    }
    if random.happens(20) {
      let columns: [(String, Value)] = [
        ("id", .text("n\(number)")), ("prospect_id", .text(id)), ("text", "Call back, 50% off"),
        ("at", 0), ("who", "test"),
      ]
      try insert(columns, into: "prospect_note")
      prospect.texts[.note] = ["Call back, 50% off"]
    }
    let own = prospect
    for index in 0..<random.below(4) {
      let contact = try addContact("\(number)-\(index)", of: id, own, &random)
      for field in FilterField.allCases {
        switch field {
        case .address, .domain, .person, .role, .zone, .source, .state, .campaign:
          prospect.texts[field, default: []] += contact.texts[field] ?? []
        case .tag, .note:
          let known = Set(prospect.texts[field] ?? [])
          prospect.texts[field, default: []] += (contact.texts[field] ?? []).filter {
            !known.contains($0)
          }
        case .contacted:
          let last = (prospect.instants[field] ?? []) + (contact.instants[field] ?? [])
          prospect.instants[field] = last.max().map { [$0] }
        default: break
        }
      }
    }
    prospects[id] = prospect
  }

  private mutating func addContact(
    _ name: String, of prospectID: String, _ prospect: FilterSubject, _ random: inout SplitMix64
  ) throws -> FilterSubject {
    let id = "k\(name)"
    var contact = prospect
    var columns: [(String, Value)] = [
      ("id", .text(id)), ("prospect_id", .text(prospectID)), ("fields", "{}"),
    ]
    let some = Self.some
    let domains = [
      "alpha.example", "beta.example", "mail.beta.example", "x.gamma.example",
      "a.b.c.d.e.gamma.example", "notgamma.example",
    ]
    let domain = domains[random.below(domains.count)]
    let unique = contacts.values.contains { $0.texts[.address] == ["bo@beta.example"] }
    let address = domain == "beta.example" && !unique ? "bo@\(domain)" : "ann\(name)@\(domain)"
    contact.texts[.address] = [address]
    contact.texts[.domain] = [domain]
    columns += [("address", .text(address)), ("address_key", .text(address))]
    if Self.suppressed.contains(address) || domain == "mail.beta.example"
      || domain.hasSuffix(".gamma.example")
    {
      contact.texts[.state, default: []].append("suppressed")
    }
    for (field, values) in [
      (FilterField.country, ["FR", "US"]), (.region, ["Bayern"]), (.city, ["Berlin"]),
    ] {
      let value = some(values, &random)
      columns.append((field.rawValue, .text(value)))
      if let value { contact.texts[field] = [value] }
    }
    for (field, column, values) in [
      (FilterField.language, "language", ["de", "de-AT", "en"]),
      (.zone, "time_zone", ["Europe/Berlin", "Asia/Tokyo"]), (.role, "role", ["Editor"]),
      (.source, "source", ["tool", "referral"]), (.person, "full_name", ["Ann Adams", "Bo"]),
    ] {
      let value = some(values, &random)
      columns.append((column, .text(value)))
      contact.texts[field] = value.map { [$0] }
    }
    if contact.texts[.person] == nil, random.happens(50) {
      columns.append(("last_name", "Bosch"))
      contact.texts[.person] = ["Bosch"]
    }
    if random.happens(20) {
      columns.append(("notes", "please call back"))
      contact.texts[.note, default: []].append("please call back")
    }
    for field in [FilterField.created, .updated] {
      let at = Self.day(&random)
      columns.append((field.rawValue + "_at", .integer(at.microseconds)))
      contact.instants[field] = [at]
    }
    try insert(columns, into: "contact")
    for tag in ["vip", "Paused"] where random.happens(20) {
      try insert([("contact_id", .text(id)), ("tag", .text(tag))], into: "contact_tag")
      contact.texts[.tag, default: []].append(tag)
    }
    try addHistory(id, &contact, &random)
    contacts[id] = contact
    return contact
  }

  private func addHistory(
    _ id: String, _ contact: inout FilterSubject, _ random: inout SplitMix64
  ) throws {
    var states = Set<String>()
    for (index, campaign) in ["spring", "press"].enumerated() where random.happens(30) {
      let isActive = random.happens(50) && !states.contains("active")
      states.insert("enrolled")
      if isActive { states.insert("active") }
      contact.texts[.campaign, default: []].append(campaign)
      try store.connection.run(
        "INSERT INTO enrollment VALUES ($1, $2, $3, $4, NULL, 'en', 'me', 0, 0)",
        [
          .text("e\(index)\(id)"), .text("g\(index)"), .text(id),
          .text(isActive ? "active" : "finished"),
        ])
      let state = ["scheduled", "sent", "unknown"][random.below(3)]
      let at = Self.day(&random)
      try store.connection.run(
        """
        INSERT INTO attempt (id, enrollment_id, campaign_id, contact_id, step, emphasis, state, due_at,
          reasons, message_id, token, tries, dated_at, sent_at)
        VALUES ($1, $2, $3, $4, 1, 'x', $5, 0, '[]', $1, 0, 0, $6, $7)
        """,
        [
          .text("a\(index)\(id)"), .text("e\(index)\(id)"), .text("g\(index)"), .text(id),
          .text(state), .integer(at.microseconds),
          .integer(state == "sent" ? at.microseconds : nil),
        ])
      guard state != "scheduled" else { continue }
      states.insert("contacted")
      contact.instants[.contacted] = [max(at, contact.instants[.contacted]?.first ?? at)]
    }
    for (kind, state) in [
      ("reply", "replied"), ("bounce", "bounced"), ("opt-out", "opted-out"),
      ("complaint", "complained"), ("auto-reply", nil as String?),
    ] where random.happens(15) {
      try store.connection.run(
        "INSERT INTO inbound VALUES ($1, $2, NULL, $3, NULL, NULL, 0, 0, 'test')",
        [.text("i\(kind)\(id)"), .text(id), .text(kind)])
      if let state { states.insert(state) }
    }
    contact.texts[.state, default: []] += states
  }

  private func insert(_ columns: [(String, Value)], into table: String) throws {
    let marks = columns.indices.map { "$\($0 + 1)" }.joined(separator: ", ")
    try store.connection.run(
      "INSERT INTO \(table) (\(columns.map(\.0).joined(separator: ", "))) VALUES (\(marks))",
      columns.map(\.1))
  }
}
