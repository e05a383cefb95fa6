import Foundation
import Testing

/// What a server's refusal does to the attempt, the sequence, the person and the sender.
@Suite struct DeliveryRefusalTests {
  @Test(arguments: [
    (rule: "greeting=reply:421 4.3.2 busy, come back later", tries: 0),
    (rule: "mail=reply:452 4.3.1 no space left here", tries: 0),
    (rule: "rcpt=reply:451 4.7.1 greylisted", tries: 1),
    (rule: "data=reply:451 4.3.0 try again later", tries: 1),
    (rule: "dot=reply:452 4.2.2 mailbox full", tries: 1),
    (rule: "greeting=drop", tries: 0),
    (rule: "rcpt=drop", tries: 0),
    (rule: "data=drop", tries: 0),
  ])
  func `what is not accepted now goes again after a pause`(rule: String, tries: Int) throws {
    let campaign = try DeliveryCampaign([rule])
    let before = Date().timeIntervalSince1970
    let sent = try campaign.send()
    let after = Date().timeIntervalSince1970
    #expect(sent.exitCode == 75, "\(sent)")
    #expect(try DeliveryCampaign.results(sent) == ["deferred"])
    #expect(try campaign.ledger().isEmpty)
    #expect(try campaign.attempts() == ["1 scheduled"])
    #expect(try campaign.number("SELECT tries FROM attempt") == tries)
    let due = try campaign.number("SELECT due_at / 1000000 FROM attempt")
    #expect(due >= Int(before) + 900 && due <= Int(after) + 901)
    #expect(try campaign.rows("SELECT state FROM enrollment") == ["active"])
    #expect(try campaign.number("SELECT count(*) FROM suppression") == 0)
  }

  @Test func `the pause grows from one refusal to the next, and a later try succeeds`() throws {
    let campaign = try DeliveryCampaign([1, 2, 3].map { "rcpt#\($0)=reply:451 4.7.1 greylisted" })
    for pause in [900, 1800, 3600] {
      let before = Int(Date().timeIntervalSince1970)
      #expect(try campaign.send().exitCode == 75)
      let due = try campaign.number("SELECT due_at / 1000000 FROM attempt")
      #expect(due - before >= pause && due - before < pause + 60, "\(due - before)")
      // Not before that.
      let early = try campaign.send()
      #expect(early.exitCode == 0, "\(early)")
      #expect(try DeliveryCampaign.results(early).isEmpty)
      let plan = try campaign.workspace.run("plan", "--why")
      #expect(plan.exitCode == 0, "\(plan)")
      #expect(plan.output.contains("not accepted yet: 451 4.7.1 greylisted"), "\(plan)")
      try campaign.makeDue()
    }
    let sent = try campaign.send()
    #expect(sent.exitCode == 0, "\(sent)")
    #expect(try campaign.ledger().count == 1)
  }

  @Test func `refused ten times it has failed`() throws {
    let campaign = try DeliveryCampaign(["rcpt=reply:451 4.7.1 not now"])
    try campaign.workspace.sql("UPDATE attempt SET tries = 9")
    let sent = try campaign.send()
    #expect(sent.exitCode == 1, "\(sent)")
    #expect(try campaign.attempts() == ["1 failed"])
    #expect(try campaign.number("SELECT count(*) FROM suppression") == 0)
  }

  @Test(arguments: [
    (rule: "rcpt=reply:550 5.1.1 no such user here", isSuppressed: true),
    (rule: "rcpt=reply:550 5.1.10 recipient address rejected", isSuppressed: true),
    // The code without the text is not believed, nor the text without the code.
    (rule: "rcpt=reply:550 5.1.1 we do not take mail from you", isSuppressed: false),
    (rule: "rcpt=reply:550 no", isSuppressed: false),
    (rule: "rcpt=reply:550 5.7.1 refused by policy", isSuppressed: false),
    (rule: "data=reply:554 5.5.1 no valid recipients", isSuppressed: false),
    (rule: "dot=reply:554 5.6.0 message content rejected", isSuppressed: false),
    (rule: "dot=reply:550 5.1.1 no such user here", isSuppressed: false),
  ])
  func `what is refused for good has failed`(rule: String, isSuppressed: Bool) throws {
    let campaign = try DeliveryCampaign([rule])
    let sent = try campaign.send()
    #expect(sent.exitCode == 1, "\(sent)")
    #expect(try DeliveryCampaign.results(sent) == ["failed"])
    #expect(try campaign.ledger().isEmpty)
    #expect(try campaign.attempts() == ["1 failed"])
    #expect(try campaign.rows("SELECT state FROM enrollment") == ["failed"])
    let suppressed = try campaign.rows("SELECT key FROM suppression")
    #expect(suppressed == (isSuppressed ? [DeliveryCampaign.first] : []))
  }

  @Test func `one person's refusal does not stop the others`() throws {
    let campaign = try DeliveryCampaign(["rcpt#2=reply:550 5.1.1 no such user"], people: 3)
    let sent = try campaign.send()
    #expect(sent.exitCode == 1, "\(sent)")
    #expect(try DeliveryCampaign.results(sent).sorted() == ["failed", "sent", "sent"])
    #expect(try campaign.ledger().count == 2)
    // It is not tried again.
    #expect(try campaign.send().exitCode == 0)
    #expect(try campaign.server.events().count { $0.hasPrefix("line RCPT") } == 3)
    let statistics = try campaign.workspace.run("stats", "--json").json()["campaigns"][0]
    #expect(statistics["total"]["sent"].int == 2)
    #expect(statistics["people"]["failed"].int == 1)
    #expect(statistics["people"]["active"].int == 2)
  }

  @Test func `three domains' policy refusals hold the sender, and it is said every time`() throws {
    let campaign = try DeliveryCampaign(["rcpt=reply:550 5.7.1 your domain is refused"], people: 5)
    let sent = try campaign.send()
    #expect(sent.exitCode == 69, "\(sent)")
    #expect(try sent.json()["stoppedSenders"]["me"].string?.contains("5.7.1") == true, "\(sent)")
    #expect(try campaign.attempts().count { $0 == "1 failed" } == 3)
    #expect(try campaign.attempts().count { $0 == "1 scheduled" } == 2)
    for again in [
      try campaign.workspace.run("send", "--live"), try campaign.workspace.run("send"),
    ] {
      #expect(again.exitCode == 69, "\(again)")
      #expect(again.output.contains("'me'") && again.output.contains("5.7.1"), "\(again)")
    }
    #expect(try campaign.server.events().count { $0.hasPrefix("line RCPT") } == 3)
    let doctor = try campaign.workspace.run("doctor")
    #expect(doctor.exitCode == 1)
    #expect(doctor.output.contains("5.7.1"), "\(doctor)")
  }

  @Test func `an account that has sent all it may waits until tomorrow`() throws {
    let campaign = try DeliveryCampaign(
      ["mail#2=reply:550 5.4.5 daily sending limit exceeded"], people: 3)
    let sent = try campaign.send()
    #expect(sent.exitCode == 69, "\(sent)")
    #expect(try campaign.ledger().count == 1)
    #expect(try campaign.attempts().count { $0 == "1 scheduled" } == 2)
    #expect(try campaign.send().exitCode == 69)
    try campaign.workspace.sql("UPDATE sender_hold SET until = 1")
    try campaign.workspace.sql("UPDATE attempt SET due_at = 0 WHERE step = 1")
    let tomorrow = try campaign.send()
    #expect(tomorrow.exitCode == 0, "\(tomorrow)")
    #expect(try campaign.ledger().count == 3)
  }

  @Test func `a server that is not there defers`() throws {
    let campaign = try DeliveryCampaign()
    campaign.server.close()
    let sent = try campaign.send()
    #expect(sent.exitCode == 75, "\(sent)")
    #expect(try campaign.attempts() == ["1 scheduled"])
    #expect(try campaign.number("SELECT tries FROM attempt") == 0)
  }
}
