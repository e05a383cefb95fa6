/// Breaks text into lines of at most so many columns.
///
/// Lines break at spaces and between Chinese or Japanese characters (not before closing marks, not
/// after opening ones). What has no such place is left long: a broken address is no address.
struct LineWrapper {
  /// The text; a line feed is a line end that stays.
  let bytes: [UInt8]
  /// Where no line may break, in order.
  var unbreakable: [Range<Int>] = []

  /// The ranges of the lines, without the spaces they broke at.
  func lines(width limit: Int) -> [Range<Int>] {
    bytes.withUnsafeBufferPointer { lines($0, width: limit) }
  }

  private func lines(_ bytes: UnsafeBufferPointer<UInt8>, width limit: Int) -> [Range<Int>] {
    var lines: [Range<Int>] = []
    var lineStart = 0
    var width = 0
    var place: (end: Int, next: Int, width: Int)?
    var spaces: Int?
    var previous: UInt32 = 0
    var nextFixed = 0
    var fixed = unbreakable.first ?? bytes.count..<bytes.count + 1
    var index = 0
    while index < bytes.count {
      let scalar = UTF8Scalar(bytes, at: index)
      while fixed.upperBound <= index {
        nextFixed += 1
        fixed =
          nextFixed < unbreakable.count ? unbreakable[nextFixed] : bytes.count..<bytes.count + 1
      }
      let mayBreak = fixed.lowerBound >= index
      if scalar.value == 0x0A {
        lines.append(lineStart..<(spaces ?? index))
        lineStart = index + 1
        width = 0
        place = nil
        spaces = nil
        previous = 0
        index += 1
        continue
      }
      if scalar.value == 0x20, mayBreak {
        spaces = spaces ?? index
        width += 1
      } else {
        if index > lineStart, mayBreak {
          if let start = spaces {
            if start > lineStart { place = (start, index, width) }
          } else if canBreak(previous, scalar.value) {
            place = (index, index, width)
          }
        }
        spaces = nil
        let columns = DisplayWidth.of(scalar.value, after: previous)
        if width + columns > limit, let found = place {
          lines.append(lineStart..<found.end)
          lineStart = found.next
          width -= found.width
          place = nil
        }
        width += columns
      }
      previous = scalar.value
      index += scalar.length
    }
    lines.append(lineStart..<(spaces ?? bytes.count))
    return lines
  }

  private func canBreak(_ previous: UInt32, _ next: UInt32) -> Bool {
    guard previous >= 0x2E80 || next >= 0x2E80 else { return false }
    return (DisplayWidth.isIdeographic(previous) || DisplayWidth.isIdeographic(next))
      && !DisplayWidth.staysWithPrevious(next) && !DisplayWidth.staysWithNext(previous)
      && previous != 0x200D && previous != 0xA0 && next != 0xA0
  }
}
