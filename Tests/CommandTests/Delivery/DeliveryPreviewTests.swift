import Foundation
import Testing

/// `preview --send-to`: to ourselves alone, and nobody knows afterwards.
@Suite struct DeliveryPreviewTests {
  private func preview(_ campaign: DeliveryCampaign, to address: String, step: Int = 1) throws
    -> LiaisonProcess.Result
  {
    try campaign.workspace.run(
      "preview", "spring", DeliveryCampaign.first, "--step", "\(step)", "--send-to", address,
      "--json")
  }

  @Test(arguments: [1, 2])
  func `a copy comes to our own sender and is recorded nowhere`(step: Int) throws {
    let campaign = try DeliveryCampaign()
    let before = try campaign.workspace.dump()
    let shown = try campaign.workspace.run(
      "preview", "spring", DeliveryCampaign.first, "--step", "\(step)", "--json"
    ).json()
    let sent = try preview(campaign, to: "me@ACME.example", step: step)
    #expect(sent.exitCode == 0, "\(sent)")
    #expect(try campaign.workspace.dump() == before)
    let ledger = try campaign.ledger()
    try #require(ledger.count == 1)
    #expect(ledger[0].recipient.contains("me@acme.example"))
    #expect(ledger[0].sender.contains("me@acme.example"))
    #expect(!String(decoding: ledger[0].message, as: UTF8.self).contains("studio1.example"))
    let read = try readByPython([ledger[0].message])[0]
    #expect(read["defects"].array.isEmpty, "\(read["defects"])")
    #expect(read["subject"].string == shown["subject"].string)
    #expect(
      read["text"].string?.replacing("\r\n", with: "\n").trimmingCharacters(in: .newlines)
        == shown["text"].string?.trimmingCharacters(in: .newlines))
    #expect(read["attachments"].array.count == (step == 1 ? 1 : 0))
    // A search for the real one must never find the copy.
    let identifier = try campaign.workspace.sql("SELECT message_id FROM attempt")
    #expect(read["messageID"].string != identifier)
    // And the real one still goes.
    #expect(try campaign.send().exitCode == 0)
    #expect(try campaign.ledger().count == 2)
  }

  @Test func `a logo goes along, with the copy and with the message itself`() throws {
    let campaign = try DeliveryCampaign()
    let workspace = campaign.workspace
    // The smallest picture there is.
    try Data(
      base64Encoded: "R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7")?
      .write(to: workspace.file("brand/logo.gif"))
    try workspace.edit(
      "liaison.json5", "contactPerson: \"Lina Berg\",",
      "contactPerson: \"Lina Berg\", logo: { file: \"brand/logo.gif\" },")
    #expect(try workspace.run("campaign", "launch", "spring").exitCode == 1)
    #expect(try workspace.run("campaign", "launch", "spring", "--approve").exitCode == 0)
    #expect(try preview(campaign, to: "me@acme.example").exitCode == 0)
    #expect(try campaign.send().exitCode == 0)
    let ledger = try campaign.ledger()
    try #require(ledger.count == 2)
    for mail in ledger {
      let source = String(decoding: mail.message, as: UTF8.self)
      #expect(source.contains("multipart/related") && source.contains("Content-ID: <"))
      #expect(source.contains("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7"))
    }
    // Shown again, it is still what was sent, whatever becomes of the file.
    try FileManager.default.removeItem(at: workspace.file("brand/logo.gif"))
    let again = try workspace.run(
      "preview", "spring", DeliveryCampaign.first, "--part", "source")
    #expect(again.outputBytes == Data(ledger[1].message), "\(again)")
  }

  @Test(arguments: [DeliveryCampaign.first, "you@acme.example", "me@acme.example.org", "me", ""])
  func `to anybody else it does not go`(address: String) throws {
    let campaign = try DeliveryCampaign()
    let before = try campaign.workspace.dump()
    let refused = try preview(campaign, to: address)
    #expect(refused.exitCode == 64, "\(refused)")
    #expect(try campaign.workspace.dump() == before)
    #expect(try campaign.ledger().isEmpty)
    #expect(try campaign.server.events().isEmpty)
  }

  @Test(arguments: ["rcpt=reply:550 5.1.1 no such user", "greeting=drop", "dot=drop"])
  func `a server that does not take it is an error and nothing more`(rule: String) throws {
    let campaign = try DeliveryCampaign([rule])
    let before = try campaign.workspace.dump()
    let failed = try preview(campaign, to: "me@acme.example")
    #expect(failed.exitCode == 69, "\(failed)")
    #expect(try campaign.workspace.dump() == before)
  }
}
