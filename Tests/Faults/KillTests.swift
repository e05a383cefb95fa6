import Foundation
import TestServers
import TestWorkspaces
import Testing

/// `kill -9` of senders at random moments, again and again until everybody is written to.
@Suite struct KillTests {
  @Test(arguments: [1, 4])
  func `killed at any moment nothing is lost and nothing is sent twice`(connections: Int) throws {
    let people = Round.size(short: 60, full: 10_000)
    let kills = Round.size(short: 6, full: 1_000)
    var random = Round.random("\(#function) \(connections)")
    let campaign = try FaultCampaign(people: people, connections: connections)
    let server = campaign.server
    // Greeting, EHLO, and four words for each message; some kills come before the first word.
    let most = 8 * people / kills + 8
    var killed = 0
    var unknown = 0
    while killed < kills, server.ledger.count < people {
      let connections = server.connectionsSoFar
      let visits = server.visits
      let sender = try campaign.start()
      let wanted = Int.random(in: 0...most, using: &random)
      let moment = UInt32.random(in: 0...3_000, using: &random)
      _ = eventually(within: 60) { server.visits - visits >= wanted || !sender.isRunning }
      usleep(moment)
      sender.kill()
      let ended = try sender.finish(within: 60)
      if ended.exitCode == 128 + 9 { killed += 1 }
      #expect(eventually { server.connections == 0 })
      let opened = server.connectionsSoFar - connections
      try campaign.workspace.endLeases()
      if killed % 10 == 0 {
        #expect(try campaign.contradictions(whileRunning: true) == [])
      }
      // Those that were committing become unknown in the next run.
      let inDoubt = try campaign.number(
        "SELECT count(*) FROM attempt WHERE state IN ('committing', 'unknown')")
      #expect(inDoubt - unknown <= opened, "\(inDoubt - unknown) by one kill")
      unknown = inDoubt
    }
    while server.ledger.count + unknown < people {
      let before = server.ledger.count
      _ = try campaign.send("--limit", "100")
      guard server.ledger.count > before else { break }
    }
    print("faults: \(killed) kills, \(unknown) of \(people) unknown, seed \(Round.seed)")
    #expect(killed == kills || server.ledger.count == people)
    try resolve(campaign)
    try campaign.expectEverybodyIsWrittenToOnce("seed \(Round.seed)")
  }

  /// Settles what is unknown by a Sent folder with all that was accepted: what is there was sent.
  private func resolve(_ campaign: FaultCampaign) throws {
    // Makes unknown what the last sender was committing.
    try campaign.workspace.endLeases()
    _ = try campaign.send("--limit", "1")
    let accepted = campaign.server.ledger.entries
    let sent = Set(accepted.map(\.messageID))
    let unknown = try campaign.attempts().filter { $0.state == "unknown" }
    guard !unknown.isEmpty else { return }
    let dovecot = try DovecotServer(users: [ScratchWorkspace.user: ScratchWorkspace.password])
    defer { dovecot.close() }
    for entry in accepted {
      try dovecot.deliver(entry.message, to: ScratchWorkspace.user, mailbox: "Sent", seen: true)
    }
    let configuration = try campaign.workspace.text("liaison.json5")
    defer { try? campaign.workspace.write(configuration, to: "liaison.json5") }
    try campaign.workspace.readMail(at: dovecot.port)
    let resolved = try campaign.workspace.run(
      ["resolve", "--imap", "--json"], timeout: 600)
    let found = try resolved.json()
    #expect(found["faults"].keys == [], "\(resolved)")
    #expect(
      Set(found["sent"].array.compactMap { $0["messageID"].string })
        == sent.intersection(unknown.map(\.messageID)), "\(resolved)")
    #expect(
      Set(found["notFound"].array.compactMap { $0["messageID"].string })
        == Set(unknown.map(\.messageID)).subtracting(sent), "\(resolved)")
  }
}
