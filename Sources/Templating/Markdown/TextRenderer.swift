/// Writes a Markdown document as plain text for a mail, wrapped at 72 columns.
///
/// Emphasis leaves no marks; a link is `words (address)` or `words [1]`, or the address alone where
/// the words are the address; of an image its alternative text is left; lists and quotes keep their
/// marks.
struct TextRenderer {
  private let document: MarkdownDocument
  private let links: TextLinks
  /// The addresses at the end of the text, and the number of each.
  private var notes: [[UInt8]] = []
  private var numbers: [[UInt8]: Int] = [:]
  private var output: [UInt8] = []
  /// What goes before the next line, and before those after it.
  private var first: [UInt8] = []
  private var rest: [UInt8] = []

  private static let width = 72
  private static let rule = Array("* * *".utf8)

  private init(_ document: MarkdownDocument, links: TextLinks) {
    self.document = document
    self.links = links
    output.reserveCapacity(document.bytes.count + document.bytes.count / 8 + 64)
  }

  static func render(_ document: MarkdownDocument, links: TextLinks = .inline) -> String {
    var renderer = TextRenderer(document, links: links)
    renderer.writeChildren(of: 0, isTight: false)
    renderer.writeNotes()
    return String(decoding: renderer.output, as: UTF8.self)
  }

  // MARK: Blocks

  private mutating func writeChildren(of index: Int, isTight: Bool) {
    var isFirst = true
    var child = document.blocks[index].firstChild
    while let current = child {
      child = document.blocks[current].next
      if document.blocks[current].kind == .definitions { continue }
      if !isFirst, !isTight { writeLine([]) }
      isFirst = false
      write(current, isTight: isTight)
    }
  }

  private mutating func write(_ index: Int, isTight: Bool) {
    let block = document.blocks[index]
    switch block.kind {
    case .document, .definitions, .html: break
    case .paragraph, .heading: writeText(block.inlines)
    case .thematicBreak: writeLine(TextRenderer.rule[...])
    case .code, .fencedCode: writeCode(block.content)
    case .quote:
      let outer = indent(first: Array("> ".utf8), rest: Array("> ".utf8))
      writeChildren(of: index, isTight: false)
      unindent(outer)
    case .list(let marker): writeList(index, marker: marker, isTight: block.isTight)
    case .item: writeChildren(of: index, isTight: isTight)
    }
  }

  private mutating func writeList(_ index: Int, marker: ListMarker, isTight: Bool) {
    var number = marker.start
    var isFirst = true
    var child = document.blocks[index].firstChild
    while let item = child {
      if !isFirst, !isTight { writeLine([]) }
      isFirst = false
      let mark: [UInt8]
      switch marker.style {
      case .bullet: mark = Array("- ".utf8)
      case .ordered(let delimiter): mark = Array(String(number).utf8) + [delimiter, 0x20]
      }
      let outer = indent(first: mark, rest: [UInt8](repeating: 0x20, count: mark.count))
      let start = output.count
      writeChildren(of: item, isTight: isTight)
      if output.count == start { writeLine([]) }
      unindent(outer)
      number &+= 1
      child = document.blocks[item].next
    }
  }

  /// Adds to what goes before each line; returns what went before.
  private mutating func indent(first: [UInt8], rest: [UInt8]) -> [UInt8] {
    let outer = self.rest
    self.first += first
    self.rest += rest
    return outer
  }

  private mutating func unindent(_ outer: [UInt8]) {
    rest = outer
    first = outer
  }

  private mutating func writeCode(_ content: Range<Int>) {
    for line in Literal.decoded(document.bytes[content]).split(
      separator: 0x0A, omittingEmptySubsequences: false
    ).dropLast() {
      writeLine(line)
    }
  }

  private mutating func writeLine(_ text: ArraySlice<UInt8>) {
    output.append(contentsOf: first)
    output.append(contentsOf: text)
    while output.last == 0x20 { output.removeLast() }
    output.append(0x0A)
    first = rest
  }

  // MARK: Text

  private mutating func writeText(_ inlines: Range<Int>) {
    var text: [UInt8] = []
    var unbreakable: [Range<Int>] = []
    var linkStart = 0
    var imageDepth = 0
    for inline in document.inlines[inlines] {
      switch inline {
      case .text(let range), .code(let range): append(range, to: &text)
      case .softBreak: text.append(0x20)
      case .hardBreak: text.append(imageDepth == 0 ? 0x0A : 0x20)
      case .start, .end, .html: break
      case .startImage: imageDepth += 1
      case .endImage: imageDepth -= 1
      case .startLink: if imageDepth == 0 { linkStart = text.count }
      case .endLink(let index):
        guard imageDepth == 0 else { continue }
        appendAddress(of: document.links[index], to: &text, from: linkStart, &unbreakable)
      }
    }
    let indentation = DisplayWidth.columns(rest)
    let wrapper = LineWrapper(bytes: text, unbreakable: unbreakable)
    for line in wrapper.lines(width: max(20, TextRenderer.width - indentation)) {
      writeLine(text[line])
    }
  }

  private func append(_ range: Range<Int>, to text: inout [UInt8]) {
    document.bytes.withUnsafeBufferPointer { bytes in
      var plain = range.lowerBound
      var index = range.lowerBound
      while index < range.upperBound {
        let byte = bytes[index]
        if byte >= 0x20, byte < 0x7F || byte >= 0x80 && !Literal.isLead(byte) {
          index += 1
          continue
        }
        text.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[plain..<index]))
        if Literal.isLead(byte), index + 1 < range.upperBound {
          text.append(Literal.decode(byte, bytes[index + 1]))
          index += 2
        } else {
          text.append(byte >= 0x80 ? byte : 0x20)
          index += 1
        }
        plain = index
      }
      text.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[plain..<index]))
    }
  }

  private mutating func appendAddress(
    of link: Link, to text: inout [UInt8], from start: Int, _ unbreakable: inout [Range<Int>]
  ) {
    let words = text[start...]
    let isMail = link.destination.starts(with: "mailto:".utf8)
    let address = isMail ? mailbox(of: link) : link.destination[...]
    let hasScheme = words.starts(with: "http".utf8)
    let shown = isMail || hasScheme ? address : address.drop { $0 != 0x2F }.dropFirst(2)
    if link.isAutolink || isSame(words, shown) || isSame(words, address) {
      if !isMail, !link.isAutolink { text.replaceSubrange(start..., with: address) }
      unbreakable.append(start..<text.count)
      return
    }
    let hasWords = !words.isEmpty
    if hasWords { text.append(0x20) }
    let from = text.count
    if !hasWords {
      text += address
    } else if links == .footnotes, !isMail {
      text += "[\(number(of: link.destination))]".utf8
      unbreakable.append(from - 1..<text.count)  // a number alone on a line says nothing
      return
    } else {
      text.append(UInt8(ascii: "("))
      text += address
      text.append(UInt8(ascii: ")"))
    }
    unbreakable.append(from..<text.count)
  }

  /// The address that a link writes to; a subject or text that it fills in is no use on paper.
  private func mailbox(of link: Link) -> ArraySlice<UInt8> {
    let address = link.destination.dropFirst(7)
    return address.prefix { $0 != UInt8(ascii: "?") }
  }

  private mutating func number(of address: [UInt8]) -> Int {
    if let number = numbers[address] { return number }
    notes.append(address)
    numbers[address] = notes.count
    return notes.count
  }

  private mutating func writeNotes() {
    if !notes.isEmpty { writeLine([]) }
    for (index, address) in notes.enumerated() {
      writeLine((Array("[\(index + 1)] ".utf8) + address)[...])
    }
  }

  /// Whether words and address are the same but for a slash at the end.
  private func isSame(_ words: ArraySlice<UInt8>, _ address: ArraySlice<UInt8>) -> Bool {
    func plain(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
      text.last == UInt8(ascii: "/") ? text.dropLast() : text
    }
    return plain(words) == plain(address)
  }
}

extension DisplayWidth {
  /// The columns of a text.
  static func columns(_ bytes: [UInt8]) -> Int {
    var columns = 0
    var previous: UInt32 = 0
    var index = 0
    while index < bytes.count {
      let scalar = UTF8Scalar(bytes, at: index)
      columns += of(scalar.value, after: previous)
      previous = scalar.value
      index += scalar.length
    }
    return columns
  }
}
