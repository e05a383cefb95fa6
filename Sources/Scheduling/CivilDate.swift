/// A date of the Gregorian calendar, from 0001-01-01 to 9999-12-31, without a place or a time.
///
/// Encoded as `2026-11-24`.
public struct CivilDate: Hashable, Sendable {
  /// The days since 1970-01-01, negative before it.
  public let dayNumber: Int

  /// Makes the date that many days after 1970-01-01.
  ///
  /// A number outside the years 1 to 9999 becomes the first or the last date of them.
  @inline(__always)
  public init(dayNumber: Int) {
    // Written as literals: a search asks for many dates, and a static is looked up each time.
    self.dayNumber = min(max(dayNumber, -719_162), 2_932_896)
  }

  /// Makes a date from its numbers; nil where the calendar has no such day.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= CivilCalendar.daysInMonth(month, year: year)
    else { return nil }
    dayNumber = CivilCalendar.dayNumber(year: year, month: month, day: day)
  }

  /// Reads a date written as `2026-11-24`; nil for anything else.
  public init?(_ text: String) {
    var cursor = ByteCursor(text)
    guard let date = Self.components(from: &cursor), cursor.isAtEnd else { return nil }
    self.init(year: date.year, month: date.month, day: date.day)
  }

  /// The year, 1 to 9999.
  public var year: Int { components.year }

  /// The month, 1 to 12.
  public var month: Int { components.month }

  /// The day of the month, 1 to 31.
  public var day: Int { components.day }

  /// The day of the week.
  public var weekday: Weekday {
    switch CivilCalendar.weekdayIndex(dayNumber: dayNumber) {
    case 0: .monday
    case 1: .tuesday
    case 2: .wednesday
    case 3: .thursday
    case 4: .friday
    case 5: .saturday
    default: .sunday
    }
  }

  /// The date that many days later, or earlier where negative.
  public func adding(days: Int) -> CivilDate {
    let (sum, overflow) = dayNumber.addingReportingOverflow(days)
    return CivilDate(dayNumber: overflow ? (days < 0 ? .min : .max) : sum)
  }

  private var components: CivilCalendar.Components {
    CivilCalendar.components(dayNumber: dayNumber)
  }

  /// Reads `YYYY-MM-DD`, years from 0000, where the calendar has that day.
  static func components(from cursor: inout ByteCursor) -> CivilCalendar.Components? {
    guard let year = cursor.number(digits: 4...4), cursor.take("-"),
      let month = cursor.number(digits: 2...2), (1...12).contains(month), cursor.take("-"),
      let day = cursor.number(digits: 2...2), day >= 1,
      day <= CivilCalendar.daysInMonth(month, year: year)
    else { return nil }
    return CivilCalendar.Components(year: year, month: month, day: day)
  }
}

extension CivilDate: Comparable {
  /// Whether the first date is before the second.
  public static func < (first: CivilDate, second: CivilDate) -> Bool {
    first.dayNumber < second.dayNumber
  }
}

extension CivilDate: CustomStringConvertible {
  /// The date as `2026-11-24`.
  public var description: String {
    let date = components
    return "\(padded(date.year, 4))-\(padded(date.month, 2))-\(padded(date.day, 2))"
  }
}

extension CivilDate: Codable {
  /// Reads a date written as `2026-11-24`.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let date = CivilDate(text) else {
      throw DecodingError.dataCorruptedError(
        in: container,
        debugDescription: "“\(text)” is not a date; write it as 2026-11-24.")
    }
    self = date
  }

  /// Writes the date as `2026-11-24`.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
