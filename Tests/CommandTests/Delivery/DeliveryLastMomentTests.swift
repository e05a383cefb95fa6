import Testing

/// What happens between the claim and the final dot still counts.
@Suite struct DeliveryLastMomentTests {
  @Test(arguments: [
    ["campaign", "pause", "spring"],
    ["campaign", "stop", "spring"],
    ["reply", DeliveryCampaign.first, "--outcome", "interested"],
    ["reply", DeliveryCampaign.first, "--outcome", "opt-out"],
    ["suppress", "add", DeliveryCampaign.first, "--reason", "asked us to"],
    ["suppress", "add", "@studio1.example", "--reason", "asked us to"],
  ])
  func `the message is withheld`(command: [String]) throws {
    let campaign = try DeliveryCampaign(["data=wait"])
    let sender = try campaign.workspace.start("send", "--live", "--json")
    #expect(try eventually { try campaign.server.events().contains { $0 == "line DATA" } })
    #expect(try campaign.attempts() == ["1 claimed"])
    let meanwhile = try LiaisonProcess.run(command, in: campaign.workspace.folder)
    #expect(meanwhile.exitCode == 0, "\(meanwhile)")
    try campaign.server.goOn()
    let sent = try sender.finish()
    #expect(sent.exitCode == 0, "\(sent)")
    #expect(try DeliveryCampaign.results(sent) == ["withheld"])
    #expect(try campaign.ledger().isEmpty)
    #expect(try !campaign.server.events().contains("dot"))
    let isPaused = command[1] == "pause"
    #expect(try campaign.attempts() == [isPaused ? "1 scheduled" : "1 cancelled"])
    #expect(try campaign.send().exitCode == 0)
    #expect(try campaign.ledger().isEmpty)
    if isPaused {
      #expect(try campaign.workspace.run("campaign", "resume", "spring").exitCode == 0)
      // What fell due meanwhile waits for its own minute again.
      try campaign.makeDue()
      #expect(try campaign.send().exitCode == 0)
      #expect(try campaign.ledger().count == 1)
    }
  }

  @Test func `a sender whose lease ran out withholds what another took over`() throws {
    let campaign = try DeliveryCampaign(["data#1=wait"])
    let slow = try campaign.workspace.start("send", "--live", "--json")
    #expect(try eventually { try campaign.server.events().contains { $0 == "line DATA" } })
    try campaign.endLeases()
    let quick = try campaign.send()
    #expect(quick.exitCode == 0, "\(quick)")
    #expect(try DeliveryCampaign.results(quick) == ["sent"])
    try campaign.server.goOn()
    let late = try slow.finish()
    #expect(try DeliveryCampaign.results(late) == ["withheld"], "\(late)")
    #expect(try campaign.ledger().count == 1)
    #expect(try campaign.attempts() == ["1 sent", "2 scheduled"])
  }

  @Test(arguments: [
    (action: "wait", result: "sent", states: ["1 sent", "2 scheduled"]),
    (action: "wait:reply:451 4.3.0 not now", result: "deferred", states: ["1 scheduled"]),
    (action: "wait:reply:554 5.6.0 never", result: "failed", states: ["1 failed"]),
    (action: "wait:drop", result: "unknown", states: ["1 unknown"]),
  ])
  func `an answer that comes after the lease is still believed`(
    action: String, result: String, states: [String]
  ) throws {
    let campaign = try DeliveryCampaign(["dot#1=\(action)"])
    let slow = try campaign.workspace.start("send", "--live", "--json")
    #expect(try eventually { try campaign.server.events().contains("dot") })
    try campaign.endLeases()
    let other = try campaign.send()
    #expect(other.exitCode == 1, "\(other)")
    #expect(try campaign.attempts() == ["1 unknown"])
    try campaign.server.goOn()
    let late = try slow.finish()
    #expect(try DeliveryCampaign.results(late) == [result], "\(late)")
    #expect(try campaign.attempts() == states)
    #expect(try campaign.ledger().count == (result == "sent" ? 1 : 0))
  }

  @Test(arguments: ["550 5.1.1 no such user", "550 5.7.1 refused by policy", "451 4.7.1 later"])
  func `a refusal means nothing where another sender took the message over`(reply: String) throws {
    let campaign = try DeliveryCampaign(["rcpt#1=wait:reply:\(reply)"])
    let slow = try campaign.workspace.start("send", "--live", "--json")
    #expect(
      try eventually { try campaign.server.events().contains { $0.hasPrefix("line RCPT") } })
    try campaign.endLeases()
    #expect(try DeliveryCampaign.results(campaign.send()) == ["sent"])
    try campaign.server.goOn()
    _ = try slow.finish()
    #expect(try campaign.attempts() == ["1 sent", "2 scheduled"])
    #expect(try campaign.rows("SELECT state FROM enrollment") == ["active"])
    #expect(try campaign.number("SELECT count(*) FROM suppression") == 0)
  }
}
