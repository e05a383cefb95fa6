/// One part of a message: the message itself, a multipart, a text, an attachment.
package struct MIMEPart: Sendable {
  package let header: InboundHeader
  package let contentType: ContentType
  /// The part that this one stands in; `nil` for the message itself.
  package let parent: Int?
  /// How many parts this one stands in.
  let depth: Int
  /// The octets of the body, transfer encoding and all.
  package internal(set) var body: Range<Int>
  /// Whether parts stand in it.
  package internal(set) var hasParts = false

  init(header: InboundHeader, parent: Int?, depth: Int, body: Range<Int>) {
    var header = header
    let type = header.raw("content-type").map(ContentType.init)
    if let charset = type?["charset"], !charset.isEmpty { header.charset = charset }
    self.header = header
    self.contentType = type ?? ContentType([])
    self.parent = parent
    self.depth = depth
    self.body = body
  }

  /// The media type in lower case; `text/plain` where none, or no possible one, is given.
  package var mediaType: String {
    let value = contentType.value
    return value.contains("/") || value == "text" ? value : "text/plain"
  }

  var isMultipart: Bool { mediaType.hasPrefix("multipart/") }

  var isEmbeddedMessage: Bool {
    mediaType == "message/rfc822" || mediaType == "message/global" || mediaType == "message/news"
  }

  package var charset: String? { contentType["charset"] }

  /// `attachment`, `inline`, or empty.
  package var disposition: String {
    header.raw("content-disposition").map { ContentType($0).value } ?? ""
  }

  /// The file's name, where the part has one.
  package var fileName: String? {
    header.raw("content-disposition").map(ContentType.init)?["filename"] ?? contentType["name"]
  }

  enum TransferEncoding { case none, base64, quotedPrintable }

  var transferEncoding: TransferEncoding {
    guard let token = header.token("content-transfer-encoding") else { return .none }
    // Some write more behind it.
    if token.hasPrefix("base64") { return .base64 }
    return token.hasPrefix("quoted-printable") ? .quotedPrintable : .none
  }
}
