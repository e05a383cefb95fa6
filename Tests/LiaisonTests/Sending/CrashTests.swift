import Curl
import Scheduling
import Testing

@testable import Liaison

/// A sender that dies, and what the others make of what it left.
struct CrashTests {
  /// Claims the next attempt and goes up to the final dot, as a sender does that then dies.
  private func die(in office: Office, committing: Bool) throws -> Claim {
    try office.goToNextDue()
    let claim = try #require(
      try office.store.claimDue(at: office.now, limit: 1, by: office.rules).claims.first)
    if committing {
      let prepared = try office.makeBenches(office.store).prepare(claim.attempt, at: office.now)
      let mayGo = try office.store.beginCommit(
        Commitment(
          claim: claim, emphasis: prepared.emphasis, subject: prepared.message.subject,
          merge: prepared.mergeJSON, datedAt: office.now), settling: nil,
        by: office.rules
      ) { office.now }
      #expect(mayGo == .go)
    }
    return claim
  }

  @Test func `a claim of a dead sender is taken over after its lease, not before`() throws {
    let office = try Office()
    // At all hours: a lease after a minute near the end of the day would be outside the window.
    try office.folder.write(
      Office.campaign(["me"], window: "Mon-Sun 00:00-24:00"), to: "campaigns/spring.json5")
    try office.launch()
    _ = try die(in: office, committing: false)
    let start = office.now
    let transport = ScriptedTransport()
    office.now = start.adding(seconds: Store.leaseSeconds)
    try office.send(transport, through: office.secondStore())
    #expect(transport.calls == 0)
    office.now = start.adding(seconds: Store.leaseSeconds + 1)
    try office.send(transport, through: office.secondStore())
    #expect(transport.received.count == 1)
    #expect(try office.attempts().first?.token == 2)
  }

  @Test func `a crash while committing ends as unknown, never sent again, not followed`() throws {
    let office = try Office()
    try office.launch()
    _ = try die(in: office, committing: true)
    let start = office.now
    let transport = ScriptedTransport()
    office.now = start.adding(seconds: Store.leaseSeconds)
    #expect(try office.send(transport).abandoned == 0)
    #expect(try office.attempt().state == "committing")
    office.now = start.adding(seconds: Store.leaseSeconds + 1)
    #expect(try office.send(transport).abandoned == 1)
    #expect(try office.attempt().state == "unknown")
    for _ in 0..<30 {
      office.now = office.now.adding(seconds: 86_400)
      try office.send(transport)
      try office.launch()
    }
    #expect(transport.calls == 0)
    #expect(try office.attempt().state == "unknown")
    #expect(try office.store.unknownAttempts().map(\.address) == [Office.address(0)])
  }

  @Test func `an answer that comes late settles the attempt given up as unknown`() throws {
    let office = try Office()
    try office.launch()
    try office.goToNextDue()
    let other = try office.secondStore()
    let transport = ScriptedTransport()
    transport.afterDot = { _ in
      let later = office.now.adding(seconds: Store.leaseSeconds + 1)
      let abandoned = try other.settleAbandoned(at: later)
      let unknown = try other.unknownAttempts()
      #expect(abandoned == 1)
      #expect(unknown.count == 1)
    }
    try office.send(transport)
    #expect(try office.store.unknownAttempts().isEmpty)
    #expect(try office.attempts().map(\.state) == ["sent", "scheduled"])
  }

  @Test(arguments: [
    ("550 5.6.0 cannot read this", "failed"), ("452 4.3.1 no room now", "scheduled"),
  ])
  func `a refusal that comes late settles the attempt too, since nobody has it`(
    reply: String, state: String
  ) throws {
    let office = try Office()
    try office.launch()
    try office.goToNextDue()
    let other = try office.secondStore()
    let transport = ScriptedTransport { _ in .refuse(SMTPReply(reply), .message) }
    transport.afterDot = { _ in
      _ = try other.settleAbandoned(at: office.now.adding(seconds: Store.leaseSeconds + 1))
    }
    try office.send(transport)
    #expect(try office.attempt().state == state)
    #expect(try office.store.unknownAttempts().isEmpty)
    #expect(transport.received.isEmpty)
  }

  @Test func `a late answer wins over a person who said that it was not sent`() throws {
    for isClaimedAgain in [false, true] {
      let office = try Office()
      try office.launch()
      try office.goToNextDue()
      let other = try office.secondStore()
      let transport = ScriptedTransport()
      var second: [Claim] = []
      transport.afterDot = { _ in
        let later = office.now.adding(seconds: Store.leaseSeconds + 1)
        _ = try other.settleAbandoned(at: later)
        let unknown = try #require(try other.unknownAttempts().first)
        let (attempt, _) = try #require(try other.attempt(id: unknown.id))
        let isResolved = try other.resolve(
          attempt, .notSent, by: "test", at: later)
        #expect(isResolved)
        if isClaimedAgain {
          second = try other.claimDue(at: later, limit: 1, by: office.rules).claims
        }
      }
      try office.send(transport)
      #expect(try office.attempts().map(\.state) == ["sent", "scheduled"])
      // Whoever claimed it in between finds that it must not go.
      for claim in second {
        let mayGo = try other.beginCommit(
          Commitment(claim: claim, emphasis: "x", subject: "x", merge: "{}", datedAt: office.now),
          settling: nil, by: office.rules
        ) { office.now }
        #expect(mayGo != .go)
        try other.settle(Settlement(claim: claim, outcome: .lost, at: office.now))
      }
      #expect(try office.attempts().map(\.state) == ["sent", "scheduled"])
    }
  }

  @Test func `an attempt in doubt is shown as soon as its lease ran out`() throws {
    let office = try Office()
    try office.launch()
    _ = try die(in: office, committing: true)
    let end = office.now.adding(seconds: Store.leaseSeconds)
    #expect(try office.store.unknownAttempts(at: end).isEmpty)
    let shown = try office.store.unknownAttempts(at: end.adding(seconds: 1))
    #expect(shown.map(\.address) == [Office.address(0)])
    #expect(try office.attempt().state == "committing")
  }

  @Test func `a late answer does not disturb one whose second try is under way`() throws {
    let office = try Office()
    // At all hours, since the second try comes a lease later.
    try office.folder.write(
      Office.campaign(["me"], window: "Mon-Sun 00:00-24:00"), to: "campaigns/spring.json5")
    try office.launch()
    let first = try die(in: office, committing: true)
    office.now = office.now.adding(seconds: Store.leaseSeconds + 1)
    _ = try office.store.settleAbandoned(at: office.now)
    let unknown = try #require(try office.store.unknownAttempts().first)
    let (attempt, _) = try #require(try office.store.attempt(id: unknown.id))
    #expect(
      try office.store.resolve(attempt, .notSent, by: "test", at: office.now))
    let second = try die(in: office, committing: true)
    #expect(second.token == first.token + 1)
    try office.store.settle(
      Settlement(
        claim: first, outcome: .failed(.address, reply: "550 5.1.1 unknown"), at: office.now))
    #expect(try office.attempt().state == "committing")
    #expect(try office.enrollment() == "active")
    #expect(try office.store.suppressions().isEmpty)
  }

  @Test func `a store that fails at the commit withholds the message`() throws {
    let office = try Office()
    try office.launch()
    try office.goToNextDue()
    let transport = ScriptedTransport()
    transport.beforeDot = { _ in
      try office.store.connection.execute("ALTER TABLE suppression RENAME TO away")
    }
    #expect(throws: (any Error).self) { try office.send(transport) }
    #expect(transport.received.isEmpty)
    #expect(try office.attempt().state == "scheduled")
    try office.store.connection.execute("ALTER TABLE away RENAME TO suppression")
    transport.beforeDot = { _ in }
    try office.send(transport)
    #expect(transport.received.count == 1)
  }

  @Test func `a settlement that waits for the next commit is kept when that one is withheld`()
    throws
  {
    let office = try Office(people: 2)
    try office.launch()
    office.now = office.now.adding(seconds: 86_400)
    let transport = ScriptedTransport()
    transport.beforeDot = { envelope in
      // The second person's answer arrives in between; the first one's record must survive it.
      if transport.received.count == 1 {
        try office.reply(from: envelope.to.description, through: office.secondStore())
      }
    }
    let report = try office.send(transport)
    #expect(report.entries.map(\.result) == [.sent, .withheld])
    #expect(try office.attempts().filter { $0.state == "sent" }.count == 1)
    #expect(try office.attempts().filter { $0.state == "scheduled" }.map(\.step) == [2])
  }

  @Test func `what a person says of an unknown attempt goes on with it, once`() throws {
    for wasSent in [true, false] {
      let office = try Office()
      try office.launch()
      try office.goToNextDue()
      try office.send(ScriptedTransport { _ in .drop(received: wasSent) })
      let unknown = try #require(try office.store.unknownAttempts().first)
      let desk = try SendDesk(
        workspace: office.workspace, store: office.store, zones: office.zones,
        linter: office.linter, environment: [:])
      #expect(try desk.resolve(unknown, wasSent: wasSent, by: "lina", at: office.now))
      #expect(try !desk.resolve(unknown, wasSent: !wasSent, by: "lina", at: office.now))
      let states = try office.attempts().map(\.state)
      #expect(states == (wasSent ? ["sent", "scheduled"] : ["scheduled"]))
      if wasSent {
        let due = try #require(try office.attempts().last?.due)
        #expect(due >= unknown.datedAt.adding(seconds: 72 * 3600))
      }
      #expect(try office.text("SELECT who FROM log WHERE action = 'resolve'") == "lina")
      let transport = ScriptedTransport()
      try office.send(transport)
      #expect(transport.received.count == (wasSent ? 0 : 1))
    }
  }
}
