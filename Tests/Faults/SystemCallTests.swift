import TestWorkspaces
import Testing

/// The sender killed at, and failed by, each of its system calls.
@Suite struct SystemCallTests {
  /// One call of a send, by its name and number.
  struct Point: Sendable {
    let call: String
    let number: Int
  }

  /// The points at which a send of one message changes anything; a short round takes some.
  private func points(_ calls: [String], short: Int, _ random: inout SplitMix64) throws -> [Point] {
    let counts = try SystemCalls.count(of: calls, in: FaultCampaign())
    let all = counts.sorted { $0.key < $1.key }
      .flatMap { call, count in (1...count).map { Point(call: call, number: $0) } }
    let chosen = Round.isFull ? all : Array(all.shuffled(using: &random).prefix(short))
    print("faults: \(chosen.count) of \(all.count) system calls")
    return chosen
  }

  @Test func `killed at any system call it leaves no wrong state`() throws {
    guard isPossible() else { return }
    var random = Round.random()
    for point in try points(SystemCalls.writing, short: 8, &random) {
      let campaign = try FaultCampaign()
      let killed = try SystemCalls.send(
        campaign, at: point.call, when: "\(point.number)", "signal=KILL")
      let comment: Comment = "\(point): \(killed)"
      #expect(try campaign.contradictions(whileRunning: true) == [], comment)
      try campaign.expectEverybodyIsWrittenToOnce(comment)
    }
  }

  /// Once, and from some moment on for good.
  @Test(arguments: ["error=ENOSPC", "error=EIO"], ["", "+"])
  func `a disk that is full or fails loses nothing and sends nothing twice`(
    fault: String, duration: String
  ) throws {
    guard isPossible() else { return }
    var random = Round.random("\(#function) \(fault)\(duration)")
    for point in try points(SystemCalls.onDisk, short: 2, &random) {
      let campaign = try FaultCampaign()
      let failed = try SystemCalls.send(
        campaign, at: point.call, when: "\(point.number)\(duration)", fault)
      let comment: Comment = "\(point) \(fault)\(duration): \(failed)"
      // It ends by itself, and says that the disk is the trouble or that all was done.
      #expect([0, 1, 69, 75].contains(failed.exitCode), comment)
      #expect(try campaign.contradictions(whileRunning: true) == [], comment)
      try campaign.expectEverybodyIsWrittenToOnce(comment)
    }
  }

  private func isPossible() -> Bool {
    if let obstacle = SystemCalls.obstacle { print("skipped: \(obstacle)") }
    return SystemCalls.obstacle == nil
  }
}
