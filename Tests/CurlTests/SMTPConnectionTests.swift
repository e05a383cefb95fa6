import Foundation
import TestServers
import Testing

@testable import Curl

@Suite struct SMTPConnectionTests {
  @Test(arguments: [Security.tls, .startTLS])
  func `A real server takes mail over TLS after a login`(security: Security) throws {
    let certificates = try TestCertificates()
    let server = try TestServer(
      "aiosmtpd_server.py",
      ["--login", "maya:secret", security == .tls ? "--tls" : "--starttls"]
        + certificates.serverArguments(.valid))
    let connection = try connection(
      server, security: security, password: "secret", authorityFile: certificates.authorityFile)
    for _ in 0..<2 {
      #expect(try deliver(connection).kind == "accepted")
    }
    let accepted = TestServer.Accepted(
      sender: "maya@brand.test", recipient: "noor@press.test", message: MisbehavingServer.message,
      hello: "sender.test")
    #expect(try server.accepted() == [accepted, accepted])
  }

  @Test func `A real server refuses a wrong password`() throws {
    let certificates = try TestCertificates()
    let server = try TestServer(
      "aiosmtpd_server.py",
      ["--login", "maya:secret", "--starttls"] + certificates.serverArguments(.valid))
    let connection = try connection(
      server, security: .startTLS, password: "wrong", authorityFile: certificates.authorityFile)
    #expect(try deliver(connection).kind == "refused 535 auth")
    #expect(try server.accepted().isEmpty)
  }

  @Test(arguments: [Security.tls, .startTLS, .plain])
  func `A connection is kept from one delivery to the next`(security: Security) throws {
    let server = try misbehavingServer([], security)
    for _ in 0..<3 { #expect(try server.deliver().delivery.kind == "accepted") }
    #expect(try count("connect", server) == 1)
  }

  /// The outcomes that depend on the connection itself, inside TLS.
  @Test(arguments: [
    ("data=last:354 go on", "unavailable", 0), ("rcpt=drop", "unavailable", 0),
    ("dot=drop", "uncertain", 1), ("dot=keepdrop", "uncertain", 1),
    ("dot=last:250 2.0.0 Ok", "accepted", 1),
    ("rcpt=reply:550 5.1.1 no", "refused 550 recipient", 0),
  ])
  func `Inside TLS the same is certain and in doubt`(
    rule: String, kind: String, questions: Int
  ) throws {
    for security in [Security.tls, .startTLS] {
      let outcome = try misbehavingServer([rule], security).deliver()
      #expect(outcome.delivery.kind == kind)
      #expect(outcome.questions == questions)
    }
  }

  /// OpenSSL writes in a way that raises SIGPIPE; the process must live on.
  @Test func `A server that hangs up on a large message over TLS leaves nothing in doubt`() throws {
    let large = Array(
      repeatElement(Array(repeating: 0x78, count: 62) + [UInt8]("\r\n".utf8), count: 1 << 18)
        .joined())
    let outcome = try misbehavingServer(["body=drop"], .tls).deliver(large)
    #expect(outcome.delivery.kind == "unavailable")
    #expect(outcome.questions == 0)
  }

  /// What goes wrong with the first message, after which the second goes out on a new connection.
  @Test(arguments: [
    "greeting#1=reply:421 busy", "mail#1=reply:451 no", "rcpt#1=reply:550 5.1.1 no",
    "data#1=drop", "dot#1=reply:554 no", "dot#1=drop", "dot#1=stall", "rcpt#1=stall",
  ])
  func `After a failure the next message starts afresh`(rule: String) throws {
    let server = try MisbehavingServer([rule], replyTimeout: .seconds(1))
    #expect(try server.deliver().delivery.kind != "accepted")
    #expect(try server.deliver(Array("Subject: 2\r\n\r\n".utf8)).delivery.kind == "accepted")
    #expect(try server.server.accepted().map(\.message) == [Array("Subject: 2\r\n\r\n".utf8)])
    #expect(try count("connect", server) == 2)
  }

  /// How a server ends a connection that was kept; the first goes to the message before.
  @Test(arguments: [
    "kept#1=drop", "kept#1=last:421 4.4.2 idle too long", "kept#1=say:421 4.4.2 idle too long",
    "mail#2=drop", "mail#2=reply:421 4.7.0 enough for one connection", "mail#2=last:421 bye",
  ])
  func `A message finds a connection at its end and takes a new one`(rule: String) throws {
    let server = try MisbehavingServer([rule])
    #expect(try server.deliver().delivery.kind == "accepted")
    let second = try server.deliver()
    #expect(second.delivery.kind == "accepted", "\(second.delivery)")
    #expect(second.questions == 1)
    #expect(try server.server.accepted().count == 2)
    #expect(try count("connect", server) == 2)
  }

  @Test func `A new connection that says 421 is not tried again`() throws {
    let server = try MisbehavingServer(["mail=reply:421 4.7.0 go away"])
    #expect(try server.deliver().delivery.kind == "refused 421 mailFrom")
    #expect(try count("connect", server) == 1)
  }

  @Test func `Closing says QUIT`() throws {
    let server = try MisbehavingServer()
    for _ in 0..<2 {
      #expect(try server.deliver().delivery.kind == "accepted")
      server.connection.close()
    }
    // Nobody waits for the answer to QUIT, so the server may read it a little later.
    let deadline = Date().addingTimeInterval(10)
    while try count("line QUIT", server) < 2, Date() < deadline { usleep(10_000) }
    #expect(try count("line QUIT", server) == 2)
  }

  @Test func `Several connections work side by side`() async throws {
    let server = try MisbehavingServer()
    let port = server.server.port
    let kinds = await withTaskGroup(of: [String].self) { group in
      for worker in 0..<4 {
        group.addTask {
          guard
            let account = try? SMTPAccount(
              host: "localhost", port: port, security: .plain, helloName: "sender.test")
          else { return [] }
          let connection = SMTPConnection(account)
          return (0..<25).compactMap { number in
            try? connection.deliver(
              Array("Subject: \(worker) \(number)\r\n\r\n".utf8), from: "a@b.test", to: "c@d.test"
            ) { true }.kind
          }
        }
      }
      return await group.reduce(into: []) { $0 += $1 }
    }
    #expect(kinds == Array(repeating: "accepted", count: 100))
    #expect(Set(try server.server.accepted().map(\.message)).count == 100)
  }

  private func misbehavingServer(
    _ rules: [String], _ security: Security
  ) throws -> MisbehavingServer {
    if security == .plain { return try MisbehavingServer(rules) }
    let certificates = try TestCertificates()
    return try MisbehavingServer(
      rules,
      arguments: [security == .tls ? "--tls" : "--starttls"]
        + certificates.serverArguments(.valid), host: "localhost", security: security,
      certificates: certificates)
  }

  private func count(_ event: String, _ server: MisbehavingServer) throws -> Int {
    try server.server.events().filter { $0 == event }.count
  }

  private func connection(
    _ server: TestServer, security: Security, password: String, authorityFile: String
  ) throws -> SMTPConnection {
    SMTPConnection(
      try SMTPAccount(
        host: "localhost", port: server.port, security: security, user: "maya",
        credential: .password(password), helloName: "sender.test",
        certificateAuthorityFile: authorityFile, connectTimeout: .seconds(20)))
  }

  private func deliver(_ connection: SMTPConnection) throws -> SMTPDelivery {
    try connection.deliver(
      MisbehavingServer.message, from: "maya@brand.test", to: "noor@press.test"
    ) { true }
  }
}
