/// Where runs of backticks end, so that unclosed ones are not looked for again and again.
struct BacktickIndex {
  /// The last run of each length, once the text has been read to its end.
  private var last: [Int: Int]?

  /// Where a run of exactly this length starts behind a place.
  mutating func find(_ length: Int, after start: Int, in bytes: [UInt8], limit: Int) -> Int? {
    if let last, last[length] ?? -1 < start { return nil }
    var seen = last ?? [:]
    var index = start
    while index < limit {
      guard bytes[index] == UInt8(ascii: "`") else {
        index += 1
        continue
      }
      let run = bytes.runLength(at: index, limit: limit)
      seen[run] = max(seen[run] ?? 0, index)
      if run == length { return index }
      index += run
    }
    last = seen
    return nil
  }
}
