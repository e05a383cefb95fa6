import Curl
import Scheduling
import Testing

@testable import Liaison

/// What may still happen between the claim and the final dot, and after it.
struct LastMomentTests {
  enum Event: String, CaseIterable, Sendable {
    case reply, optOut, suppressAddress, suppressDomain, suppressParentDomain, pause, stop
    case lostLease
    /// As a restored or shared list may come in, without the enrollments having been stopped.
    case suppressedElsewhere
    /// An enrollment that ended without its attempt having been cancelled.
    case endedElsewhere
  }

  enum Change: String, CaseIterable, Sendable { case content, contact, senderHeld }

  @Test(arguments: Change.allCases)
  func `what was changed between claim and commit is not sent as it was`(_ change: Change) throws {
    let office = try Office()
    try office.launch()
    try office.goToNextDue()
    let other = try office.secondStore()
    let transport = ScriptedTransport()
    transport.beforeDot = { _ in
      transport.beforeDot = { _ in }
      switch change {
      case .content: try other.connection.run("UPDATE campaign SET revision = 2")
      case .contact: try other.connection.run("UPDATE contact SET updated_at = updated_at + 1")
      case .senderHeld:
        try other.holdSender(
          try #require(try other.attempt(id: office.attempt().id)).0.sender, until: nil,
          reason: "refused by policy", at: office.now)
      }
      // A revision has content; here the same again.
      try other.connection.run(
        """
        INSERT INTO campaign_file SELECT campaign_id, 2, path, hash FROM campaign_file
        WHERE revision = 1
        """)
    }
    let report = try office.send(transport)
    #expect(report.entries.first?.result == .withheld)
    #expect(transport.received.count == (change == .senderHeld ? 0 : 1))
    let sent = try office.attempts().first { $0.step == 1 }?.state
    #expect(sent == (change == .senderHeld ? "scheduled" : "sent"))
  }

  @Test func `what is withheld again and again waits for a later run`() throws {
    let office = try Office()
    try office.launch()
    try office.goToNextDue()
    let other = try office.secondStore()
    let transport = ScriptedTransport()
    transport.beforeDot = { _ in
      try other.connection.run("UPDATE contact SET updated_at = updated_at + 1")
    }
    let report = try office.send(transport)
    #expect(report.entries.map(\.result) == [.withheld, .deferred])
    #expect(transport.calls == 2)
    #expect(try office.attempt().state == "scheduled")
    #expect(try office.attempt().due > office.now)
  }

  @Test(arguments: Event.allCases)
  func `an event between claim and commit withholds the message`(_ event: Event) throws {
    let office = try Office(rows: ["ada@mail.one.example,Ada,creator,en,Europe/Berlin"])
    let address = "ada@mail.one.example"
    try office.launch()
    try office.goToNextDue()
    let other = try office.secondStore()
    let transport = ScriptedTransport()
    transport.beforeDot = { _ in
      let campaign = try #require(try other.campaign(named: "spring"))
      switch event {
      case .reply: try office.reply(from: address, through: other)
      case .optOut: try office.reply(.optOut, from: address, through: other)
      case .suppressAddress:
        try other.suppress(key: address, reason: "asked", by: "test", at: office.now)
      case .suppressDomain:
        try other.suppress(key: "@mail.one.example", reason: "asked", by: "test", at: office.now)
      case .suppressParentDomain:
        try other.suppress(key: "@one.example", reason: "asked", by: "test", at: office.now)
      case .suppressedElsewhere:
        try other.connection.run(
          "INSERT INTO suppression VALUES ($1, 'asked', 0, 'test')", [.text(address)])
      case .endedElsewhere: try other.connection.run("UPDATE enrollment SET state = 'replied'")
      case .pause: _ = try other.setState(.paused, of: campaign, by: "test", at: office.now)
      case .stop: _ = try other.setState(.stopped, of: campaign, by: "test", at: office.now)
      case .lostLease:
        let later = office.now.adding(seconds: Store.leaseSeconds + 1)
        let claims = try other.claimDue(at: later, limit: 10, by: office.rules).claims
        #expect(claims.map(\.token) == [2])
      }
    }
    let report = try office.send(transport)
    #expect(transport.calls == 1)
    #expect(transport.received.isEmpty)
    #expect(report.entries.map(\.result) == [.withheld])

    let attempt = try office.attempt()
    switch event {
    case .pause, .endedElsewhere: #expect(attempt.state == "scheduled")
    case .lostLease:
      #expect(attempt.state == "claimed")
      #expect(attempt.token == 2)
    default: #expect(attempt.state == "cancelled")
    }
    switch event {
    case .reply, .optOut, .endedElsewhere:
      #expect(try office.enrollment(address) == "replied")
    case .pause, .lostLease: #expect(try office.enrollment(address) == "active")
    default: #expect(try office.enrollment(address) == "stopped")
    }
    if event == .lostLease { return }
    // Nothing goes later either, unless the campaign is resumed.
    transport.beforeDot = { _ in }
    office.now = office.now.adding(seconds: 86_400)
    try office.send(transport)
    #expect(transport.received.isEmpty)
    if event == .pause {
      let campaign = try #require(try office.store.campaign(named: "spring"))
      #expect(try office.store.setState(.running, of: campaign, by: "test", at: office.now))
      try office.send(transport)
      #expect(transport.received.count == 1)
    }
  }

  @Test func `an answer while the message is under way stops the follow-ups`() throws {
    let office = try Office()
    try office.launch()
    try office.goToNextDue()
    let other = try office.secondStore()
    let transport = ScriptedTransport()
    transport.afterDot = { _ in try office.reply(through: other) }
    try office.send(transport)
    #expect(transport.received.count == 1)
    #expect(try office.attempt().state == "sent")
    #expect(try office.enrollment() == "replied")
    #expect(try office.store.nextDue() == nil)
  }

  @Test func `a window that closes at the last moment defers the message`() throws {
    let office = try Office()
    try office.launch()
    office.now = try #require(Instant(iso8601: "2026-03-03T16:59:59Z"))  // 17:59:59 in Berlin
    let transport = ScriptedTransport()
    transport.beforeDot = { _ in office.now = office.now.adding(seconds: 2) }
    let report = try office.send(transport)
    #expect(transport.calls == 1)
    #expect(transport.received.isEmpty)
    #expect(report.entries.map(\.result) == [.deferred])
    let attempt = try office.attempt()
    #expect(attempt.state == "scheduled")
    #expect(attempt.tries == 0)
    #expect(LocalTime(attempt.due, in: try office.berlin()).date.description == "2026-03-04")
    try office.goToNextDue()
    transport.beforeDot = { _ in }
    try office.send(transport)
    #expect(transport.received.count == 1)
  }

  @Test func `an overdue attempt outside its window waits for the next one`() throws {
    let office = try Office()
    try office.launch()
    office.now = try #require(Instant(iso8601: "2026-03-07T11:00:00Z"))  // a Saturday
    let transport = ScriptedTransport()
    try office.send(transport)
    #expect(transport.calls == 0)
    let date = LocalTime(try office.attempt().due, in: try office.berlin()).date.description
    #expect(date == "2026-03-09")
  }

  @Test func `the next step counts from the server's answer, not from the Date line`() throws {
    let office = try Office()
    try office.launch()
    try office.goToNextDue()
    let transport = ScriptedTransport()
    transport.afterDot = { _ in office.now = office.now.adding(seconds: 86_400) }
    try office.send(transport)
    let next = try #require(try office.attempts().last)
    #expect(next.step == 2)
    let bench = try office.makeBenches(office.store).bench(
      campaignID: #require(try office.store.campaign(named: "spring")).id, name: "spring",
      revision: 1)
    let wanted = try #require(
      bench.schedule(for: office.contact()).followUp(
        step: 2, contactID: office.contact().id, zone: office.berlin(), after: office.now))
    #expect(next.due == wanted.instant)
    #expect(next.due >= office.now.adding(seconds: 72 * 3600))
  }

  @Test func `a lost claim changes nothing of what its new holder does`() throws {
    for act in [
      ScriptedTransport.Act.refuse(SMTPReply("550 5.1.1 User unknown"), .recipient), .unavailable,
      .insecure,
    ] {
      let office = try Office()
      try office.launch()
      try office.goToNextDue()
      let transport = ScriptedTransport { _ in
        // While the first worker waits for its server, another one takes over and sends.
        office.now = office.now.adding(seconds: Store.leaseSeconds + 1)
        let second = ScriptedTransport()
        let report = try? office.send(second, through: office.secondStore())
        #expect(report?.count(.sent) == 1)
        return act
      }
      try office.send(transport)
      #expect(try office.attempts().map(\.state) == ["sent", "scheduled"])
      #expect(try office.enrollment() == "active")
    }
  }
}
