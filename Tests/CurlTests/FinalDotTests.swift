import Glibc
import TestServers
import Testing

@testable import Curl

@Suite struct FinalDotTests {
  @Test func `The question is asked once, after the recipient and before the dot`() throws {
    let server = try MisbehavingServer()
    var seen: [[String]] = []
    let delivery = try server.connection.deliver(
      MisbehavingServer.message, from: "maya@brand.test", to: "noor@press.test"
    ) {
      seen.append((try? server.server.events()) ?? [])
      return true
    }
    #expect(delivery.kind == "accepted")
    #expect(seen.count == 1)
    let before = try #require(seen.first)
    #expect(before.contains("line RCPT TO:<noor@press.test>"))
    #expect(!before.contains("dot"))
    #expect(try server.server.events().contains("dot"))
  }

  @Test(arguments: [0, 1, 65_536, 1 << 20])
  func `A message that is held back never gets its dot`(extra: Int) throws {
    let server = try MisbehavingServer()
    let message = Array(repeating: UInt8(ascii: "x"), count: extra) + MisbehavingServer.message
    let outcome = try server.deliver(message, committing: false)
    #expect(outcome.delivery == .withheld)
    #expect(outcome.questions == 1)
    // A further delivery shows that the first one's connection was closed without another word.
    #expect(try server.deliver().delivery.kind == "accepted")
    #expect(try server.server.accepted().map(\.message) == [MisbehavingServer.message])
    let events = try server.server.events()
    #expect(events.filter { $0 == "dot" }.count == 1)
    #expect(events.filter { $0 == "connect" }.count == 2)
  }

  @Test func `A server that hangs up during the question gets no dot, and nothing is in doubt`()
    throws
  {
    let server = try FaultySMTPServer([SMTPFault(.body, .waitAndDrop)])
    defer { server.close() }
    let account = try SMTPAccount(
      host: "127.0.0.1", port: server.port, security: .plain, helloName: "sender.test")
    let delivery = try SMTPConnection(account).deliver(
      MisbehavingServer.message, from: "maya@brand.test", to: "noor@press.test"
    ) {
      server.goOn()
      while server.connections > 0 { usleep(1000) }
      return true
    }
    #expect(delivery.kind == "unavailable")
    #expect(server.visits(.dot) == 0)
  }

  /// In one packet with the 354 the early answer is read by libcurl before anybody can see it.
  @Test(arguments: ["451 4.3.0 I have heard enough", "554 5.6.0 no", "250 2.0.0 taken"])
  func `A server that answers in one breath with its 354 gets no dot`(early: String) throws {
    let server = try FaultySMTPServer([SMTPFault(.data, .say("354 go on\n\(early)"))])
    defer { server.close() }
    let account = try SMTPAccount(
      host: "127.0.0.1", port: server.port, security: .plain, helloName: "sender.test")
    let delivery = try SMTPConnection(account).deliver(
      MisbehavingServer.message, from: "maya@brand.test", to: "noor@press.test"
    ) { true }
    #expect(delivery.kind == "unavailable", "\(delivery)")
    #expect(server.ledger.count == 0)
  }

  /// What comes in one TLS record with the 354 cannot be seen; that it was early can.
  @Test(arguments: ["451 4.3.0 I have heard enough", "554 5.6.0 no"])
  func `Within TLS a refusal from before the dot leaves the message in doubt`(early: String) throws
  {
    let certificates = try TestCertificates()
    let server = try MisbehavingServer(
      ["data=onebreath:\(early)"],
      arguments: try certificates.serverArguments(.valid) + ["--tls"], host: "localhost",
      security: .tls, certificates: certificates)
    #expect(try server.deliver().delivery.kind == "uncertain")
  }

  @Test func `A message that cannot be sent as it is opens no connection`() throws {
    let server = try MisbehavingServer()
    #expect(throws: CurlError.message(.bareLineBreak(offset: 1))) {
      try server.deliver(Array("a\n.\r\n".utf8))
    }
    #expect(try server.server.events().isEmpty)
  }
}
