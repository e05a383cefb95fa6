/// A file that goes with a message, encoded once however many messages carry it.
package struct Attachment: Hashable, Sendable {
  /// The name that the recipient sees, in any script.
  package let filename: String

  /// The media type, such as `application/pdf`.
  package let contentType: String

  /// The octets of the file.
  package let bytes: [UInt8]

  /// The id by which the HTML part shows it, as `cid:ID`; nil for a file beside the message.
  package let contentID: String?

  /// The whole part, header and octets in base64, as every message carries it.
  let encoded: [UInt8]

  /// Checks the name and the type, and encodes the octets.
  ///
  /// The name may have no path separators, controls or marks that turn the reading direction (they
  /// make `gpj.exe` look like `exe.jpg`). Messages and multiparts are refused as types, since RFC
  /// 2046 forbids base64 for them.
  ///
  /// - Parameter contentID: An id such as `a1b2@example.com` (RFC 2392) for an image inside the HTML
  ///   part: letters, digits, dots and hyphens around an `@`.
  package init(
    filename: String, contentType: String, bytes: [UInt8], contentID: String? = nil
  ) throws(HeaderError) {
    let field = "attachment file name"
    let name = try HeaderValue(filename, field: field).trimmed
    let isForbidden = { (scalar: Unicode.Scalar) in
      scalar == "/" || scalar == "\\" || (0x202A...0x202E).contains(scalar.value)
        || (0x2066...0x2069).contains(scalar.value)
    }
    if name.isEmpty || name.unicodeScalars.contains(where: isForbidden) {
      throw HeaderError(
        field: field,
        reason: .malformed(expected: "give a name without slashes and direction marks"))
    }
    if name.utf8.count > 255 {
      throw HeaderError(field: field, reason: .tooLong(octets: name.utf8.count, limit: 255))
    }
    if let contentID, !Self.isContentID(contentID) {
      throw HeaderError(
        field: "Content-ID", reason: .malformed(expected: "write it like a1b2@example.com"))
    }
    self.contentID = contentID
    self.filename = name
    self.contentType = try Self.mediaType(contentType)
    self.bytes = bytes
    var part = HeaderFolding(capacity: 512 + bytes.count / 3 * 4 + bytes.count / 30)
    Self.write(name, self.contentType, bytes, contentID, to: &part)
    encoded = part.bytes
  }

  /// So plain that it is the same in a header and in an address.
  private static func isContentID(_ text: String) -> Bool {
    let halves = text.utf8.split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false)
    return halves.count == 2 && text.utf8.count <= 200
      && halves.allSatisfy { half in
        !half.isEmpty && half.allSatisfy { $0.isAlphanumeric || ".-".utf8.contains($0) }
      }
  }

  private static func mediaType(_ text: String) throws(HeaderError) -> String {
    let type = text.lowercased()
    let halves = type.split(separator: "/", omittingEmptySubsequences: false)
    let isToken = { (half: Substring) in
      !half.isEmpty && half.utf8.allSatisfy { $0.isAlphanumeric || "!#$&-^_.+".utf8.contains($0) }
    }
    guard halves.count == 2, halves.allSatisfy(isToken), type.utf8.count <= 127,
      halves[0] != "multipart", halves[0] != "message"
    else {
      throw HeaderError(
        field: "attachment type",
        reason: .malformed(expected: "give a media type like application/pdf, not a message"))
    }
    return type
  }

  /// Appends the header and the body of the part.
  func write(to message: inout HeaderFolding) { message.bytes.append(contentsOf: encoded) }

  private static func write(
    _ filename: String, _ contentType: String, _ bytes: [UInt8], _ contentID: String?,
    to message: inout HeaderFolding
  ) {
    message.begin("Content-Type")
    message.append("\(contentType);".utf8)
    if contentType.hasPrefix("text/"), String(validating: bytes, as: UTF8.self) != nil {
      message.append("charset=utf-8;".utf8)
    }
    // For readers that do not know RFC 2231.
    message.append("name=\"\(FileNameParameter.fallback(filename))\"".utf8)
    message.end()
    message.begin("Content-Transfer-Encoding")
    message.append("base64".utf8)
    message.end()
    if let contentID {
      message.begin("Content-ID")
      message.append("<\(contentID)>".utf8)
      message.end()
    }
    message.begin("Content-Disposition")
    message.append((contentID == nil ? "attachment;" : "inline;").utf8)
    FileNameParameter.write(filename, to: &message)
    message.end()
    message.end()
    message.bytes.append(contentsOf: Base64.encodeLines(bytes))
    message.end()
  }
}
