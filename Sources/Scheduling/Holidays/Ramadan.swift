/// The month of fasting, in which offices of many markets keep shorter hours.
public enum Ramadan {
  /// The markets in which working hours are shorter in Ramadan, by law or by custom.
  public static let markets: Set<String> = [
    "AE", "AF", "BD", "BH", "BN", "DJ", "DZ", "EG", "ID", "IQ", "JO", "KM", "KW", "LB", "LY", "MA",
    "MR", "MV", "MY", "OM", "PK", "PS", "QA", "SA", "SD", "SO", "SY", "TN", "YE",
  ]

  /// Whether a date is in Ramadan by the calendar of Mecca; elsewhere it may begin a day later.
  public static func contains(_ date: CivilDate) -> Bool {
    guard MarketHolidays.years.contains(date.year) else { return false }
    let day = date.dayNumber
    let begins = starts(ofMonth: 9, before: day)
    let ends = starts(ofMonth: 10, before: day)
    guard let begin = begins.last(where: { $0 <= day }) else { return false }
    return !ends.contains { $0 > begin && $0 <= day }
  }

  /// The first days of a month in a date's year and the year before.
  private static func starts(ofMonth month: Int, before day: Int) -> [Int] {
    let year = CivilCalendar.components(dayNumber: day).year
    return (year - 1...year).flatMap {
      ForeignCalendar.islamic.days(month: month, day: 1, year: $0)
    }
    .sorted()
  }
}
