import Foundation
import TestServers
import TestWorkspaces
import Testing

/// A launched campaign whose first messages are due, and the server that its mail goes to.
final class FaultCampaign {
  let workspace: ScratchWorkspace
  let server: FaultySMTPServer

  /// - Parameters:
  ///   - connections: how many deliver at once.
  ///   - settings: further ones of the sender's `smtp`, as they stand in `liaison.json5`.
  init(
    _ faults: [SMTPFault] = [], _ manner: SMTPManner = SMTPManner(), people: Int = 1,
    connections: Int = 1, security: String = "none", login: Bool = false, settings: String? = nil
  ) throws {
    server = try FaultySMTPServer(faults, manner)
    workspace = try LaunchedWorkspaces.shared.copy(prospects: ScratchWorkspace.creators(people))
    try workspace.deliver(to: server.port, security: security, login: login)
    if let settings { try workspace.edit("liaison.json5", "smtp: {", "smtp: { \(settings),") }
    try workspace.edit("liaison.json5", "daily: 200", "daily: 100000")
    try workspace.edit("liaison.json5", "connections: 1,", "connections: \(connections),")
  }

  deinit { server.close() }

  /// One attempt as the database has it.
  struct Attempt {
    let address: String
    let step: Int
    let state: String
    let tries: Int
    let messageID: String
  }

  func attempts() throws -> [Attempt] {
    try workspace.sql(
      """
      SELECT k.address, a.step, a.state, a.tries, a.message_id FROM attempt a
      JOIN contact k ON k.id = a.contact_id ORDER BY a.step, k.address
      """
    ).split(separator: "\n").map { row in
      let cells = row.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
      try #require(cells.count == 5, "\(row)")
      return Attempt(
        address: cells[0], step: Int(cells[1]) ?? 0, state: cells[2], tries: Int(cells[3]) ?? -1,
        messageID: cells[4])
    }
  }

  func number(_ query: String) throws -> Int {
    try #require(Int(try workspace.sql(query)), "\(query) gives no number")
  }

  /// Starts a sender and does not wait for it.
  func start() throws -> LiaisonProcess {
    try LiaisonProcess(
      Self.sending, in: workspace.folder, environment: workspace.environment)
  }

  func send(_ more: String...) throws -> LiaisonProcess.Result {
    try workspace.run(Self.sending + more, timeout: 300)
  }

  /// The words that send without a question.
  private static let sending = ["send", "--live", "--json", "--yes"]

  /// Lets the first messages that were put off be due now.
  func makeDue() throws {
    try workspace.sql("UPDATE attempt SET due_at = 0 WHERE state = 'scheduled' AND step = 1")
  }

  /// Where the database and the ledger contradict each other; empty where all is as it must be.
  ///
  /// - Parameter isRunning: whether a sender may be at work, or may have been killed and its lease
  ///   not be over.
  func contradictions(whileRunning isRunning: Bool = false) throws -> [String] {
    // The ledger first: what is accepted later is another state's.
    let accepted = Dictionary(grouping: server.ledger.entries, by: \.messageID).mapValues(\.count)
    let attempts = try attempts()
    var found: [String] = []
    for (id, count) in accepted where count > 1 {
      found.append("\(id) was accepted \(count) times")
    }
    for attempt in attempts {
      let isAccepted = accepted[attempt.messageID] != nil
      switch attempt.state {
      case "sent" where !isAccepted: found.append("\(attempt) was not accepted")
      case "sent", "unknown": break
      case "committing" where isRunning: break
      case "scheduled" where !isAccepted: break
      case "claimed" where isRunning && !isAccepted: break
      case "failed" where !isAccepted: break
      default: found.append("\(attempt) was\(isAccepted ? "" : " not") accepted")
      }
    }
    let known = Set(attempts.map(\.messageID))
    for id in accepted.keys where !known.contains(id) { found.append("\(id) is nobody's") }
    return found
  }

  /// Settles by hand what is unknown, each by what the server's ledger says of it.
  ///
  /// - Returns: how many there were.
  @discardableResult
  func resolveByLedger() throws -> Int {
    let accepted = Set(server.ledger.entries.map(\.messageID))
    let unknown = try attempts().filter { $0.state == "unknown" }
    for attempt in unknown {
      let word = accepted.contains(attempt.messageID) ? "sent" : "not-sent"
      let resolved = try workspace.run("resolve", attempt.address, "--as", word, "--yes")
      #expect(resolved.exitCode == 0, "\(resolved)")
    }
    return unknown.count
  }

  /// With everything well again: settles what is unknown, sends what is left, and expects that
  /// every first message arrived exactly once, and that its follow-up waits.
  ///
  /// - Parameter failed: to how many it is refused for good.
  func expectEverybodyIsWrittenToOnce(
    except failed: Int = 0, _ comment: Comment, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    server.mend()
    try workspace.endLeases()
    if try attempts().contains(where: { $0.state == "committing" }) {
      // Makes unknown what a sender was committing when it died.
      _ = try send("--limit", "1")
    }
    try resolveByLedger()
    if try number("SELECT count(*) FROM sender_hold") > 0 {
      _ = try workspace.run("sender", "release", "me")
    }
    try makeDue()
    let last = try send()
    let attempts = try attempts()
    let people = try number("SELECT count(*) FROM contact")
    let states = Dictionary(grouping: attempts, by: { "\($0.step) \($0.state)" }).mapValues(\.count)
    var predicted = ["1 sent": people - failed, "2 scheduled": people - failed, "1 failed": failed]
    predicted = predicted.filter { $0.value > 0 }
    #expect(states == predicted, "\(comment): \(last)", sourceLocation: sourceLocation)
    let contradictions = try contradictions()
    #expect(contradictions == [], comment, sourceLocation: sourceLocation)
    #expect(server.ledger.count == people - failed, comment, sourceLocation: sourceLocation)
  }
}
