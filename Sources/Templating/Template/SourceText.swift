/// A text with the path that a person knows it by.
public struct SourceText: Hashable, Sendable {
  /// The path to name in messages, such as `templates/creators/1-brand-story.md`.
  public let path: String
  /// The whole text.
  public let text: String

  /// Names a text.
  public init(path: String, text: String) {
    self.path = path
    self.text = text
  }
}

/// A place in a source text.
public struct SourcePosition: Hashable, Sendable, CustomStringConvertible {
  /// The path of the text.
  public let path: String
  /// The line, counted from 1.
  public let line: Int
  /// The column, counted from 1 in Unicode scalars.
  public let column: Int

  /// Names a place.
  public init(path: String, line: Int, column: Int) {
    self.path = path
    self.line = line
    self.column = column
  }

  /// The place as `path:line:column`.
  public var description: String { "\(path):\(line):\(column)" }
}

/// The bytes of a source text, and where its lines begin.
struct SourceBytes: Sendable {
  let path: String
  let bytes: [UInt8]
  private let lineStarts: [Int]

  init(_ source: SourceText) {
    self.path = source.path
    self.bytes = Array(source.text.utf8)
    var lineStarts = [0]
    for (index, byte) in bytes.enumerated() where byte == UInt8(ascii: "\n") {
      lineStarts.append(index + 1)
    }
    self.lineStarts = lineStarts
  }

  func position(at offset: Int) -> SourcePosition {
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    var column = 1
    for byte in bytes[lineStarts[low]..<max(lineStarts[low], min(offset, bytes.count))]
    where byte & 0xC0 != 0x80 {
      column += 1
    }
    return SourcePosition(path: path, line: low + 1, column: column)
  }

  func string(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  /// The range without spaces and tabs, and with `lines` also without line ends, at both ends.
  func trimmed(_ range: Range<Int>, lines: Bool = true) -> Range<Int> {
    func isBlank(_ byte: UInt8) -> Bool {
      byte == 0x20 || byte == 0x09 || lines && (byte == 0x0A || byte == 0x0D)
    }
    var start = range.lowerBound
    var end = range.upperBound
    while start < end, isBlank(bytes[start]) { start += 1 }
    while end > start, isBlank(bytes[end - 1]) { end -= 1 }
    return start..<end
  }
}
