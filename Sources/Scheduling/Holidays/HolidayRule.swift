/// One entry of a market's file: a holiday with its day, its years and its shifts.
struct HolidayRule: Hashable, Sendable {
  var name: String
  var day: HolidayDay

  /// How many days it lasts.
  var length = 1

  /// Where it lasts until so many working days are off, that number.
  var workingDays: Int?

  /// The days of the week on which its first day must fall to count; bit 0 is Monday.
  var weekdays: UInt8 = 0b111_1111

  /// It is kept on another day instead.
  var moved: HolidayShift?

  /// Another day is closed as well.
  var substitute: HolidayShift?

  var first: Int?
  var last: Int?

  /// It comes only every so many years, counted from the first.
  var every: Int?

  /// It comes only in these years.
  var years: Set<Int>?

  /// Whether seeing the moon decides its date.
  var isEstimated = false

  func holds(in year: Int) -> Bool {
    if let first, year < first { return false }
    if let last, year > last { return false }
    if let years, !years.contains(year) { return false }
    if let every, let first, (year - first) % every != 0 { return false }
    return true
  }

  func allows(weekdayOf day: Int) -> Bool {
    weekdays & 1 << UInt8(CivilCalendar.weekdayIndex(dayNumber: day)) != 0
  }
}
