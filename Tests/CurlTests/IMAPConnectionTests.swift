import TestServers
import Testing

@testable import Curl

/// What a session does with servers that behave in every way but the usual one.
@Suite struct IMAPConnectionTests {
  private typealias Step = ScriptedServer.Step

  /// A greeting and a login that are as they should be.
  private static let loggedIn: [Step] = [
    .say("* OK [CAPABILITY IMAP4rev1 IDLE AUTH=PLAIN SASL-IR] ready\r\n"), .hear,
    .say("TAG OK [CAPABILITY IMAP4rev1 IDLE UIDPLUS] in\r\n"),
  ]
  private static let examined: [Step] =
    loggedIn + [
      Step.hear,
      .say("* 3 EXISTS\r\n* OK [UIDVALIDITY 7] x\r\n* OK [UIDNEXT 30] x\r\nTAG OK done\r\n"),
    ]

  // One array by one, as long sums of literals take long to type-check.
  private func script(_ parts: [Step]...) -> [Step] { Array(parts.joined()) }

  private func connect(
    _ server: ScriptedServer, security: Security = .plain,
    credential: Credential = .password("canary"), replyTimeout: Duration = .seconds(20),
    commandTimeout: Duration = .seconds(30)
  ) throws -> IMAPConnection {
    try IMAPConnection(
      IMAPAccount(
        host: "127.0.0.1", port: server.port, security: security, user: "maya",
        credential: credential, connectTimeout: .seconds(20), replyTimeout: replyTimeout,
        commandTimeout: commandTimeout))
  }

  /// The case alone, for tables.
  private func kind(_ body: () throws -> Void) -> String {
    do {
      try body()
      return "done"
    } catch let error as IMAPError {
      #expect(!"\(error)".contains("canary"))
      #expect(!"\(error)".unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x202E })
      return error.kind
    } catch {
      return "\(error)"
    }
  }

  // MARK: Login

  private static let loginOffers: [(String, [String])] = [
    ("AUTH=PLAIN SASL-IR", ["L1 AUTHENTICATE PLAIN AG1heWEAY2FuYXJ5"]),
    ("AUTH=LOGIN", ["L1 LOGIN \"maya\" \"canary\""]), ("", ["L1 LOGIN \"maya\" \"canary\""]),
  ]

  @Test(arguments: loginOffers)
  func `A password is sent as the server offers`(offer: String, lines: [String]) throws {
    let server = try ScriptedServer([
      .say("* OK [CAPABILITY IMAP4rev1 \(offer)] ready\r\n"), .hear, .say("TAG OK in\r\n"), .hear,
      .say("* CAPABILITY IMAP4rev1\r\nTAG OK\r\n"),
    ])
    try connect(server).close()
    #expect(server.lines() == lines + ["L2 CAPABILITY"])
  }

  @Test func `Without an initial response the server is asked first`() throws {
    let server = try ScriptedServer([
      .say("* OK ready\r\n"), .hear, .say("* CAPABILITY IMAP4rev1 AUTH=PLAIN\r\nTAG OK\r\n"), .hear,
      .say("+ \r\n"), .hear, .say("TAG OK [CAPABILITY IMAP4rev1 IDLE] in\r\n"),
    ])
    #expect(try connect(server).canIdle)
    #expect(server.lines() == ["L1 CAPABILITY", "L2 AUTHENTICATE PLAIN", "AG1heWEAY2FuYXJ5"])
  }

  @Test func `A password beyond ASCII goes as a literal`() throws {
    let server = try ScriptedServer([
      .say("* OK [CAPABILITY IMAP4rev1] ready\r\n"), .hear, .say("+ go on\r\n"), .hear,
      .say("TAG OK [CAPABILITY IMAP4rev1 IDLE] in\r\n"),
    ])
    try connect(server, credential: .password("süß")).close()
    #expect(server.lines() == ["L1 LOGIN \"maya\" {5}", "süß"])
  }

  @Test func `A token is sent by XOAUTH2, and its refusal answered`() throws {
    let server = try ScriptedServer([
      .say("* OK [CAPABILITY IMAP4rev1 AUTH=PLAIN AUTH=XOAUTH2 SASL-IR] ready\r\n"), .hear,
      .say("+ eyJzdGF0dXMiOiI0MDAifQ==\r\n"), .hear, .say("TAG NO [AUTHENTICATIONFAILED] no\r\n"),
    ])
    let expected = IMAPStatus(.no, code: "AUTHENTICATIONFAILED", text: "no")
    #expect(throws: IMAPError.loginRefused(expected, server: "127.0.0.1:\(server.port)")) {
      try connect(server, credential: .bearer("ya29.x"))
    }
    let response = "dXNlcj1tYXlhAWF1dGg9QmVhcmVyIHlhMjkueAEB"
    #expect(server.lines() == ["L1 AUTHENTICATE XOAUTH2 \(response)", ""])
  }

  private static let greetings: [(String, String)] = [
    ("* OK [CAPABILITY IMAP4rev1 LOGINDISABLED STARTTLS] x\r\n", "insecure"),
    ("* OK [CAPABILITY IMAP4rev1 LOGINDISABLED AUTH=CRAM-MD5] x\r\n", "insecure"),
    ("* OK [CAPABILITY IMAP2] x\r\n", "insecure"),
    ("* PREAUTH welcome\r\n", "insecure"), ("* BYE \u{1B}[2Jtoo many\r\n", "unavailable"),
    ("220 mx.test ESMTP\r\n", "protocolFault"), ("* 1 EXISTS\r\n", "protocolFault"),
    ("+ \r\n", "protocolFault"), ("L1 OK early\r\n", "protocolFault"), ("", "unavailable"),
    ("* OK never ended", "unavailable"), ("* OK bare\n", "protocolFault"),
  ]

  @Test(arguments: greetings)
  func `A greeting that will not do gets no login`(greeting: String, kind: String) throws {
    let server = try ScriptedServer([.say(greeting)])
    #expect(self.kind { _ = try connect(server) } == kind)
    #expect(server.lines().isEmpty)
  }

  @Test(arguments: [
    "TAG NO wrong password canary for maya\r\n", "TAG NO [X-canary] no\r\n",
    "TAG BAD AG1heWEAY2FuYXJ5 is no base64\r\n", "* BYE canary\r\n", "TAG NO Y2FuYXJ5\r\n",
    "* OK canary\r\nTAG NO cAnArY\r\n", "+ x\r\n+ x\r\n+ x\r\n+ x\r\n+ x\r\n+ x\r\n", "canary\r\n",
    "* NO canary\r\nTAG NO [canary canary] \(String(repeating: "x", count: 400))canary\r\n",
  ])
  func `A server that repeats the password does not get it into an error`(answer: String) throws {
    let server = try ScriptedServer([
      .say("* OK [CAPABILITY IMAP4rev1 AUTH=PLAIN SASL-IR] ready\r\n"), .hear, .say(answer),
    ])
    let error = try #require(throws: IMAPError.self) { try connect(server) }
    var dumped = ""
    dump(error, to: &dumped)
    for text in ["\(error)", dumped, String(reflecting: error)] {
      #expect(!text.lowercased().contains("canary"))
      #expect(!text.contains("AG1heWEAY2FuYXJ5"))
    }
  }

  /// STARTTLS that is missing, refused, cut, or has something slipped in behind it.
  private static let brokenTLS: [[ScriptedServer.Step]] = [
    [Step.say("* CAPABILITY IMAP4rev1 AUTH=PLAIN\r\nA001 OK\r\n")],
    [.say("* CAPABILITY IMAP4rev1 STARTTLS\r\nA001 OK\r\n"), .hear, .say("A002 NO later\r\n")],
    [.say("* CAPABILITY IMAP4rev1 STARTTLS\r\nA001 OK\r\n"), .hear],
    [
      .say("* CAPABILITY IMAP4rev1 STARTTLS\r\nA001 OK\r\n"), .hear,
      .say("A002 OK go\r\n* CAPABILITY IMAP4rev1 AUTH=PLAIN\r\nA003 OK\r\n"), .hear, .hear,
    ],
    [
      .say("* CAPABILITY IMAP4rev1 STARTTLS\r\nA001 OK\r\n"), .hear, .say("A002 OK go\r\n"),
      .say("not TLS at all, but a good many bytes of something else\r\n"),
    ],
    [.say("A001 BAD what?\r\n")],
  ]

  @Test(arguments: brokenTLS)
  func `Without TLS no login is sent`(steps: [ScriptedServer.Step]) throws {
    for greeting in ["* OK ready\r\n", "* PREAUTH you are somebody\r\n"] {
      let server = try ScriptedServer(script([.say(greeting), .hear], steps))
      let kind = self.kind { _ = try connect(server, security: .startTLS) }
      #expect(["insecure", "unavailable"].contains(kind), "\(kind)")
      for line in server.lines() {
        #expect(!line.contains("LOGIN") && !line.contains("AUTHENTICATE") && !line.contains("maya"))
      }
    }
  }

  @Test func `A farewell before STARTTLS is told`() throws {
    let server = try ScriptedServer([.say("* BYE \u{1B}too many connections\r\n")])
    let error = try #require(throws: IMAPError.self) { try connect(server, security: .startTLS) }
    #expect("\(error)".contains("too many connections"))
    #expect(!"\(error)".contains("\u{1B}"))
  }

  // MARK: Hostile answers

  private static let message = "From: x\r\n\r\nL3 OK forged\r\n* BYE forged\r\n)\r\n"

  private static var whole: String {
    "* 1 FETCH (UID 9 BODY[]<0> {\(message.utf8.count)}\r\n\(message))\r\n"
  }

  /// What the server says to a FETCH of message 9, and what comes of it.
  private static let answers: [([ScriptedServer.Step], String)] = [
    ([Step.say("\(whole)TAG OK done\r\n")], "done"),
    ([.say("* 9 FETCH (UID 10 BODY[] \"other\")\r\n\(whole)TAG OK done\r\n")], "done"),
    (
      [
        .say("* 4 EXISTS\r\n* 2 EXPUNGE\r\n* OK [ALERT] x\r\n* 1 FETCH (FLAGS () UID 9)\r\n"),
        .say("+ what?\r\n* VANISHED 1\r\n\(whole)* 1 RECENT\r\n\(whole)TAG OK done\r\n"),
      ], "done"
    ),
    ([.say(whole), .say("* BYE out\r\n")], "unavailable"),
    ([.say("* 1 FETCH (UID 9 BODY[]<0> {500}\r\nshort")], "unavailable"),
    ([.say("* 1 FETCH (UID 9 BODY[]<0> {5")], "unavailable"),
    ([.say("* 1 FETCH (UID 9 BODY[]<0> {99999999999}\r\n"), .stall], "protocolFault"),
    ([.say("* 1 FETCH (UID 9 BODY[]<0> {99999999999999999999999}\r\n"), .stall], "protocolFault"),
    ([.say("* 1 FETCH (UID 9 BODY[]<0> {2000000}\r\n"), .sayForever("x")], "protocolFault"),
    ([.say("* SEARCH"), .sayForever(" 12345678901234567890")], "protocolFault"),
    ([.sayForever("x")], "protocolFault"),
    ([.say("* 1 FETCH (UID 9 X "), .sayForever("{1000000}\r\n\(megabyte)")], "protocolFault"),
    ([.say("* 1 FETCH (UID 9 X \(String(repeating: "(", count: 70)))\r\n")], "protocolFault"),
    ([.say("TAG OK\n")], "protocolFault"), ([.say("X1 OK not yours\r\n")], "protocolFault"),
    ([.say("TAG NO \u{1B}]0;title\u{7}\r\n")], "refused"), ([.say("TAG BAD\r\n")], "refused"),
  ]

  @Test(arguments: answers)
  func `A server's answer to FETCH is understood or ends the session`(
    steps: [ScriptedServer.Step], kind: String
  ) throws {
    for piece in [Int.max, 1] where piece > 1 || !steps.contains(where: \.isLarge) {
      let server = try ScriptedServer(script(Self.examined, [.hear], steps), piece: piece)
      let connection = try connect(server)
      _ = try connection.examine(.inbox)
      let found = self.kind {
        let fetched = try connection.fetch([9], maximumSize: 10_000)
        #expect(fetched.map(\.bytes) == [Array(Self.message.utf8)])
      }
      #expect(found == kind)
      #expect(connection.isOpen == ["done", "refused"].contains(kind))
      connection.close()
      _ = server.lines()
    }
  }

  private static let silences: [[ScriptedServer.Step]] = [
    [Step.stall], [.say("* 1 FETCH (UID 9 BODY[]<0> {100}\r\nfoo"), .stall],
    [.say("* OK still at it\r\n"), .stall],
  ]

  @Test(arguments: silences)
  func `A silent server is left`(steps: [ScriptedServer.Step]) throws {
    let server = try ScriptedServer(script(Self.examined, [.hear], steps))
    let connection = try connect(server, replyTimeout: .milliseconds(300))
    _ = try connection.examine(.inbox)
    #expect(kind { _ = try connection.fetch([9], maximumSize: 10) } == "unavailable")
    #expect(!connection.isOpen)
    #expect(kind { _ = try connection.folders() } == "unavailable")
  }

  @Test func `A server that talks without end is left`() throws {
    let server = try ScriptedServer(
      script(Self.examined, [.hear, .sayForever("* OK still at it\r\n")]))
    let connection = try connect(server, commandTimeout: .milliseconds(500))
    _ = try connection.examine(.inbox)
    #expect(kind { _ = try connection.search(IMAPSearch()) } == "unavailable")
  }

  @Test func `A server that does not greet is left`() throws {
    for security in [Security.plain, .startTLS] {
      let server = try ScriptedServer([.stall])
      let account = try IMAPAccount(
        host: "127.0.0.1", port: server.port, security: security, user: "maya",
        credential: .password("canary"), connectTimeout: .milliseconds(300),
        replyTimeout: .seconds(20))
      #expect(kind { _ = try IMAPConnection(account) } == "unavailable")
    }
  }

  @Test func `A server that takes no data is left`() throws {
    let server = try ScriptedServer(
      script(Self.loggedIn, [.hear, .say("+ go on\r\n"), .hearBytes(10)]))
    let connection = try connect(server, replyTimeout: .milliseconds(500))
    let line = String(repeating: "x", count: 998) + "\r\n"
    let message = Array(String(repeating: line, count: 20_000).utf8)
    #expect(kind { _ = try connection.append(message, to: .inbox) } == "unavailable")
  }

  // MARK: Commands

  @Test func `A message comes in pieces`() throws {
    let size = IMAPLimits.fetchPiece
    let part = { (uid: Int, origin: Int, count: Int) -> Step in
      let text = String(repeating: "\(origin / size)", count: count)
      return .say("* 1 FETCH (UID \(uid) BODY[]<\(origin)> {\(count)}\r\n\(text))\r\nTAG OK\r\n")
    }
    let server = try ScriptedServer(
      script(
        Self.examined,
        [
          .hear, part(9, 0, size), .hear, part(9, size, size), .hear, part(9, 2 * size, 10),
          .hear, part(9, 0, size), .hear, part(9, size, 11), .hear, part(9, 0, size), .hear,
          part(9, 0, size),
        ]))
    let connection = try connect(server)
    _ = try connection.examine(.inbox)
    let whole = try #require(try connection.fetch([9], maximumSize: 3 * size).first)
    #expect(whole.bytes.count == 2 * size + 10)
    #expect(whole.bytes.suffix(11) == Array("12222222222".utf8)[...])
    #expect(!whole.isTruncated)
    let cut = try #require(try connection.fetch([9], maximumSize: size + 10).first)
    #expect(cut.bytes.count == size + 10)
    #expect(cut.isTruncated)
    // A piece from elsewhere would make another message of it.
    #expect(kind { _ = try connection.fetch([9], maximumSize: 3 * size) } == "protocolFault")
    let asked = server.lines().compactMap { $0.split(separator: "<").dropFirst().first }
    #expect(
      asked == [
        "0.262144>)", "262144.262144>)", "524288.262144>)", "0.262144>)", "262144.11>)",
        "0.262144>)", "262144.262144>)",
      ])
  }

  @Test func `An open folder is told with what the server keeps`() throws {
    let server = try ScriptedServer(
      script(
        Self.loggedIn,
        [
          .hear, .say("* 3 EXISTS\r\n* OK [UIDVALIDITY 7] x\r\n* OK [UIDNEXT 30] x\r\nTAG OK\r\n"),
          .hear, .say("* 1 EXISTS\r\n* OK [UIDVALIDITY 0] x\r\n* OK [UIDNEXT x] x\r\nTAG OK\r\n"),
          .hear, .say("TAG NO [NONEXISTENT] none such\r\n"),
        ]))
    let connection = try connect(server)
    let first = try connection.examine(#require(IMAPFolderName("Entwürfe \"2\"")))
    #expect((first.uidValidity, first.uidNext, first.messageCount) == (7, 30, 3))
    #expect(first.isReadOnly)
    let second = try connection.select(.inbox)
    #expect((second.uidValidity, second.uidNext, second.messageCount) == (nil, nil, 1))
    #expect(!second.isReadOnly)
    #expect(kind { _ = try connection.examine(.inbox) } == "refused")
    // After that no folder is open, and nothing is asked of the server.
    #expect(kind { _ = try connection.search(IMAPSearch()) } == "argument")
    connection.close()
    #expect(server.lines()[1] == #"L2 EXAMINE "Entw&APw-rfe \"2\"""#)
  }

  @Test func `A search is written as it is meant`() throws {
    let server = try ScriptedServer(
      script(
        Self.examined,
        [
          .hear, .say("* SEARCH 9 3 9\r\n* SEARCH 5\r\nTAG OK\r\n"), .hear,
          .say("* SEARCH 29\r\nTAG OK\r\n"),
        ]))
    let connection = try connect(server)
    _ = try connection.examine(.inbox)
    #expect(try connection.search(IMAPSearch()) == [3, 5, 9])
    let search = try IMAPSearch(
      uids: 30...UInt32.max, since: IMAPSearch.Day(year: 2026, month: 2, day: 1),
      messageID: #"<a"b\@c>"#)
    #expect(try connection.search(search) == [])
    connection.close()
    #expect(
      server.lines().suffix(2) == [
        "L3 UID SEARCH ALL",
        #"L4 UID SEARCH UID 30:* SINCE 1-Feb-2026 HEADER Message-ID "<a\"b\\@c>""#,
      ])
  }

  @Test(arguments: ["", "a b", "<a@b>\r\nL9 LOGOUT", "<ä@b>", "\u{0}"])
  func `A Message-ID that cannot be searched for is refused`(messageID: String) {
    #expect(kind { _ = try IMAPSearch(messageID: messageID) } == "argument")
  }

  @Test func `A folder that is not there gets no message`() throws {
    let server = try ScriptedServer(
      script(
        Self.loggedIn,
        [
          .hear, .say("TAG NO [TRYCREATE] none such\r\n"), .hear, .say("+ go on\r\n"),
          .hearBytes(8),
          .say("TAG OK [APPENDUID 7 31] done\r\n"), .hear,
          .say("TAG OK before it was asked for\r\n"),
        ]))
    let connection = try connect(server)
    let message = Array("a: b\r\n\r\n".utf8)
    let refusal = IMAPError.refused(
      IMAPStatus(.no, code: "TRYCREATE", text: "none such"), command: "APPEND",
      server: "127.0.0.1:\(server.port)")
    #expect(throws: refusal) { try connection.append(message, to: .inbox) }
    let appended = try connection.append(message, to: .inbox)
    #expect(appended == IMAPConnection.Appended(uidValidity: 7, uid: 31))
    #expect(kind { _ = try connection.append(Array("a\n".utf8), to: .inbox) } == "message")
    #expect(kind { _ = try connection.append(message, to: .inbox) } == "protocolFault")
    #expect(
      server.lines().dropFirst() == [
        #"L2 APPEND "INBOX" (\Seen) {8}"#, #"L3 APPEND "INBOX" (\Seen) {8}"#, "a: b\r\n\r\n", "",
        #"L4 APPEND "INBOX" (\Seen) {8}"#,
      ])
  }

  // MARK: Waiting

  private static let news: [([ScriptedServer.Step], IMAPConnection.IdleEnd)] = [
    (
      [Step.say("+ idling\r\n* 4 EXISTS\r\n"), .hear, .say("L4 OK done\r\n")],
      IMAPConnection.IdleEnd.news
    ),
    ([.say("* 4 EXISTS\r\n+\r\n"), .hear, .say("L4 OK done\r\n")], .news),
    ([.say("+ idling\r\n* 4 EXISTS\r\nL4 OK done\r\n")], .news),
    (
      [.say("+ idling\r\n* 2 EXPUNGE\r\n* 2 EXISTS\r\n* 3 EXISTS\r\n"), .hear, .say("L4 OK\r\n")],
      .news
    ),
    ([.say("+ idling\r\nL4 OK enough\r\n")], .timeLimit),
    ([.say("L4 OK nothing to wait for\r\n")], .timeLimit),
  ]

  @Test(arguments: news)
  func `Waiting ends with news`(
    steps: [ScriptedServer.Step], end: IMAPConnection.IdleEnd
  ) throws {
    let server = try ScriptedServer(
      script(Self.examined, [.hear, .say("* SEARCH\r\nTAG OK\r\n"), .hear], steps))
    let connection = try connect(server)
    _ = try connection.examine(.inbox)
    _ = try connection.search(IMAPSearch())
    #expect(try connection.idle(for: .seconds(20)) == end)
    #expect(connection.isOpen)
    connection.close()
    #expect(server.lines()[3] == "L4 IDLE")
  }

  @Test func `News that came before waiting is not slept over`() throws {
    let server = try ScriptedServer(
      script(Self.examined, [.hear, .say("* SEARCH\r\n* 4 EXISTS\r\nTAG OK\r\n")]))
    let connection = try connect(server)
    _ = try connection.examine(.inbox)
    _ = try connection.search(IMAPSearch())
    #expect(try connection.idle(for: .seconds(20)) == .news)
    connection.close()
    #expect(!server.lines().contains { $0.hasSuffix("IDLE") })
  }

  @Test func `Waiting ends at its time or by a stop, whatever the server says`() throws {
    for talk in [Step.say(""), .say("* OK still here\r\n* 2 RECENT\r\n")] {
      let server = try ScriptedServer(
        script(
          Self.examined,
          [
            .hear, .say("+ idling\r\n"), talk, .hear, .say("TAG OK done\r\n"), .hear,
            .say("+ idling\r\n"), talk, .hear, .say("TAG OK done\r\n"),
          ]))
      let connection = try connect(server)
      _ = try connection.examine(.inbox)
      #expect(try connection.idle(for: .milliseconds(50)) == .timeLimit)
      let stop = try IMAPStop()
      stop.stop()
      #expect(try connection.idle(for: .seconds(20), stop: stop) == .stopped)
      connection.close()
      #expect(server.lines().suffix(4) == ["L3 IDLE", "DONE", "L4 IDLE", "DONE"])
    }
  }

  private static let failures: [([ScriptedServer.Step], String)] = [
    ([Step.say("TAG NO not now\r\n")], "refused"), ([.say("+\r\n* BYE out\r\n")], "unavailable"),
    ([.say("+\r\n")], "unavailable"),
    ([.say("+\r\n* x FETCH\r\n* 1 FETCH x\r\n")], "protocolFault"),
    ([.say("+\r\n"), .sayForever("x")], "protocolFault"),
  ]

  @Test(arguments: failures)
  func `Waiting at a server that fails ends with that`(
    steps: [ScriptedServer.Step], kind: String
  ) throws {
    let server = try ScriptedServer(script(Self.examined, [.hear], steps))
    let connection = try connect(server)
    _ = try connection.examine(.inbox)
    #expect(self.kind { _ = try connection.idle(for: .seconds(20)) } == kind)
  }

  @Test func `A server without IDLE is asked for news`() throws {
    let server = try ScriptedServer([
      .say("* OK [CAPABILITY IMAP4rev1 AUTH=PLAIN SASL-IR] ready\r\n"), .hear,
      .say("TAG OK [CAPABILITY IMAP4rev1] in\r\n"), .hear, .say("TAG OK\r\n"), .hear,
      .say("* 1 EXISTS\r\nTAG OK\r\n"),
    ])
    let connection = try connect(server)
    _ = try connection.examine(.inbox)
    #expect(kind { _ = try connection.idle(for: .seconds(20)) } == "unsupported")
    try connection.poll()
    #expect(connection.mailbox?.messageCount == 1)
  }

  @Test func `A session ends with LOGOUT`() throws {
    let server = try ScriptedServer(
      script(Self.loggedIn, [.hear, .say("* BYE see you\r\nTAG OK done\r\n")]))
    let connection = try connect(server)
    connection.logOut()
    #expect(!connection.isOpen)
    #expect(server.lines().last == "L2 LOGOUT")
  }
}

private let megabyte = String(repeating: "x", count: 1_000_000)

extension ScriptedServer.Step {
  /// Too much to be sent byte by byte.
  fileprivate var isLarge: Bool {
    if case .sayForever = self { true } else { false }
  }
}

extension IMAPError {
  /// The case alone, for tables of tests.
  fileprivate var kind: String {
    switch self {
    case .argument: "argument"
    case .message: "message"
    case .unsupported: "unsupported"
    case .library: "library"
    case .unavailable: "unavailable"
    case .insecure: "insecure"
    case .loginRefused: "loginRefused"
    case .refused: "refused"
    case .protocolFault: "protocolFault"
    }
  }
}
