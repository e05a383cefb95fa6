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
  /// How many scalars begin before each stride of bytes, so that no long line is counted again for
  /// each place in it.
  private let scalarsBefore: [Int]
  private static let stride = 256

  init(_ source: SourceText) {
    self.path = source.path
    self.bytes = Array(source.text.utf8)
    var lineStarts = [0]
    var scalarsBefore: [Int] = []
    var scalars = 0
    for (index, byte) in bytes.enumerated() {
      if index % SourceBytes.stride == 0 { scalarsBefore.append(scalars) }
      if byte & 0xC0 != 0x80 { scalars += 1 }
      if byte == UInt8(ascii: "\n") { lineStarts.append(index + 1) }
    }
    scalarsBefore.append(scalars)
    self.lineStarts = lineStarts
    self.scalarsBefore = scalarsBefore
  }

  func position(at offset: Int) -> SourcePosition {
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    let column = scalars(before: max(offset, lineStarts[low])) - scalars(before: lineStarts[low])
    return SourcePosition(path: path, line: low + 1, column: column + 1)
  }

  private func scalars(before offset: Int) -> Int {
    let end = min(offset, bytes.count)
    let start = end / SourceBytes.stride
    return bytes[start * SourceBytes.stride..<end]
      .reduce(scalarsBefore[start]) { $1 & 0xC0 != 0x80 ? $0 + 1 : $0 }
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
