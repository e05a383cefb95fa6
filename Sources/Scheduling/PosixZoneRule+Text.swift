extension PosixZoneRule {
  /// Reads a POSIX TZ string; nil where it is malformed, or names summer time without its rules.
  init?(_ bytes: ArraySlice<UInt8>) {
    var cursor = ByteCursor(bytes)
    guard let name = Self.name(from: &cursor),
      let west = Self.time(from: &cursor, hours: 0...24)
    else { return nil }
    // POSIX counts hours west of Greenwich, everyone else east.
    standard = LocalTimeType(offset: -west, isDaylightSaving: false, abbreviation: name)
    guard !cursor.isAtEnd else { return }

    guard let summerName = Self.name(from: &cursor) else { return nil }
    var summerOffset = standard.offset + 3_600
    if cursor.next != UInt8(ascii: ",") {
      guard let west = Self.time(from: &cursor, hours: 0...24) else { return nil }
      summerOffset = -west
    }
    guard let begin = Self.moment(from: &cursor), let end = Self.moment(from: &cursor),
      cursor.isAtEnd
    else { return nil }
    let type = LocalTimeType(
      offset: summerOffset, isDaylightSaving: true, abbreviation: summerName)
    daylightSaving = DaylightSaving(type: type, begin: begin, end: end)
  }

  private static func name(from cursor: inout ByteCursor) -> String? {
    let quoted = cursor.take("<")
    let name = cursor.run { byte in
      byte.isASCIILetter
        || (quoted && (byte.isASCIIDigit || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-")))
    }
    guard name.utf8.count >= 3, !quoted || cursor.take(">") else { return nil }
    return name
  }

  /// Reads `[+-]h[h[h]][:mm[:ss]]` as seconds.
  private static func time(from cursor: inout ByteCursor, hours: ClosedRange<Int>) -> Int? {
    let isNegative = cursor.take("-")
    if !isNegative { _ = cursor.take("+") }
    guard let hour = cursor.number(digits: 1...3), hours.contains(hour) else { return nil }
    var seconds = hour * 3_600
    if cursor.take(":") {
      guard let minute = cursor.number(digits: 2...2), minute <= 59 else { return nil }
      seconds += minute * 60
      if cursor.take(":") {
        guard let second = cursor.number(digits: 2...2), second <= 59 else { return nil }
        seconds += second
      }
    }
    return isNegative ? -seconds : seconds
  }

  /// Reads `,day[/time]`; without a time it is 02:00.
  private static func moment(from cursor: inout ByteCursor) -> Moment? {
    guard cursor.take(","), let day = day(from: &cursor) else { return nil }
    guard cursor.take("/") else { return Moment(day: day, time: 7_200) }
    guard let time = time(from: &cursor, hours: 0...167) else { return nil }
    return Moment(day: day, time: time)
  }

  private static func day(from cursor: inout ByteCursor) -> Day? {
    if cursor.take("M") {
      guard let month = cursor.number(digits: 1...2), (1...12).contains(month), cursor.take("."),
        let week = cursor.number(digits: 1...1), (1...5).contains(week), cursor.take("."),
        let weekday = cursor.number(digits: 1...1), weekday <= 6
      else { return nil }
      return .weekday(month: month, week: week, weekday: weekday)
    }
    if cursor.take("J") {
      guard let day = cursor.number(digits: 1...3), (1...365).contains(day) else { return nil }
      return .withoutLeapDay(day)
    }
    guard let day = cursor.number(digits: 1...3), day <= 365 else { return nil }
    return .fromZero(day)
  }
}
