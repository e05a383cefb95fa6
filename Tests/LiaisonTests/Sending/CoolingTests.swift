import Scheduling
import Testing

@testable import Liaison

/// How often and how soon one person is written to, across all campaigns.
struct CoolingTests {
  /// An office whose only person got one message of 'spring', and a second campaign.
  private func written(limits: String = "") throws -> Office {
    let office = try Office(limits: limits)
    try office.folder.write(Office.campaign(["me"]), to: "campaigns/autumn.json5")
    try office.launch()
    try office.goToNextDue()
    try office.send(ScriptedTransport())
    return office
  }

  private func finish(_ office: Office) throws {
    try office.store.connection.run(
      "UPDATE attempt SET state = 'cancelled' WHERE state = 'scheduled'")
    try office.store.connection.run("UPDATE enrollment SET state = 'finished'")
  }

  @Test func `one campaign at a time writes to a person, and the other says which`() throws {
    let office = try written()
    let report = try office.launch("autumn")
    #expect(report.enrolled == 0)
    #expect(report.cooling.map(\.address) == [Office.address(0)])
    #expect(
      report.cooling.first?.reason == "'spring' is writing to this person; one campaign at a time")
    #expect(report.cooling.first?.until == nil)
    #expect(try office.attempts().filter { $0.step == 1 }.count == 1)
  }

  @Test func `the database itself lets nobody be active in two campaigns`() throws {
    let office = try written()
    try office.launch("autumn")
    #expect(throws: (any Error).self) {
      try office.store.connection.run(
        """
        INSERT INTO enrollment SELECT 'second', c.id, e.contact_id, 'active', NULL, e.language,
          e.sender, e.enrolled_at, e.changed_at
        FROM enrollment e CROSS JOIN campaign c WHERE c.name = 'autumn'
        """)
    }
  }

  @Test(arguments: [("", 90), ("coolingOff: 120", 120)])
  func `another campaign waits for the cooling-off`(limits: String, days: Int64) throws {
    let office = try written(limits: limits)
    let sent = try #require(try office.attempts().first?.sent)
    try finish(office)
    let early = try office.launch("autumn")
    #expect(early.enrolled == 0)
    let until = try #require(early.cooling.first?.until)
    #expect(until >= sent.adding(seconds: days * 86_400))
    #expect(until < sent.adding(seconds: days * 86_400 + 3600))
    #expect(
      early.cooling.first?.reason.contains("'spring' wrote to this person on 2026-03-0") == true)
    office.now = until.adding(seconds: -60)
    #expect(try office.launch("autumn").enrolled == 0)
    office.now = until
    #expect(try office.launch("autumn").enrolled == 1)
  }

  @Test func `a cooling-off made longer after the launch holds at the last moment`() throws {
    let office = try written()
    try finish(office)
    office.now = office.now.adding(seconds: 91 * 86_400)
    #expect(try office.launch("autumn").enrolled == 1)
    try office.folder.write(
      Office.configuration(["me"], limits: "coolingOff: 200"), to: "liaison.json5")
    try office.reload()
    office.now = office.now.adding(seconds: 86_400)
    let transport = ScriptedTransport()
    let report = try office.send(transport)
    #expect(transport.calls == 0)
    #expect(report.entries.first?.detail.contains("another campaign wrote to this person") == true)
    let waiting = try #require(try office.attempts().first { $0.state == "scheduled" })
    #expect(waiting.reasons.contains("left alone until"))
    #expect(waiting.due > office.now.adding(seconds: 100 * 86_400))
  }

  @Test func `a message of another campaign just before the dot is seen`() throws {
    let office = try Office(people: 2)
    try office.launch()
    try office.goToNextDue()
    let other = try office.store.connection.first("SELECT id FROM contact LIMIT 1") { $0.text(0) }
    let transport = ScriptedTransport()
    var isDone = false
    transport.beforeDot = { _ in
      guard !isDone else { return }
      isDone = true
      // As another process's commit a moment ago would have left it.
      try office.store.connection.execute(
        """
        INSERT INTO campaign SELECT 'other', 'other', 'running', 1, 0, 'test' FROM campaign;
        INSERT INTO enrollment SELECT 'e-' || contact_id, 'other', contact_id, 'finished', NULL,
          language, sender, 0, 0 FROM enrollment;
        INSERT INTO attempt (id, enrollment_id, campaign_id, contact_id, step, emphasis, state, due_at,
          reasons, message_id, token, tries, dated_at, committed_at)
        SELECT 'a-' || contact_id, 'e-' || contact_id, 'other', contact_id, 1, 'x', 'sent', 0, '',
          'm-' || contact_id, 1, 0, \(office.now.microseconds - 1), \(office.now.microseconds - 1)
        FROM enrollment WHERE campaign_id <> 'other';
        """)
    }
    try office.send(transport)
    #expect(other != nil)
    #expect(transport.received.isEmpty)
  }

  @Test func `72 hours are kept whatever the due date says, and the database checks it too`() throws
  {
    let office = try written()
    let sent = try #require(try office.attempts().first?.sent)
    try office.store.connection.run(
      "UPDATE attempt SET due_at = 0 WHERE state = 'scheduled'")
    for hours in [0, 24, 71] as [Int64] {
      office.now = sent.adding(seconds: hours * 3600)
      let transport = ScriptedTransport()
      try office.send(transport)
      #expect(transport.received.isEmpty, "\(hours)")
    }
    let waiting = try #require(try office.attempts().first { $0.step == 2 })
    #expect(waiting.due >= sent.adding(seconds: 72 * 3600))
    // Whoever gets past the plan is stopped by the statement that lets a message go.
    office.now = sent.adding(seconds: 86_400)
    let (attempt, token) = try #require(try office.store.attempt(id: waiting.id))
    try office.store.connection.run(
      "UPDATE attempt SET state = 'claimed', lease_until = $2 WHERE id = $1",
      [.text(waiting.id), .integer(office.now.adding(seconds: 900).microseconds)])
    let commitment = Commitment(
      claim: Claim(attempt: attempt, token: token), emphasis: "x", subject: "x", merge: "{}",
      datedAt: office.now)
    #expect(
      try office.store.beginCommit(commitment, settling: nil, by: office.rules) { office.now }
        == .lost)
    office.now = sent.adding(seconds: 72 * 3600 + 3600)
    #expect(
      try office.store.beginCommit(commitment, settling: nil, by: office.rules) { office.now }
        == .go)
  }

  @Test func `fewer attempts than steps end the sequence with the reason`() throws {
    let office = try Office(limits: "attempts: 2")
    try office.launch()
    let transport = ScriptedTransport()
    while try office.store.nextDue() != nil {
      try office.goToNextDue()
      try office.send(transport)
    }
    #expect(transport.received.count == 2)
    #expect(try office.enrollment() == "finished")
    #expect(
      try office.text("SELECT reason FROM enrollment")
        == "a person gets at most 2 messages of a campaign")
  }

  @Test func `nothing goes after the campaign's end, and the sequence finishes with the reason`()
    throws
  {
    let office = try Office()
    let ending = Office.campaign(["me"]).replacing(
      "kit: 'none',", with: "kit: 'none', end: '2026-03-09',")
    try office.folder.write(ending, to: "campaigns/spring.json5")
    try office.launch()
    let transport = ScriptedTransport()
    while try office.store.nextDue() != nil {
      try office.goToNextDue()
      try office.send(transport)
    }
    let zone = try office.berlin()
    let last = try #require(CivilDate("2026-03-09"))
    let sent = try office.attempts().compactMap(\.sent)
    #expect((1...3).contains(sent.count))
    #expect(sent.allSatisfy { LocalTime($0, in: zone).date <= last })
    #expect(try office.enrollment() == "finished")
    #expect(
      try office.text("SELECT reason FROM enrollment")?.hasPrefix(
        "the campaign ends on Mon 2026-03-09, before step") == true)
  }

  @Test func `what is still waiting when the end has passed is not sent`() throws {
    let office = try Office()
    let ending = Office.campaign(["me"]).replacing(
      "kit: 'none',", with: "kit: 'none', end: '2026-03-09',")
    try office.folder.write(ending, to: "campaigns/spring.json5")
    try office.launch()
    office.now = try #require(Instant(iso8601: "2026-03-12T10:00:00Z"))
    let transport = ScriptedTransport()
    let report = try office.send(transport)
    #expect(transport.calls == 0)
    #expect(report.count(.ended) == 1)
    #expect(try office.enrollment() == "finished")
    #expect(try office.attempt().state == "cancelled")
  }

  @Test(arguments: [
    "coolingOff: 89", "coolingOff: 0", "attempts: 5", "attempts: 0", "coolingoff: 100",
  ])
  func `limits can be tightened and not loosened`(limits: String) {
    #expect(throws: ConfigurationError.self) { try Office(limits: limits) }
  }
}
