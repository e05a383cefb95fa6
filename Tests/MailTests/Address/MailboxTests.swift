import Mail
import Testing

@Suite struct MailboxTests {
  @Test(
    "The header's form suits the name",
    arguments: [
      (nil, "maya@example.com"),
      ("", "maya@example.com"),
      ("   ", "maya@example.com"),
      (" Maya Chen ", "Maya Chen <maya@example.com>"),
      ("Maya", "Maya <maya@example.com>"),
      ("John Q. Public", "\"John Q. Public\" <maya@example.com>"),
      ("Chen, Maya", "\"Chen, Maya\" <maya@example.com>"),
      ("Maya \"M\" \\ Chen", "\"Maya \\\"M\\\" \\\\ Chen\" <maya@example.com>"),
      ("x@evil.example", "\"x@evil.example\" <maya@example.com>"),
      ("José Núñez", "=?UTF-8?B?Sm9zw6kgTsO6w7Fleg==?= <maya@example.com>"),
      ("Zoë Müller-Brandt", "=?UTF-8?Q?Zo=C3=AB_M=C3=BCller-Brandt?= <maya@example.com>"),
      ("陈美", "=?UTF-8?B?6ZmI576O?= <maya@example.com>"),
      ("=?UTF-8?Q?x?=", "=?UTF-8?B?PT9VVEYtOD9RP3g/PQ==?= <maya@example.com>"),
    ] as [(String?, String)])
  func headerFormSuitsTheName(name: String?, form: String) throws {
    let mailbox = try Mailbox(name: name, address: EmailAddress("maya@example.com"))
    let message = try sampleMessage(to: mailbox)
    #expect(headerLines(message.bytes()).contains("To: \(form)"))
  }

  @Test(
    "A control in the name is refused",
    arguments: ["Maya\nBcc: a@b.com", "Maya\r", "Ma\0ya", "Ma\tya", "\u{1B}[2J", "a\u{2028}b"])
  func controlInNameIsRefused(name: String) throws {
    let address = try EmailAddress("maya@example.com")
    #expect(throws: HeaderError.self) { try Mailbox(name: name, address: address) }
  }

  @Test func peopleReadTheNameInItsOwnScript() throws {
    let address = try EmailAddress("maya@example.com")
    #expect(try Mailbox(name: "陈美", address: address).description == "陈美 <maya@example.com>")
    #expect(try Mailbox(address: address).description == "maya@example.com")
  }
}
