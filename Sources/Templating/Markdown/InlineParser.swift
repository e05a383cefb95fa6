/// The second phase of CommonMark: the text of each block to inline events.
///
/// Text is read once into tokens; brackets and runs of `*` and `_` go on stacks, and pairs are
/// matched by the delimiter algorithm of the CommonMark 0.31.2 appendix, which takes linear time.
/// Raw HTML is text in mail.
struct InlineParser {
  private var document: MarkdownDocument
  private let mode: MarkdownMode
  private var tokens: [InlineToken] = []
  private var delimiters = DelimiterStack()
  private var brackets = BracketStack()
  private var backticks = BacktickIndex()
  private var rawHTML = RawHTML()
  private var textStart = 0
  private var end = 0

  private init(_ document: MarkdownDocument, mode: MarkdownMode) {
    self.document = document
    self.mode = mode
  }

  /// Fills in the inlines of every block of text.
  static func parse(_ document: MarkdownDocument, mode: MarkdownMode) -> MarkdownDocument {
    var parser = InlineParser(document, mode: mode)
    for index in document.blocks.indices {
      switch document.blocks[index].kind {
      case .paragraph, .heading:
        let start = parser.document.inlines.count
        parser.parse(parser.trimmed(document.blocks[index].content))
        parser.document.blocks[index].inlines = start..<parser.document.inlines.count
      default: break
      }
    }
    return parser.document
  }

  private func trimmed(_ content: Range<Int>) -> Range<Int> {
    var start = content.lowerBound
    var end = content.upperBound
    while start < end, isSpace(document.bytes[start]) { start += 1 }
    while end > start, isSpace(document.bytes[end - 1]) { end -= 1 }
    return start..<end
  }

  private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A }

  // MARK: Tokens

  private mutating func parse(_ range: Range<Int>) {
    tokens.removeAll(keepingCapacity: true)
    delimiters = DelimiterStack()
    brackets = BracketStack()
    backticks = BacktickIndex()
    rawHTML = RawHTML()
    textStart = range.lowerBound
    end = range.upperBound
    var index = range.lowerBound
    while index < end {
      switch document.bytes[index] {
      case UInt8(ascii: "\\"): index = readBackslash(at: index)
      case UInt8(ascii: "`"): index = readBackticks(at: index)
      case UInt8(ascii: "*"), UInt8(ascii: "_"): index = readDelimiters(at: index, in: range)
      case UInt8(ascii: "["): index = readOpeningBracket(at: index, length: 1)
      case UInt8(ascii: "!"):
        let isImage = index + 1 < end && document.bytes[index + 1] == UInt8(ascii: "[")
        index = isImage ? readOpeningBracket(at: index, length: 2) : index + 1
      case UInt8(ascii: "]"): index = readClosingBracket(at: index)
      case UInt8(ascii: "<"): index = readAngleBracket(at: index)
      case UInt8(ascii: "&"): index = readReference(at: index)
      case 0x0A: index = readLineEnd(at: index)
      default: index += 1
      }
    }
    flushText(to: end)
    delimiters.match(from: 0)
    delimiters.write(tokens, to: &document.inlines, mode: mode)
  }

  private mutating func flushText(to index: Int) {
    if textStart < index { tokens.append(.text(textStart..<index)) }
  }

  private mutating func readBackslash(at index: Int) -> Int {
    let next = index + 1
    guard next < end else { return next }
    if document.bytes[next] == 0x0A {
      flushText(to: index)
      tokens.append(.hardBreak)
      return skipSpaces(from: next + 1)
    }
    guard ASCII.isPunctuation(document.bytes[next]) else { return next }
    flushText(to: index)
    textStart = next
    return next + 1
  }

  private mutating func readLineEnd(at index: Int) -> Int {
    var textEnd = index
    while textEnd > textStart, document.bytes[textEnd - 1] == 0x20 { textEnd -= 1 }
    let isHard = index - textEnd >= 2
    flushText(to: textEnd)
    let next = skipSpaces(from: index + 1)
    if isHard {
      tokens.append(.hardBreak)
    } else if mode == .specification || !joinsWithoutSpace(before: textEnd, after: next) {
      tokens.append(.softBreak)
    }
    return next
  }

  /// Whether a line ends between two characters that are written without a space.
  private func joinsWithoutSpace(before: Int, after: Int) -> Bool {
    guard before > 0, after < end, document.bytes[before - 1] >= 0x80, document.bytes[after] >= 0x80
    else { return false }
    var start = before - 1
    while start > 0, document.bytes[start] & 0xC0 == 0x80 { start -= 1 }
    return DisplayWidth.isIdeographic(UTF8Scalar(document.bytes, at: start).value)
      && DisplayWidth.isIdeographic(UTF8Scalar(document.bytes, at: after).value)
  }

  private mutating func skipSpaces(from index: Int) -> Int {
    var index = index
    while index < end, document.bytes[index] == 0x20 || document.bytes[index] == 0x09 { index += 1 }
    textStart = index
    return index
  }

  private mutating func readBackticks(at index: Int) -> Int {
    let length = document.bytes.runLength(at: index, limit: end)
    let start = index + length
    guard
      let closing = backticks.find(length, after: start, in: document.bytes, limit: end)
    else { return start }
    flushText(to: index)
    var content = start..<closing
    func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A }
    if isBlank(document.bytes[content.lowerBound]), isBlank(document.bytes[content.upperBound - 1]),
      !document.bytes[content].allSatisfy(isBlank)
    {
      content = content.lowerBound + 1..<content.upperBound - 1
    }
    tokens.append(.code(content))
    textStart = closing + length
    return textStart
  }

  private mutating func readDelimiters(at index: Int, in range: Range<Int>) -> Int {
    flushText(to: index)
    let length = document.bytes.runLength(at: index, limit: end)
    let run = DelimiterRun(
      character: document.bytes[index], range: index..<index + length,
      before: document.bytes.kindOfCharacter(before: index, limit: range.lowerBound, mode: mode),
      after: document.bytes.kindOfCharacter(at: index + length, limit: range.upperBound, mode: mode)
    )
    tokens.append(.delimiter(delimiters.push(run)))
    textStart = index + length
    return textStart
  }

  private mutating func readReference(at index: Int) -> Int {
    guard let reference = CharacterReference(document.bytes[index..<end]) else { return index + 1 }
    flushText(to: index)
    // What the reference stands for is text whatever it is, so it goes behind the text being read.
    let start = document.bytes.count
    document.bytes += reference.text
    tokens.append(.text(start..<document.bytes.count))
    textStart = reference.end
    return textStart
  }

  // MARK: Links

  private mutating func readOpeningBracket(at index: Int, length: Int) -> Int {
    flushText(to: index)
    textStart = index + length
    brackets.push(
      Bracket(
        token: tokens.count, delimiter: delimiters.count, isImage: length == 2, start: textStart))
    tokens.append(.text(index..<textStart))
    return textStart
  }

  private mutating func readClosingBracket(at index: Int) -> Int {
    guard let bracket = brackets.pop(), let (link, next) = target(of: bracket, closedAt: index)
    else { return index + 1 }
    flushText(to: index)
    delimiters.match(from: bracket.delimiter)
    if mode.allows(link.destination, image: bracket.isImage) {
      let number = document.links.count
      document.links.append(
        Link(destination: LinkAddress.percentEncoded(link.destination), title: link.title))
      tokens[bracket.token] = bracket.isImage ? .startImage(number) : .startLink(number)
      tokens.append(bracket.isImage ? .endImage(number) : .endLink(number))
    } else {
      tokens[bracket.token] = .nothing  // a target that mail does not allow: keep the words
    }
    if !bracket.isImage { brackets.deactivateLinks() }
    textStart = next
    return next
  }

  /// Where the bracket leads: `(address)`, `[label]`, `[]` or nothing behind it.
  private mutating func target(of bracket: Bracket, closedAt index: Int) -> (Link, end: Int)? {
    let next = index + 1
    if let target = LinkTarget(document.bytes, at: next, limit: end) {
      return (target.link, target.end)
    }
    if let label = LinkParts.label(document.bytes, at: next, limit: end) {
      if !label.isEmpty {
        return document.references.link(document.bytes[label]).map { ($0, label.upperBound + 1) }
      }
      guard !bracket.hasBracketInside else { return nil }
      return document.references.link(document.bytes[bracket.start..<index]).map { ($0, next + 2) }
    }
    guard !bracket.hasBracketInside else { return nil }
    return document.references.link(document.bytes[bracket.start..<index]).map { ($0, next) }
  }

  private mutating func readAngleBracket(at index: Int) -> Int {
    if let autolink = Autolink(document.bytes, at: index, limit: end, mode: mode) {
      flushText(to: index)
      let number = document.links.count
      tokens.append(.startLink(number))
      document.links.append(Link(destination: autolink.destination, isAutolink: true))
      tokens.append(.text(autolink.text))
      tokens.append(.endLink(number))
      textStart = autolink.text.upperBound + 1
      return textStart
    }
    guard mode == .specification,
      let tagEnd = rawHTML.end(document.bytes, at: index, limit: end)
    else { return index + 1 }
    flushText(to: index)
    tokens.append(.html(index..<tagEnd))
    textStart = tagEnd
    return tagEnd
  }
}

/// A token of a block's text, before emphasis is matched.
enum InlineToken {
  case nothing
  case text(Range<Int>)
  case code(Range<Int>)
  case softBreak
  case hardBreak
  /// The index of the run in the stack.
  case delimiter(Int)
  case html(Range<Int>)
  case startLink(Int)
  case endLink(Int)
  case startImage(Int)
  case endImage(Int)
}
