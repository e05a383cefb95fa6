import Curl
import Scheduling
import Synchronization
import Testing

@testable import Liaison

/// Several connections of a sender at once: the same promises, and the same meaning of every end.
struct SideBySideTests {
  /// A launched campaign all of whose first touches are due.
  private func office(
    people: Int, connections: Int = 4, daily: Int = 1000, senders: [String] = ["me"]
  ) throws -> Office {
    let office = try Office(
      people: people, senders: senders, cap: "daily: \(daily), connections: \(connections)")
    try office.launch()
    office.now = office.now.adding(seconds: 86_400)
    return office
  }

  @Test func `as many messages are on their way at once as there are connections`() throws {
    let office = try office(people: 40)
    let meeting = Meeting(of: 4)
    let receiver = SharedReceiver(beforeDot: { _ in meeting.wait() })
    let report = try office.send(to: receiver)
    #expect(report.count(.sent) == 40)
    #expect(receiver.connections == 4)
    #expect(receiver.mostInside == 4)
    #expect(Set(receiver.received).count == 40)
    let rows = try office.attempts()
    #expect(rows.filter { $0.step == 1 && $0.state == "sent" && $0.token == 1 }.count == 40)
    #expect(rows.filter { $0.step == 2 && $0.state == "scheduled" }.count == 40)
    #expect(try office.send(to: receiver).total == 0)
  }

  @Test func `each sender has connections of its own`() throws {
    let office = try office(people: 40, connections: 2, senders: ["me", "you"])
    let meeting = Meeting(of: 4)
    let receiver = SharedReceiver(beforeDot: { _ in meeting.wait() })
    #expect(try office.send(to: receiver).count(.sent) == 40)
    #expect(receiver.connections == 4)
    #expect(receiver.mostInside == 4)
  }

  @Test func `no more connections are opened than there are messages`() throws {
    let office = try office(people: 2, connections: 16)
    let receiver = SharedReceiver()
    #expect(try office.send(to: receiver).count(.sent) == 2)
    #expect(receiver.connections <= 2)
  }

  @Test func `a cap is kept to the message, and the limit too`() throws {
    let office = try office(people: 60)
    try office.folder.write(
      Office.configuration(["me"], cap: "daily: 17, connections: 4"), to: "liaison.json5")
    try office.reload()
    let receiver = SharedReceiver()
    let limited = try office.send(to: receiver, limit: 5)
    #expect(limited.count(.sent) == 5)
    let report = try office.send(to: receiver)
    #expect(report.count(.sent) == 12)
    #expect(receiver.received.count == 17)
    #expect(report.count(.deferred) == 43)
    #expect(try office.attempts().allSatisfy { $0.state != "claimed" && $0.state != "committing" })
  }

  @Test func `asked to stop it finishes what is under way and gives the rest back`() throws {
    let office = try office(people: 60)
    let isWanted = Atomic(false)
    let receiver = SharedReceiver(beforeDot: { _ in isWanted.store(true, ordering: .relaxed) })
    let report = try office.send(to: receiver) { isWanted.load(ordering: .relaxed) }
    #expect((1...8).contains(report.count(.sent)))
    #expect(receiver.received.count == report.count(.sent))
    let states = try office.attempts().filter { $0.step == 1 }.map(\.state)
    #expect(states.filter { $0 == "sent" }.count == receiver.received.count)
    #expect(states.filter { $0 == "scheduled" }.count == 60 - receiver.received.count)
    #expect(try office.send(to: SharedReceiver()).count(.sent) == 60 - receiver.received.count)
  }

  @Test(arguments: [
    "452 4.5.3 Daily sending quota reached", "550 5.7.1 You may not send",
  ])
  func `a sender that must stop stops on all its connections`(reply: String) throws {
    let office = try office(people: 60)
    let stage: SMTPStage = reply.hasPrefix("550") ? .mailFrom : .recipient
    let receiver = SharedReceiver { _ in .refuse(SMTPReply(reply), stage) }
    let report = try office.send(to: receiver)
    #expect(report.stoppedSenders["me"]?.contains(reply) == true)
    #expect(receiver.received.isEmpty)
    #expect(report.total <= 8)
    #expect(try office.attempts().allSatisfy { $0.state == "scheduled" })
  }

  @Test func `a server that is not there is tried a few times, not for everybody`() throws {
    let office = try office(people: 60)
    let receiver = SharedReceiver { _ in .unavailable }
    let report = try office.send(to: receiver)
    #expect(report.stoppedSenders["me"]?.contains("takes nothing") == true)
    #expect((3...12).contains(report.count(.deferred)))
    #expect(try office.attempts().allSatisfy { $0.state == "scheduled" && $0.tries == 0 })
  }

  @Test func `an answer at the last moment withholds that message alone`() throws {
    let office = try office(people: 12)
    let path = office.workspace.databasePath
    let now = office.now
    let receiver = SharedReceiver(beforeDot: { address in
      guard address == Office.address(3) else { return }
      let outcome = Result {
        let store = try Store.open(at: path)
        _ = try store.record(
          .interested, from: PreviewDesk.contact(address, in: store), note: nil, receivedAt: now,
          by: "test", at: now)
      }
      #expect(throws: Never.self) { try outcome.get() }
    })
    let report = try office.send(to: receiver)
    #expect(report.count(.sent) == 11)
    #expect(report.entries.filter { $0.result == .withheld }.map(\.address) == [Office.address(3)])
    #expect(!receiver.received.contains(Office.address(3)))
    #expect(try office.enrollment(Office.address(3)) == "replied")
  }

  @Test func `a store that fails lets nothing more go, and the run says so`() throws {
    let office = try office(people: 30)
    let path = office.workspace.databasePath
    let broken = Atomic(false)
    let receiver = SharedReceiver(beforeDot: { address in
      guard address == Office.address(7) else { return }
      let outcome = Result {
        try Store.open(at: path).connection.execute("ALTER TABLE suppression RENAME TO away")
      }
      #expect(throws: Never.self) { try outcome.get() }
      broken.store(true, ordering: .relaxed)
    })
    #expect(throws: (any Error).self) { try office.send(to: receiver) }
    let wasBroken = broken.load(ordering: .relaxed)
    #expect(wasBroken)
    #expect(!receiver.received.contains(Office.address(7)))
    let rows = try office.attempts()
    let sent = rows.filter { $0.state == "sent" }.map(\.address)
    #expect(Set(sent) == Set(receiver.received))
    #expect(rows.allSatisfy { ["sent", "scheduled"].contains($0.state) })
    try office.store.connection.execute("ALTER TABLE away RENAME TO suppression")
    let rest = SharedReceiver()
    try office.send(to: rest)
    #expect(Set(receiver.received + rest.received).count == 30)
    #expect(receiver.received.count + rest.received.count == 30)
  }

  @Test func `a connection that cannot be made stops its sender`() throws {
    struct NoPassword: Error {}
    let office = try office(people: 5)
    let run = try SendRun(
      store: office.store, benches: office.makeBenches(office.store), clock: { office.now }
    ) { _ in throw NoPassword() }
    #expect(try run.deliverDue().stoppedSenders["me"]?.contains("NoPassword") == true)
    #expect(try office.attempts().allSatisfy { $0.state == "scheduled" })
  }

  @Test func `several runs with several connections send each message once, whatever happens`()
    async throws
  {
    for seed in [5, SplitMix64.freshSeed] {
      print("SideBySideTests seed \(seed)")
      let office = try office(people: 120, connections: 5)
      let random = Mutex(SplitMix64(seed: seed))
      let doubtful = Mutex<Set<String>>([])
      let receiver = SharedReceiver { address in
        switch random.withLock({ $0.below(20) }) {
        case 0: return .refuse(SMTPReply("450 4.2.1 busy"), .recipient)
        case 1: return .refuse(SMTPReply("452 4.3.1 full"), .message)
        case 2: return .unavailable
        case 3:
          doubtful.withLock { _ = $0.insert(address) }
          return .drop(received: random.withLock { $0.happens(50) })
        case 4: return .refuse(SMTPReply("550 5.1.1 user unknown"), .recipient)
        default: return .accept
        }
      }
      let now = office.now
      let folder = office.folder.path
      try await withThrowingTaskGroup(of: Void.self) { group in
        for _ in 0..<3 {
          group.addTask {
            let workspace = try Workspace(folder: folder)
            let store = try workspace.openStore()
            let benches = try BenchCache(
              workspace: workspace, store: store, zones: Office.zones.get(),
              linter: Office.linter.get())
            _ = try SendRun(store: store, benches: benches, clock: { now }) { _ in
              receiver.connect()
            }.deliverDue(batch: 7)
          }
        }
        try await group.waitForAll()
      }
      let received = receiver.received
      #expect(Set(received).count == received.count, "seed \(seed)")
      let rows = try office.attempts().filter { $0.step == 1 }
      let doubts = doubtful.withLock { $0 }
      for row in rows {
        switch row.state {
        case "sent": #expect(received.contains(row.address), "seed \(seed)")
        case "unknown": #expect(doubts.contains(row.address), "seed \(seed)")
        default:
          #expect(["scheduled", "failed"].contains(row.state), "seed \(seed)")
          #expect(!received.contains(row.address), "seed \(seed)")
        }
      }
      #expect(rows.filter { $0.state == "sent" }.count > 40, "seed \(seed)")
    }
  }
}
