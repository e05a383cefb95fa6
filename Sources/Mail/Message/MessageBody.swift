/// The MIME tree of a message: mixed [alternative [text, related [html, images]], attachments], or
/// less of it.
struct MessageBody {
  private let text: BodyText
  private let html: BodyText?
  private let attachments: [Attachment]
  private let images: [Attachment]
  private let boundarySeed: String

  init(_ message: OutgoingMessage) {
    text = BodyText(message.text)
    html = message.html.map(BodyText.init)
    attachments = message.attachments
    images = message.images
    boundarySeed = Self.fingerprint(message.messageID.description)
  }

  /// Appends the rest of the header, the empty line and the body.
  func write(to message: inout HeaderFolding) {
    if attachments.isEmpty {
      writeContent(to: &message)
      return
    }
    let boundary = self.boundary(1)
    open("multipart/mixed", boundary, in: &message)
    delimit(boundary, in: &message)
    writeContent(to: &message)
    for attachment in attachments {
      delimit(boundary, in: &message)
      attachment.write(to: &message)
    }
    close(boundary, in: &message)
  }

  /// The text alone, or the text and then the HTML: readers show the last that they can.
  private func writeContent(to message: inout HeaderFolding) {
    guard let html else {
      writePart("text/plain", text, to: &message)
      return
    }
    let boundary = self.boundary(2)
    open("multipart/alternative", boundary, in: &message)
    delimit(boundary, in: &message)
    writePart("text/plain", text, to: &message)
    delimit(boundary, in: &message)
    writePage(html, to: &message)
    close(boundary, in: &message)
  }

  /// The HTML alone, or with the images that it shows (RFC 2387).
  private func writePage(_ html: BodyText, to message: inout HeaderFolding) {
    guard !images.isEmpty else { return writePart("text/html", html, to: &message) }
    let boundary = self.boundary(3)
    open("multipart/related", boundary, in: &message, type: "text/html")
    delimit(boundary, in: &message)
    writePart("text/html", html, to: &message)
    for image in images {
      delimit(boundary, in: &message)
      image.write(to: &message)
    }
    close(boundary, in: &message)
  }

  private func writePart(_ type: String, _ body: BodyText, to message: inout HeaderFolding) {
    message.field("Content-Type", "\(type); charset=utf-8")
    message.field("Content-Transfer-Encoding", body.encoding.rawValue)
    message.end()
    message.bytes.append(contentsOf: body.bytes)
    // Before a boundary this line end belongs to the boundary; alone, the text may have its own.
    if html != nil || !attachments.isEmpty || !body.bytes.suffix(2).elementsEqual(crlf) {
      message.end()
    }
  }

  private func open(
    _ content: String, _ boundary: String, in message: inout HeaderFolding, type: String? = nil
  ) {
    message.begin("Content-Type")
    message.append("\(content);".utf8)
    if let type { message.append("type=\"\(type)\";".utf8) }
    message.append("boundary=\"\(boundary)\"".utf8)
    message.end()
    message.end()
  }

  private func delimit(_ boundary: String, in message: inout HeaderFolding) {
    message.bytes.append(contentsOf: "--\(boundary)\r\n".utf8)
  }

  private func close(_ boundary: String, in message: inout HeaderFolding) {
    message.bytes.append(contentsOf: "--\(boundary)--\r\n".utf8)
  }

  /// `=_` can stand neither in base64 nor in quoted-printable, and `BodyText` keeps it from the
  /// start of lines that are sent as they are.
  private func boundary(_ part: Int) -> String { "=_\(boundarySeed)_\(part)" }

  /// FNV-1a, the 64-bit hash of Fowler, Noll and Vo: the same in every run, unlike `Hasher`.
  private static func fingerprint(_ text: String) -> String {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.utf8.count) + digits
  }
}
