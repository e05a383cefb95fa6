import TestServers
import TestWorkspaces
import Testing

/// Every fault of the table, and the state that it must lead to.
@Suite struct FaultTableTests {
  /// Of the many rows a short round takes some, by chance.
  private static let rows: [FaultRow] = {
    guard !Round.isFull else { return FaultRow.table }
    var random = Round.random("the table of faults")
    return Array(FaultRow.table.shuffled(using: &random).prefix(20))
  }()

  @Test(arguments: rows)
  func `a fault leads to the state that is predicted, and nobody is written to twice`(
    row: FaultRow
  ) throws {
    for time in 1...Round.size(short: 1, full: 100) { try check(row, toTheEnd: time == 1) }
  }

  /// - Parameter toTheEnd: whether to mend the server then, and see that all is well.
  private func check(_ row: FaultRow, toTheEnd: Bool) throws {
    let campaign = try FaultCampaign(
      row.faults, row.manner, people: row.people, security: row.security, login: row.login,
      settings: "connectTimeout: 1, replyTimeout: 1")
    var sent = try campaign.send()
    for _ in 1..<row.runs {
      try campaign.makeDue()
      sent = try campaign.send()
    }
    let comment: Comment = "\(row): \(sent)"
    let attempts = try campaign.attempts().filter { $0.step == 1 }
    let states = Set(attempts.map(\.state))
    let fate = states == [row.orElse.map(FaultRow.state) ?? ""] ? row.orElse ?? row.fate : row.fate
    #expect(states == [FaultRow.state(fate)], comment)
    #expect(sent.exitCode == FaultRow.exitCode(fate), comment)
    #expect(campaign.server.ledger.count == (row.isAccepted ? row.people : 0), comment)
    if case .deferred(let tries) = fate { #expect(attempts.map(\.tries) == [tries], comment) }
    let suppressed = try campaign.number("SELECT count(*) FROM suppression")
    #expect(suppressed == (fate == .suppressed ? 1 : 0), comment)
    if fate == .quota {
      #expect(try campaign.number("SELECT count(*) FROM sender_hold") == 1, comment)
    }
    if row.security != "none" {
      #expect(campaign.server.visits(.auth) + campaign.server.visits(.mail) == 0, comment)
    }
    if fate == .stopped { #expect(campaign.server.visits(.mail) <= 1, comment) }
    #expect(try campaign.contradictions() == [], comment)
    guard toTheEnd else { return }
    // What else the server lacks is not mended.
    guard row.security == "none", !row.login || row.manner.offersLogin else { return }
    let failed = fate == .failed || fate == .suppressed ? row.people : 0
    try campaign.expectEverybodyIsWrittenToOnce(except: failed, comment)
  }
}
