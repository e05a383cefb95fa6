import Testing

@testable import Curl

@Suite struct SMTPAccountTests {
  private func account(
    host: String = "smtp.brand.test", port: Int = 465, security: Security = .tls,
    user: String? = "maya", credential: Credential? = .password("canary"),
    helloName: String = "mail.brand.test", file: String? = nil, timeout: Duration = .seconds(1)
  ) throws(SMTPAccountError) -> SMTPAccount {
    try SMTPAccount(
      host: host, port: port, security: security, user: user, credential: credential,
      helloName: helloName, certificateAuthorityFile: file, connectTimeout: timeout)
  }

  @Test(arguments: [
    "", " ", "a b", "user@host", "host:25", "http://host", "host/path", "h\r\nost", "münchen.de",
    "ho%73t", "-\u{0}", String(repeating: "a", count: 254), "host#", ".host", "::g", "a:b:25",
  ])
  func `A host must be a name or an address`(host: String) {
    #expect(throws: SMTPAccountError.host(host)) { try account(host: host) }
  }

  @Test(arguments: [0, -1, 65_536, Int.max, Int.min])
  func `A port must be one`(port: Int) {
    #expect(throws: SMTPAccountError.port(port)) { try account(port: port) }
  }

  @Test(arguments: ["127.0.0.1", "127.255.0.3", "localhost", "::1"])
  func `Plain text is for this machine`(host: String) throws {
    #expect(try account(host: host, security: .plain).security == .plain)
  }

  @Test(arguments: [
    "smtp.brand.test", "10.0.0.1", "127.0.0.1.evil.test", "127.1", "0127.0.0.1", "128.0.0.1",
    "localhost.evil.test", "127.0.0.256", "::2", "127.0.0.1.", "LOCALHOST.test", "0.0.0.0",
  ])
  func `Plain text is for no other machine`(host: String) {
    #expect(throws: SMTPAccountError.plainTextAbroad(host)) {
      try account(host: host, security: .plain)
    }
  }

  @Test func `A login has two halves`() throws {
    #expect(throws: SMTPAccountError.halfALogin) { try account(user: nil) }
    #expect(throws: SMTPAccountError.halfALogin) { try account(credential: nil) }
    #expect(try account(user: nil, credential: nil).user == nil)
  }

  @Test(arguments: ["", "ma\rya", "ma\u{0}ya", "a\u{1}b"])
  func `A user name has no control characters`(user: String) {
    #expect(throws: SMTPAccountError.user) { try account(user: user) }
  }

  @Test(arguments: [
    Credential.password(""), .password("a\u{0}b"), .bearer(""), .bearer("a b"), .bearer("a\u{1}"),
  ])
  func `A secret is one that a login can carry`(credential: Credential) {
    #expect(throws: SMTPAccountError.credential) { try account(credential: credential) }
  }

  @Test(arguments: ["", "a b", "a\r\nRSET", "a..b", "[", "[]", "[1.2.3.4\n]", "ä.test", "a_b.test"])
  func `A name for EHLO fits on its line`(name: String) {
    #expect(throws: SMTPAccountError.helloName(name)) { try account(helloName: name) }
  }

  @Test(arguments: [Duration.zero, .seconds(-1), .seconds(86_401)])
  func `A time-out is of this day`(timeout: Duration) {
    #expect(throws: SMTPAccountError.timeout(timeout)) { try account(timeout: timeout) }
  }

  @Test func `The URL carries the name for EHLO`() throws {
    #expect(try account().url == "smtps://smtp.brand.test:465/mail.brand.test")
    let literal = try account(host: "::1", port: 25, security: .startTLS, helloName: "[127.0.0.1]")
    #expect(literal.url == "smtp://[::1]:25/%5b127.0.0.1%5d")
  }

  @Test func `A secret does not show itself`() throws {
    let account = try account()
    var dumped = ""
    dump(account, to: &dumped)
    let credential = Credential.bearer("canary")
    dump(credential, to: &dumped)
    for text in ["\(account)", String(reflecting: account), dumped, "\(credential)"] {
      #expect(!text.contains("canary"))
    }
    #expect("\(credential)" == "•••")
  }
}
