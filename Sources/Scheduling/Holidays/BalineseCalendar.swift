/// The calendar of Bali: every 63 days hold 64 lunar days, and 7 of 19 years have a leap month.
enum BalineseCalendar {
  /// The day of silence, Nyepi, which begins the year of Saka.
  static func newYear(_ year: Int) -> Int {
    // Counted from the Nyepi of 2024-03-11; the leap months are those of the 19-year round of Saka.
    let base = CivilCalendar.dayNumber(year: 2024, month: 3, day: 11)
    let lunarDays = (months(before: year) - months(before: 2024)) * 30
    return base + floorDivide(lunarDays * 63 + 1, 64).quotient
  }

  /// The months before the Nyepi of a year, from a fixed but unnamed start.
  private static func months(before year: Int) -> Int {
    let (rounds, rest) = floorDivide(year - 78, 19)
    let leapMonths = [0, 3, 6, 8, 11, 14, 16].count { $0 < rest }
    return (rounds * 19 + rest) * 12 + rounds * 7 + leapMonths
  }
}
