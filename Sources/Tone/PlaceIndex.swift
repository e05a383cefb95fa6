/// Turns byte offsets into lines and columns, in one pass for offsets that ascend.
///
/// Lines end at LF, CR LF or a lone CR; columns count Unicode scalars from 1.
struct PlaceIndex {
  private let bytes: [UInt8]
  private var offset = 0
  private var line = 1
  private var column = 1

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// The place of `target`, which must not lie before an earlier one.
  mutating func place(of target: Int) -> (line: Int, column: Int) {
    let target = min(target, bytes.count)
    while offset < target {
      if Self.endsLine(bytes, at: offset) {
        line += 1
        column = 1
      } else if bytes[offset] & 0xC0 != 0x80 {
        column += 1
      }
      offset += 1
    }
    return (line, column)
  }

  /// The number of scalars in `range`, up to the end of its first line.
  func width(of range: Range<Int>) -> Int {
    var width = 0
    for index in range {
      let byte = bytes[index]
      if byte == ASCII.newline || byte == ASCII.carriageReturn { break }
      if byte & 0xC0 != 0x80 { width += 1 }
    }
    return width
  }

  /// Whether a line ends after the byte at `index`.
  static func endsLine(_ bytes: [UInt8], at index: Int) -> Bool {
    if bytes[index] == ASCII.newline { return true }
    guard bytes[index] == ASCII.carriageReturn else { return false }
    return index + 1 >= bytes.count || bytes[index + 1] != ASCII.newline
  }
}
