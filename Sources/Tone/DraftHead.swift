/// What stands before the body of a file: front matter between `---` lines, or a `Subject:` line.
struct DraftHead {
  private(set) var regions: [Draft.Region] = []
  private(set) var bodyStart: Int
  private(set) var isFrontMatter = false

  init(_ bytes: [UInt8]) {
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    bodyStart = start
    guard let first = Line(in: bytes, from: start, end: bytes.count) else { return }
    if Self.isFence(bytes, first) {
      readFrontMatter(bytes, from: first.next)
    } else if let field = Field(bytes, first.content), field.name == "subject" {
      regions = [.init(kind: .subject, range: field.value)]
      bodyStart = first.next
    }
  }

  private static func isFence(_ bytes: [UInt8], _ line: Line) -> Bool {
    var content = bytes[line.content]
    while let last = content.last, ASCII.isBlank(last) { content.removeLast() }
    return content.elementsEqual("---".utf8)
  }

  /// Takes the lines up to the closing `---`; without one, or with a line that is no field, the
  /// first line was only a rule.
  private mutating func readFrontMatter(_ bytes: [UInt8], from start: Int) {
    var found: [Draft.Region] = []
    var offset = start
    while let line = Line(in: bytes, from: offset, end: bytes.count) {
      if Self.isFence(bytes, line) {
        regions = found
        bodyStart = line.next
        isFrontMatter = true
        return
      }
      offset = line.next
      if let field = Field(bytes, line.content) {
        if field.name == "subject" { found.append(.init(kind: .subject, range: field.value)) }
        if field.name == "preheader" { found.append(.init(kind: .body, range: field.value)) }
      } else if !Self.isBlankOrComment(bytes[line.content]) {
        return
      }
    }
  }

  private static func isBlankOrComment(_ content: ArraySlice<UInt8>) -> Bool {
    let first = content.first { !ASCII.isBlank($0) }
    return first == nil || first == UInt8(ascii: "#")
  }

  /// A line `name: value`.
  private struct Field {
    var name: String
    var value: Range<Int>

    init?(_ bytes: [UInt8], _ content: Range<Int>) {
      let isNameByte = { (byte: UInt8) in
        ASCII.isAlphanumeric(byte) || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
      }
      guard let colon = bytes[content].firstIndex(where: { !isNameByte($0) }),
        bytes[colon] == UInt8(ascii: ":"), colon > content.lowerBound
      else { return nil }
      name = String(decoding: bytes[content.lowerBound..<colon], as: UTF8.self).lowercased()
      var value = (colon + 1)..<content.upperBound
      while let first = value.first, ASCII.isBlank(bytes[first]) { value.removeFirst() }
      while let last = value.last, ASCII.isBlank(bytes[last]) { value.removeLast() }
      self.value = value
    }
  }
}

/// A line of a text: its content without the line end, and where the next one begins.
struct Line {
  var content: Range<Int>
  var next: Int

  init?(in bytes: [UInt8], from start: Int, end: Int) {
    guard start < end else { return nil }
    var index = start
    while index < end, bytes[index] != ASCII.newline, bytes[index] != ASCII.carriageReturn {
      index += 1
    }
    content = start..<index
    if index + 1 < end, bytes[index] == ASCII.carriageReturn, bytes[index + 1] == ASCII.newline {
      index += 1
    }
    next = min(index + 1, end)
  }
}
