/// Counts working days: those that are neither on the week-end nor closed.
public struct WorkingDays: Sendable {
  /// How far a working day is looked for beyond the last one, in days.
  public static let horizonDays = 400

  private let weekend: UInt8
  private let closed: @Sendable (CivilDate) -> Bool

  /// Makes the working days of a place from its week-end and its closed days.
  public init(weekend: [Weekday], closed: @escaping @Sendable (CivilDate) -> Bool) {
    self.weekend = weekend.reduce(0) { $0 | 1 << UInt8($1.rawValue - 1) }
    self.closed = closed
  }

  /// Whether a date is a working day.
  public func contains(_ date: CivilDate) -> Bool {
    weekend & 1 << UInt8(CivilCalendar.weekdayIndex(dayNumber: date.dayNumber)) == 0
      && !closed(date)
  }

  /// The n-th working day strictly after a date; with 0 that date or the next working day.
  ///
  /// Nil where the number is negative, or where no working day comes for ``horizonDays``.
  public func day(_ number: Int, after date: CivilDate) -> CivilDate? {
    guard number >= 0 else { return nil }
    var day = date
    var left = number
    var idle = 0
    if number == 0, contains(date) { return date }
    while idle < Self.horizonDays {
      let next = day.adding(days: 1)
      guard next != day else { return nil }
      day = next
      if contains(day) {
        left -= 1
        idle = 0
        if left <= 0 { return day }
      } else {
        idle += 1
      }
    }
    return nil
  }
}
