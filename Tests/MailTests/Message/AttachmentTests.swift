import Mail
import Testing

@Suite struct AttachmentTests {
  private func header(_ name: String, type: String = "application/pdf") throws -> [String] {
    let attachment = try Attachment(filename: name, contentType: type, bytes: Array("kit".utf8))
    let message = try sampleMessage(attachments: [attachment]).bytes()
    let all = lines(message)
    let start = try #require(all.lastIndex { $0.hasPrefix("Content-Type:") })
    return Array(all[start...].prefix { !$0.isEmpty })
  }

  @Test(
    "A name is written plainly where it can be, else by RFC 2231 with an ASCII name beside it",
    arguments: [
      ("brand kit.pdf", ["filename=\"brand kit.pdf\""], "brand kit.pdf"),
      (
        "品牌手册和产品 2025.pdf",
        [
          "filename*0*=UTF-8''%E5%93%81%E7%89%8C%E6%89%8B%E5%86%8C%E5%92%8C;",
          "filename*1*=%E4%BA%A7%E5%93%81%202025.pdf",
        ], "2025.pdf"
      ),
      ("Überblick.pdf", ["filename*=UTF-8''%C3%9Cberblick.pdf"], "Uberblick.pdf"),
      ("دليل.pdf", ["filename*=UTF-8''%D8%AF%D9%84%D9%8A%D9%84.pdf"], "attachment.pdf"),
      ("a\"b.pdf", ["filename*=UTF-8''a%22b.pdf"], "a_b.pdf"),
      ("=?x?=.pdf", ["filename*=UTF-8''%3D%3Fx%3F%3D.pdf"], "x.pdf"),
      ("kit", ["filename=\"kit\""], "kit"),
    ])
  func nameIsWritten(name: String, parameters: [String], fallback: String) throws {
    let header = try header(name).joined(separator: "\n")
    #expect(header.contains("name=\"\(fallback)\""))
    let disposition = try #require(header.range(of: "Content-Disposition:"))
    let words = header[disposition.upperBound...].split(separator: "\n ").joined(separator: " ")
    #expect(words == " attachment; " + parameters.joined(separator: " "))
  }

  @Test(
    "A name that could mislead is refused",
    arguments: [
      "", "  ", "../kit.pdf", "a\\b.pdf", "kit\r\n.pdf", "kit\0.pdf", "exe.\u{202E}fdp",
      String(repeating: "品", count: 86),
    ])
  func badNameIsRefused(name: String) {
    #expect(throws: HeaderError.self) {
      try Attachment(filename: name, contentType: "application/pdf", bytes: [])
    }
  }

  @Test(
    "A type that is none, or may not be in base64, is refused",
    arguments: [
      "", "pdf", "application/", "/pdf", "a/b/c", "a/b; x=y", "a/b\r\nX: y", "text/ü",
      "message/rfc822", "multipart/mixed", "Message/RFC822",
    ])
  func badTypeIsRefused(type: String) {
    #expect(throws: HeaderError.self) {
      try Attachment(filename: "kit", contentType: type, bytes: [])
    }
  }

  @Test func textSaysItsCharsetOnlyWhereItIsUTF8() throws {
    let utf8 = try header("notes.txt", type: "Text/Plain")
    #expect(utf8[0] == "Content-Type: text/plain; charset=utf-8; name=\"notes.txt\"")
    let other = try Attachment(filename: "n.txt", contentType: "text/plain", bytes: [0xFF, 0xFE])
    let message = try sampleMessage(attachments: [other]).bytes()
    #expect(lines(message).contains("Content-Type: text/plain; name=\"n.txt\""))
  }
}
