import Testing

@testable import Curl

@Suite struct IMAPAccountTests {
  private func account(
    host: String = "imap.brand.test", port: Int = 993, security: Security = .tls,
    user: String = "maya", credential: Credential = .password("canary"), file: String? = nil,
    verifiesCertificate: Bool = true, timeout: Duration = .seconds(1)
  ) throws(IMAPAccountError) -> IMAPAccount {
    try IMAPAccount(
      host: host, port: port, security: security, user: user, credential: credential,
      certificateAuthorityFile: file, verifiesCertificate: verifiesCertificate,
      connectTimeout: timeout)
  }

  @Test func `What cannot be used is refused`() {
    #expect(throws: IMAPAccountError.host("a/b")) { try account(host: "a/b") }
    #expect(throws: IMAPAccountError.port(0)) { try account(port: 0) }
    #expect(throws: IMAPAccountError.user) { try account(user: "ma\r\nya") }
    #expect(throws: IMAPAccountError.user) { try account(user: "") }
    #expect(throws: IMAPAccountError.credential) { try account(credential: .password("")) }
    #expect(throws: IMAPAccountError.credential) { try account(credential: .bearer("a\u{1}b")) }
    #expect(throws: IMAPAccountError.certificateAuthorityFile) { try account(file: "") }
    #expect(throws: IMAPAccountError.timeout(.zero)) { try account(timeout: .zero) }
  }

  @Test(arguments: ["imap.brand.test", "10.0.0.1", "127.0.0.1.evil.test"])
  func `TLS and its certificate can be done without on this machine only`(host: String) throws {
    #expect(throws: IMAPAccountError.plainTextAbroad(host)) {
      try account(host: host, security: .plain)
    }
    #expect(throws: IMAPAccountError.unverifiedAbroad(host)) {
      try account(host: host, verifiesCertificate: false)
    }
    #expect(try account(host: "::1", security: .plain).authority == "[::1]:993")
    #expect(try !account(host: "localhost", verifiesCertificate: false).verifiesCertificate)
  }

  @Test func `A secret does not show itself`() throws {
    let account = try account()
    var dumped = ""
    dump(account, to: &dumped)
    for text in ["\(account)", String(reflecting: account), dumped] {
      #expect(!text.contains("canary"))
    }
  }
}
