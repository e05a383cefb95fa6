/// The lunar calendar of Thailand, by the rules of the Suriyayatra.
///
/// Source: J. C. Eade, The Calendrical Systems of Mainland South-East Asia (1995).
enum ThaiCalendar {
  /// The full moon of the third, sixth or eighth month, on which Buddhist feasts fall.
  ///
  /// In a year with a leap month they fall a month later, by number: the leap month is a second
  /// eighth one, and the feast of the eighth falls in the second.
  static func fullMoon(month: Int, year: Int) -> Int {
    // Counted from the full moon of the third month of 2024, which was on 24 February.
    var day = CivilCalendar.dayNumber(year: 2024, month: 2, day: 24)
    var current = 2024
    while current < year {
      day += length(current)
      current += 1
    }
    while current > year {
      current -= 1
      day -= length(current)
    }
    let isLeap = hasLeapMonth(year)
    var shift = isLeap ? 29 : 0
    // Uneven months have 29 days, even ones 30; the seventh has 30 in a year with a leap day.
    if month >= 6 { shift += 88 + (isLeap ? 1 : 0) }
    if month >= 8 { shift += 59 + (!isLeap && hasLeapDay(year) ? 1 : 0) }
    return day + shift
  }

  private static func length(_ year: Int) -> Int {
    hasLeapMonth(year) ? 384 : hasLeapDay(year) ? 355 : 354
  }

  private static func hasLeapMonth(_ year: Int) -> Bool {
    let own = tithi(year)
    if own == 25, tithi(year + 1) == 5 { return false }
    return own > 24 || own < 6 || (own == 24 && tithi(year + 1) == 6)
  }

  /// The age of the moon, in lunar days, when the solar year begins in April.
  private static func tithi(_ year: Int) -> Int {
    let days = daysElapsed(year)
    return (days + (11 * days + 650) / 692) % 30
  }

  private static func hasLeapDay(_ year: Int) -> Bool {
    guard !hasLeapMonth(year) else { return false }
    return wantsLeapDay(year) || (hasLeapMonth(year - 1) && wantsLeapDay(year - 1))
  }

  private static func wantsLeapDay(_ year: Int) -> Bool {
    let lag = (11 * daysElapsed(year) + 650) % 692
    let isLongYear = 800 - (292_207 * (year - 638) + 373) % 800 <= 207
    return lag <= (isLongYear ? 126 : 137)
  }

  /// The days since the epoch of the era of 638 when the solar year begins.
  private static func daysElapsed(_ year: Int) -> Int {
    (292_207 * (year - 638) + 373) / 800 + 1
  }
}
