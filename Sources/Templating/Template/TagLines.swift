/// Where tags stand on their lines.
struct TagLines: Sendable {
  let bytes: [UInt8]
  let range: Range<Int>

  /// The whole line, its end included, of a tag that stands on it with nothing but white space.
  func standalone(_ tag: Range<Int>) -> Range<Int>? {
    guard let start = startOfBlank(before: tag.lowerBound),
      let end = endOfBlank(after: tag.upperBound)
    else { return nil }
    return start..<end
  }

  /// The start of the line, if nothing but white space stands between it and the offset.
  func startOfBlank(before offset: Int) -> Int? {
    var start = offset
    while start > range.lowerBound, isBlank(bytes[start - 1]) { start -= 1 }
    return start == range.lowerBound || bytes[start - 1] == 0x0A ? start : nil
  }

  /// Behind the end of the line, if nothing but white space stands between the offset and that.
  func endOfBlank(after offset: Int) -> Int? {
    var end = offset
    while end < range.upperBound, isBlank(bytes[end]) { end += 1 }
    if end == range.upperBound { return end }
    if bytes[end] == 0x0D, end + 1 < range.upperBound, bytes[end + 1] == 0x0A { end += 1 }
    return bytes[end] == 0x0A ? end + 1 : nil
  }

  /// The spaces and tabs from here.
  func blanks(from offset: Int) -> [UInt8] {
    Array(bytes[offset..<range.upperBound].prefix(while: isBlank))
  }

  private func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
}
