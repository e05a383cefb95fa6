import Testing

/// After the final dot and before the answer nobody knows: held is better than doubled.
@Suite struct DeliveryUnknownTests {
  @Test(arguments: ["dot#1=drop", "dot#1=keepdrop", "dot#1=partial:250 2.0", "dot#1=garbage"])
  func `a drop after the dot is held and never sent again`(rule: String) throws {
    let campaign = try DeliveryCampaign([rule], people: 2)
    let sent = try campaign.send()
    #expect(sent.exitCode == 1, "\(sent)")
    #expect(try DeliveryCampaign.results(sent).sorted() == ["sent", "unknown"])
    #expect(try campaign.attempts().sorted() == ["1 sent", "1 unknown", "2 scheduled"])
    let taken = try campaign.ledger().count
    #expect(taken == (rule.contains("keep") ? 2 : 1))

    // Never again by itself, and its follow-up waits, too.
    try campaign.endLeases()
    let again = try campaign.send()
    #expect(again.exitCode == 1, "\(again)")
    #expect(try DeliveryCampaign.results(again).isEmpty)
    #expect(try campaign.ledger().count == taken)
  }

  @Test func `what is unknown is shown everywhere`() throws {
    let campaign = try DeliveryCampaign(["dot#1=drop"], people: 2)
    let workspace = campaign.workspace
    #expect(try campaign.send().exitCode == 1)
    let address = try workspace.sql(
      """
      SELECT k.address FROM contact k JOIN attempt a ON a.contact_id = k.id
      WHERE a.state = 'unknown'
      """)
    let identifier = try workspace.sql("SELECT message_id FROM attempt WHERE state = 'unknown'")
    let plan = try workspace.run("plan")
    #expect(plan.exitCode == 1)
    #expect(plan.output.contains(address), "\(plan)")
    #expect(try workspace.run("plan", "--json").json()["unknown"][0]["address"].string == address)
    let statistics = try workspace.run("stats", "--json").json()["campaigns"][0]
    #expect(statistics["unknown"].int == 1)
    #expect(statistics["total"]["sent"].int == 1)
    #expect(try workspace.run("stats").output.contains("unknown"))
    let doctor = try workspace.run("doctor")
    #expect(doctor.exitCode == 1)
    #expect(doctor.output.contains("liaison resolve"), "\(doctor)")
    let resolve = try workspace.run("resolve")
    #expect(resolve.exitCode == 1)
    #expect(resolve.output.contains(address) && resolve.output.contains(identifier), "\(resolve)")
    #expect(try workspace.run("resolve", "--json").json()["unknown"].array.count == 1)
    let dry = try workspace.run("send")
    #expect(dry.exitCode == 1)
    #expect(dry.output.contains("liaison resolve"), "\(dry)")
  }

  @Test func `a drop while the message is under way never doubles it`() throws {
    let campaign = try DeliveryCampaign(["body#1=drop"])
    // Whether the drop is seen before the last moment is a matter of microseconds.
    let sent = try campaign.send()
    let state = sent.exitCode == 75 ? "1 scheduled" : "1 unknown"
    #expect(sent.exitCode == 75 || sent.exitCode == 1, "\(sent)")
    #expect(try campaign.attempts() == [state])
    #expect(try campaign.ledger().isEmpty)
    try campaign.makeDue()
    _ = try campaign.send()
    #expect(try campaign.ledger().count == (state == "1 scheduled" ? 1 : 0))
  }

  @Test func `found to be sent, the sequence goes on in its thread`() throws {
    let campaign = try DeliveryCampaign(["dot#1=keepdrop"])
    #expect(try campaign.send().exitCode == 1)
    let resolved = try campaign.workspace.run("resolve", DeliveryCampaign.first, "--as", "sent")
    #expect(resolved.exitCode == 0, "\(resolved)")
    #expect(try campaign.attempts() == ["1 sent", "2 scheduled"])
    let source = try campaign.workspace.run(
      "preview", "spring", DeliveryCampaign.first, "--part", "source")
    #expect(try [UInt8](source.outputBytes) == campaign.ledger()[0].message)
    #expect(try campaign.send().exitCode == 0)
    #expect(try campaign.ledger().count == 1)
    try campaign.makeDue()
    #expect(try campaign.send().exitCode == 0)
    let read = try readByPython(campaign.ledger().map(\.message))
    try #require(read.count == 2)
    #expect(read[1]["inReplyTo"].string == read[0]["messageID"].string)
    #expect(try campaign.workspace.run("resolve").exitCode == 0)
  }

  @Test func `found not to be sent, it is sent once more`() throws {
    let campaign = try DeliveryCampaign(["dot#1=drop"])
    let workspace = campaign.workspace
    #expect(try campaign.send().exitCode == 1)
    // Not without being asked for: nobody sits at a terminal here.
    let asked = try workspace.run("resolve", DeliveryCampaign.first, "--as", "not-sent")
    #expect(asked.exitCode != 0, "\(asked)")
    #expect(try campaign.attempts() == ["1 unknown"])
    // Nor for everybody at once, or for nobody.
    #expect(try workspace.run("resolve", "--as", "not-sent", "--yes").exitCode == 64)
    #expect(try workspace.run("resolve", "ada9@studio9.example", "--as", "sent").exitCode == 66)
    #expect(try campaign.attempts() == ["1 unknown"])

    let resolved = try workspace.run(
      "resolve", DeliveryCampaign.first, "--as", "not-sent", "--yes")
    #expect(resolved.exitCode == 0, "\(resolved)")
    #expect(try campaign.attempts() == ["1 scheduled"])
    for _ in 1...2 { #expect(try campaign.send().exitCode == 0) }
    #expect(try campaign.ledger().count == 1)
    #expect(try campaign.attempts() == ["1 sent", "2 scheduled"])
  }

  @Test func `answered meanwhile, it is not sent once more`() throws {
    let campaign = try DeliveryCampaign(["dot#1=drop"])
    #expect(try campaign.send().exitCode == 1)
    let reply = try campaign.workspace.run(
      "reply", DeliveryCampaign.first, "--outcome", "interested")
    #expect(reply.exitCode == 0, "\(reply)")
    let resolved = try campaign.workspace.run(
      "resolve", DeliveryCampaign.first, "--as", "not-sent", "--yes")
    #expect(resolved.exitCode == 0, "\(resolved)")
    try campaign.makeDue()
    #expect(try campaign.send().exitCode == 0)
    #expect(try campaign.ledger().isEmpty)
  }
}
