/// A date, perhaps with a time of day, as ISO 8601 writes it.
///
/// `2026-11-03` or `2026-11-03T14:30`, with or without seconds and zone. It is shown as it is
/// written, in its own zone.
struct DateText: Hashable, Sendable {
  let year: Int
  let month: Int
  let day: Int
  let hasTime: Bool
  let hour: Int
  let minute: Int

  init?(_ text: String) {
    let bytes = Array(SingleLine.text(Array(text.utf8)).utf8)
    func digits(_ range: Range<Int>) -> Int? {
      guard range.upperBound <= bytes.count else { return nil }
      var number = 0
      for byte in bytes[range] {
        guard (0x30...0x39).contains(byte) else { return nil }
        number = number * 10 + Int(byte - 0x30)
      }
      return number
    }
    func has(_ character: Character, at index: Int) -> Bool {
      index < bytes.count && bytes[index] == character.asciiValue
    }
    guard let year = digits(0..<4), has("-", at: 4), let month = digits(5..<7), has("-", at: 7),
      let day = digits(8..<10), year >= 1583, (1...12).contains(month),
      (1...DateText.days(of: month, year)).contains(day)
    else { return nil }
    (self.year, self.month, self.day) = (year, month, day)
    if bytes.count == 10 {
      (hasTime, hour, minute) = (false, 0, 0)
      return
    }
    guard has("T", at: 10) || has(" ", at: 10), let hour = digits(11..<13), has(":", at: 13),
      let minute = digits(14..<16), hour < 24, minute < 60,
      DateText.isRest(bytes[16...])
    else { return nil }
    (hasTime, self.hour, self.minute) = (true, hour, minute)
  }

  /// Seconds and zone, which do not change what is shown.
  private static func isRest(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.count <= 20
      && bytes.allSatisfy { byte in
        (0x30...0x39).contains(byte) || ":.+-Z".utf8.contains(byte)
      }
  }

  private static func days(of month: Int, _ year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Seconds since 1970 as if it were UTC, where it is to be formatted.
  var secondsInUTC: Int {
    // Days from the civil date, in years that begin in March.
    let shifted = month <= 2 ? year - 1 : year
    let era = shifted / 400
    let yearOfEra = shifted % 400
    let dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return (era * 146_097 + dayOfEra - 719_468) * 86_400 + hour * 3600 + minute * 60
  }
}
