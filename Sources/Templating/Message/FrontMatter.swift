/// The `key: value` lines between two `---` lines at the top of a template file.
struct FrontMatter {
  private(set) var subject: Range<Int>?
  private(set) var preheader: Range<Int>?
  private(set) var emphasis: String?
  private(set) var formality: Formality?
  private(set) var format: MessageFormat?
  /// The rest of the file.
  private(set) var body: Range<Int>
  private(set) var errors: [TemplateError] = []

  private let source: SourceBytes
  private static let keys = ["subject", "preheader", "emphasis", "formality", "format"]

  init(_ source: SourceBytes) {
    self.source = source
    let all = source.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    self.body = all..<source.bytes.count
    guard let first = line(at: body.lowerBound), isFence(first.content) else { return }

    var next = first.next
    var seen: Set<String> = []
    while let line = line(at: next) {
      next = line.next
      if isFence(line.content) {
        body = next..<source.bytes.count
        return
      }
      let content = source.trimmed(line.content)
      if !content.isEmpty { read(content, seen: &seen) }
    }
    fail(all, "the front matter is never closed: write --- on a line of its own before the text.")
    body = source.bytes.count..<source.bytes.count
  }

  private mutating func read(_ line: Range<Int>, seen: inout Set<String>) {
    guard let colon = source.bytes[line].firstIndex(of: UInt8(ascii: ":")) else {
      fail(line.lowerBound, "front matter lines are written key: value, such as subject: Hello.")
      return
    }
    let key = source.string(source.trimmed(line.lowerBound..<colon))
    let value = source.trimmed(colon + 1..<line.upperBound)
    guard FrontMatter.keys.contains(key) else {
      fail(
        line.lowerBound,
        UnknownName.message(kind: "front matter key", name: key, known: FrontMatter.keys))
      return
    }
    guard seen.insert(key).inserted else {
      fail(line.lowerBound, "'\(key)' is written twice: keep one of them.")
      return
    }
    guard !value.isEmpty else {
      fail(line.lowerBound, "'\(key)' has no value: fill it in or leave the line out.")
      return
    }
    switch key {
    case "subject": subject = value
    case "preheader": preheader = value
    case "emphasis": readEmphasis(value)
    case "format": readFormat(value)
    default: readFormality(value)
    }
  }

  private mutating func readEmphasis(_ value: Range<Int>) {
    let isSlug = source.bytes[value].allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
        UInt8(ascii: "-"):
        return true
      default: return false
      }
    }
    if isSlug {
      emphasis = source.string(value)
    } else {
      fail(
        value.lowerBound,
        "'\(source.string(value).excerpt)' is not an emphasis: use small letters, digits and hyphens, "
          + "such as brand-story.")
    }
  }

  private mutating func readFormality(_ value: Range<Int>) {
    formality = Formality(rawValue: source.string(value))
    if formality == nil {
      fail(
        value.lowerBound,
        "'\(source.string(value).excerpt)' is no formality: write formal or informal.")
    }
  }

  private mutating func readFormat(_ value: Range<Int>) {
    format = MessageFormat(rawValue: source.string(value))
    if format == nil {
      fail(
        value.lowerBound,
        "'\(source.string(value).excerpt)' is no format: write text for a message without HTML, "
          + "or html.")
    }
  }

  /// The line that starts here, without its end, and where the next starts; nil at the end.
  private func line(at start: Int) -> (content: Range<Int>, next: Int)? {
    guard start < source.bytes.count else { return nil }
    let end = source.bytes[start...].firstIndex(of: 0x0A) ?? source.bytes.count
    return (start..<end, min(end + 1, source.bytes.count))
  }

  private func isFence(_ line: Range<Int>) -> Bool {
    source.string(source.trimmed(line)) == "---" && source.bytes[line.lowerBound] == 0x2D
  }

  private mutating func fail(_ offset: Int, _ message: String) {
    errors.append(TemplateError(position: source.position(at: offset), message: message))
  }
}
