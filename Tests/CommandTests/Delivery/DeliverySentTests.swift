import Foundation
import TestServers
import Testing

/// To a real server, with STARTTLS under an authority of the test's own, and a login.
@Suite struct DeliverySentTests {
  private let certificates: TestCertificates
  private let campaign: DeliveryCampaign

  init() throws {
    let certificates = try TestCertificates()
    let login = "\(ScratchWorkspace.user):\(ScratchWorkspace.password)"
    let server = try TestServer(
      "aiosmtpd_server.py",
      ["--starttls", "--login", login] + certificates.serverArguments(.valid))
    self.certificates = certificates
    campaign = try DeliveryCampaign(server) { workspace in
      try workspace.deliver(
        to: server.port, host: "localhost", security: "starttls", login: true,
        certificateAuthorities: certificates.authorityFile)
    }
  }

  private var workspace: ScratchWorkspace { campaign.workspace }

  private static let people = [
    "jonas@pfuetzenrad.example", "maya@rainydayrides.example", "reem@aldarraja.example",
    "sora@amenohi.example",
  ]

  private func preview(_ address: String) throws -> JSON {
    try workspace.run("preview", "spring", address, "--json").json()
  }

  private func source(_ address: String, step: Int = 1) throws -> Data {
    try workspace.run("preview", "spring", address, "--step", "\(step)", "--part", "source")
      .outputBytes
  }

  @Test func `what the preview promised is what the server got`() throws {
    let promised = try Self.people.map(preview)
    let dry = try workspace.run("send", "--json")
    #expect(dry.exitCode == 0, "\(dry)")
    #expect(try DeliveryCampaign.results(dry) == Array(repeating: "would send", count: 4))
    #expect(try campaign.ledger().isEmpty)

    let sent = try campaign.send()
    #expect(sent.exitCode == 0, "\(sent)")
    let report = try sent.json()
    #expect(report["live"].bool == true)
    #expect(report["stoppedSenders"].keys.isEmpty)
    #expect(try DeliveryCampaign.results(sent) == Array(repeating: "sent", count: 4))
    #expect(report["entries"].array.allSatisfy { $0["detail"].string?.contains("250") == true })

    let ledger = try campaign.ledger().sorted { $0.recipient < $1.recipient }
    #expect(ledger.map(\.recipient) == Self.people)
    #expect(ledger.map(\.sender) == Array(repeating: "me@acme.example", count: 4))
    #expect(ledger.map(\.hello) == Array(repeating: "acme.example", count: 4))
    let berlin = try #require(TimeZone(identifier: "Europe/Berlin"))
    let kit = try Data(contentsOf: workspace.file("brand/brand-kit.pdf"))
    let known = try campaign.rows(
      """
      SELECT a.message_id || '|' || (a.dated_at / 1000000) || '|' || coalesce(a.queue_id, 'none') FROM attempt a
      JOIN contact k ON k.id = a.contact_id ORDER BY k.address
      """)
    for (index, read) in try readByPython(ledger.map(\.message)).enumerated() {
      let before = promised[index]
      try #require(known.count == 4)
      let row = known[index].split(separator: "|").map(String.init)
      #expect(read["defects"].array.isEmpty, "\(read["defects"])")
      #expect(read["subject"].string == before["subject"].string)
      #expect(Self.lines(read["text"]) == Self.lines(before["text"]))
      #expect(Self.lines(read["html"]) == Self.lines(before["html"]))
      #expect("\(read["from"][0][0]) <\(read["from"][0][1])>" == "Lina Berg <me@acme.example>")
      #expect(read["to"].array.count == 1)
      #expect(read["to"][0][1].string == Self.people[index])
      #expect(read["messageID"].string == row[0])
      #expect(read["date"].int == Int(row[1]))
      #expect(row[2] == "A1")
      let sentAt = Date(timeIntervalSince1970: try #require(read["date"].double))
      #expect(read["dateOffset"].int == berlin.secondsFromGMT(for: sentAt))
      #expect(read["references"].array.isEmpty)
      #expect(read["inReplyTo"].string == "")
      #expect(
        read["listUnsubscribe"].string?.hasPrefix("<mailto:stop@acme.example?subject=") == true)
      #expect(read["language"].string == before["language"].string)
      #expect(read["shape"].string?.hasPrefix("multipart/mixed[multipart/alternative[") == true)
      #expect(read["attachments"].array.count == 1)
      #expect(read["attachments"][0]["filename"].string == "brand-kit.pdf")
      #expect(read["attachments"][0]["bytes"].string == kit.base64EncodedString())
      // The names that are not Latin, too.
      #expect(
        read["to"][0][0].string
          == report["entries"].array.first {
            $0["address"].string == Self.people[index]
          }?["name"].string)
      #expect(try preview(Self.people[index])["standing"].string == "sent")
      #expect(try source(Self.people[index]) == Data(ledger[index].message))
    }

    let again = try campaign.send()
    #expect(again.exitCode == 0, "\(again)")
    #expect(try campaign.ledger().count == 4)
    let statistics = try workspace.run("stats", "--json").json()["campaigns"][0]
    #expect(statistics["total"]["sent"].int == 4)
    #expect(statistics["total"]["delivered"].int == 4)
    #expect(statistics["bySteps"].array.map { $0["sent"].int } == [4])
  }

  /// The same promise where lines end otherwise in JSON and in mail.
  private static func lines(_ text: JSON) -> String? {
    text.string.map { text in
      var text = text.replacing("\r\n", with: "\n")
      while text.last == "\n" { text.removeLast() }
      return text
    }
  }

  @Test func `a sent message is shown as it was, whatever changed since`() throws {
    #expect(try campaign.send().exitCode == 0)
    try campaign.makeDue()
    #expect(try campaign.send().exitCode == 0)
    let maya = try campaign.ledger().filter { $0.recipient == Self.people[1] }
    try #require(maya.count == 2)

    try workspace.write(
      """
      email,first_name,last_name,prospect,kind,channel,country,language,timezone,source
      maya@rainydayrides.example,Mia,Other,Dry Rides,creator,Dry Rides,FR,fr,Asia/Tokyo,tool

      """, to: "changed.csv")
    let changed = try workspace.run("import", "changed.csv", "--on-duplicate", "update")
    #expect(changed.exitCode == 0, "\(changed)")
    #expect(changed.output.contains("1 updated"))
    try workspace.edit("liaison.json5", "name: \"Lina Berg\"", "name: \"Somebody Else\"")
    try workspace.edit(
      "liaison.json5", "address: \"me@acme.example\",",
      "address: \"me@acme.example\", replyTo: \"desk@acme.example\",")
    try workspace.edit("liaison.json5", "timeZone: \"Europe/Berlin\"", "timeZone: \"Asia/Tokyo\"")
    try workspace.edit("liaison.json5", "stop@acme.example", "halt@acme.example")
    try workspace.write(
      "---\nsubject: Other\n---\nOther\n", to: "templates/creators/1-brand-story.md")
    try workspace.write("not a kit", to: "brand/brand-kit.pdf")
    for step in 1...2 {
      let shown = try source(Self.people[1], step: step)
      #expect(
        String(decoding: shown, as: UTF8.self)
          == String(decoding: maya[step - 1].message, as: UTF8.self))
    }
  }

  @Test func `a limit is kept and leaves nothing claimed`() throws {
    let limited = try workspace.run("send", "--live", "--json", "--limit", "1")
    #expect(limited.exitCode == 0, "\(limited)")
    #expect(try campaign.ledger().count == 1)
    #expect(try campaign.number("SELECT count(*) FROM attempt WHERE state = 'sent'") == 1)
    #expect(try campaign.number("SELECT count(*) FROM attempt WHERE state = 'claimed'") == 0)
  }
}
