import Synchronization

/// The calendars by which rules name a day, as month and day.
enum ForeignCalendar: String, CaseIterable, Sendable {
  case chinese = "Chinese"
  case korean = "Korean"
  case vietnamese = "Vietnamese"
  case islamic = "Islamic"
  case hebrew = "Hebrew"

  /// The names of the months, in their order; none where months have numbers.
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

  /// A month that is no leap month, and its first day.
  struct MonthStart: Hashable, Sendable {
    var month: Int
    var start: Int
  }

  private struct Key: Hashable {
    var calendar: ForeignCalendar
    var year: Int
  }

  /// A year takes a fraction of a millisecond, and many rules ask for the same ones.
  private static let known = Mutex<[Key: [MonthStart]]>([:])

  /// The months, leap months left out, that begin in a civil year or shortly before it.
  private static func monthStarts(_ kind: ForeignCalendar, year: Int) -> [MonthStart] {
    let key = Key(calendar: kind, year: year)
    if let starts = known.withLock({ $0[key] }) { return starts }
    let starts =
      switch kind {
      case .chinese: LunisolarCalendar.monthStarts(year: year, minutesEast: 480)
      case .korean: LunisolarCalendar.monthStarts(year: year, minutesEast: 540)
      case .vietnamese: LunisolarCalendar.monthStarts(year: year, minutesEast: 420)
      case .islamic: MeccanCalendar.monthStarts(year: year)
      case .hebrew: HebrewCalendar.monthStarts(year: year)
      }
    known.withLock { $0[key] = starts }
    return starts
  }
}
