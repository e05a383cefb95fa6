/// The Hebrew calendar, which is arithmetic alone.
///
/// Source: Maimonides' rules of the molad and the four postponements, in the form of Reingold and
/// Dershowitz, Calendrical Calculations.
enum HebrewCalendar {
  /// The months, Tishri being 1 and Adar 7 in any year, that begin in a civil year or shortly before.
  static func monthStarts(year: Int) -> [ForeignCalendar.MonthStart] {
    (year + 3_760...year + 3_761).flatMap(months)
  }

  /// The months of a Hebrew year; Adar I is there only in leap years.
  private static func months(of year: Int) -> [ForeignCalendar.MonthStart] {
    var start = newYear(year)
    let days = newYear(year + 1) - start
    let isLeap = days > 360
    let lengths = [
      30, days % 10 == 5 ? 30 : 29, days % 10 == 3 ? 29 : 30, 29, 30, isLeap ? 30 : 0, 29, 30, 29,
      30, 29, 30, 29,
    ]
    var months: [ForeignCalendar.MonthStart] = []
    for (index, length) in lengths.enumerated() where length > 0 {
      months.append(.init(month: index + 1, start: start))
      start += length
    }
    return months
  }

  /// The first of Tishri as days since 1970-01-01.
  private static func newYear(_ year: Int) -> Int {
    let (before, this, after) = (elapsed(year - 1), elapsed(year), elapsed(year + 1))
    // No year may have 356 or 382 days.
    let delay = after - this == 356 ? 2 : this - before == 382 ? 1 : 0
    return epoch + this + delay
  }

  /// The days from the epoch to the conjunction of Tishri, not on a Sunday, Wednesday or Friday.
  private static func elapsed(_ year: Int) -> Int {
    let months = (235 * year - 234) / 19
    let parts = 12_084 + 13_753 * months
    let day = 29 * months + parts / 25_920
    return 3 * (day + 1) % 7 < 3 ? day + 1 : day
  }

  /// The first of Tishri of the year 1, which is 7 October 3761 BCE of the Julian calendar.
  private static let epoch = -1_373_427 - 719_163
}
