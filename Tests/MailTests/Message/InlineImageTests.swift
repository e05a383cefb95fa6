import Testing

@testable import Mail

@Suite struct InlineImageTests {
  private func image(_ id: String) throws(HeaderError) -> Mail.Attachment {
    try Mail.Attachment(
      filename: "logo.png", contentType: "image/png", bytes: [1, 2, 3], contentID: id)
  }

  private func source(html: String?, attachments: [Mail.Attachment] = []) throws -> String {
    let message = try OutgoingMessage(
      from: Mailbox(name: nil, address: EmailAddress("a@acme.example")),
      to: Mailbox(name: nil, address: EmailAddress("b@b.example")), subject: "Hello", date: 0,
      dateOffsetSeconds: 0, messageID: MessageID("<1@acme.example>"), text: "Hello", html: html,
      attachments: attachments, images: [image("x1@a.example")])
    return String(decoding: message.bytes(), as: UTF8.self)
  }

  @Test func `an image stands beside its page, inside the alternative, inside the mixed`() throws {
    let kit = try Mail.Attachment(filename: "kit.pdf", contentType: "application/pdf", bytes: [4])
    let source = try source(html: "<img src=\"cid:x1@a.example\">", attachments: [kit])
    let order = [
      "multipart/mixed", "multipart/alternative", "text/plain", "multipart/related", "text/html",
      "Content-ID: <x1@a.example>", "application/pdf",
    ]
    let places = order.map { source.firstRange(of: $0)?.lowerBound }
    #expect(places.allSatisfy { $0 != nil }, "\(source)")
    #expect(places.compactMap { $0 } == places.compactMap { $0 }.sorted(), "\(source)")
    #expect(source.contains("Content-Disposition: inline;"))
  }

  @Test func `without HTML there is nothing to show an image in`() throws {
    let source = try source(html: nil)
    #expect(!source.contains("multipart") && !source.contains("image/png"))
  }

  @Test(arguments: ["", "a", "a@", "@b", "a@b@c", "a b@c", "a@b>", "ä@b", "a@b\r\nX: y"])
  func `an id that would not be the same in header and address is refused`(id: String) {
    #expect(throws: HeaderError.self) { try image(id) }
  }
}
