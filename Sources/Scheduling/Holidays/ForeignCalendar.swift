import Foundation
import Synchronization

/// The calendars by which rules name a day, as month and day.
enum ForeignCalendar: String, CaseIterable, Sendable {
  case chinese = "Chinese"
  case korean = "Korean"
  case vietnamese = "Vietnamese"
  case islamic = "Islamic"
  case hebrew = "Hebrew"

  /// The names of the months, in Foundation's order; none where months have numbers.
  var months: [String] {
    switch self {
    case .chinese, .korean, .vietnamese: []
    case .islamic:
      [
        "Muharram", "Safar", "Rabi-I", "Rabi-II", "Jumada-I", "Jumada-II", "Rajab", "Shaban",
        "Ramadan", "Shawwal", "Dhu-al-Qada", "Dhu-al-Hijja",
      ]
    case .hebrew:
      [
        "Tishri", "Heshvan", "Kislev", "Tevet", "Shevat", "Adar-I", "Adar", "Nisan", "Iyar",
        "Sivan", "Tammuz", "Av", "Elul",
      ]
    }
  }

  /// The days of a civil year on which that day of the month falls: none, one or two.
  func days(month: Int, day: Int, year: Int) -> [Int] {
    Self.monthStarts(self, year: year)
      .filter { $0.month == month }.map { $0.start + day - 1 }
      .filter { CivilCalendar.components(dayNumber: $0).year == year }
  }

  private struct MonthStart {
    var month: Int
    var start: Int
  }

  private struct Key: Hashable {
    var calendar: ForeignCalendar
    var year: Int
  }

  /// Foundation takes microseconds for a date, and many rules ask for the same years.
  private static let known = Mutex<[Key: [MonthStart]]>([:])

  /// The months, leap months left out, that begin between the December before and the year's end.
  private static func monthStarts(_ kind: ForeignCalendar, year: Int) -> [MonthStart] {
    let key = Key(calendar: kind, year: year)
    if let starts = known.withLock({ $0[key] }) { return starts }
    let starts = computedStarts(kind, year: year)
    known.withLock { $0[key] = starts }
    return starts
  }

  private static func computedStarts(_ kind: ForeignCalendar, year: Int) -> [MonthStart] {
    if kind == .vietnamese { return vietnameseStarts(year: year) }
    var calendar = Calendar(identifier: kind.identifier)
    calendar.timeZone = TimeZone(secondsFromGMT: 0) ?? calendar.timeZone
    var result: [MonthStart] = []
    var day = CivilCalendar.dayNumber(year: year - 1, month: 11, day: 25)
    let end = CivilCalendar.dayNumber(year: year, month: 12, day: 31)
    while day <= end {
      let noon = Date(timeIntervalSince1970: Double(day) * 86_400 + 43_200)
      let parts = calendar.dateComponents([.month, .day], from: noon)
      guard let month = parts.month, let dayOfMonth = parts.day else { break }
      if dayOfMonth == 1 {
        if parts.isLeapMonth != true { result.append(MonthStart(month: month, start: day)) }
        day += 29
      } else {
        // A month has 29 or 30 days: near its end go day by day.
        day += max(1, 30 - dayOfMonth)
      }
    }
    return result
  }

  /// Foundation has the name of the Vietnamese calendar, but on Linux not its months.
  private static func vietnameseStarts(year: Int) -> [MonthStart] {
    (year...year + 1).flatMap { LunisolarCalendar.months(endingIn: $0, minutesEast: 420) }
      .filter { !$0.isLeap }.map { MonthStart(month: $0.number, start: $0.start) }
  }

  private var identifier: Calendar.Identifier {
    switch self {
    case .chinese, .vietnamese: .chinese
    case .korean: if #available(macOS 26, *) { .dangi } else { .chinese }
    case .islamic: .islamicUmmAlQura
    case .hebrew: .hebrew
    }
  }
}
