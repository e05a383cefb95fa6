import Foundation
import TestServers
import TestWorkspaces
import Testing

/// A database that cannot be used while messages are due: nothing is sent, nothing is lost.
@Suite struct BrokenDatabaseTests {
  /// What is done to the database file.
  struct Break: Sendable, CustomStringConvertible {
    let description: String
    let code: Int32
    let says: String
    let act: @Sendable (ScratchWorkspace) throws -> Void

    init(
      _ description: String, code: Int32 = 65, says: String = "damaged",
      _ act: @escaping @Sendable (ScratchWorkspace) throws -> Void
    ) {
      self.description = description
      self.code = code
      self.says = says
      self.act = act
    }

    static func cut(_ description: String, _ length: @escaping @Sendable (Int) -> Int) -> Break {
      Break("cut \(description)") { workspace in
        let file = workspace.file("liaison.db")
        let bytes = try Data(contentsOf: file)
        try bytes.prefix(length(bytes.count)).write(to: file)
      }
    }
  }

  private static let breaks = [
    Break("no file", code: 66, says: "there is no database") {
      try FileManager.default.removeItem(at: $0.file("liaison.db"))
    },
    Break("no bytes", says: "empty") { try $0.write("", to: "liaison.db") },
    Break("another program's", says: "another program") {
      try FileManager.default.removeItem(at: $0.file("liaison.db"))
      try $0.sql("CREATE TABLE bookmarks (url TEXT)")
    },
    Break("no database at all") {
      try $0.write(String(repeating: "dear diary ", count: 900), to: "liaison.db")
    },
    .cut("to a byte") { _ in 1 },
    .cut("in its header") { _ in 60 },
    .cut("after its header") { _ in 100 },
    .cut("in its first page") { _ in 1000 },
    .cut("after its first page") { _ in 4096 },
    .cut("to a half") { $0 / 2 },
    .cut("by a page") { $0 - 4096 },
    .cut("by a byte") { $0 - 1 },
  ]

  @Test(arguments: breaks)
  func `from a broken database nothing is sent, and nothing is lost`(_ broken: Break) throws {
    let campaign = try FaultCampaign(people: 2)
    let workspace = campaign.workspace
    // All of it in one file.
    try workspace.sql("PRAGMA wal_checkpoint(TRUNCATE)")
    let file = workspace.file("liaison.db")
    let whole = try Data(contentsOf: file)
    try broken.act(workspace)
    let before = try? Data(contentsOf: file)

    let sent = try workspace.run("send", "--live")
    let comment: Comment = "\(sent)"
    #expect(sent.exitCode == broken.code, comment)
    #expect(sent.errors.contains(broken.says), comment)
    #expect(sent.errors.split(separator: "\n").count <= 3, comment)
    #expect(campaign.server.connectionsSoFar == 0, comment)
    #expect(
      try before
        == (FileManager.default.fileExists(atPath: file.path) ? Data(contentsOf: file) : nil))

    // Put back it goes on.
    for name in ["liaison.db-wal", "liaison.db-shm"] {
      try? FileManager.default.removeItem(at: workspace.file(name))
    }
    try whole.write(to: file)
    try campaign.expectEverybodyIsWrittenToOnce(comment)
  }

  @Test func `without its newest part the database is an older one, and is held`() throws {
    let campaign = try FaultCampaign([SMTPFault(.data, .stall, times: 2...2)], people: 2)
    let workspace = campaign.workspace
    try workspace.sql("PRAGMA wal_checkpoint(TRUNCATE)")
    let sender = try campaign.start()
    #expect(eventually { campaign.server.visits(.data) == 2 })
    sender.kill()
    _ = try sender.finish()
    #expect(campaign.server.ledger.count == 1)
    for name in ["liaison.db-wal", "liaison.db-shm"] {
      try FileManager.default.removeItem(at: workspace.file(name))
    }
    for _ in 1...2 {
      let held = try campaign.send()
      #expect(held.exitCode == 78, "\(held)")
    }
    #expect(campaign.server.ledger.count == 1)
    let reconciled = try workspace.run("resolve", "--restored", "--yes")
    #expect(reconciled.exitCode == 1, "\(reconciled)")
    // The first is found to be sent, so its next step may have gone as well.
    try campaign.resolveByLedger()
    campaign.server.mend()
    let sent = try campaign.send()
    #expect(sent.exitCode == 1, "\(sent)")
    #expect(campaign.server.ledger.count == 2)
    let states = try campaign.attempts().map { "\($0.step) \($0.state)" }.sorted()
    #expect(states == ["1 sent", "1 sent", "2 scheduled", "2 unknown"])
    #expect(try campaign.contradictions() == [])
  }
}
