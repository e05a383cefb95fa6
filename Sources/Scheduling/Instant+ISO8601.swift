extension Instant: CustomStringConvertible {
  /// Reads a date and time with its offset, such as `2026-11-24T10:32:00Z`.
  ///
  /// The format is that of RFC 3339 section 5.6: years 0000 to 9999, seconds with any number of
  /// decimals (those beyond the microsecond are dropped), `Z` or `±HH:MM`. Nil for anything else,
  /// leap seconds and `24:00:00` included.
  public init?(iso8601 text: String) {
    var cursor = ByteCursor(text)
    guard let date = CivilDate.components(from: &cursor),
      cursor.take("T"), let hour = cursor.number(digits: 2...2), hour <= 23,
      cursor.take(":"), let minute = cursor.number(digits: 2...2), minute <= 59,
      cursor.take(":"), let second = cursor.number(digits: 2...2), second <= 59
    else { return nil }
    var fraction = 0
    if cursor.take(".") {
      let digits = cursor.run(while: \.isASCIIDigit)
      guard !digits.isEmpty else { return nil }
      for digit in (digits + "000000").utf8.prefix(6) {
        fraction = fraction * 10 + Int(digit - 0x30)
      }
    }
    guard let offset = Self.offset(from: &cursor), cursor.isAtEnd else { return nil }
    let day = CivilCalendar.dayNumber(year: date.year, month: date.month, day: date.day)
    let seconds = day * 86_400 + hour * 3_600 + minute * 60 + second - offset
    self.init(microseconds: Int64(seconds) * 1_000_000 + Int64(fraction))
  }

  /// The instant in UTC, such as `2026-11-24T10:32:00Z`.
  ///
  /// Six decimals follow the seconds where they are not whole. A year outside 0000 to 9999 has as
  /// many digits as it needs and is not read back.
  public var iso8601: String {
    let (day, second) = CivilCalendar.split(seconds: seconds)
    let date = CivilCalendar.components(dayNumber: day)
    let clock = "\(clockText(minutes: second / 60)):\(padded(second % 60, 2))"
    let fraction = floorDivide(Int(microseconds), 1_000_000).remainder
    let decimals = fraction == 0 ? "" : ".\(padded(fraction, 6))"
    return "\(padded(date.year, 4))-\(padded(date.month, 2))-\(padded(date.day, 2))"
      + "T\(clock)\(decimals)Z"
  }

  /// The instant in UTC, as ``iso8601``.
  public var description: String { iso8601 }

  private static func offset(from cursor: inout ByteCursor) -> Int? {
    if cursor.take("Z") { return 0 }
    let sign: Int
    if cursor.take("+") {
      sign = 1
    } else if cursor.take("-") {
      sign = -1
    } else {
      return nil
    }
    guard let hour = cursor.number(digits: 2...2), hour <= 23, cursor.take(":"),
      let minute = cursor.number(digits: 2...2), minute <= 59
    else { return nil }
    return sign * (hour * 3_600 + minute * 60)
  }
}

/// Minutes since midnight as `HH:MM`.
func clockText(minutes: Int) -> String {
  "\(padded(minutes / 60, 2)):\(padded(minutes % 60, 2))"
}
