import FoundationEssentials
import SQLite
import Scheduling
import Testing

@testable import Liaison

/// A database that is older than what was sent from it: nothing goes until that is settled.
struct RestoredTests {
  /// Copies the database as it is now, as a person does with `cp` between two runs.
  static func copy(_ office: Office) throws -> String {
    try office.store.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    let copy = office.workspace.databasePath + ".copy"
    try? FileManager.default.removeItem(atPath: copy)
    try FileManager.default.copyItem(atPath: office.workspace.databasePath, toPath: copy)
    return copy
  }

  /// Puts a copy in the database's place, with another name for the old one's file underneath.
  static func putBack(_ copy: String, _ office: Office) throws -> Store {
    let path = office.workspace.databasePath
    for ending in ["", "-wal", "-shm"] {
      try? FileManager.default.removeItem(atPath: path + ending)
    }
    try FileManager.default.copyItem(atPath: copy, toPath: path)
    return try office.secondStore()
  }

  private static func desk(_ office: Office, _ store: Store) throws -> SendDesk {
    try SendDesk(
      workspace: office.workspace, store: store, zones: office.zones, linter: office.linter,
      environment: [:])
  }

  private static func messageID(of envelope: Envelope) throws -> String {
    let text = String(decoding: envelope.message, as: UTF8.self)
    let name = try #require(text.firstRange(of: "Message-ID:"))
    let rest = text[name.upperBound...].drop { $0 != "<" }
    return String(rest.prefix { $0 != ">" }) + ">"
  }

  private static func states(_ store: Store) throws -> [String] {
    try store.connection.all(
      """
      SELECT k.address || ' ' || a.step || ' ' || a.state FROM attempt a
      JOIN contact k ON k.id = a.contact_id ORDER BY k.address, a.step
      """
    ) { String($0.text(0).drop { $0 != " " }.dropFirst()) }
  }

  @Test func `a copy put back after a run is known and nothing is sent from it`() throws {
    let office = try Office()
    try office.launch()
    let copy = try Self.copy(office)
    let transport = ScriptedTransport()
    try office.goToNextDue()
    try office.send(transport)
    #expect(transport.received.count == 1)
    let store = try Self.putBack(copy, office)
    #expect(throws: RestoredDatabase.self) { try office.send(transport, through: store) }
    #expect(throws: RestoredDatabase.self) {
      try Self.desk(office, store).rehearse(at: office.now)
    }
    #expect(transport.calls == 1)
    let plan = try Self.desk(office, store).plan(
      from: office.now, to: office.now.adding(seconds: 86_400))
    #expect(plan.restored?.sign == .behind(missingRuns: 2))

    let count = try store.reconcile(by: "test", at: office.now)
    #expect(count == 1)
    #expect(try store.restored() == nil)
    try office.send(transport, through: store)
    #expect(transport.calls == 1)
    let unknown = try #require(try store.unknownAttempts().first)
    let resolved = try Self.desk(office, store).resolve(
      unknown, wasSent: true, by: "test", at: office.now)
    #expect(resolved)
    #expect(try Self.states(store) == ["1 sent", "2 scheduled"])
    let next = try #require(try store.nextDue())
    #expect(next.microseconds - office.now.microseconds >= Gap.minimumSeconds * 1_000_000)
    // The thread goes on although the message itself is lost.
    office.now = next
    try office.send(transport, through: store)
    #expect(
      String(decoding: try #require(transport.received.last).message, as: UTF8.self)
        .contains("Subject: Re: A jacket for Name0"))
  }

  @Test func `a step that may have gone after one that did is in doubt as well`() throws {
    for knowsWhen in [false, true] {
      let office = try Office()
      try office.launch()
      let copy = try Self.copy(office)
      let transport = ScriptedTransport()
      var sent: [Instant] = []
      transport.onReceived = { _ in sent.append(office.now) }
      for _ in 1...2 {
        try office.goToNextDue()
        try office.send(transport)
      }
      let store = try Self.putBack(copy, office)
      _ = try store.reconcile(by: "test", at: office.now)
      for step in 1...2 {
        #expect(try Self.states(store).last == "\(step) unknown")
        let unknown = try #require(try store.unknownAttempts().first)
        let resolved = try Self.desk(office, store).resolve(
          unknown, wasSent: true, sentAt: knowsWhen ? sent[step - 1] : nil, by: "test",
          at: office.now)
        #expect(resolved)
      }
      #expect(try Self.states(store) == ["1 sent", "2 sent", "3 scheduled"])
      #expect(try #require(try store.nextDue()) > office.now)
    }
  }

  @Test func `what was not due by then goes on as planned`() throws {
    let office = try Office(people: 2)
    try office.launch()
    let copy = try Self.copy(office)
    let transport = ScriptedTransport()
    try office.goToNextDue()
    try office.send(transport)
    let store = try Self.putBack(copy, office)
    let count = try store.reconcile(by: "test", at: office.now)
    #expect(count == 1)
    office.now = try #require(try store.nextDue())
    try office.send(transport, through: store)
    #expect(Set(transport.received.map(\.to.description)).count == 2)
  }

  @Test func `an unchanged copy and a counter behind the database hold nothing`() throws {
    let office = try Office(people: 2)
    try office.launch()
    try office.goToNextDue()
    let transport = ScriptedTransport()
    try office.send(transport)
    let same = try Self.putBack(Self.copy(office), office)
    #expect(try same.restored() == nil)
    // As a crash leaves it between the row and the file.
    try same.connection.run("UPDATE workspace SET value = value + 1 WHERE name = 'sending-runs'")
    #expect(try same.restored() == nil)
  }

  @Test(arguments: [nil, "", "liaison-counter-1 many x\n", "liaison-counter-1 9"])
  func `a counter that is gone or damaged holds, too`(text: String?) throws {
    let office = try Office()
    try office.launch()
    try office.goToNextDue()
    try office.send(ScriptedTransport())
    let file = office.workspace.databasePath + "-counter"
    let mode = try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions]
    #expect(mode as? Int == 0o600)
    try FileManager.default.removeItem(atPath: file)
    if let text { try Data(text.utf8).write(to: URL(filePath: file)) }
    #expect(try office.store.restored() != nil)
    _ = try office.store.reconcile(by: "test", at: office.now)
    #expect(try office.store.restored() == nil)
    #expect(try Self.states(office.store) == ["1 sent", "2 scheduled"])
  }

  @Test func `a database that never sent needs no counter`() throws {
    let office = try Office()
    try office.launch()
    try office.send(ScriptedTransport())
    #expect(try office.store.restored() == nil)
    #expect(!FileManager.default.fileExists(atPath: office.workspace.databasePath + "-counter"))
  }

  @Test func `where the run cannot be counted nothing is sent`() throws {
    let office = try Office()
    try office.launch()
    try office.goToNextDue()
    // A folder in the way of the file's name.
    let file = office.workspace.databasePath + "-counter"
    try FileManager.default.createDirectory(atPath: file, withIntermediateDirectories: true)
    let transport = ScriptedTransport()
    #expect(throws: (any Error).self) { try office.send(transport) }
    #expect(transport.calls == 0)
  }

  @Test(arguments: 0..<UInt64(12))
  func `a copy of any moment, put back at any other, doubles nothing`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let office = try Office(people: 4)
    try office.launch()
    let transport = ScriptedTransport()
    var ledger: [String: [Instant]] = [:]
    var moments: [String: [Instant]] = [:]
    transport.onReceived = { envelope in
      ledger[try Self.messageID(of: envelope), default: []].append(office.now)
      moments[envelope.to.description, default: []].append(office.now)
    }
    var copy = try Self.copy(office)
    let copied = Int.random(in: 0..<8, using: &random)
    let restored = copied + Int.random(in: 0..<9, using: &random)
    var store = office.store
    for round in 0..<40 {
      if round == copied { copy = try Self.copy(office) }
      if round == restored {
        office.now = office.now.adding(seconds: Int64.random(in: 0..<200_000, using: &random))
        store = try Self.putBack(copy, office)
        _ = try store.reconcile(by: "test", at: office.now)
        let desk = try Self.desk(office, store)
        for turn in 0...100 {
          guard let unknown = try store.unknownAttempts().first else { break }
          try #require(turn < 100, "seed \(seed): \(unknown) is never settled")
          let found = ledger[unknown.messageID]?.first
          let told = Bool.random(using: &random) ? found : nil
          _ = try desk.resolve(
            unknown, wasSent: found != nil, sentAt: told, by: "test", at: office.now)
        }
      }
      guard let next = try store.nextDue() else { break }
      office.now = max(office.now, next)
      try office.send(transport, through: store)
    }
    #expect(ledger.values.allSatisfy { $0.count == 1 }, "seed \(seed): \(ledger)")
    #expect(ledger.count == 16, "seed \(seed)")
    for (address, instants) in moments {
      for (one, next) in zip(instants, instants.dropFirst()) {
        let gap = next.microseconds - one.microseconds
        #expect(gap >= Gap.minimumSeconds * 1_000_000, "seed \(seed): \(address) \(instants)")
      }
    }
  }
}
