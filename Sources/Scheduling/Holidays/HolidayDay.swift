/// A rule for the day of a holiday, which gives its date in every year.
struct HolidayDay: Hashable, Sendable {
  let kind: Kind

  /// Days to go on from there, or back where negative.
  let offset: Int

  init(kind: Kind, offset: Int) {
    self.kind = kind
    self.offset = offset
  }

  enum Kind: Hashable, Sendable {
    case fixed(month: Int, day: Int)
    /// The first to fifth, or with -1 the last, such day of the week in a month.
    case nth(Int, weekday: Int, month: Int)
    /// The nearest such day of the week on one side of a date.
    case near(weekday: Int, Side, month: Int, day: Int)
    case easter(isOrthodox: Bool)
    case foreign(ForeignCalendar, month: Int, day: Int)
    /// The Islamic date by the new moon as it is looked for at a place.
    case crescent(Crescent, month: Int, day: Int, minutesEast: Int)
    case hindu(month: Int, tithi: Int, minute: Int)
    case thaiFullMoon(month: Int)
    case balineseNewYear
    /// The day, on the clock of a place, on which the sun reaches a longitude.
    case sun(longitude: Int, minutesEast: Int)
    /// Dates that no rule gives, such as those set by a law for decades ahead.
    case listed([Int])
    /// Every day that has a holiday on both sides, as in Japan.
    case betweenHolidays
  }

  enum Side: String, CaseIterable, Hashable, Sendable {
    case before
    case onOrBefore = "on or before"
    case after
    case onOrAfter = "on or after"
  }

  /// Whether the date may turn out to be a day off.
  var dependsOnMoonSighting: Bool {
    switch kind {
    case .foreign(.islamic, _, _), .crescent: true
    default: false
    }
  }

  /// The day numbers for a civil year: mostly one; none or two where another calendar decides.
  ///
  /// An offset may lead into the year before or after.
  func days(year: Int) -> [Int] {
    unshifted(year: year).map { $0 + offset }
  }

  private func unshifted(year: Int) -> [Int] {
    func number(_ month: Int, _ day: Int) -> Int {
      CivilCalendar.dayNumber(year: year, month: month, day: day)
    }
    switch kind {
    case .fixed(let month, let day):
      guard day <= CivilCalendar.daysInMonth(month, year: year) else { return [] }
      return [number(month, day)]
    case .nth(let ordinal, let weekday, let month):
      let length = CivilCalendar.daysInMonth(month, year: year)
      guard ordinal > 0 else {
        return [Self.day(weekday, .onOrBefore, number(month, length))]
      }
      let found = Self.day(weekday, .onOrAfter, number(month, 1)) + 7 * (ordinal - 1)
      return found < number(month, 1) + length ? [found] : []
    case .near(let weekday, let side, let month, let day):
      guard day <= CivilCalendar.daysInMonth(month, year: year) else { return [] }
      return [Self.day(weekday, side, number(month, day))]
    case .easter(let isOrthodox):
      return [isOrthodox ? Easter.orthodox(year: year) : Easter.western(year: year)]
    case .foreign(let calendar, let month, let day):
      return calendar.days(month: month, day: day, year: year)
    case .crescent(let crescent, let month, let day, let minutesEast):
      return ForeignCalendar.islamic.days(month: month, day: 1, year: year).map {
        crescent.monthStart(near: $0, minutesEast: minutesEast) + day - 1
      }
    case .hindu(let month, let tithi, let minute):
      let day = HinduCalendar.day(month: month, tithi: tithi, minute: minute, year: year)
      return day.map { [$0] } ?? []
    case .thaiFullMoon(let month): return [ThaiCalendar.fullMoon(month: month, year: year)]
    case .balineseNewYear: return [BalineseCalendar.newYear(year)]
    case .sun(let longitude, let minutesEast):
      let moment = Sky.sun(reaches: Double(longitude), after: Double(number(1, 1)))
      return [Int((moment + Double(minutesEast) / 1_440).rounded(.down))]
    case .listed(let days):
      return days.filter { CivilCalendar.components(dayNumber: $0).year == year }
    case .betweenHolidays: return []
    }
  }

  /// The nearest day of the week, 0 for Monday, on that side of a day.
  static func day(_ weekday: Int, _ side: Side, _ day: Int) -> Int {
    let ahead = (weekday - CivilCalendar.weekdayIndex(dayNumber: day) + 7) % 7
    return switch side {
    case .onOrAfter: day + ahead
    case .after: day + (ahead == 0 ? 7 : ahead)
    case .onOrBefore: day + (ahead == 0 ? 0 : ahead - 7)
    case .before: day + ahead - 7
    }
  }
}
