import Foundation
import SQLite
import Scheduling
import Testing

@testable import Liaison

/// From the columns of a file to the plan, without a time zone written down.
struct InferredZoneTests {
  private static let header = "email,first_name,kind,language,timezone,country,city,region,phone"

  private func office(_ rows: [String]) throws -> Office {
    let office = try Office(rows: [])
    try office.importRows(rows, header: Self.header)
    return office
  }

  private func plan(_ office: Office) throws -> SendPlanList {
    try SendDesk(
      workspace: office.workspace, store: office.store, zones: office.zones,
      linter: office.linter, environment: [:]
    ).plan(from: office.now, to: office.now.adding(seconds: 30 * 86_400))
  }

  @Test func `the columns are kept, and the plan says how the zone was found`() throws {
    let office = try office([
      "a@one.example,Ada,creator,en,,US,Oakland,California,+1 212 555 0100",
      "b@two.example,Bob,creator,en,Asia/Tokyo,US,Detroit,MI,+1 212 555 0100",
    ])
    let contact = try #require(try office.store.contact(addressKey: "a@one.example"))
    #expect(
      [contact.city, contact.region, contact.phone] == ["Oakland", "California", "+1 212 555 0100"])
    try office.launch()
    let entries = try plan(office).entries
    let ada = try #require(entries.first { $0.address == "a@one.example" })
    #expect(ada.theirZone == "America/Los_Angeles" && ada.zones == ["America/Los_Angeles"])
    #expect(ada.zoneSource == .region && ada.zoneConfidence == .certain)
    #expect(ada.zoneDetail == "from the region California")
    // What was written down always wins.
    let bob = try #require(entries.first { $0.address == "b@two.example" })
    #expect(bob.theirZone == "Asia/Tokyo" && bob.zoneSource == .given)
  }

  @Test func `what an update leaves empty stays, and what it brings is taken`() throws {
    let office = try office(["a@one.example,Ada,creator,en,,US,Oakland,CA,+1 212 555 0100"])
    try office.importRows(["a@one.example,,,,,,,NY,"], header: Self.header)
    let contact = try #require(try office.store.contact(addressKey: "a@one.example"))
    #expect([contact.city, contact.region] == ["Oakland", "NY"])
    #expect(contact.phone == "+1 212 555 0100")
  }

  @Test func `with several zones the window holds in all of them`() throws {
    let rows = (0..<40).map { "p\($0)@d\($0).example,Name,creator,en,,US,,," }
    let office = try office(rows)
    try office.launch()
    let entries = try plan(office).entries
    #expect(entries.count == 160)
    for entry in entries {
      #expect(entry.zoneConfidence == .possible && entry.zones.count > 3)
      for name in entry.zones {
        let zone = try office.zones.zone(listed: name)
        let local = LocalTime(entry.instant, in: zone)
        #expect((36_000..<64_800).contains(local.secondOfDay), "\(name) \(local)")
        #expect(local.weekday.rawValue <= 5, "\(name) \(local)")
      }
    }
  }

  @Test func `without a common hour a person is held, with the zones and a way out`() throws {
    let office = try office(["a@one.example,Ada,creator,en,,ES,,,+64 9 123 4567"])
    let report = try office.launch()
    #expect(report.enrolled == 0)
    let reason = try #require(report.held.first?.reasons.first)
    #expect(reason.contains("Europe/Madrid or 2 more"), "\(reason)")
    #expect(reason.contains("+64 9 and the country ES, which disagree"), "\(reason)")
    // A zone that somebody writes down lets them go.
    try office.importRows(["a@one.example,,,,Pacific/Auckland,,,,"], header: Self.header)
    #expect(try office.launch().enrolled == 1)
  }

  @Test func `without any clue a person is held and told what would help`() throws {
    let office = try office(["a@one.example,Ada,creator,en,,,,,"])
    let reason = try #require(try office.launch().held.first?.reasons.first)
    #expect(reason.hasPrefix("no time zone is known"))
    #expect(reason.contains("'phone'"))
  }

  @Test func `a zone that leaves the data holds those who are planned in it`() throws {
    let office = try office(["a@one.example,Ada,creator,en,Asia/Tokyo,,,,"])
    try office.launch()
    guard case .folder(let system) = office.zones.source else { return }
    let folder = try TemporaryFolder()
    let berlin = try #require(FileManager.default.contents(atPath: "\(system)/Europe/Berlin"))
    try FileManager.default.createDirectory(
      atPath: folder.path + "/Europe", withIntermediateDirectories: true)
    #expect(
      FileManager.default.createFile(atPath: folder.path + "/Europe/Berlin", contents: berlin))
    let small = try ZoneDatabase(folder: folder.path)
    let plan = try SendDesk(
      workspace: office.workspace, store: office.store, zones: small, linter: office.linter,
      environment: [:]
    ).plan(from: office.now, to: office.now.adding(seconds: 30 * 86_400))
    #expect(plan.entries.isEmpty)
    #expect(plan.held.first?.reason.contains("Asia/Tokyo") == true, "\(plan.held)")
  }

  @Test func `the columns fill the tags of their names`() throws {
    let office = try Office(rows: [])
    try office.folder.write(
      Office.template(1, "brand-story") + "{{city}}, {{region}}, {{phone}}\n",
      to: "templates/s/1.md")
    try office.importRows(
      ["a@one.example,Ada,creator,en,,US,Oakland,CA,510 555 0100"], header: Self.header)
    let preview = try office.preview(address: "a@one.example", step: 1)
    #expect(preview.text.contains("Oakland, CA, 510 555 0100"), "\(preview.text)")
    #expect(preview.zone?.detail == "from the region CA")
  }

  @Test func `a database from before has no such columns until it is opened`() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/liaison.db"
    do {
      let old = try Connection(path: path, access: .create)
      try old.migrate(
        Array(Schema.migrations.prefix(1)), applicationID: Schema.applicationID, isNew: true)
      try old.execute(
        """
        INSERT INTO prospect (id, key, name, kind, created_at, updated_at)
        VALUES ('p', 'p', 'P', 'creator', 0, 0);
        INSERT INTO contact (id, prospect_id, address, address_key, time_zone, fields, created_at,
          updated_at)
        VALUES ('c', 'p', 'a@one.example', 'a@one.example', 'Europe/Berlin', '{}', 0, 0);
        """)
    }
    // Also where it is opened to read only, since what is read must be there.
    let store = try Store.open(at: path, access: .read)
    let contact = try #require(try store.contact(addressKey: "a@one.example"))
    #expect(contact.timeZone == "Europe/Berlin" && contact.city == nil)
    #expect(try store.schemaVersion() == Store.newestSchemaVersion)
  }
}
