import Synchronization

/// The holidays of one market, worked out once and then read in nanoseconds.
///
/// Safe to use from many threads at once.
public final class MarketHolidays: Sendable {
  /// The years for which holidays are known; outside them no day is closed.
  public static let years = 1900...2200

  /// The market's two-letter code.
  public var country: String { file.country }

  /// Its English name.
  public var name: String { file.name }

  /// The days of its week-end, from Monday.
  public var weekend: [Weekday] {
    Weekday.allCases.filter { file.weekend & 1 << UInt8($0.rawValue - 1) != 0 }
  }

  /// What the rules cannot know, such as days that a government decrees, as sentences.
  public var notCovered: [String] { file.notCovered }

  private let file: HolidayFile
  private let known = Mutex<[Int: [Holiday]]>([:])
  private let days = ClosedDayTable()

  init(_ file: HolidayFile) { self.file = file }

  /// The holidays of a year in order, neighbours of estimated ones among them; none outside
  /// ``years``.
  public func holidays(year: Int) -> [Holiday] {
    guard Self.years.contains(year) else { return [] }
    if let holidays = known.withLock({ $0[year] }) { return holidays }
    let holidays = HolidayResolution.holidays(of: file, year: year)
    known.withLock { $0[year] = holidays }
    return holidays
  }

  /// The holidays on a date: mostly none, seldom two.
  public func holidays(on date: CivilDate) -> [Holiday] {
    holidays(year: date.year).filter { $0.date == date }
  }

  /// Whether offices are closed on a date: a holiday, or the neighbour of an estimated one.
  ///
  /// Week-ends are not asked for here: see ``isWeekend(_:)``.
  public func isClosed(_ date: CivilDate) -> Bool {
    days.isClosed(date.dayNumber) ?? computedIsClosed(date.dayNumber)
  }

  /// Kept apart: a closure that holds this market costs more than the look into the table.
  @inline(never)
  private func computedIsClosed(_ day: Int) -> Bool {
    days.fill(around: day) { year in holidays(year: year).map(\.date.dayNumber) }
    return days.isClosed(day) ?? false
  }

  /// Whether a date is on the market's week-end.
  public func isWeekend(_ date: CivilDate) -> Bool {
    file.weekend & 1 << UInt8(CivilCalendar.weekdayIndex(dayNumber: date.dayNumber)) != 0
  }

  /// The market's working days.
  public var workingDays: WorkingDays {
    WorkingDays(weekend: weekend, closed: { [self] in isClosed($0) })
  }
}
