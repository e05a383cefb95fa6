import Mail
import Testing

@Suite struct ListUnsubscribeTests {
  @Test(
    "The link holds any address and subject",
    arguments: [
      ("out@acme.example", nil, "<mailto:out@acme.example>"),
      ("out@acme.example", "", "<mailto:out@acme.example>"),
      (
        "out+7f@acme.example", "unsubscribe 7f",
        "<mailto:out+7f@acme.example?subject=unsubscribe%207f>"
      ),
      (
        "o&u%t?@acme.example", "a&b=c>d", "<mailto:o%26u%25t%3F@acme.example?subject=a%26b%3Dc%3Ed>"
      ),
      ("out@bücher.example", "退订", "<mailto:out@xn--bcher-kva.example?subject=%E9%80%80%E8%AE%A2>"),
    ] as [(String, String?, String)])
  func linkHoldsAll(address: String, subject: String?, uri: String) throws {
    #expect(try ListUnsubscribe(address: EmailAddress(address), subject: subject).uri == uri)
  }

  @Test(
    "A control or a subject without end is refused",
    arguments: ["a\r\nBcc: x@y.example", "a\0", String(repeating: "退", count: 200)])
  func badSubjectIsRefused(subject: String) throws {
    let address = try EmailAddress("out@acme.example")
    #expect(throws: HeaderError.self) { try ListUnsubscribe(address: address, subject: subject) }
  }
}
