import Foundation
import TestServers
import TestWorkspaces
import Testing

/// A sender that stands still until its claim is over, and then goes on.
@Suite struct StoppedSenderTests {
  @Test(arguments: [SMTPFault.Place.greeting, .rcpt, .data])
  func `stopped before the dot it finds that another has sent the message`(
    place: SMTPFault.Place
  ) throws {
    let campaign = try FaultCampaign([SMTPFault(place, .wait, times: 1...1)])
    let (sender, other) = try stop(campaign, at: place)
    #expect(other.exitCode == 0, "\(other)")
    #expect(campaign.server.ledger.count == 1)
    sender.signal(SIGCONT)
    campaign.server.goOn()
    let late = try sender.finish()
    #expect(late.exitCode == 0, "\(late)")
    #expect(try late.json()["entries"][0]["result"].string == "withheld", "\(late)")
    #expect(campaign.server.visits(.dot) == 1)
    try campaign.expectEverybodyIsWrittenToOnce("\(place)")
  }

  @Test(arguments: [false, true])
  func `stopped after the dot its late answer settles what was given up`(isRefused: Bool) throws {
    var faults = [SMTPFault(.dot, .wait, times: 1...1)]
    if isRefused { faults = [SMTPFault(.dot, .waitAndSay("451 4.3.0 no"), times: 1...1)] }
    let campaign = try FaultCampaign(faults)
    let (sender, other) = try stop(campaign, at: .dot)
    #expect(other.exitCode == 1, "\(other)")
    #expect(try campaign.attempts().map(\.state) == ["unknown"])
    sender.signal(SIGCONT)
    campaign.server.goOn()
    let late = try sender.finish()
    #expect(late.exitCode == (isRefused ? 75 : 0), "\(late)")
    let states = try campaign.attempts().map { "\($0.step) \($0.state)" }
    #expect(states == (isRefused ? ["1 scheduled"] : ["1 sent", "2 scheduled"]))
    try campaign.expectEverybodyIsWrittenToOnce("refused: \(isRefused)")
  }

  @Test func `stopped at any moment nothing is lost and nothing is sent twice`() throws {
    var random = Round.random()
    for _ in 1...Round.size(short: 2, full: 100) {
      let campaign = try FaultCampaign(people: 20, connections: 3)
      let sender = try campaign.start()
      let wanted = Int.random(in: 0...80, using: &random)
      let moment = UInt32.random(in: 0...2_000, using: &random)
      _ = eventually { campaign.server.visits >= wanted || !sender.isRunning }
      usleep(moment)
      sender.signal(SIGSTOP)
      // Who stands still in the middle of a transaction lets everybody else wait.
      while sender.isRunning, try isLocked(campaign.workspace.file("liaison.db-lock")) {
        sender.signal(SIGCONT)
        usleep(500)
        sender.signal(SIGSTOP)
      }
      try campaign.workspace.endLeases()
      let other = try campaign.send()
      #expect([0, 1].contains(other.exitCode), "\(other)")
      #expect(try campaign.contradictions(whileRunning: true) == [])
      sender.signal(SIGCONT)
      let late = try sender.finish()
      #expect([0, 1].contains(late.exitCode), "\(late)")
      // Its answers came, so nothing is left in doubt.
      #expect(try campaign.attempts().allSatisfy { $0.state != "unknown" }, "\(other) \(late)")
      try campaign.expectEverybodyIsWrittenToOnce("\(late)")
    }
  }

  /// Stops a sender at a place, lets its claim run out, and sends with another one.
  private func stop(
    _ campaign: FaultCampaign, at place: SMTPFault.Place
  ) throws -> (LiaisonProcess, LiaisonProcess.Result) {
    let sender = try campaign.start()
    #expect(eventually { campaign.server.visits(place) == 1 })
    sender.signal(SIGSTOP)
    try campaign.workspace.endLeases()
    return (sender, try campaign.send())
  }

  private func isLocked(_ file: URL) throws -> Bool {
    let descriptor = open(file.path, O_RDWR | O_CLOEXEC)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    return flock(descriptor, LOCK_EX | LOCK_NB) != 0
  }
}
