import Foundation
import TestServers
import Testing

/// What was sent is looked up in the mailbox of its sender.
@Suite struct DeliverySentFolderTests {
  private static let users = [ScratchWorkspace.user: ScratchWorkspace.password]

  @Test func `what stands in the Sent folder was sent, what does not stays unknown`() throws {
    let campaign = try DeliveryCampaign(["dot#1=keepdrop", "dot#2=drop"], people: 2)
    let workspace = campaign.workspace
    let server = try DovecotServer(users: Self.users)
    #expect(try campaign.send().exitCode == 1)
    #expect(try campaign.attempts() == ["1 unknown", "1 unknown"])
    let taken = try campaign.ledger()
    try #require(taken.count == 1)
    // A mailbox that is not named proves nothing, nor does one that cannot be read.
    #expect(try workspace.run("resolve", "--imap").exitCode == 69)
    try server.deliver(
      taken[0].message, to: ScratchWorkspace.user, mailbox: "Sent", seen: true)
    try workspace.readMail(at: server.port)
    let looked = try workspace.run("resolve", "--imap", "--json")
    #expect(looked.exitCode == 1, "\(looked) \(server.log())")
    let settled = try looked.json()["sent"].array.compactMap { $0["address"].string }
    #expect(settled.map { "<\($0)>" } == [taken[0].recipient], "\(looked)")
    #expect(try looked.json()["notFound"].array.count == 1)
    #expect(try campaign.attempts().sorted() == ["1 sent", "1 unknown", "2 scheduled"])
    #expect(!looked.output.contains(ScratchWorkspace.password))
    let source = try workspace.run("preview", "spring", taken[0].recipient, "--part", "source")
    #expect([UInt8](source.outputBytes) == taken[0].message)
  }

  @Test func `after a restore the Sent folder tells what went and when`() throws {
    let campaign = try DeliveryCampaign(people: 2)
    let workspace = campaign.workspace
    let server = try DovecotServer(users: Self.users)
    try workspace.readMail(at: server.port)
    #expect(try workspace.run("backup", "monday.db").exitCode == 0)
    #expect(try workspace.run("send", "--live", "--limit", "1").exitCode == 0)
    let taken = try campaign.ledger()
    try #require(taken.count == 1)
    try server.deliver(taken[0].message, to: ScratchWorkspace.user, mailbox: "Sent")
    #expect(try workspace.run("restore", "monday.db", "--yes").exitCode == 0)
    #expect(try workspace.run("resolve", "--imap").exitCode == 1)
    #expect(try campaign.attempts() == ["1 scheduled", "1 scheduled"])
    #expect(try workspace.run("resolve", "--restored", "--yes").exitCode == 1)
    let looked = try workspace.run("resolve", "--imap")
    #expect(looked.exitCode == 1, "\(looked) \(server.log())")
    #expect(try campaign.attempts().sorted() == ["1 sent", "1 unknown", "2 scheduled"])
    // Written anew for the minute that the mailbox told, it is the message that went.
    let source = try workspace.run("preview", "spring", taken[0].recipient, "--part", "source")
    #expect([UInt8](source.outputBytes) == taken[0].message)
    #expect(
      try workspace.run("resolve", "--all", "--as", "not-sent", "--yes").exitCode == 0)
    _ = try campaign.send()
    #expect(try campaign.ledger().count == 2)
  }

  @Test func `doctor logs in to both servers and sends nothing`() throws {
    let campaign = try DeliveryCampaign()
    let server = try DovecotServer(users: Self.users)
    try campaign.workspace.readMail(at: server.port)
    let well = try campaign.workspace.run("doctor", "--connect")
    #expect(well.exitCode == 0, "\(well)")
    #expect(well.output.contains("sent mail is in \"Sent\""), "\(well)")
    #expect(try campaign.ledger().isEmpty)
    server.close()
    campaign.server.close()
    #expect(try campaign.workspace.run("doctor").exitCode == 0)
    let ill = try campaign.workspace.run("doctor", "--connect", "--json")
    #expect(ill.exitCode == 1)
    let faults = try ill.json()["checks"].array.filter { $0["state"].string == "fault" }
    #expect(faults.compactMap { $0["subject"].string } == ["smtp of me", "imap of me"])
  }

  @Test func `a refused login settles nothing and shows no password`() throws {
    let campaign = try DeliveryCampaign(["dot#1=keepdrop"])
    let server = try DovecotServer(users: [ScratchWorkspace.user: "another"])
    #expect(try campaign.send().exitCode == 1)
    try campaign.workspace.readMail(at: server.port)
    let looked = try campaign.workspace.run("resolve", "--imap")
    #expect(looked.exitCode == 69, "\(looked)")
    #expect(!looked.description.contains(ScratchWorkspace.password))
    #expect(try campaign.attempts() == ["1 unknown"])
  }

  // MARK: Copies

  /// What stands in the Sent folder.
  private func copies(in server: DovecotServer) throws -> Set<[UInt8]> {
    Set(try server.messages(of: ScratchWorkspace.user, mailbox: "Sent"))
  }

  @Test func `where the server files nothing, each message is filed once, byte for byte`() throws {
    let campaign = try DeliveryCampaign(people: 5)
    let server = try DovecotServer(users: Self.users)
    try campaign.workspace.readMail(at: server.port)
    let first = try campaign.send()
    #expect(first.exitCode == 0, "\(first)")
    #expect(try first.json()["copies"].int == 5)
    let sent = Set(try campaign.ledger().map(\.message))
    #expect(sent.count == 5)
    #expect(try copies(in: server) == sent)
    // As after a crash between the copy and the word that it is there.
    try campaign.workspace.sql("UPDATE sent_copy SET filed_at = NULL")
    #expect(try campaign.send().json()["copies"].int == 0)
    #expect(try server.messages(of: ScratchWorkspace.user, mailbox: "Sent").count == 5)
    let doctor = try campaign.workspace.run("doctor", "--connect")
    #expect(
      doctor.output.replacing(/\s+/, with: " ").contains(
        "the server files none, so we file a copy of each message"), "\(doctor)")
  }

  @Test func `where the server files what it takes, nothing is filed a second time`() throws {
    let campaign = try DeliveryCampaign(people: 3)
    let server = try DovecotServer(users: Self.users)
    try campaign.workspace.readMail(at: server.port, #"copyToSent: "no","#)
    #expect(try campaign.send().json()["copies"].int == 0)
    for taken in try campaign.ledger() {
      try server.deliver(taken.message, to: ScratchWorkspace.user, mailbox: "Sent", seen: true)
    }
    try campaign.workspace.edit("liaison.json5", #"copyToSent: "no","#, "")
    let second = try campaign.send()
    #expect(try second.json()["copies"].int == 0, "\(second)")
    #expect(try server.messages(of: ScratchWorkspace.user, mailbox: "Sent").count == 3)
    #expect(try campaign.workspace.sql("SELECT is_filed_by_server FROM sent_folder") == "1")
    let doctor = try campaign.workspace.run("doctor", "--connect")
    #expect(
      doctor.output.replacing(/\s+/, with: " ").contains("the server files sent mail itself"),
      "\(doctor)")
  }

  @Test func `a mailbox out of reach leaves what was sent alone, and gets it later`() throws {
    let campaign = try DeliveryCampaign(people: 2)
    let server = try DovecotServer(users: [ScratchWorkspace.user: "another"])
    try campaign.workspace.readMail(at: server.port, #"copyToSent: "yes","#)
    let first = try campaign.workspace.run("send", "--live")
    #expect(first.exitCode == 0, "\(first)")
    #expect(first.errors.contains("No copy is in the Sent folder of 'me' yet"), "\(first)")
    #expect(!first.description.contains(ScratchWorkspace.password))
    #expect(try campaign.attempts().filter { $0 == "1 sent" }.count == 2)
    server.close()
    let again = try DovecotServer(users: Self.users)
    try campaign.workspace.edit("liaison.json5", "port: \(server.port)", "port: \(again.port)")
    #expect(try campaign.send().json()["copies"].int == 2)
    #expect(try copies(in: again) == Set(try campaign.ledger().map(\.message)))
  }
}
