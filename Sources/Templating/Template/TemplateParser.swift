/// Reads the tags of a template; collects all faults rather than stop at the first.
///
/// Runs in one pass with a stack of open tags, so its time is linear and nothing recurses.
struct TemplateParser {
  private let source: SourceBytes
  private let lines: TagLines
  private let range: Range<Int>
  private var delimiters: TagDelimiters
  private var open: [OpenTag] = []
  private var outermost: [TemplateNode] = []
  private var spintax = SpintaxScan()
  private(set) var errors: [TemplateError] = []

  /// Sections deeper than this are a fault; it bounds the recursion of everything downstream.
  static let maximumDepth = 32
  /// A text with more faults than this is no template, and there is no point in reading on.
  private static let maximumErrors = 50

  init(_ source: SourceBytes, range: Range<Int>, delimiters: TagDelimiters = TagDelimiters()) {
    self.source = source
    self.lines = TagLines(bytes: source.bytes, range: range)
    self.range = range
    self.delimiters = delimiters
  }

  private var bytes: [UInt8] { source.bytes }

  mutating func parse() -> Template {
    var textStart = range.lowerBound
    var cursor = textStart
    while errors.count < TemplateParser.maximumErrors,
      let start = find(delimiters.opening, from: cursor)
    {
      let contentStart = start + delimiters.opening.count
      let sigil = contentStart < range.upperBound ? bytes[contentStart] : 0
      let end = closing(of: sigil)
      guard let contentEnd = find(end, from: contentStart) else {
        fail(start, "this tag is never closed: write \(text(end)) after it.")
        break
      }
      let next = contentEnd + end.count
      if sigil != UInt8(ascii: "!"),
        find(delimiters.opening, from: contentStart, to: contentEnd) != nil
      {
        fail(start, "this tag is not closed before the next begins: write \(text(end)) after it.")
        cursor = contentStart
        continue
      }
      let tag = RawTag(sigil: sigil, content: contentStart..<contentEnd, place: start..<next)
      let taken = taken(by: tag)
      addText(textStart..<taken.lowerBound)
      read(tag, indentation: Array(bytes[taken.lowerBound..<start]), contentStart: taken.upperBound)
      textStart = taken.upperBound
      cursor = textStart
    }
    addText(textStart..<range.upperBound)
    for tag in open where errors.count < TemplateParser.maximumErrors {
      fail(tag.offset, "\(tag.word) '\(tag.name)' is never closed: write {{/\(tag.name)}}.")
    }
    return Template(source: source, nodes: outermost)
  }

  private func closing(of sigil: UInt8) -> [UInt8] {
    switch sigil {
    case UInt8(ascii: "{"): [UInt8(ascii: "}")] + delimiters.closing
    case UInt8(ascii: "="): [UInt8(ascii: "=")] + delimiters.closing
    default: delimiters.closing
    }
  }

  /// What a tag takes out of the text: itself, with the rest of its line where it stands alone.
  private func taken(by tag: RawTag) -> Range<Int> {
    let place = tag.place
    switch tag.sigil {
    case UInt8(ascii: "!"), UInt8(ascii: "="), UInt8(ascii: "#"), UInt8(ascii: "^"),
      UInt8(ascii: ">"):
      return lines.standalone(place) ?? place
    case UInt8(ascii: "<"):
      return (lines.startOfBlank(before: place.lowerBound) ?? place.lowerBound)..<place.upperBound
    case UInt8(ascii: "$"):
      let start = lines.startOfBlank(before: place.lowerBound)
      // In a parent the text around blocks is not shown, so only what comes after matters.
      guard let end = lines.endOfBlank(after: place.upperBound), end < range.upperBound,
        start != nil || isInParent
      else { return place }
      return (start ?? place.lowerBound)..<end
    case UInt8(ascii: "/"):
      let name = source.string(source.trimmed(afterSigil(tag.content)))
      guard let closed = open.last(where: { $0.name == compact(name) }) else {
        return lines.standalone(place) ?? place
      }
      switch closed.kind {
      case .section: return lines.standalone(place) ?? place
      case .parent:
        let end = closed.startsLine ? lines.endOfBlank(after: place.upperBound) : nil
        return place.lowerBound..<(end ?? place.upperBound)
      case .block:
        if let line = lines.standalone(place) { return line }
        let isLast = open.dropLast().last.map { $0.isParent } ?? false
        let start = isLast ? lines.startOfBlank(before: place.lowerBound) : nil
        return (start ?? place.lowerBound)..<place.upperBound
      }
    default: return place
    }
  }

  private var isInParent: Bool { open.last?.isParent ?? false }

  // MARK: Tags

  private mutating func read(_ tag: RawTag, indentation: [UInt8], contentStart: Int) {
    let offset = tag.place.lowerBound
    let content = afterSigil(tag.content)
    switch tag.sigil {
    case UInt8(ascii: "!"): break
    case UInt8(ascii: "="): readDelimiters(content, offset: offset)
    case UInt8(ascii: "#"), UInt8(ascii: "^"):
      guard let name = readName(content, offset: offset) else { return }
      push(
        OpenTag(
          kind: .section(name, isInverted: tag.sigil == UInt8(ascii: "^"), delimiters),
          name: name.text, offset: offset, contentStart: contentStart))
    case UInt8(ascii: "/"): close(content, tag)
    case UInt8(ascii: ">"):
      guard let name = readPartialName(content, offset: offset) else { return }
      add(.partial(PartialTag(name: name, indentation: indentation, offset: offset)))
    case UInt8(ascii: "<"):
      guard let name = readPartialName(content, offset: offset) else { return }
      push(
        OpenTag(
          kind: .parent(name), name: compact(name.text), offset: offset, contentStart: contentStart,
          indentation: indentation,
          startsLine: lines.startOfBlank(before: offset) != nil))
    case UInt8(ascii: "$"): openBlock(tag, contentStart: contentStart)
    case UInt8(ascii: "{"), UInt8(ascii: "&"): readVariable(content, isRaw: true, offset: offset)
    default: readVariable(tag.content, isRaw: false, offset: offset)
    }
  }

  private mutating func readVariable(_ content: Range<Int>, isRaw: Bool, offset: Int) {
    var reader = TagReader(source, content: content, offset: offset)
    let tag = reader.read(isRaw: isRaw)
    reader.errors.forEach { fail($0.offset, $0.message) }
    if let tag { add(.variable(tag)) }
  }

  private mutating func readName(_ content: Range<Int>, offset: Int) -> TemplateName? {
    let text = source.string(source.trimmed(content))
    if let name = TemplateName(text) { return name }
    fail(offset, TemplateName.fault(text))
    return nil
  }

  private mutating func readPartialName(_ content: Range<Int>, offset: Int) -> PartialName? {
    let text = source.string(source.trimmed(content))
    if text.utf8.first == UInt8(ascii: "*") {
      // What is no name here, such as **a or *a.*b, names nothing: the specification's word.
      let name = compact(String(text.dropFirst()))
      return TemplateName(name).map(PartialName.dynamic) ?? .fixed(text)
    }
    let isName =
      !text.isEmpty && text.utf8.allSatisfy { $0 > 0x20 && $0 != 0x7F && $0 != UInt8(ascii: "|") }
    if isName { return .fixed(text) }
    fail(offset, "'\(text.excerpt)' is not the name of a partial: write {{> signature}}.")
    return nil
  }

  private mutating func openBlock(_ tag: RawTag, contentStart: Int) {
    let offset = tag.place.lowerBound
    guard let name = readName(afterSigil(tag.content), offset: offset) else { return }
    var block = OpenTag(
      kind: .block, name: name.text, offset: offset, contentStart: contentStart)
    block.isOnLines = contentStart > tag.place.upperBound
    if let start = lines.startOfBlank(before: offset) {
      block.indentation = Array(bytes[start..<offset])
    }
    if block.isOnLines { block.inner = lines.blanks(from: contentStart) }
    push(block)
  }

  private mutating func push(_ tag: OpenTag) {
    if open.count >= TemplateParser.maximumDepth {
      fail(tag.offset, "sections are nested deeper than \(TemplateParser.maximumDepth).")
    }
    open.append(tag)
  }

  private mutating func close(_ content: Range<Int>, _ tag: RawTag) {
    let text = source.string(source.trimmed(content))
    let name = compact(text)
    guard open.contains(where: { $0.name == name }) else {
      let isName = TemplateName(text) != nil || name.utf8.first == UInt8(ascii: "*")
      fail(
        tag.place.lowerBound,
        isName
          ? "there is no open section '\(name)' to close here." : TemplateName.fault(text))
      return
    }
    while let last = open.popLast() {
      finish(last, at: tag)
      if last.name == name { return }
      fail(last.offset, "\(last.word) '\(last.name)' is not closed before {{/\(name)}}.")
    }
  }

  private mutating func finish(_ tag: OpenTag, at end: RawTag) {
    switch tag.kind {
    case .section(let name, let isInverted, let delimiters):
      let content = tag.contentStart..<max(tag.contentStart, end.place.lowerBound)
      add(
        .section(
          SectionTag(
            name: name, isInverted: isInverted, offset: tag.offset, content: content,
            delimiters: delimiters, nodes: tag.nodes)))
    case .block:
      add(
        .block(
          BlockTag(
            name: tag.name, offset: tag.offset, isOnLines: tag.isOnLines,
            indentation: tag.indentation, inner: tag.inner, nodes: tag.nodes)))
    case .parent(let name):
      let isAlone = tag.startsLine && lines.endOfBlank(after: end.place.upperBound) != nil
      if !isAlone, !tag.indentation.isEmpty {
        add(.text(tag.offset - tag.indentation.count..<tag.offset))
      }
      let blocks = tag.nodes.compactMap { if case .block(let block) = $0 { block } else { nil } }
      add(
        .parent(
          ParentTag(
            name: name, indentation: isAlone ? tag.indentation : [], offset: tag.offset,
            blocks: blocks)))
    }
  }

  private mutating func readDelimiters(_ content: Range<Int>, offset: Int) {
    let words = bytes[content].split { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }
    guard words.count == 2, !words.joined().contains(UInt8(ascii: "=")) else {
      fail(offset, "delimiters are written as two words between = signs: {{=<% %>=}}.")
      return
    }
    delimiters = TagDelimiters(opening: Array(words[0]), closing: Array(words[1]))
  }

  // MARK: Text

  private mutating func addText(_ text: Range<Int>) {
    guard !text.isEmpty else { return }
    for offset in spintax.starts(in: bytes, text) {
      fail(
        offset,
        "text drawn by lot, {one|two}, is not supported: make a named variant of the step instead.")
    }
    add(.text(text))
  }

  private mutating func add(_ node: TemplateNode) {
    if open.isEmpty {
      outermost.append(node)
    } else {
      open[open.count - 1].nodes.append(node)
    }
  }

  private func afterSigil(_ content: Range<Int>) -> Range<Int> {
    min(content.lowerBound + 1, content.upperBound)..<content.upperBound
  }

  /// Without the spaces that may stand behind the star of `* name`.
  private func compact(_ name: String) -> String {
    name.contains(" ") ? String(name.filter { $0 != " " }) : name
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
