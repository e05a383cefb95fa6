import Foundation
import TestServers
import Testing

/// `liaison send --live --watch`: a service that sends each message at its minute.
@Suite struct DeliveryWatchTests {
  /// What it has printed so far, line by line.
  private func lines(_ result: LiaisonProcess.Result) throws -> [JSON] {
    try result.output.split(separator: "\n").map {
      JSON(try JSONSerialization.jsonObject(with: Data($0.utf8)))
    }
  }

  @Test(arguments: [SIGTERM, SIGINT])
  func `it sends what is due, and a signal ends it at once where it sleeps`(signal: Int32) throws {
    let campaign = try DeliveryCampaign(people: 3)
    let service = try campaign.workspace.start("send", "--live", "--watch")
    #expect(try eventually { try campaign.ledger().count == 3 })
    #expect(try eventually { try campaign.attempts().filter { $0 == "1 sent" }.count == 3 })
    service.signal(signal)
    let ended = try service.finish(within: 20)
    #expect(ended.exitCode == 0, "\(ended)")
    let lines = try lines(ended)
    #expect(lines.map { $0["event"].string } == ["sent", "sent", "sent"])
    #expect(lines.allSatisfy { $0["campaign"].string == "spring" && $0["step"].int == 1 })
    #expect(lines.allSatisfy { $0["messageID"].string?.hasPrefix("<") == true })
    // A log is no place for people.
    #expect(!ended.output.contains("@studio") && !ended.output.contains("Lovel"))
    #expect(!ended.errors.contains("@studio"))
  }

  @Test func `told to end it finishes the message under way and claims nothing more`() throws {
    let campaign = try DeliveryCampaign(["data#1=wait"], people: 3)
    let service = try campaign.workspace.start("send", "--live", "--watch")
    #expect(try eventually { try campaign.server.events().contains("line DATA") })
    service.signal(SIGTERM)
    try campaign.server.goOn()
    let ended = try service.finish()
    #expect(ended.exitCode == 0, "\(ended)")
    #expect(try campaign.ledger().count == 1)
    #expect(
      try campaign.attempts().sorted() == ["1 scheduled", "1 scheduled", "1 sent", "2 scheduled"])
  }

  @Test func `a hang-up reads the configuration again; a faulty one is said, the old one kept`()
    throws
  {
    let campaign = try DeliveryCampaign(people: 1)
    let workspace = campaign.workspace
    let service = try workspace.start("send", "--live", "--watch")
    #expect(try eventually { try campaign.attempts().contains("1 sent") })
    let good = try workspace.text("liaison.json5")
    try workspace.write(good + "}", to: "liaison.json5")
    service.signal(SIGHUP)
    #expect(eventually { service.errors.contains("what was read before stays") })
    try campaign.makeDue()
    try workspace.write(good.replacing("\"me@", with: "\"other@"), to: "liaison.json5")
    service.signal(SIGHUP)
    #expect(try eventually { try campaign.ledger().count == 2 })
    service.signal(SIGTERM)
    let ended = try service.finish()
    #expect(ended.exitCode == 0, "\(ended)")
    #expect(ended.errors.contains("The configuration was read again."))
    let messages = try campaign.ledger().map { String(decoding: $0.message, as: UTF8.self) }
    #expect(messages[0].contains("me@acme.example") && messages[1].contains("other@acme.example"))
  }

  @Test func `what is due in a moment goes in a moment, without a signal`() throws {
    let campaign = try DeliveryCampaign(people: 1)
    let soon = Int64((Date().timeIntervalSince1970 + 2) * 1_000_000)
    try campaign.workspace.sql("UPDATE attempt SET due_at = \(soon)")
    let service = try campaign.workspace.start("send", "--live", "--watch")
    #expect(try eventually { try campaign.ledger().count == 1 })
    service.signal(SIGTERM)
    #expect(try service.finish().exitCode == 0)
    let sent = try campaign.number("SELECT max(committed_at) FROM attempt WHERE state = 'sent'")
    #expect(sent >= Int(soon))
  }

  @Test(arguments: [["--watch"], ["--live", "--watch", "--limit", "3"]])
  func `it goes with --live, and not with a limit`(arguments: [String]) throws {
    let result = try DeliveryCampaign().workspace.run(["send"] + arguments)
    #expect(result.exitCode == 64, "\(result)")
  }
}

/// Guards against writing to many people by mistake.
@Suite struct DeliveryGuardTests {
  @Test func `more than 200 messages go only with --yes where there is nobody to ask`() throws {
    let campaign = try DeliveryCampaign(people: 203)
    try campaign.workspace.edit("liaison.json5", "daily: 200,", "daily: 1000,")
    try campaign.workspace.sql("UPDATE attempt SET due_at = 0")
    for arguments in [["send", "--live"], ["send", "--live", "--watch"]] {
      let refused = try campaign.workspace.run(arguments)
      #expect(refused.exitCode == 64, "\(refused)")
      #expect(refused.errors.contains("more than 200 messages"))
      #expect(refused.errors.contains("--yes"))
    }
    #expect(try campaign.ledger().isEmpty)
    let some = try campaign.workspace.run("send", "--live", "--limit", "2")
    #expect(some.exitCode == 0, "\(some)")
    #expect(try campaign.ledger().count == 2)
    let all = try campaign.workspace.run("send", "--live", "--yes")
    #expect(all.exitCode == 0, "\(all)")
    #expect(try campaign.ledger().count == 203)
  }

  @Test func `--only-to writes to an address or a domain alone`() throws {
    let campaign = try DeliveryCampaign(people: 6)
    let wanted = ["--only-to", "Ada2@studio2.example", "--only-to", "@studio5.example"]
    let dry = try campaign.workspace.run(["send"] + wanted)
    #expect(dry.output.contains("2 would go now"), "\(dry)")
    let sent = try campaign.workspace.run(["send", "--live"] + wanted)
    #expect(sent.exitCode == 0, "\(sent)")
    #expect(
      try campaign.ledger().map(\.recipient).sorted()
        == ["<ada2@studio2.example>", "<ada5@studio5.example>"])
    #expect(try campaign.attempts().filter { $0 == "1 scheduled" }.count == 4)
    // A part of a domain's name is not the domain.
    let none = try campaign.workspace.run("send", "--live", "--only-to", "@tudio1.example")
    #expect(none.output.contains("Nothing is due"), "\(none)")
    #expect(try campaign.workspace.run("send", "--only-to", "nobody").exitCode == 64)
  }

  @Test func `several connections deliver at once`() throws {
    let campaign = try DeliveryCampaign(["data#1=wait", "data#2=wait"], people: 12)
    try campaign.workspace.edit("liaison.json5", "id: \"me\",", "id: \"me\", connections: 3,")
    let sender = try campaign.workspace.start("send", "--live", "--json")
    #expect(
      try eventually { try campaign.server.events().filter { $0 == "line DATA" }.count >= 2 })
    try campaign.server.goOn()
    let done = try sender.finish()
    #expect(try DeliveryCampaign.results(done) == Array(repeating: "sent", count: 12), "\(done)")
    #expect(try Set(campaign.ledger().map(\.recipient)).count == 12)
  }
}
