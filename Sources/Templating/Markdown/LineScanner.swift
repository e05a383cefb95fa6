/// The line being read, with a place in it counted in bytes and in columns (tabs reach to four).
struct LineScanner {
  let bytes: [UInt8]
  private var lineStart = 0
  private var lineEnd = 0
  private var nextLine = 0
  private(set) var offset = 0
  private var column = 0
  private var hasPartialTab = false
  private var nonspace = 0
  private var nonspaceColumn = 0

  /// The columns of white space before the text.
  private(set) var indent = 0
  /// Whether nothing but white space is left.
  private(set) var isBlank = false

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The text left on the line, and the spaces that stand for a tab taken in part.
  struct Rest {
    var spaces: Int
    var range: Range<Int>
  }

  var isAtEnd: Bool { offset >= lineEnd }

  /// The first byte that is no white space; 0 at the end of the line.
  var byte: UInt8 { nonspace < lineEnd ? bytes[nonspace] : 0 }

  /// The line from its first byte that is no white space.
  var text: Range<Int> { nonspace..<lineEnd }

  mutating func advanceLine() -> Bool {
    guard nextLine < bytes.count else { return false }
    lineStart = nextLine
    lineEnd = lineStart
    while lineEnd < bytes.count, bytes[lineEnd] != 0x0A, bytes[lineEnd] != 0x0D { lineEnd += 1 }
    nextLine = lineEnd + 1
    if lineEnd + 1 < bytes.count, bytes[lineEnd] == 0x0D, bytes[lineEnd + 1] == 0x0A {
      nextLine += 1
    }
    offset = lineStart
    column = 0
    hasPartialTab = false
    return true
  }

  mutating func findNonspace() {
    nonspace = offset
    nonspaceColumn = column
    while nonspace < lineEnd {
      if bytes[nonspace] == 0x20 {
        nonspaceColumn += 1
      } else if bytes[nonspace] == 0x09 {
        nonspaceColumn += 4 - nonspaceColumn % 4
      } else {
        break
      }
      nonspace += 1
    }
    isBlank = nonspace == lineEnd
    indent = nonspaceColumn - column
  }

  mutating func advanceToNonspace() {
    offset = nonspace
    column = nonspaceColumn
    hasPartialTab = false
  }

  mutating func advanceToEnd() { offset = lineEnd }

  mutating func advance(columns: Int) {
    var columns = columns
    while columns > 0, offset < lineEnd {
      if bytes[offset] == 0x09 {
        let width = 4 - column % 4
        hasPartialTab = width > columns
        let taken = min(width, columns)
        column += taken
        if !hasPartialTab { offset += 1 }
        columns -= taken
      } else {
        hasPartialTab = false
        offset += 1
        column += 1
        columns -= 1
      }
    }
  }

  private mutating func advance(bytes count: Int) {
    offset += count
    column += count
    hasPartialTab = false
  }

  private mutating func skipOneSpace() {
    if offset < lineEnd, bytes[offset] == 0x20 || bytes[offset] == 0x09 { advance(columns: 1) }
  }

  func rest() -> Rest {
    hasPartialTab
      ? Rest(spaces: 4 - column % 4, range: offset + 1..<lineEnd)
      : Rest(spaces: 0, range: min(offset, lineEnd)..<lineEnd)
  }

  private func count(of byte: UInt8, from start: Int) -> Int {
    var end = start
    while end < lineEnd, bytes[end] == byte { end += 1 }
    return end - start
  }

  private func isSpace(at index: Int) -> Bool {
    index >= lineEnd || bytes[index] == 0x20 || bytes[index] == 0x09
  }

  // MARK: Marks of blocks

  mutating func skipQuoteMark() -> Bool {
    guard indent < 4, byte == UInt8(ascii: ">") else { return false }
    advanceToNonspace()
    advance(bytes: 1)
    skipOneSpace()
    return true
  }

  mutating func skipHeadingMark() -> Int? {
    let level = count(of: UInt8(ascii: "#"), from: nonspace)
    guard (1...6).contains(level), isSpace(at: nonspace + level) else { return nil }
    advanceToNonspace()
    advance(bytes: level)
    return level
  }

  /// The text of a heading line without its closing marks.
  mutating func headingText() -> Rest {
    var start = offset
    var end = lineEnd
    while start < end, isSpace(at: start) { start += 1 }
    while end > start, isSpace(at: end - 1) { end -= 1 }
    var mark = end
    while mark > start, bytes[mark - 1] == UInt8(ascii: "#") { mark -= 1 }
    if mark == start {
      end = start
    } else if mark < end, isSpace(at: mark - 1) {
      end = mark
      while end > start, isSpace(at: end - 1) { end -= 1 }
    }
    advanceToEnd()
    return Rest(spaces: 0, range: start..<end)
  }

  /// Reads the marks that open fenced code, and what stands behind them.
  mutating func skipFence() -> (fence: Fence, info: Range<Int>)? {
    let character = byte
    guard character == UInt8(ascii: "`") || character == UInt8(ascii: "~") else { return nil }
    let length = count(of: character, from: nonspace)
    guard length >= 3 else { return nil }
    let info = bytes[nonspace + length..<lineEnd]
    if character == UInt8(ascii: "`"), info.contains(character) { return nil }
    let fence = Fence(character: character, length: length, offset: indent)
    var words = info.indices
    while let first = words.first, isSpace(at: first) { words.removeFirst() }
    while let last = words.last, isSpace(at: last) { words.removeLast() }
    offset = lineEnd
    hasPartialTab = false
    return (fence, words)
  }

  func closes(_ fence: Fence) -> Bool {
    guard byte == fence.character else { return false }
    let length = count(of: fence.character, from: nonspace)
    return length >= fence.length && (nonspace + length..<lineEnd).allSatisfy(isSpace(at:))
  }

  mutating func skipSpaces(upTo limit: Int) {
    var left = limit
    while left > 0, offset < lineEnd, isSpace(at: offset) {
      advance(columns: 1)
      left -= 1
    }
  }

  /// The level of a heading that this line underlines; `--` is none in mail, it precedes signatures.
  func setextLevel(_ mode: MarkdownMode) -> Int? {
    guard byte == UInt8(ascii: "=") || byte == UInt8(ascii: "-") else { return nil }
    let length = count(of: byte, from: nonspace)
    guard (nonspace + length..<lineEnd).allSatisfy(isSpace(at:)) else { return nil }
    if byte == UInt8(ascii: "=") { return 1 }
    return mode == .mail && length == 2 ? nil : 2
  }

  func isThematicBreak() -> Bool {
    let mark = byte
    guard mark == UInt8(ascii: "*") || mark == UInt8(ascii: "-") || mark == UInt8(ascii: "_") else {
      return false
    }
    var marks = 0
    for index in nonspace..<lineEnd {
      if bytes[index] == mark {
        marks += 1
      } else if !isSpace(at: index) {
        return false
      }
    }
    return marks >= 3
  }

  /// Reads `-`, `*`, `+`, `1.` or `1)` and the space after it.
  mutating func skipListMarker(interruptsParagraph: Bool) -> ListMarker? {
    guard indent < 4 else { return nil }
    var marker = ListMarker(style: .bullet(byte), start: 1, markerOffset: indent, padding: 0)
    var length = 1
    switch byte {
    case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"): break
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      var number = 0
      var end = nonspace
      while end < lineEnd, end - nonspace < 10, bytes[end] &- 0x30 < 10 {
        number = number * 10 + Int(bytes[end] - 0x30)
        end += 1
      }
      guard end - nonspace <= 9, end < lineEnd,
        bytes[end] == UInt8(ascii: ".") || bytes[end] == UInt8(ascii: ")"),
        !interruptsParagraph || number == 1
      else { return nil }
      marker.style = .ordered(delimiter: bytes[end])
      marker.start = number
      length = end - nonspace + 1
    default: return nil
    }
    guard isSpace(at: nonspace + length) else { return nil }
    if interruptsParagraph, (nonspace + length..<lineEnd).allSatisfy(isSpace(at:)) { return nil }

    advanceToNonspace()
    advance(bytes: length)
    let before = self
    let startColumn = column
    repeat {
      advance(columns: 1)
    } while column - startColumn < 5 && offset < lineEnd && isSpace(at: offset)
    let isBlankItem = offset >= lineEnd
    let spaces = column - startColumn
    if spaces >= 5 || spaces < 1 || isBlankItem {
      self = before
      marker.padding = length + 1
      skipOneSpace()
    } else {
      marker.padding = length + spaces
    }
    return marker
  }
}
