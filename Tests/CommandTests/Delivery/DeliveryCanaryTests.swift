import Foundation
import TestServers
import Testing

/// What others can see of a process that knows the password, and of its end.
@Suite struct DeliveryCanaryTests {
  enum Place: CaseIterable {
    case environment, file, command
  }

  /// A campaign of which a message is under way, after the login and before the server's answer.
  private func waiting(
    _ place: Place, environment: [String: String] = [:]
  ) throws -> (DeliveryCampaign, LiaisonProcess) {
    let certificates = try TestCertificates()
    let login = "\(ScratchWorkspace.user):\(ScratchWorkspace.password)"
    let server = try TestServer(
      "misbehaving_smtp.py",
      ["--starttls", "--auth", "PLAIN,LOGIN", "--login", login, "--on", "dot=wait"]
        + certificates.serverArguments(.valid))
    let campaign = try DeliveryCampaign(server, prospects: Self.prospect) { workspace in
      try workspace.deliver(
        to: server.port, host: "localhost", security: "starttls", login: true,
        certificateAuthorities: certificates.authorityFile)
      workspace.environment.merge(environment) { $1 }
      guard place != .environment else { return }
      workspace.environment["LIAISON_SMTP_PASSWORD"] = nil
      try workspace.write(ScratchWorkspace.password + "\n", to: Self.file)
      try FileManager.default.setAttributes(
        [.posixPermissions: 0o600], ofItemAtPath: workspace.file(Self.file).path)
      try workspace.edit(
        "liaison.json5", "{ env: \"LIAISON_SMTP_PASSWORD\" }",
        place == .file ? "{ file: \"\(Self.file)\" }" : "{ command: \"cat \(Self.file)\" }")
    }
    let sender = try campaign.workspace.start("send", "--live", "--json")
    let isWaiting = try eventually { try campaign.server.events().contains { $0 == "dot" } }
    if !isWaiting {
      sender.kill()
      Issue.record("\(try sender.finish())")
    }
    return (campaign, sender)
  }

  private static let file = "secrets/smtp"
  private static let prospect = """
    email,first_name,last_name,prospect,kind,channel,country,language,timezone,recent_work
    ada1@studio1.example,Ada,Lovel,Studio,creator,Studio,GB,en,Europe/London,A Week of Rain

    """

  @Test(arguments: Place.allCases)
  func `nothing of the process shows the password to others`(place: Place) throws {
    let (campaign, sender) = try waiting(place)
    #expect(try campaign.server.events().contains { $0.hasPrefix("line AUTH") })
    var read: [String] = []
    for name in ["cmdline", "environ", "comm", "status", "stat", "limits"] {
      let text = try Data(contentsOf: URL(filePath: "/proc/\(sender.process)/\(name)"))
      read.append(String(decoding: text, as: UTF8.self))
      #expect(!Canary.isTold(by: text), "/proc/PID/\(name)")
    }
    // It is this process, and a dump of its memory is never written.
    #expect(read[0].contains("--live") && read[1].contains("HOME="))
    #expect(
      read[5].split(separator: "\n").contains { line in
        line.hasPrefix("Max core file size")
          && line.split(separator: " ").suffix(3).prefix(2) == ["0", "0"]
      })
    try Canary.expectNone(
      below: campaign.workspace.folder, except: place == .environment ? nil : Self.file)
    try campaign.server.goOn()
    let sent = try sender.finish()
    #expect(sent.exitCode == 0, "\(sent)")
    #expect(!Canary.isTold(by: sent.outputBytes + sent.errorBytes))
  }

  /// By the signals of a bad pointer and a failed check; the runtime's report shows what lies where
  /// the processor's registers point.
  @Test(arguments: [SIGSEGV, SIGABRT], [false, true])
  func `a crash does not tell the password`(signal: Int32, isReported: Bool) throws {
    let report = "enable=yes,interactive=no,color=no,symbolicate=off,registers=all,threads=all"
    let (campaign, sender) = try waiting(
      .environment, environment: ["SWIFT_BACKTRACE": isReported ? report : "enable=no"])
    sender.signal(signal)
    if isReported {
      #expect(eventually(within: 60) { sender.errors.contains("Backtrace took") })
      // A signal from outside does not come back once it was reported, as a fault would.
      sender.kill()
    }
    let crashed = try sender.finish()
    #expect(crashed.exitCode == 128 + (isReported ? SIGKILL : signal), "\(crashed)")
    #expect(crashed.errors.contains("Program crashed") == isReported, "\(crashed)")
    #expect(!Canary.isTold(by: crashed.outputBytes + crashed.errorBytes))
    for part in ["CANARY", "43 41 4e 41 52 59", "correct-", "63 6f 72 72 65 63 74 2d"] {
      #expect(!crashed.description.contains(part))
    }
    try Canary.expectNone(below: campaign.workspace.folder)
    try campaign.server.goOn()
  }

  @Test func `a program that is started learns nothing of another's password`() throws {
    let login = "\(ScratchWorkspace.user):\(ScratchWorkspace.password)"
    let server = try TestServer("misbehaving_smtp.py", ["--auth", "PLAIN", "--login", login])
    let campaign = try DeliveryCampaign(server, prospects: Self.prospect) {
      try $0.deliver(to: server.port, login: true)
    }
    let workspace = campaign.workspace
    try workspace.readMail(at: 9)
    try workspace.edit(
      "liaison.json5", "password: { env: \"LIAISON_SMTP_PASSWORD\" }, ",
      "password: { command: \"cat /proc/self/environ /proc/$PPID/environ /proc/$PPID/cmdline >> seen; "
        + "echo x\" }, ")
    for command in [["doctor", "--connect"], ["resolve", "--imap"]] {
      _ = try workspace.run(command)
    }
    let seen = try Data(contentsOf: workspace.file("seen"))
    #expect(String(decoding: seen, as: UTF8.self).contains("HOME=/nonexistent"))
    #expect(!Canary.isTold(by: seen))
    // The variable was there to be read, all the same.
    #expect(try workspace.run("send", "--live").exitCode == 0)
    #expect(try campaign.ledger().count == 1)
  }
}
