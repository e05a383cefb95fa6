/// What calendar and clock on the wall show at an instant in a zone.
public struct LocalTime: Hashable, Sendable {
  /// The date on the calendar.
  public let date: CivilDate

  /// The time on the clock in seconds since 00:00, 0 to 86,399.
  ///
  /// It is not the time that has passed since midnight: a change of the clock may lie between.
  public let secondOfDay: Int

  /// How far the clock is ahead of UTC, in seconds, negative west of Greenwich.
  public let offsetSeconds: Int

  /// Reads calendar and clock at the instant in the zone.
  public init(_ instant: Instant, in zone: Zone) {
    let seconds = instant.seconds
    offsetSeconds = zone.offset(at: seconds)
    let local = CivilCalendar.split(seconds: seconds + Int64(offsetSeconds))
    date = CivilDate(dayNumber: local.day)
    secondOfDay = local.secondOfDay
  }

  /// The day of the week.
  public var weekday: Weekday { date.weekday }
}

extension LocalTime: CustomStringConvertible {
  /// The date and the minute, such as `2026-11-24 10:32`.
  public var description: String {
    "\(date) \(clockText(minutes: secondOfDay / 60))"
  }
}
