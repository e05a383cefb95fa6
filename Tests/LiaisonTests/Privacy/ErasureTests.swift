import FoundationEssentials
import Mail
import SQLite
import Scheduling
import Testing

@testable import Liaison

/// People who asked to be forgotten.
struct ErasureTests {
  static let canary = "quetzalcanary"

  /// The files beside the database that hold a text, in whatever case.
  static func files(in folder: String, with text: String) throws -> [String] {
    let needle = Array(text.utf8)
    return try FileManager.default.contentsOfDirectory(atPath: folder).filter { name in
      guard name.hasPrefix("liaison.db"),
        let data = FileManager.default.contents(
          atPath: "\(folder)/\(name)")
      else { return false }
      let bytes = data.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
      return bytes.firstRange(of: needle) != nil
    }.sorted()
  }

  /// Somebody who was written to, answered, was noted down and moved about in the database.
  private func office() throws -> Office {
    let row =
      "\(Self.canary)@\(Self.canary).example,Quetzalcanary,creator,en,Europe/Berlin,"
      + "QuetzalCanary Studio,quetzalcanary town,quetzalcanary.example"
    let office = try Office(
      rows: [row, "bo@two.example,Bo,creator,en,Europe/Berlin,Bo's,Bonn,two.example"],
      header: Office.header + ",prospect,city,website")
    try office.launch()
    let transport = ScriptedTransport { _ in .accept }
    for _ in 0..<3 {
      try office.goToNextDue()
      try office.send(transport)
    }
    try office.reply(.interested, from: "\(Self.canary)@\(Self.canary).example")
    try office.store.suppress(
      key: "\(Self.canary)@\(Self.canary).example", reason: "quetzalcanary said so", by: "test",
      at: office.now)
    for statement in [
      "INSERT INTO prospect_tag SELECT id, 'quetzalcanary' FROM prospect",
      "INSERT INTO prospect_note SELECT id, id, 'quetzalcanary', 1, 'test' FROM prospect",
      "INSERT INTO prospect_stage SELECT id, id, 'new', 'quetzalcanary', 1, 'test' FROM prospect",
      "UPDATE prospect SET niche = 'quetzalcanary', fit = 'quetzalcanary', rates = 'quetzalcanary'",
      "UPDATE contact SET role = 'quetzalcanary', found_on = 'quetzalcanary'",
    ] {
      let theirs = "name LIKE 'quetzal%'"
      try office.store.connection.run(
        statement
          + (statement.hasPrefix("UPDATE contact")
            ? " WHERE address LIKE 'quetzal%'" : " WHERE \(theirs)"))
    }
    return office
  }

  @Test func `after an erasure nothing of the person is in any file of the database`() throws {
    let office = try office()
    let folder = office.workspace.folder
    #expect(try !Self.files(in: folder, with: Self.canary).isEmpty)
    let before = try office.text("SELECT count(*) FROM attempt WHERE state = 'sent'")
    try office.store.erase(
      "\(Self.canary.uppercased())@\(Self.canary).example", by: "test", at: office.now)
    try office.store.scrub()
    #expect(try Self.files(in: folder, with: Self.canary) == [])
    let copy = "\(folder)/liaison.db-backup"
    try office.store.backup(to: copy, overwrites: false, at: office.now)
    #expect(try Self.files(in: folder, with: Self.canary) == [])
    // What was counted is counted still, and the other person is as before.
    #expect(try office.text("SELECT count(*) FROM attempt WHERE state = 'sent'") == before)
    #expect(try office.store.contactCount() == 1)
    let clock = FilterClock(now: office.now, home: try office.berlin())
    #expect(try office.store.prospectCount(nil, clock: clock) == 1)
    #expect(try office.contact("bo@two.example").city == "Bonn")
    #expect(try office.text("PRAGMA foreign_key_check") == nil)
    // Again is no fault, and cleans up once more.
    try office.store.erase("\(Self.canary)@\(Self.canary).example", by: "test", at: office.now)
    #expect(throws: PrivacyError.self) {
      try office.store.erase("nobody@two.example", by: "test", at: office.now)
    }
  }

  @Test func `an erased person is passed over when imported again, and never written to`() throws {
    let office = try Office(people: 2)
    try office.launch()
    try office.store.erase(Office.address(0), by: "test", at: office.now)
    let report = try office.importRows([Office.row(0), Office.row(1), Office.row(2)])
    #expect(report.erased == 1)
    #expect(report.added == 1)
    #expect(try office.store.isSuppressed(EmailAddress("Person0@Domain0.example")))
    #expect(try !office.store.isSuppressed(EmailAddress(Office.address(1))))
    // Also where the row came in by another way.
    try office.store.connection.run(
      "UPDATE contact SET address = $1, address_key = $1, erased_at = NULL WHERE erased_at > 0",
      [.text(Office.address(0))])
    try office.store.connection.run("UPDATE enrollment SET state = 'active'")
    try office.store.connection.run("UPDATE attempt SET state = 'scheduled'")
    let transport = ScriptedTransport()
    for _ in 0..<3 {
      try office.goToNextDue()
      try office.send(transport)
    }
    #expect(!transport.received.isEmpty)
    #expect(!transport.received.contains { $0.to.description == Office.address(0) })
  }

  @Test func `without its key a database of erased people sends nothing`() throws {
    let office = try Office(people: 2)
    try office.launch()
    try office.store.erase(Office.address(0), by: "test", at: office.now)
    let key = ErasureKey.path(besideDatabase: office.workspace.databasePath)
    let mode = try FileManager.default.attributesOfItem(atPath: key)[.posixPermissions]
    #expect(mode as? Int == 0o600 || (mode as? UInt16) == 0o600)
    try FileManager.default.removeItem(atPath: key)
    let transport = ScriptedTransport()
    try office.goToNextDue()
    #expect(throws: StoreError.self) { try office.send(transport) }
    #expect(transport.received.isEmpty)
  }

  @Test func `a backup that is put back brings nobody back`() throws {
    let office = try Office(people: 3)
    try office.launch()
    let file = office.workspace.folder + "/monday.db"
    try office.store.backup(to: file, overwrites: false, at: office.now)
    try office.store.erase(Office.address(0), by: "test", at: office.now)
    try office.store.suppress(
      key: "@domain1.example", reason: "asked", by: "test", at: office.now)
    office.now = office.now.adding(seconds: 3600)
    let result = try Store.restore(
      from: file, to: office.workspace.databasePath, by: "test", at: office.now)
    #expect(result.erased == 1)
    #expect(result.suppressed == 1)
    let store = try office.secondStore()
    #expect(try store.contactCount() == 2)
    #expect(try store.isSuppressed(EmailAddress(Office.address(0))))
    #expect(try store.isSuppressed(EmailAddress(Office.address(1))))
    #expect(try store.suppressions().map(\.reason) == ["asked"])
    let bytes = try #require(
      FileManager.default.contents(atPath: office.workspace.databasePath))
    #expect(bytes.firstRange(of: Data("person0".utf8)) == nil)
  }

  /// Whatever comes in whichever order, nobody who is suppressed or erased is written to.
  @Test func `no order of events brings a message to somebody who must get none`() throws {
    let seed = SplitMix64.freshSeed
    var random = SplitMix64(seed: seed)
    for round in 0..<12 {
      let office = try Office(people: 4)
      var store = office.store
      var never: Set<String> = []
      var backups: [String] = []
      let transport = ScriptedTransport()
      transport.onReceived = { envelope in
        #expect(
          !never.contains(envelope.to.description), "seed \(seed), round \(round): \(envelope.to)")
      }
      for event in 0..<14 {
        let index = Int.random(in: 0..<4, using: &random)
        switch Int.random(in: 0..<7, using: &random) {
        case 0:
          let rows = (0..<4).map(Office.row).joined(separator: "\n")
          var reader = try ImportReader(
            bytes: Array("\(Office.header)\n\(rows)\n".utf8), name: "again.csv",
            options: ImportOptions(zones: office.zones))
          _ = try ProspectImport(store: store, policy: .update, who: "test").run(
            &reader, from: "again.csv", at: office.now)
        case 1:
          let key = Bool.random(using: &random) ? Office.address(index) : "@domain\(index).example"
          try store.suppress(key: key, reason: "asked", by: "test", at: office.now)
          never.insert(Office.address(index))
        case 2:
          do {
            try store.erase(Office.address(index), by: "test", at: office.now)
            never.insert(Office.address(index))
          } catch PrivacyError.unknown {}
        case 3:
          let file = "\(office.workspace.folder)/\(event).db"
          try store.backup(to: file, overwrites: false, at: office.now)
          backups.append(file)
        case 4:
          guard let file = backups.randomElement(using: &random) else { continue }
          office.now = office.now.adding(seconds: 60)
          _ = try Store.restore(
            from: file, to: office.workspace.databasePath, by: "test", at: office.now)
          store = try office.secondStore()
          _ = try store.reconcile(by: "test", at: office.now)
        case 5:
          let desk = CampaignDesk(
            workspace: office.workspace, store: store, zones: office.zones, linter: office.linter)
          _ = try? desk.launch(LaunchRequest(campaign: "spring", who: "test"), at: office.now)
        default:
          office.now = max(office.now, try store.nextDue() ?? office.now)
          try office.send(transport, through: store)
        }
      }
      // All that is still due goes in the end.
      for _ in 0..<20 {
        guard let next = try store.nextDue() else { break }
        office.now = max(office.now, next)
        try office.send(transport, through: store)
      }
    }
  }
}
