import Curl
import Scheduling
import Testing

@testable import Liaison

/// Statistics count people, never messages or answers.
struct CampaignStatisticsTests {
  @Test func `each person counts once, whatever was sent to them and however often they answer`()
    throws
  {
    let office = try Office(people: 6)
    try office.folder.write(
      Office.campaign(["me"]).replacing("{ template: 's/3.md', gap: 4 },", with: "")
        .replacing("{ template: 's/4.md', gap: [4, 5] },", with: ""),
      to: "campaigns/spring.json5")
    try office.launch()
    let transport = ScriptedTransport { envelope in
      envelope.to.description == Office.address(5)
        ? .refuse(SMTPReply("550 5.1.1 user unknown"), .recipient) : .accept
    }
    // Everybody gets step 1; all but one of them step 2.
    while try office.attempts().contains(where: { $0.step == 1 && $0.state == "scheduled" }) {
      try office.goToNextDue()
      try office.send(transport)
    }
    let early = try office.attempts().filter { $0.step == 2 && $0.state == "sent" }
    #expect(early.isEmpty)
    try office.reply(.question, from: Office.address(0))
    while try office.attempts().contains(where: { $0.step == 2 && $0.state == "scheduled" }) {
      try office.goToNextDue()
      try office.send(transport)
    }
    office.now = office.now.adding(seconds: 60)
    try office.reply(.interested, from: Office.address(1))
    try office.reply(.accepted, from: Office.address(1))
    try office.reply(.notInterested, from: Office.address(2))
    try office.reply(.optOut, from: Office.address(3))

    let found = try #require(try office.store.statistics().first)
    #expect(found.campaign == "spring")
    #expect(found.total.sent == 5)
    #expect(found.total.delivered == 5)
    #expect(found.total.replied == 3)
    #expect(found.total.interested == 1)
    #expect(found.total.accepted == 1)
    #expect(found.total.optedOut == 1)
    #expect(found.total.isTooSmall)
    #expect(found.total.replyRate == WilsonInterval(3, of: 5))
    #expect(found.bySteps.map(\.label) == ["1", "2"])
    #expect(found.bySteps.map(\.sent) == [5, 4])
    #expect(found.bySteps.map(\.replied) == [1, 2])
    #expect(found.byEmphasis.map(\.label) == ["brand-story", "partner-benefit"])
    #expect(found.byEmphasis.map(\.replied) == [1, 2])
    #expect(found.people == ["finished": 1, "replied": 4, "failed": 1])
    #expect(found.unknown == 0)
  }

  @Test func `a bounce is sent but not delivered, and an auto-reply is no answer`() throws {
    let office = try Office(people: 3)
    try office.launch()
    office.now = office.now.adding(seconds: 86_400)
    try office.send(ScriptedTransport())
    let sent = try office.attempts().filter { $0.state == "sent" }
    for (row, kind) in zip(sent, ["bounce", "auto-reply", "complaint"]) {
      try office.store.connection.run(
        """
        INSERT INTO inbound (id, contact_id, attempt_id, kind, received_at, recorded_at, recorded_by)
        SELECT $2, contact_id, id, $3, 0, 0, 'test' FROM attempt WHERE id = $1
        """, [.text(row.id), .text(kind), .text(kind)])
    }
    let total = try #require(try office.store.statistics().first).total
    #expect(total.sent == 3)
    #expect(total.delivered == 2)
    #expect(total.replied == 0)
    #expect(total.optedOut == 0)
  }

  @Test func `a campaign in which nothing was sent has counts of nothing and no rate`() throws {
    let office = try Office(people: 2)
    #expect(try office.store.statistics().isEmpty)
    try office.launch()
    let found = try #require(try office.store.statistics(campaigns: ["spring"]).first)
    #expect(found.total.sent == 0)
    #expect(found.total.replyRate == nil)
    #expect(found.bySteps.isEmpty)
    #expect(try office.store.statistics(campaigns: ["autumn"]).isEmpty)
  }

  @Test func `an attempt of unknown fate is named and counts as sent to nobody`() throws {
    let office = try Office()
    try office.launch()
    try office.goToNextDue()
    try office.send(ScriptedTransport { _ in .drop(received: true) })
    let found = try #require(try office.store.statistics().first)
    #expect(found.unknown == 1)
    #expect(found.total.sent == 0)
  }
}
