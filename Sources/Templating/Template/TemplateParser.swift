/// Reads the tags of a template; collects all faults rather than stop at the first.
///
/// Runs in one pass with a stack of open sections, so its time is linear and nothing recurses.
struct TemplateParser {
  private let source: SourceBytes
  private let range: Range<Int>
  private var opening = Array("{{".utf8)
  private var closing = Array("}}".utf8)
  private var sections: [SectionTag] = []
  private var outermost: [TemplateNode] = []
  private(set) var errors: [TemplateError] = []

  /// Sections deeper than this are a fault; it bounds the recursion of everything downstream.
  static let maximumDepth = 32
  /// A text with more faults than this is no template, and there is no point in reading on.
  private static let maximumErrors = 50

  init(_ source: SourceBytes, range: Range<Int>) {
    self.source = source
    self.range = range
  }

  private var bytes: [UInt8] { source.bytes }

  mutating func parse() -> Template {
    var textStart = range.lowerBound
    var cursor = textStart
    while errors.count < TemplateParser.maximumErrors,
      let start = find(opening, from: cursor)
    {
      let contentStart = start + opening.count
      let sigil = contentStart < range.upperBound ? bytes[contentStart] : 0
      let end: [UInt8]
      switch sigil {
      case UInt8(ascii: "{"): end = [UInt8(ascii: "}")] + closing
      case UInt8(ascii: "="): end = [UInt8(ascii: "=")] + closing
      default: end = closing
      }
      guard let contentEnd = find(end, from: contentStart) else {
        fail(start, "this tag is never closed: write \(text(end)) after it.")
        break
      }
      let next = contentEnd + end.count
      let content = contentStart..<contentEnd
      if sigil != UInt8(ascii: "!"), find(opening, from: contentStart, to: contentEnd) != nil {
        fail(start, "this tag is not closed before the next begins: write \(text(end)) after it.")
        cursor = contentStart
        continue
      }
      var line: Range<Int>?
      if isAloneable(sigil) { line = standaloneLine(start..<next) }
      addText(textStart..<(line?.lowerBound ?? start))
      let indentation = line.map { Array(bytes[$0.lowerBound..<start]) } ?? []
      readTag(sigil, content: content, offset: start, indentation: indentation)
      textStart = line?.upperBound ?? next
      cursor = textStart
    }
    addText(textStart..<range.upperBound)
    for section in sections where errors.count < TemplateParser.maximumErrors {
      fail(
        section.offset,
        "section '\(section.name.text)' is never closed: write {{/\(section.name.text)}}.")
    }
    return Template(source: source, nodes: outermost)
  }

  // MARK: Tags

  private mutating func readTag(
    _ sigil: UInt8, content: Range<Int>, offset: Int, indentation: [UInt8]
  ) {
    let afterSigil = min(content.lowerBound + 1, content.upperBound)..<content.upperBound
    switch sigil {
    case UInt8(ascii: "!"): break
    case UInt8(ascii: "="): readDelimiters(afterSigil, offset: offset)
    case UInt8(ascii: "#"), UInt8(ascii: "^"):
      guard let name = readName(afterSigil, offset: offset) else { return }
      if sections.count >= TemplateParser.maximumDepth {
        fail(offset, "sections are nested deeper than \(TemplateParser.maximumDepth).")
      }
      sections.append(
        SectionTag(name: name, isInverted: sigil == UInt8(ascii: "^"), offset: offset, nodes: []))
    case UInt8(ascii: "/"): closeSection(afterSigil, offset: offset)
    case UInt8(ascii: ">"):
      let name = source.string(source.trimmed(afterSigil))
      guard isPartialName(name) else {
        fail(offset, "'\(name.excerpt)' is not the name of a partial: write {{> signature}}.")
        return
      }
      add(.partial(PartialTag(name: name, indentation: indentation, offset: offset)))
    case UInt8(ascii: "$"), UInt8(ascii: "<"):
      fail(offset, "template inheritance is not supported: use a partial, {{> name}}.")
    case UInt8(ascii: "{"), UInt8(ascii: "&"):
      readVariable(afterSigil, isRaw: true, offset: offset)
    default: readVariable(content, isRaw: false, offset: offset)
    }
  }

  private mutating func readVariable(_ content: Range<Int>, isRaw: Bool, offset: Int) {
    var tag = TagContent(source.string(content))
    if let message = tag.readFallback() {
      fail(offset, message)
      return
    }
    guard let name = TemplateName(tag.name) else {
      fail(offset, TagContent.message(notAName: tag.name))
      return
    }
    add(
      .variable(VariableTag(name: name, isRaw: isRaw, fallback: tag.fallback, offset: offset)))
  }

  private mutating func readName(_ content: Range<Int>, offset: Int) -> TemplateName? {
    let text = source.string(source.trimmed(content))
    if let name = TemplateName(text) { return name }
    fail(offset, TagContent.message(notAName: text))
    return nil
  }

  private mutating func closeSection(_ content: Range<Int>, offset: Int) {
    guard let name = readName(content, offset: offset) else { return }
    guard sections.contains(where: { $0.name == name }) else {
      fail(offset, "there is no open section '\(name.text)' to close here.")
      return
    }
    while let section = sections.popLast() {
      add(.section(section))
      if section.name == name { return }
      fail(
        section.offset,
        "section '\(section.name.text)' is not closed before {{/\(name.text)}}.")
    }
  }

  private mutating func readDelimiters(_ content: Range<Int>, offset: Int) {
    let words = bytes[content].split { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }
    guard words.count == 2, !words.joined().contains(UInt8(ascii: "=")) else {
      fail(offset, "delimiters are written as two words between = signs: {{=<% %>=}}.")
      return
    }
    opening = Array(words[0])
    closing = Array(words[1])
  }

  private func isPartialName(_ name: String) -> Bool {
    !name.isEmpty
      && name.utf8.allSatisfy { byte in
        byte > 0x20 && byte != 0x7F && byte != UInt8(ascii: "*") && byte != UInt8(ascii: "|")
      }
  }

  // MARK: Text

  private mutating func addText(_ text: Range<Int>) {
    guard !text.isEmpty else { return }
    refuseSpintax(text)
    add(.text(text))
  }

  private mutating func add(_ node: TemplateNode) {
    if sections.isEmpty {
      outermost.append(node)
    } else {
      sections[sections.count - 1].nodes.append(node)
    }
  }

  /// `{one|two}` draws a text by lot: what was approved would not be what is sent.
  private mutating func refuseSpintax(_ text: Range<Int>) {
    var start: Int?
    var hasBar = false
    for index in text {
      switch bytes[index] {
      case UInt8(ascii: "{"):
        start = index
        hasBar = false
      case UInt8(ascii: "|"): hasBar = start != nil
      case UInt8(ascii: "}"), UInt8(ascii: "\n"):
        if let start, hasBar, bytes[index] == UInt8(ascii: "}") { failSpintax(start) }
        start = nil
        hasBar = false
      default: break
      }
    }
    // The brace may close behind a tag: {Hi|Hello {{first_name}}}.
    if let start, hasBar { failSpintax(start) }
  }

  private mutating func failSpintax(_ offset: Int) {
    fail(
      offset,
      "text drawn by lot, {one|two}, is not supported: make a named variant of the step instead.")
  }

  // MARK: Places

  private func isAloneable(_ sigil: UInt8) -> Bool {
    switch sigil {
    case UInt8(ascii: "!"), UInt8(ascii: "="), UInt8(ascii: "#"), UInt8(ascii: "^"),
      UInt8(ascii: "/"), UInt8(ascii: ">"):
      return true
    default: return false
    }
  }

  /// The whole line, its end included, of a tag that stands on it with nothing but white space.
  private func standaloneLine(_ tag: Range<Int>) -> Range<Int>? {
    var start = tag.lowerBound
    while start > range.lowerBound, bytes[start - 1] == 0x20 || bytes[start - 1] == 0x09 {
      start -= 1
    }
    guard start == range.lowerBound || bytes[start - 1] == 0x0A else { return nil }
    var end = tag.upperBound
    while end < range.upperBound, bytes[end] == 0x20 || bytes[end] == 0x09 { end += 1 }
    if end == range.upperBound { return start..<end }
    if bytes[end] == 0x0D, end + 1 < range.upperBound, bytes[end + 1] == 0x0A { end += 1 }
    return bytes[end] == 0x0A ? start..<(end + 1) : nil
  }

  private func find(_ pattern: [UInt8], from start: Int, to limit: Int? = nil) -> Int? {
    let end = (limit ?? range.upperBound) - pattern.count
    guard start <= end else { return nil }
    return bytes.withUnsafeBufferPointer { bytes in
      (start...end).first { index in
        bytes[index] == pattern[0]
          && pattern.indices.allSatisfy { bytes[index + $0] == pattern[$0] }
      }
    }
  }

  private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

  private mutating func fail(_ offset: Int, _ message: String) {
    errors.append(TemplateError(position: source.position(at: offset), message: message))
  }
}
