import Scheduling
import Testing

@testable import Liaison

/// Who gets which attempt.
struct ClaimTests {
  @Test func `two connections claiming at once share the attempts out, each once`() async throws {
    let office = try Office(people: 150)
    try office.launch()
    let now = office.now.adding(seconds: 86_400)
    let path = office.workspace.databasePath
    let rules = try office.rules
    let ids = try await withThrowingTaskGroup(of: [String].self) { group in
      for _ in 0..<2 {
        group.addTask {
          let store = try Store.open(at: path)
          var found: [String] = []
          while true {
            let claims = try store.claimDue(at: now, limit: 7, by: rules).claims
            if claims.isEmpty { return found }
            found += claims.map(\.attempt.id)
          }
        }
      }
      return try await group.reduce(into: []) { $0 += $1 }
    }
    #expect(ids.count == 150)
    #expect(Set(ids).count == 150)
    #expect(try office.attempts().allSatisfy { $0.state == "claimed" && $0.token == 1 })
  }

  @Test func `two whole senders at once send each message once`() async throws {
    let office = try Office(people: 60)
    try office.launch()
    let now = office.now.adding(seconds: 86_400)
    let folder = office.folder.path
    let addresses = try await withThrowingTaskGroup(of: [String].self) { group in
      for _ in 0..<2 {
        group.addTask {
          let workspace = try Workspace(folder: folder)
          let store = try workspace.openStore()
          let benches = try BenchCache(
            workspace: workspace, store: store, zones: Office.zones.get(),
            linter: Office.linter.get())
          let transport = ScriptedTransport()
          _ = try SendRun(store: store, benches: benches, clock: { now }) { _ in transport }
            .deliverDue(batch: 5)
          return transport.received.map(\.to.description)
        }
      }
      return try await group.reduce(into: []) { $0 += $1 }
    }
    #expect(addresses.count == 60)
    #expect(Set(addresses).count == 60)
    #expect(try office.attempts().filter { $0.state == "sent" }.count == 60)
  }

  @Test func `a held person does not hold back others`() throws {
    let office = try Office(people: 3)
    try office.launch()
    office.now = office.now.adding(seconds: 86_400)
    let first = try #require(
      try office.attempts().min { $0.due < $1.due })
    try office.store.connection.run(
      "UPDATE contact SET first_name = NULL WHERE address = $1", [.text(first.address)])
    let transport = ScriptedTransport()
    let report = try office.send(transport)
    #expect(report.count(.held) == 1)
    #expect(report.count(.sent) == 2)
    #expect(try office.enrollment(first.address) == "held")
    #expect(report.entries.first { $0.result == .held }?.detail.contains("first_name") == true)
    // Nor is it looked at again and again.
    try office.send(transport)
    #expect(transport.calls == 2)
  }

  @Test func `the oldest goes first, and no more than asked for`() throws {
    let office = try Office(people: 6)
    try office.launch()
    office.now = office.now.adding(seconds: 86_400)
    let order = try office.attempts().sorted { $0.due < $1.due }.map(\.address)
    let transport = ScriptedTransport()
    try office.send(transport, limit: 4)
    #expect(transport.received.map(\.to.description) == Array(order.prefix(4)))
  }

  @Test func `released claims may be taken at once, lost ones stay with their holder`() throws {
    let office = try Office(people: 2)
    try office.launch()
    office.now = office.now.adding(seconds: 86_400)
    let mine = try office.store.claimDue(at: office.now, limit: 2, by: office.rules).claims
    #expect(try office.store.claimDue(at: office.now, limit: 2, by: office.rules).claims.isEmpty)
    try office.store.release([mine[0]])
    let theirs = try office.store.claimDue(at: office.now, limit: 2, by: office.rules).claims
    #expect(theirs.map(\.attempt.id) == [mine[0].attempt.id])
    try office.store.release(mine)
    #expect(
      try office.store.claimDue(at: office.now, limit: 2, by: office.rules).claims.map(\.attempt.id)
        == [
          mine[1].attempt.id
        ])
  }

  @Test func `a dry run names what would go and changes nothing`() throws {
    let office = try Office(people: 2)
    try office.launch()
    office.now = office.now.adding(seconds: 86_400)
    let before = try office.attempts()
    let desk = try SendDesk(
      workspace: office.workspace, store: office.store, zones: office.zones,
      linter: office.linter, environment: [:])
    let report = try desk.rehearse(at: office.now)
    #expect(!report.live)
    #expect(report.entries.map(\.result) == [.wouldSend, .wouldSend])
    #expect(try office.attempts() == before)
  }
}
