/// Finds the parts of a body that rules read, leaving out quoted lines and fenced code.
enum BodyScanner {
  static func regions(in bytes: [UInt8], range: Range<Int>) -> [Draft.Region] {
    var fences = fenceLines(in: bytes, range: range)[...]
    var regions: [Draft.Region] = []
    var start = range.lowerBound
    var offset = range.lowerBound
    func close(at end: Int) {
      if start < end { regions.append(.init(kind: .body, range: start..<end)) }
    }
    while let line = Line(in: bytes, from: offset, end: range.upperBound) {
      if isSignature(bytes[line.content]) {
        close(at: offset)
        if line.next < range.upperBound {
          regions.append(.init(kind: .signature, range: line.next..<range.upperBound))
        }
        return regions
      }
      var next = line.next
      var isSkipped = isQuoted(bytes[line.content])
      while let fence = fences.first, fence.start < offset { fences.removeFirst() }
      if let fence = fences.first, fence.start == offset, let end = fence.blockEnd {
        isSkipped = true
        next = end
      }
      if isSkipped {
        close(at: offset)
        start = next
      }
      offset = next
    }
    close(at: range.upperBound)
    return regions
  }

  /// `-- ` (RFC 3676, 4.3), or `--` where an editor took the space away.
  private static func isSignature(_ line: ArraySlice<UInt8>) -> Bool {
    line.elementsEqual("-- ".utf8) || line.elementsEqual("--".utf8)
  }

  private static func isQuoted(_ line: ArraySlice<UInt8>) -> Bool {
    let mark = line.prefix(4).firstIndex { $0 != ASCII.space }
    return mark.map { line[$0] == UInt8(ascii: ">") } ?? false
  }

  private struct Fence {
    var start: Int
    var next: Int
    var sign: UInt8
    var length: Int
    /// Whether something follows the marks, so that it can only open a block.
    var hasInfo: Bool
    /// Where the block it opens ends; nil where nothing closes it, so that it hides no text.
    var blockEnd: Int?
  }

  /// The lines that open a closed block of fenced code (CommonMark 4.5).
  private static func fenceLines(in bytes: [UInt8], range: Range<Int>) -> [Fence] {
    var all: [Fence] = []
    var offset = range.lowerBound
    while let line = Line(in: bytes, from: offset, end: range.upperBound) {
      if let fence = fence(bytes, line) { all.append(fence) }
      offset = line.next
    }
    var opening: [Fence] = []
    // From these lengths on, nothing later closes a fence of that sign.
    var hopeless: [UInt8: Int] = [:]
    var index = 0
    while index < all.count {
      var fence = all[index]
      index += 1
      guard fence.length < hopeless[fence.sign] ?? .max else { continue }
      let close = all[index...].firstIndex {
        $0.sign == fence.sign && $0.length >= fence.length && !$0.hasInfo
      }
      guard let close else {
        hopeless[fence.sign] = fence.length
        continue
      }
      fence.blockEnd = all[close].next
      opening.append(fence)
      index = close + 1
    }
    return opening
  }

  private static func fence(_ bytes: [UInt8], _ line: Line) -> Fence? {
    let indented = bytes[line.content]
    guard let mark = indented.prefix(4).firstIndex(where: { $0 != ASCII.space }) else { return nil }
    let sign = indented[mark]
    guard sign == UInt8(ascii: "`") || sign == UInt8(ascii: "~") else { return nil }
    let rest = indented[mark...].drop { $0 == sign }
    let length = rest.startIndex - mark
    guard length >= 3, !rest.contains(sign) else { return nil }
    return Fence(
      start: line.content.lowerBound, next: line.next, sign: sign, length: length,
      hasInfo: rest.contains { !ASCII.isBlank($0) }, blockEnd: nil)
  }
}
