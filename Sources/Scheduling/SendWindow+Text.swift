extension SendWindow {
  static func days(_ text: Substring, in window: String) throws(SendWindowError) -> UInt8 {
    var days: UInt8 = 0
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      let ends = part.split(separator: "-", omittingEmptySubsequences: false)
      guard (1...2).contains(ends.count) else { throw .day(String(part), window: window) }
      var day = try weekday(ends[0], in: window)
      let last = try weekday(ends[ends.count - 1], in: window)
      days |= 1 << day
      while day != last {
        day = (day + 1) % 7
        days |= 1 << day
      }
    }
    return days
  }

  private static func weekday(
    _ name: Substring, in window: String
  ) throws(SendWindowError) -> UInt8 {
    guard let day = Weekday(shortName: String(name)) else {
      throw .day(String(name), window: window)
    }
    return UInt8(day.rawValue - 1)
  }

  static func openings(
    _ text: Substring, in window: String
  ) throws(SendWindowError) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      var cursor = ByteCursor(String(part))
      guard let open = minutes(from: &cursor), cursor.take("-"),
        let close = minutes(from: &cursor), cursor.isAtEnd
      else { throw .hours(String(part), window: window) }
      guard open < close else { throw .backwards(String(part), window: window) }
      ranges.append(open * 60..<close * 60)
    }
    ranges.sort { $0.lowerBound < $1.lowerBound }
    var merged: [Range<Int>] = []
    for range in ranges {
      guard let last = merged.last, range.lowerBound <= last.upperBound else {
        merged.append(range)
        continue
      }
      guard range.lowerBound == last.upperBound else { throw .overlap(window: window) }
      merged[merged.count - 1] = last.lowerBound..<range.upperBound
    }
    return merged
  }

  /// Reads `HH:MM`, at most `24:00`.
  private static func minutes(from cursor: inout ByteCursor) -> Int? {
    guard let hour = cursor.number(digits: 2...2), cursor.take(":"),
      let minute = cursor.number(digits: 2...2), minute <= 59
    else { return nil }
    let total = hour * 60 + minute
    return total <= 1_440 ? total : nil
  }
}
