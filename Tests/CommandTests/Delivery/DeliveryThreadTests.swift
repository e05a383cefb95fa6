import Testing

@Suite struct DeliveryThreadTests {
  private static let hour = 3600

  @Test func `four steps make one thread, each with something new to say`() throws {
    let campaign = try DeliveryCampaign()
    for step in 1...4 {
      try campaign.makeDue()
      let sent = try campaign.send()
      #expect(sent.exitCode == 0, "\(sent)")
      #expect(try sent.json()["entries"].array.map { $0["step"].int } == [step])
      #expect(try campaign.ledger().count == step)
      guard step < 4 else { continue }
      // The next one waits 3 to 5 days; the minute of the day is the contact's own.
      let gap = try campaign.number(
        """
        SELECT (b.due_at - a.settled_at) / 1000000 FROM attempt a
        JOIN attempt b ON b.enrollment_id = a.enrollment_id AND b.step = a.step + 1
        WHERE a.step = \(step)
        """)
      #expect(gap >= 72 * Self.hour - 1 && gap < 6 * 24 * Self.hour, "step \(step): \(gap) s")
      let tooEarly = try campaign.send()
      #expect(tooEarly.exitCode == 0, "\(tooEarly)")
      #expect(try campaign.ledger().count == step)
    }
    let read = try readByPython(campaign.ledger().map(\.message))
    let identifiers = read.map { $0["messageID"].string ?? "none" }
    #expect(Set(identifiers).count == 4)
    let subject = try #require(read[0]["subject"].string)
    #expect(!subject.hasPrefix("Re:"))
    for (index, message) in read.enumerated() {
      #expect(message["defects"].array.isEmpty, "\(message["defects"])")
      #expect(message["references"].array.map(\.string) == Array(identifiers[..<index]))
      #expect(message["inReplyTo"].string == (index == 0 ? "" : identifiers[index - 1]))
      #expect(message["subject"].string == (index == 0 ? subject : "Re: \(subject)"))
      #expect(message["attachments"].array.count == (index == 0 ? 1 : 0))
    }
    #expect(Set(read.map { $0["text"].string ?? "none" }).count == 4)
    #expect(try campaign.rows("SELECT DISTINCT emphasis FROM attempt").count == 4)
    #expect(try campaign.rows("SELECT state FROM enrollment") == ["finished"])

    try campaign.makeDue()
    #expect(try campaign.send().exitCode == 0)
    #expect(try campaign.ledger().count == 4)
    let statistics = try campaign.workspace.run("stats", "--json").json()["campaigns"][0]
    #expect(statistics["bySteps"].array.map { $0["sent"].int } == [1, 1, 1, 1])
    #expect(statistics["total"]["sent"].int == 1)
  }

  @Test(arguments: ["interested", "accepted", "opt-out"])
  func `an answer stops what would follow`(outcome: String) throws {
    let campaign = try DeliveryCampaign(people: 2)
    for _ in 1...2 {
      try campaign.makeDue()
      #expect(try campaign.send().exitCode == 0)
    }
    let recorded = try campaign.workspace.run(
      "reply", DeliveryCampaign.first, "--outcome", outcome, "--json")
    #expect(recorded.exitCode == 0, "\(recorded)")
    #expect(try recorded.json()["credited"]["step"].int == 2)
    for _ in 3...4 {
      try campaign.makeDue()
      let sent = try campaign.send()
      #expect(sent.exitCode == 0, "\(sent)")
    }
    // The other person's go on.
    #expect(try campaign.ledger().count == 6)
    #expect(
      try campaign.ledger().filter { $0.recipient.contains(DeliveryCampaign.first) }.count == 2)
    #expect(
      try campaign.attempts().filter { $0.contains("cancelled") } == ["3 cancelled"])
    let total = try campaign.workspace.run("stats", "--json").json()["campaigns"][0]["total"]
    #expect(total["replied"].int == (outcome == "opt-out" ? 0 : 1))
    #expect(total["optedOut"].int == (outcome == "opt-out" ? 1 : 0))
  }

  @Test(arguments: [DeliveryCampaign.first, "@studio1.example"])
  func `whoever is suppressed gets nothing more`(key: String) throws {
    let campaign = try DeliveryCampaign()
    #expect(try campaign.send().exitCode == 0)
    let suppressed = try campaign.workspace.run("suppress", "add", key, "--reason", "asked us to")
    #expect(suppressed.exitCode == 0, "\(suppressed)")
    try campaign.makeDue()
    let sent = try campaign.send()
    #expect(sent.exitCode == 0, "\(sent)")
    #expect(try campaign.ledger().count == 1)
    #expect(try campaign.attempts() == ["1 sent", "2 cancelled"])
  }
}
