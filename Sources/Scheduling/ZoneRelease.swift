/// A release of the tz database by its name, such as `2025b`: the second one of that year.
package struct ZoneRelease: Hashable, Sendable {
  /// The year of the release.
  package let year: Int
  /// Which release of the year, from 0; nil where the name has no letter, as in a snapshot.
  private let number: Int?

  /// Reads a name; nil where it does not begin with a year.
  package init?(_ version: String) {
    var cursor = ByteCursor(version)
    guard let year = cursor.number(digits: 4...4), (1_990...9_998).contains(year) else {
      return nil
    }
    self.year = year
    number = cursor.next.flatMap { (0x61...0x7A).contains($0) ? Int($0 - 0x61) : nil }
  }

  /// Whether it came out more than a year before the instant.
  ///
  /// The name has the year only. The first release is taken to be out by the end of March, the
  /// second by June, the third by September: no year of late had fewer than two.
  package func isOlderThanAYear(at now: Instant) -> Bool {
    let quarter = min(number ?? 3, 3) + 1
    let date =
      quarter == 4
      ? CivilDate(year: year + 2, month: 1, day: 1)
      : CivilDate(year: year + 1, month: quarter * 3 + 1, day: 1)
    guard let date else { return false }
    return now.seconds >= Int64(date.dayNumber) * CivilCalendar.secondsPerDay
  }
}
