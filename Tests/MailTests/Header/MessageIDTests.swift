import Mail
import Testing

@Suite struct MessageIDTests {
  @Test(
    "Identifiers are read with or without brackets",
    arguments: [
      ("<a.1@acme.example>", "<a.1@acme.example>"), ("a.1@acme.example", "<a.1@acme.example>"),
      (" <a@b> ", "<a@b>"), ("<CAD+x=y_z@mail.gmail.com>", "<CAD+x=y_z@mail.gmail.com>"),
      ("<A$1@[10.0.0.1]>", "<A$1@[10.0.0.1]>"), ("<a@b@c>", "<a@b@c>"),
    ])
  func good(raw: String, id: String) throws {
    #expect(try MessageID(raw).description == id)
    #expect(try MessageID(id) == MessageID(raw))
  }

  @Test(
    "What is no identifier is refused",
    arguments: [
      "", "<>", "abc", "<@b>", "<a@>", "<a b@c>", "<a@b", "a@b>", "<<a@b>>", "<a@b><c@d>",
      "<é@b>", "<a@b>\r\nBcc: x@y.example", "<a\0@b>", "<a\t@b>",
      "<" + String(repeating: "a", count: 900) + "@b>",
    ])
  func bad(raw: String) {
    #expect(throws: HeaderError.self) { try MessageID(raw) }
  }
}
