/// Takes a message apart in one pass over its lines (RFC 2046 section 5.1).
///
/// A line is compared with the boundaries of all multiparts that are open, inmost first, so that one
/// whose end is missing ends with the one around it. Depth and number of the parts are bounded;
/// what is deeper or beyond stays part of the text before it.
struct PartReader {
  private static let deepest = 32
  private static let most = 1000

  private let bytes: [UInt8]
  private(set) var parts: [MIMEPart] = []
  private var open: [(boundary: [UInt8], part: Int)] = []
  /// The part whose body is being read, with the messages it stands in down to the open multipart.
  private var leaf: Int?

  static func read(_ bytes: [UInt8]) -> [MIMEPart] {
    var reader = PartReader(bytes: bytes)
    reader.run()
    return reader.parts
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private mutating func run() {
    let dash = UInt8(ascii: "-")
    var index = beginPart(at: 0, parent: nil)
    while index < bytes.count {
      guard !open.isEmpty else { break }
      // Only lines that start with two dashes are of interest.
      if index + 1 < bytes.count, bytes[index] == dash, bytes[index + 1] == dash {
        let end = bytes.lineEnd(from: index, to: bytes.count)
        let next = bytes.nextLine(end, to: bytes.count)
        if let (level, isClosing) = boundary(of: bytes[(index + 2)..<end]) {
          close(at: index, downTo: level, includingIt: isClosing)
          if !isClosing, parts.count < Self.most {
            parts[open[level].part].hasParts = true
            index = beginPart(at: next, parent: open[level].part)
            continue
          }
        }
        index = next
      } else {
        index = bytes.nextLine(bytes.lineEnd(from: index, to: bytes.count), to: bytes.count)
      }
    }
    close(at: bytes.count, downTo: 0, includingIt: true)
    if let leaf { finish(leaf, at: bytes.count) }
  }

  /// Reads a header, and whatever must be opened for what it announces; gives where to go on.
  private mutating func beginPart(at start: Int, parent: Int?) -> Int {
    var start = start
    var parent = parent
    while true {
      let (header, body) = InboundHeader.read(bytes, from: start, to: bytes.count)
      let depth = parent.map { parts[$0].depth + 1 } ?? 0
      let part = MIMEPart(header: header, parent: parent, depth: depth, body: body..<bytes.count)
      parts.append(part)
      let number = parts.count - 1
      if depth >= Self.deepest || parts.count >= Self.most {
        leaf = number
        return body
      }
      if part.isMultipart {
        leaf = number
        if let boundary = boundary(of: part, from: body) { open.append((boundary, number)) }
        return body
      }
      guard part.isEmbeddedMessage, part.transferEncoding != .base64 else {
        leaf = number
        return body
      }
      parts[number].hasParts = true
      parent = number
      start = body
      // An embedded message may be empty, or start with the boundary of what is around it.
      if start >= bytes.count || startsWithOpenBoundary(start) {
        leaf = number
        return start
      }
    }
  }

  private func startsWithOpenBoundary(_ start: Int) -> Bool {
    let end = bytes.lineEnd(from: start, to: bytes.count)
    return bytes[start..<end].starts(with: "--".utf8)
      && boundary(of: bytes[(start + 2)..<end]) != nil
  }

  /// The boundary that a multipart names, or the first line that looks like one where it names none.
  private func boundary(of part: MIMEPart, from start: Int) -> [UInt8]? {
    if let named = part.contentType["boundary"], !named.isEmpty {
      var bytes = Array(named.utf8.prefix(1000))
      while let last = bytes.last, last <= 0x20 { bytes.removeLast() }
      return bytes
    }
    var index = start
    for _ in 0..<100 where index < bytes.count {
      let end = bytes.lineEnd(from: index, to: bytes.count)
      let line = bytes[index..<end].trimmedBlanks
      if line.count > 2, line.count < 75, line.starts(with: "--".utf8), !line.contains(0x20) {
        return Array(line.dropFirst(2))
      }
      index = bytes.nextLine(end, to: bytes.count)
    }
    return nil
  }

  /// Which open multipart a line with its dashes taken off belongs to, and whether it closes it.
  private func boundary(of line: ArraySlice<UInt8>) -> (level: Int, isClosing: Bool)? {
    let line = line.trimmedBlanks
    for level in open.indices.reversed() {
      let boundary = open[level].boundary
      guard line.count >= boundary.count, line.count <= boundary.count + 2,
        line.starts(with: boundary)
      else { continue }
      if line.count == boundary.count { return (level, false) }
      if line.count == boundary.count + 2, line.suffix(2).elementsEqual("--".utf8) {
        return (level, true)
      }
    }
    return nil
  }

  /// Ends the leaf and what is open above a level.
  private mutating func close(at line: Int, downTo level: Int, includingIt: Bool) {
    guard !open.isEmpty else { return }
    // The line break before a boundary belongs to the boundary.
    var end = line
    if line < bytes.count || !bytes.isEmpty {
      if line < bytes.count, end > 0, bytes[end - 1] == 0x0A { end -= 1 }
      if end < line, end > 0, bytes[end - 1] == 0x0D { end -= 1 }
    }
    if let leaf, leaf != open[level].part { finish(leaf, at: end, above: open[level].part) }
    while open.count > level + 1 {
      let part = open.removeLast().part
      finish(part, at: end, above: open[level].part)
    }
    leaf = nil
    if includingIt, !open.isEmpty {
      let part = open.removeLast().part
      finish(part, at: line, above: open.last?.part)
      // Text behind the last boundary is nobody's, until the multipart around goes on.
      if let outer = open.last { leaf = outer.part }
    }
  }

  /// Sets where the body of a part ends, and of the messages it stands in below `above`.
  private mutating func finish(_ part: Int, at end: Int, above: Int? = nil) {
    var current: Int? = part
    while let number = current, number != above {
      if parts[number].body.upperBound > end {
        parts[number].body = min(parts[number].body.lowerBound, end)..<end
      }
      current = parts[number].parent
    }
  }
}
