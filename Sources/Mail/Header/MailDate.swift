/// A moment with the sender's clock, written as `Tue, 01 Jul 2025 09:05:00 +0200`.
///
/// RFC 5322 section 3.3. By hand, because a date formatter takes far longer than the rest of a
/// message.
package struct MailDate: Hashable, Sendable, CustomStringConvertible {
  /// Seconds since 1970 in UTC.
  package let seconds: Int64

  /// How far the sender's clock is ahead of UTC, in seconds; a whole number of minutes.
  package let offsetSeconds: Int

  /// Checks a moment of the years 1900 to 9999, and an offset of less than a day.
  ///
  /// Seconds of the offset (old local mean times) are cut off, as the format has none.
  package init(seconds: Int64, offsetSeconds: Int) throws(HeaderError) {
    guard Self.range.contains(seconds), (-86_399...86_399).contains(offsetSeconds)
    else {
      throw HeaderError(
        field: "Date",
        reason: .malformed(expected: "give a year from 1900 to 9999 and an offset below a day"))
    }
    self.seconds = seconds
    self.offsetSeconds = offsetSeconds / 60 * 60
  }

  /// The date in the form of RFC 5322.
  package var description: String {
    let local = seconds + Int64(offsetSeconds)
    let days = floorDivide(local, 86_400)
    let second = Int(local - days * 86_400)
    let (year, month, day) = Self.civil(days)
    let offset = abs(offsetSeconds) / 60
    // 1970-01-01 was a Thursday.
    let weekday = Self.weekdays[Int((days + 4) - floorDivide(days + 4, 7) * 7)]
    let time = "\(two(second / 3600)):\(two(second / 60 % 60)):\(two(second % 60))"
    let zone = "\(offsetSeconds < 0 ? "-" : "+")\(two(offset / 60))\(two(offset % 60))"
    return "\(weekday), \(two(day)) \(Self.months[month - 1]) \(year) \(time) \(zone)"
  }

  /// From 1900-01-02 to 9999-12-30, so that no offset leaves the years.
  private static let range: ClosedRange<Int64> = -2_208_902_400...253_402_214_399

  private static let weekdays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  /// The Gregorian date of a day counted from 1970; years run from March, so that the leap day is
  /// the last of them.
  private static func civil(_ days: Int64) -> (year: Int, month: Int, day: Int) {
    // Days since 0000-03-01.
    let day = Int(days) + 719_468
    let century = (4 * day + 3) / 146_097
    let dayOfCentury = day - 146_097 * century / 4
    let yearOfCentury = (4 * dayOfCentury + 3) / 1461
    let dayOfYear = dayOfCentury - 1461 * yearOfCentury / 4
    let month = (5 * dayOfYear + 2) / 153
    let isNextYear = month >= 10
    return (
      100 * century + yearOfCentury + (isNextYear ? 1 : 0),
      isNextYear ? month - 9 : month + 3,
      dayOfYear - (153 * month + 2) / 5 + 1
    )
  }
}

private func floorDivide(_ value: Int64, _ divisor: Int64) -> Int64 {
  value / divisor - (value % divisor < 0 ? 1 : 0)
}

private func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
