import Foundation
import TestServers
import Testing

/// Where the connection or the login is not as configured, nothing goes and no secret is told.
@Suite struct DeliverySecurityTests {
  enum Fault: CaseIterable {
    case noStartTLS, noLoginOffered, wrongPassword, refusedByTLS
    case unknownAuthority, wrongHost, selfSigned, expired
    case noPassword, clearToElsewhere
  }

  private func campaign(_ fault: Fault, _ certificates: TestCertificates) throws
    -> DeliveryCampaign
  {
    let login = "\(ScratchWorkspace.user):\(ScratchWorkspace.password)"
    let kind: TestCertificates.Kind =
      switch fault {
      case .wrongHost: .wrongHost
      case .selfSigned: .selfSigned
      case .expired: .expired
      default: .valid
      }
    let protection = ["--starttls"] + (try certificates.serverArguments(kind))
    let server =
      switch fault {
      case .noStartTLS, .noPassword, .clearToElsewhere:
        try TestServer("misbehaving_smtp.py", ["--auth", "PLAIN,LOGIN"])
      case .noLoginOffered: try TestServer("misbehaving_smtp.py", protection)
      case .refusedByTLS:
        try TestServer(
          "misbehaving_smtp.py",
          ["--auth", "PLAIN", "--on", "starttls=reply:454 not now"]
            + protection)
      case .wrongPassword:
        try TestServer(
          "aiosmtpd_server.py", ["--login", "\(ScratchWorkspace.user):another"] + protection)
      case .unknownAuthority, .wrongHost, .selfSigned, .expired:
        try TestServer("aiosmtpd_server.py", ["--login", login] + protection)
      }
    return try DeliveryCampaign(server) { workspace in
      try workspace.deliver(
        to: server.port, host: fault == .clearToElsewhere ? "smtp.acme.example" : "localhost",
        security: fault == .clearToElsewhere ? "none" : "starttls", login: true,
        // The system's authorities have never heard of ours.
        certificateAuthorities: fault == .unknownAuthority ? nil : certificates.authorityFile)
      if fault == .noPassword { workspace.environment = [:] }
    }
  }

  @Test(arguments: Fault.allCases)
  func `the sender stops, nothing is sent and no secret is told`(fault: Fault) throws {
    let certificates = try TestCertificates()
    let campaign = try campaign(fault, certificates)
    let workspace = campaign.workspace
    let sent = try campaign.send()
    #expect(sent.exitCode == 69, "\(sent)")
    let report = try sent.json()
    #expect(report["entries"].array.isEmpty)
    let reason = report["stoppedSenders"]["me"].string ?? ""
    #expect(!reason.isEmpty)
    if fault == .noPassword { #expect(reason.contains("LIAISON_SMTP_PASSWORD")) }
    #expect(try campaign.ledger().isEmpty)
    #expect(try campaign.attempts() == Array(repeating: "1 scheduled", count: 4))
    let events = try campaign.server.events()
    // Once is enough to know, and nothing of the login or the mail went in clear.
    #expect(events.count { $0 == "connect" } <= 1)
    #expect(!events.contains { $0.hasPrefix("line AUTH") || $0.hasPrefix("line MAIL") })

    var told = [sent]
    let preview = try workspace.run(
      "preview", "spring", "maya@rainydayrides.example", "--send-to", "me@acme.example")
    #expect(preview.exitCode == 69, "\(preview)")
    told.append(preview)
    if fault == .wrongPassword {
      let words = try workspace.run("send", "--live")
      #expect(words.exitCode == 69)
      #expect(words.output.contains("'me'"), "\(words)")
      told.append(words)
      for command in [
        ["doctor"], ["doctor", "--json"], ["doctor", "--connect"],
        ["doctor", "--connect", "--json"],
        ["plan"], ["stats"], ["send"], ["sender", "list", "--json"],
      ] {
        told.append(
          try LiaisonProcess.run(
            command, in: workspace.folder, environment: workspace.environment))
      }
    }
    for text in told { #expect(!Canary.isTold(by: text.outputBytes + text.errorBytes), "\(text)") }
    try Canary.expectNone(below: workspace.folder)
  }

  @Test func `after it was sent, nothing holds the password`() throws {
    let certificates = try TestCertificates()
    let login = "\(ScratchWorkspace.user):\(ScratchWorkspace.password)"
    let server = try TestServer(
      "misbehaving_smtp.py",
      ["--starttls", "--auth", "PLAIN,LOGIN", "--login", login, "--on", "kept=stall"]
        + certificates.serverArguments(.valid))
    let campaign = try DeliveryCampaign(server) { workspace in
      try workspace.deliver(
        to: server.port, host: "localhost", security: "starttls", login: true,
        certificateAuthorities: certificates.authorityFile)
    }
    let sender = try campaign.workspace.start("send", "--live", "--json")
    #expect(try eventually { try campaign.ledger().count == 1 })
    // While it runs: the arguments, and the write-ahead log beside the database.
    #expect(try campaign.server.events().contains { $0.hasPrefix("line AUTH") })
    try Canary.expectNone(below: campaign.workspace.folder)
    sender.kill()
    let killed = try sender.finish()
    #expect(!Canary.isTold(by: killed.outputBytes + killed.errorBytes))
    try Canary.expectNone(below: campaign.workspace.folder)
  }
}
