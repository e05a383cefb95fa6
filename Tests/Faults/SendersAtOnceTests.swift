import TestWorkspaces
import Testing

/// Several senders on one workspace.
@Suite struct SendersAtOnceTests {
  @Test(arguments: Round.isFull ? [2, 4, 8] : [8])
  func `senders at once write to nobody twice, and none of them starves`(senders: Int) throws {
    let people = Round.size(short: 200, full: 4_000)
    let campaign = try FaultCampaign(people: people)
    let running = try (1...senders).map { _ in try campaign.start() }
    var shares: [Int] = []
    for sender in running {
      let ended = try sender.finish(within: 600)
      #expect(ended.exitCode == 0, "\(ended)")
      let results = try ended.json()["entries"].array.map { $0["result"].string ?? "none" }
      #expect(results.allSatisfy { $0 == "sent" }, "\(results)")
      shares.append(results.count)
    }
    print("faults: \(senders) senders sent \(shares.sorted())")
    #expect(shares.reduce(0, +) == people)
    #expect(campaign.server.ledger.count == people)
    #expect(try campaign.contradictions() == [])
    // In a short round most of the time is the start of the programs.
    if Round.isFull { #expect((shares.min() ?? 0) * senders * 2 >= people, "\(shares)") }
  }
}
