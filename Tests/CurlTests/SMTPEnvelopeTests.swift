import Testing

@testable import Curl

@Suite struct SMTPEnvelopeTests {
  @Test(arguments: [
    "", "a b@c.test", "a@b.test\r\nRCPT TO:<x@y.test>", "a@b\n", "<a@b.test>", "a@b.test>",
    "a\u{0}@b.test", "jürgen@b.test", "a@bücher.test", "a\t@b.test", "a\u{7F}@b.test",
    String(repeating: "a", count: 255),
  ])
  func `An address that would break the line is refused`(address: String) throws {
    let account = try SMTPAccount(
      host: "localhost", port: 1, security: .plain, helloName: "sender.test")
    let connection = SMTPConnection(account)
    #expect(throws: CurlError.address(address, role: .sender)) {
      try connection.deliver(Array("\r\n".utf8), from: address, to: "a@b.test") { true }
    }
    #expect(throws: CurlError.address(address, role: .recipient)) {
      try connection.deliver(Array("\r\n".utf8), from: "a@b.test", to: address) { true }
    }
  }

  @Test(arguments: ["a@b.test", "o'neil+tag=x@b.test", "\"quoted\"@b.test", "postmaster"])
  func `A usual address passes`(address: String) throws {
    try SMTPEnvelope.check(address, .recipient)
  }

  @Test(arguments: [
    ("", CurlError.MessageFault.empty), ("a", .noFinalLineBreak),
    ("a\n", .bareLineBreak(offset: 1)),
    ("a\r", .bareLineBreak(offset: 1)), ("\n", .bareLineBreak(offset: 0)),
    ("a\rb\r\n", .bareLineBreak(offset: 1)), ("a\r\r\n", .bareLineBreak(offset: 1)),
    ("a\r\n\n", .bareLineBreak(offset: 3)), ("a\r\nb", .noFinalLineBreak),
    ("a\u{0}\r\n", .nul(offset: 1)), ("a\r\u{0}", .nul(offset: 2)),
    ("a\r\nb\rc\r\n", .bareLineBreak(offset: 4)),
  ])
  func `A message that would not arrive as it is is refused`(
    message: String, fault: CurlError.MessageFault
  ) {
    #expect(throws: CurlError.message(fault)) { try SMTPEnvelope.check(Array(message.utf8)) }
  }
}
