import TestServers
import Testing

@testable import Curl

@Suite struct SMTPOutcomeTests {
  /// Where the server goes wrong, what comes of it, and whether the question was asked.
  @Test(arguments: [
    ("greeting=reply:421 4.3.2 too busy", "refused 421 greeting", 0),
    ("greeting=reply:554 no service\\n554 for you", "refused 554 greeting", 0),
    ("ehlo=reply:421 4.3.2 closing", "refused 421 hello", 0),
    ("mail=reply:451 4.7.1 greylisted", "refused 451 mailFrom", 0),
    ("mail=reply:550 5.7.1 not from you", "refused 550 mailFrom", 0),
    ("rcpt=reply:450 4.2.0 later", "refused 450 recipient", 0),
    ("rcpt=reply:550 5.1.1 no such user", "refused 550 recipient", 0),
    ("rcpt=reply:552 5.2.2 mailbox full", "refused 552 recipient", 0),
    ("data=reply:451 4.3.0 not now", "refused 451 data", 0),
    ("data=reply:554 5.7.1 no", "refused 554 data", 0),
    ("dot=reply:451 4.3.0 try again", "refused 451 message", 1),
    ("dot=reply:452 4.5.4 quota", "refused 452 message", 1),
    ("dot=reply:554 5.7.1 spam", "refused 554 message", 1),
    ("dot=reply:421 4.3.2 closing", "refused 421 message", 1),
    ("dot=last:554 5.7.1 spam", "refused 554 message", 1),
  ])
  func `A refusal is reported with its code and stage`(
    rule: String, kind: String, questions: Int
  ) throws {
    let server = try MisbehavingServer([rule])
    let outcome = try server.deliver()
    #expect(outcome.delivery.kind == kind)
    #expect(outcome.questions == questions)
    #expect(try server.server.accepted().isEmpty)
  }

  @Test(arguments: [
    "greeting=drop", "ehlo=drop", "mail=drop", "rcpt=drop", "data=drop", "data=last:354 go on",
    "greeting=last:220 hello", "ehlo=last:250 hello", "mail=last:250 ok", "rcpt=last:250 ok",
    "greeting=partial:220 hel", "mail=partial:550 5.1.1 no", "data=partial:354 go",
    "data=reply:250 go on", "mail=reply:354 what", "greeting=garbage", "mail=garbage",
  ])
  func `A connection lost before the final dot is certainly not sent`(rule: String) throws {
    let server = try MisbehavingServer([rule])
    let outcome = try server.deliver()
    #expect(outcome.delivery.kind == "unavailable")
    #expect(outcome.questions == 0)
    #expect(try server.server.accepted().isEmpty)
  }

  /// The message is larger than what both ends buffer, so the server acts while it is on its way.
  @Test(arguments: ["body=drop", "body=say:552 5.3.4 too big", "body=say:421 4.4.2 too slow"])
  func `What happens while the message is on its way leaves nothing in doubt`(rule: String) throws {
    let server = try MisbehavingServer([rule])
    let outcome = try server.deliver(Self.large)
    #expect(outcome.delivery.kind == "unavailable")
    #expect(outcome.questions == 0)
    #expect(try server.server.accepted().isEmpty)
  }

  private static let large = Array(
    repeatElement(Array(repeating: 0x78, count: 62) + [UInt8]("\r\n".utf8), count: 1 << 18).joined()
  )

  @Test(arguments: [
    ("dot=drop", 0), ("dot=keepdrop", 1), ("dot=partial:250 2.0.0 Ok", 0),
    ("dot=partial:250-2.0.0 Ok", 0), ("dot=reply:354 more", 0), ("dot=garbage", 0),
  ])
  func `A connection lost after the final dot leaves the message in doubt`(
    rule: String, taken: Int
  ) throws {
    let server = try MisbehavingServer([rule])
    let outcome = try server.deliver()
    #expect(outcome.delivery.kind == "uncertain")
    #expect(outcome.questions == 1)
    #expect(try server.server.accepted().count == taken)
  }

  @Test(arguments: [
    ("greeting=stall", "unavailable"), ("mail=stall", "unavailable"), ("data=stall", "unavailable"),
    ("dot=stall", "uncertain"), ("dot=longline:250", "uncertain"),
    // Its QUIT is not waited for.
    ("quit=stall", "accepted"),
  ])
  func `A server that stalls is given up after the time-out`(rule: String, kind: String) throws {
    let server = try MisbehavingServer(
      [rule], connectTimeout: .seconds(1), replyTimeout: .seconds(1))
    #expect(try server.deliver().delivery.kind == kind)
  }

  @Test func `After a refusal a QUIT without answer is not waited for`() throws {
    // With a day's time-out the test would not end.
    let server = try MisbehavingServer(
      ["rcpt=reply:550 5.1.1 no", "quit=stall"], replyTimeout: .seconds(86_400))
    #expect(try server.deliver().delivery.kind == "refused 550 recipient")
  }

  @Test func `A server that takes no more data is given up after the time-out`() throws {
    let server = try MisbehavingServer(["body=freeze"], replyTimeout: .seconds(1))
    let outcome = try server.deliver(Self.large)
    #expect(outcome.delivery.kind == "unavailable")
    #expect(outcome.questions == 0)
  }

  @Test func `Nobody listens`() throws {
    let server = try TestServer("misbehaving_smtp.py", [])
    let port = server.port
    server.close()
    let account = try SMTPAccount(
      host: "127.0.0.1", port: port, security: .plain, helloName: "sender.test")
    let delivery = try SMTPConnection(account).deliver(
      MisbehavingServer.message, from: "a@b.test", to: "c@d.test"
    ) { true }
    #expect(delivery.kind == "unavailable")
  }

  @Test func `Replies of single bytes and many lines are put together`() throws {
    let server = try MisbehavingServer(
      ["dot=accept:250-2.0.0 first\\n250-2.0.0 second\\n250 2.0.0 queued as Z9"],
      arguments: ["--drip", "--extensions"])
    let reply = SMTPReply(
      code: 250, enhanced: EnhancedStatus(2, 0, 0), text: "first\nsecond\nqueued as Z9")
    #expect(try server.deliver().delivery == .accepted(reply, queueID: "Z9"))
  }

  @Test func `A long reply is read to its end and cut`() throws {
    let server = try MisbehavingServer(["dot=long:250"])
    // More than one delivery: libcurl's own limit of 300 kB must not add up over a connection.
    for _ in 0..<3 {
      guard case .accepted(let reply, _) = try server.deliver().delivery else {
        Issue.record("not accepted")
        return
      }
      #expect(reply.code == 250)
      #expect(reply.text.utf8.count <= SMTPReply.maximumTextLength)
    }
    #expect(try server.server.events().filter { $0 == "connect" }.count == 1)
  }

  /// libcurl gives up after 300 kB of replies (since 8.3 and in Debian's 7.88.1); an older one reads
  /// on to the end.
  @Test(arguments: [
    ("greeting=big:220", ["unavailable", "accepted"]),
    ("rcpt=big:550", ["unavailable", "refused 550 recipient"]),
    ("dot=big:554", ["uncertain", "refused 554 message"]),
    ("dot=big:250", ["uncertain", "accepted"]),
  ])
  func `Eight megabytes of reply do no harm`(rule: String, kinds: [String]) throws {
    let server = try MisbehavingServer([rule])
    let delivery = try server.deliver().delivery
    #expect(kinds.contains(delivery.kind), "\(delivery)")
  }

  @Test func `A server without EHLO is spoken to by HELO where no login is needed`() throws {
    let server = try MisbehavingServer(["ehlo=reply:502 5.5.1 what is that"])
    #expect(try server.deliver().delivery.kind == "accepted")
    #expect(try server.server.accepted().map(\.message) == [MisbehavingServer.message])
  }
}
