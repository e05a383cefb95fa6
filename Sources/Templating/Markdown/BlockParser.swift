/// The first phase of CommonMark: lines to a tree of blocks.
///
/// Follows the parsing strategy of the CommonMark 0.31.2 appendix: for each line, match the open
/// blocks, open new ones, then add the rest as text. HTML blocks are text in mail.
struct BlockParser {
  private(set) var document: MarkdownDocument
  var line: LineScanner
  private var lineNumber = 0
  private var tip = 0
  private var oldTip = 0
  private var lastMatched = 0
  private var allClosed = true

  /// Quotes and lists deeper than this are text: it bounds time and every later recursion.
  static let maximumDepth = 64

  private let mode: MarkdownMode

  private init(_ bytes: [UInt8], mode: MarkdownMode) {
    self.mode = mode
    self.line = LineScanner(bytes)
    self.document = MarkdownDocument(textLength: bytes.count)
    document.bytes.reserveCapacity(bytes.count)
    document.blocks.append(Block(kind: .document, startLine: 1, endLine: 1))
  }

  /// Parses blocks; their text is left as bytes.
  static func parse(_ bytes: [UInt8], mode: MarkdownMode) -> MarkdownDocument {
    var parser = BlockParser(bytes, mode: mode)
    while parser.line.advanceLine() { parser.readLine() }
    while parser.tip != 0 { parser.close(parser.tip, at: parser.lineNumber) }
    return parser.document
  }

  // MARK: One line

  private mutating func readLine() {
    lineNumber += 1
    oldTip = tip
    var container = 0
    while let last = document.blocks[container].lastChild, document.blocks[last].isOpen {
      container = last
      line.findNonspace()
      switch matches(container) {
      case .matched: continue
      case .closed: return
      case .unmatched:
        container = document.blocks[container].parent ?? 0
      }
      break
    }
    allClosed = container == oldTip
    lastMatched = container

    if !acceptsLines(container) || document.blocks[container].kind == .paragraph {
      openBlocks(in: &container)
    }
    addText(to: container)
  }

  private mutating func openBlocks(in container: inout Int) {
    while true {
      line.findNonspace()
      guard let opened = openBlock(in: container) else {
        line.advanceToNonspace()
        return
      }
      container = opened.block
      if opened.isLeaf { return }
    }
  }

  private mutating func addText(to container: Int) {
    if !allClosed, !line.isBlank, document.blocks[tip].kind == .paragraph {
      addLine()  // lazy continuation of the paragraph
      return
    }
    closeUnmatched()
    if case .fencedCode = document.blocks[container].kind,
      document.blocks[container].startLine == lineNumber
    {
      return
    }
    if acceptsLines(container) {
      if document.blocks[container].kind == .paragraph { line.advanceToNonspace() }
      let text = line.rest().range
      addLine()
      if case .html(let kind) = document.blocks[container].kind, kind.ends(with: line.bytes[text]) {
        close(container, at: lineNumber)
      }
    } else if !line.isAtEnd, !line.isBlank {
      _ = addChild(.paragraph)
      line.advanceToNonspace()
      addLine()
    }
  }

  // MARK: Open blocks

  private enum Match { case matched, unmatched, closed }

  /// Whether the line goes on with an open block; takes the block's marks off the line.
  private mutating func matches(_ index: Int) -> Match {
    switch document.blocks[index].kind {
    case .document, .list: return .matched
    case .quote: return line.skipQuoteMark() ? .matched : .unmatched
    case .item(let marker):
      if line.isBlank {
        guard document.blocks[index].firstChild != nil else { return .unmatched }
        line.advanceToNonspace()
        return .matched
      }
      guard line.indent >= marker.markerOffset + marker.padding else { return .unmatched }
      line.advance(columns: marker.markerOffset + marker.padding)
      return .matched
    case .paragraph: return line.isBlank ? .unmatched : .matched
    case .heading, .thematicBreak, .definitions: return .unmatched
    case .html(let kind): return line.isBlank && kind.endsAtBlankLine ? .unmatched : .matched
    case .code:
      if line.indent >= 4 {
        line.advance(columns: 4)
      } else if line.isBlank {
        line.advanceToNonspace()
      } else {
        return .unmatched
      }
      return .matched
    case .fencedCode(let fence):
      if line.indent < 4, line.closes(fence) {
        close(index, at: lineNumber)
        return .closed
      }
      line.skipSpaces(upTo: fence.offset)
      return .matched
    }
  }

  private func acceptsLines(_ index: Int) -> Bool {
    switch document.blocks[index].kind {
    case .paragraph, .code, .fencedCode, .html: return true
    default: return false
    }
  }

  private func canContain(_ index: Int, leaf: Bool) -> Bool {
    switch document.blocks[index].kind {
    case .document, .quote, .item: return true
    case .list: return !leaf
    default: return false
    }
  }

  // MARK: New blocks

  private mutating func openBlock(in container: Int) -> (block: Int, isLeaf: Bool)? {
    let isParagraph = document.blocks[container].kind == .paragraph
    if line.indent >= 4 {
      guard document.blocks[tip].kind != .paragraph, !line.isBlank else { return nil }
      line.advance(columns: 4)
      closeUnmatched()
      return (addChild(.code), true)
    }
    let canNest = document.blocks[container].depth < BlockParser.maximumDepth
    if canNest, line.byte == UInt8(ascii: ">") {
      _ = line.skipQuoteMark()
      closeUnmatched()
      return (addChild(.quote), false)
    }
    if let level = line.skipHeadingMark() {
      closeUnmatched()
      let heading = addChild(.heading(level))
      add(line.headingText())
      return (heading, true)
    }
    if let (fence, info) = line.skipFence() {
      closeUnmatched()
      let code = addChild(.fencedCode(fence))
      let start = document.bytes.count
      document.bytes += line.bytes[info]
      document.blocks[code].info = start..<document.bytes.count
      document.blocks[code].content = document.bytes.count..<document.bytes.count
      return (code, true)
    }
    if let kind = htmlBlock(in: container) {
      closeUnmatched()
      return (addChild(.html(kind)), true)
    }
    if isParagraph, let level = line.setextLevel(mode), document.takeDefinitions(of: container) {
      closeUnmatched()
      document.blocks[container].kind = .heading(level)
      line.advanceToEnd()
      close(container, at: lineNumber)
      return (container, true)
    }
    if line.isThematicBreak() {
      closeUnmatched()
      let rule = addChild(.thematicBreak)
      line.advanceToEnd()
      return (rule, true)
    }
    let isList: Bool
    if case .list = document.blocks[container].kind { isList = true } else { isList = false }
    if canNest || isList, let marker = line.skipListMarker(interruptsParagraph: isParagraph) {
      closeUnmatched()
      addItem(marker)
      return (tip, false)
    }
    return nil
  }

  private mutating func addItem(_ marker: ListMarker) {
    if case .list(let list) = document.blocks[tip].kind, list.style == marker.style {
      _ = addChild(.item(marker))
    } else {
      _ = addChild(.list(marker))
      _ = addChild(.item(marker))
    }
  }

  private func htmlBlock(in container: Int) -> HTMLBlock? {
    guard mode == .specification, let kind = HTMLBlock(line.bytes, line: line.text) else {
      return nil
    }
    let isInParagraph =
      document.blocks[container].kind == .paragraph
      || !allClosed && document.blocks[tip].kind == .paragraph
    return kind == .tag && isInParagraph ? nil : kind
  }

  // MARK: The tree

  private mutating func addChild(_ kind: Block.Kind) -> Int {
    let isItem: Bool
    if case .item = kind { isItem = true } else { isItem = false }
    while !canContain(tip, leaf: !isItem) { close(tip, at: lineNumber - 1) }
    let index = document.blocks.count
    var block = Block(kind: kind, startLine: lineNumber, endLine: lineNumber)
    block.parent = tip
    block.depth = document.blocks[tip].depth + 1
    block.content = document.bytes.count..<document.bytes.count
    document.blocks.append(block)
    if let last = document.blocks[tip].lastChild {
      document.blocks[last].next = index
    } else {
      document.blocks[tip].firstChild = index
    }
    document.blocks[tip].lastChild = index
    tip = index
    return index
  }

  private mutating func addLine() {
    add(line.rest())
    document.bytes.append(0x0A)
    document.blocks[tip].content = document.blocks[tip].content.lowerBound..<document.bytes.count
  }

  private mutating func add(_ text: LineScanner.Rest) {
    for _ in 0..<text.spaces { document.bytes.append(0x20) }
    document.bytes.append(contentsOf: line.bytes[text.range])
    document.blocks[tip].content = document.blocks[tip].content.lowerBound..<document.bytes.count
  }

  private mutating func closeUnmatched() {
    guard !allClosed else { return }
    while oldTip != lastMatched {
      let parent = document.blocks[oldTip].parent ?? 0
      close(oldTip, at: lineNumber - 1)
      oldTip = parent
    }
    allClosed = true
  }

  private mutating func close(_ index: Int, at lineNumber: Int) {
    document.blocks[index].isOpen = false
    document.blocks[index].endLine = lineNumber
    switch document.blocks[index].kind {
    case .item:
      let last = document.blocks[index].lastChild
      document.blocks[index].endLine =
        last.map { document.blocks[$0].endLine } ?? document.blocks[index].startLine
    case .list: document.finishList(index)
    case .paragraph:
      if !document.takeDefinitions(of: index) { document.blocks[index].kind = .definitions }
    case .code: document.trimBlankLines(of: index)
    case .html: document.trimBlankLines(of: index)
    default: break
    }
    tip = document.blocks[index].parent ?? 0
  }
}
