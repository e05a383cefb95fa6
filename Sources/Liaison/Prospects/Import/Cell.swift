/// What is done with a cell's bytes before they mean anything.
enum Cell {
  typealias Bytes = UnsafeBufferPointer<UInt8>

  static func text(_ bytes: Bytes) -> String { String(decoding: bytes, as: UTF8.self) }

  /// The bytes without white space around them, and without the apostrophe that marks what looks
  /// like a formula as text, as `CSVWriter` and spreadsheets write it.
  static func trimmed(_ bytes: Bytes) -> Bytes {
    let cell = withoutSpace(bytes)
    guard cell.first == apostrophe else { return cell }
    let rest = Bytes(rebasing: cell.dropFirst())
    return isFormula(rest) ? withoutSpace(rest) : cell
  }

  /// Whether a spreadsheet may take a cell for a formula, and run it.
  ///
  /// It begins with one of `= + - @`, also in full width, behind white space or not; or with a tab
  /// or line end, which some programs take for the end of a cell.
  static func isFormula(_ bytes: Bytes) -> Bool {
    let cell = withoutSpace(bytes)
    guard let first = cell.first else { return false }
    if [0x09, 0x0A, 0x0D].contains(bytes[0]) { return true }
    switch first {
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"): return true
    case 0xEF:
      // U+FF0B, U+FF0D, U+FF1D, U+FF20.
      guard cell.count >= 3, cell[1] == 0xBC else { return false }
      return [0x8B, 0x8D, 0x9D, 0xA0].contains(cell[2])
    default: return false
    }
  }

  private static let apostrophe = UInt8(ascii: "'")

  /// The bytes without white space around them.
  ///
  /// Besides ASCII's, spreadsheets and web pages leave the no-break space, the ideographic space,
  /// the zero-width space and the byte order mark.
  private static func withoutSpace(_ bytes: Bytes) -> Bytes {
    var start = 0
    var end = bytes.count
    while start < end {
      if isSpace(bytes[start]) {
        start += 1
      } else if let width = wideSpace(bytes, start, end) {
        start += width
      } else {
        break
      }
    }
    while start < end {
      if isSpace(bytes[end - 1]) {
        end -= 1
      } else if bytes[end - 1] >= 0x80, end - start >= 2,
        let width = wideSpace(bytes, end - 2, end) ?? wideSpace(bytes, max(start, end - 3), end)
      {
        end -= width
      } else {
        break
      }
    }
    return Bytes(rebasing: bytes[start..<end])
  }

  /// The length of the wide space that stands at `start`, if one does.
  @inline(__always)
  private static func wideSpace(_ bytes: Bytes, _ start: Int, _ end: Int) -> Int? {
    let lead = bytes[start]
    guard lead >= 0xC2 else { return nil }
    if lead == 0xC2 { return start + 2 <= end && bytes[start + 1] == 0xA0 ? 2 : nil }
    guard start + 3 <= end else { return nil }
    switch (lead, bytes[start + 1], bytes[start + 2]) {
    case (0xE3, 0x80, 0x80), (0xE2, 0x80, 0x8B), (0xEF, 0xBB, 0xBF): return 3
    default: return nil
    }
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || (byte >= 0x09 && byte <= 0x0D)
  }

  /// Why a value with a control character inside is refused; `nil` where it has none.
  ///
  /// - Parameter allowingLines: whether line ends and tabs may stand in it, as in notes.
  static func controlFault(_ cell: Bytes, allowingLines: Bool) -> String? {
    for (index, byte) in cell.enumerated() {
      let isControl: Bool
      switch byte {
      case 0x09, 0x0A, 0x0D:
        if allowingLines { continue }
        if byte == 0x09 { return "There is a tab inside. Remove it." }
        return "There is a line break inside, which this column cannot have. Write it on one line."
      case 0..<0x20, 0x7F: isControl = true
      case 0xC2: isControl = index + 1 < cell.count && cell[index + 1] < 0xA0
      default: isControl = false
      }
      if isControl {
        let code = String(byte == 0xC2 ? cell[index + 1] : byte, radix: 16, uppercase: true)
        let padding = String(repeating: "0", count: 4 - code.count)
        return "There is a control character inside (U+\(padding)\(code)). Remove it."
      }
    }
    return nil
  }

  /// Whether a value is a web address, with or without `https://`: a host with a dot, perhaps a port,
  /// perhaps a path, and no spaces.
  static func isWebsite(_ cell: Bytes) -> Bool {
    var rest = cell[...]
    if let colon = rest.firstIndex(of: 0x3A), rest[colon...].starts(with: [0x3A, 0x2F, 0x2F]) {
      let scheme = rest[..<colon].map { $0 | 0x20 }
      guard scheme == Array("http".utf8) || scheme == Array("https".utf8) else { return false }
      rest = rest[(colon + 3)...]
    }
    let end = rest.firstIndex { $0 == 0x2F || $0 == 0x3F || $0 == 0x23 } ?? rest.endIndex
    var host = rest[..<end]
    if let colon = host.firstIndex(of: 0x3A) {
      guard host[(colon + 1)...].allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) else { return false }
      host = host[..<colon]
    }
    return host.first != 0x2E && host.contains(0x2E) && !host.contains(0x40)
      && rest.allSatisfy { $0 > 0x20 }
  }

  /// The parts of a list, each once and in order: "a, b; c", "甲、乙".
  static func list(_ text: String) -> [String] {
    var parts: [String] = []
    let separators: Set<Character> = [",", ";", "|", "、", "，", "；"]
    for part in text.split(whereSeparator: separators.contains) {
      let words = part.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      if !words.isEmpty && !parts.contains(words) { parts.append(words) }
    }
    return parts
  }
}
