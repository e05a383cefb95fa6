/// How far Markdown goes.
enum MarkdownMode {
  /// What belongs in a mail: links to http, https and mailto only, no space where a line ends between
  /// two Chinese or Japanese characters, and `--` before a signature does not underline a heading.
  case mail
  /// As CommonMark has it.
  case specification

  /// Whether a link may have this address; of an image it is one that is hosted or attached.
  func allows(_ destination: [UInt8], image isImage: Bool = false) -> Bool {
    if self == .specification { return true }
    let lower = destination.prefix(8).map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 }
    let prefixes = isImage ? MarkdownMode.imagePrefixes : MarkdownMode.linkPrefixes
    return prefixes.contains { lower.starts(with: $0) && destination.count > $0.count }
  }

  private static let linkPrefixes = ["http://", "https://", "mailto:"].map { Array($0.utf8) }
  private static let imagePrefixes = ["http://", "https://", "cid:"].map { Array($0.utf8) }
}
