/// The two forms of dates in IMAP: `1-Feb-2026` in a search and `" 1-Feb-2026 09:30:00 +0100"`.
enum IMAPDate {
  static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  /// Seconds since 1970 of a date-time (RFC 3501, section 9); nil where it is none.
  static func seconds(_ text: [UInt8]) -> Int? {
    let parts = String(decoding: text.prefix(40), as: UTF8.self).split(separator: " ")
    guard parts.count == 3 else { return nil }
    let day = parts[0].split(separator: "-")
    let time = parts[1].split(separator: ":").map { number($0, digits: 2) }
    guard day.count == 3, time.count == 3, let date = number(day[0], digits: 2),
      let month = months.firstIndex(where: { $0.lowercased() == day[1].lowercased() }),
      day[2].utf8.count == 4, let year = number(day[2], digits: 4), let hour = time[0],
      let minute = time[1],
      let second = time[2], let zone = offset(parts[2]),
      (1...31).contains(date), (1...9_999).contains(year), hour < 24, minute < 60, second < 61
    else { return nil }
    let days = daysSince1970(year: year, month: month + 1, day: date)
    return days * 86_400 + hour * 3_600 + minute * 60 + second - zone
  }

  /// Days from 1970-01-01 in the Gregorian calendar, counted from 1 March so that the leap day ends
  /// a year.
  private static func daysSince1970(year: Int, month: Int, day: Int) -> Int {
    let marchYear = month > 2 ? year : year - 1
    let dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
    return 365 * marchYear + marchYear / 4 - marchYear / 100 + marchYear / 400 + dayOfYear - 719_468
  }

  private static func offset(_ zone: Substring) -> Int? {
    guard zone.utf8.count == 5, zone.first == "+" || zone.first == "-",
      let hours = number(zone.dropFirst().prefix(2), digits: 2),
      let minutes = number(zone.dropFirst(3), digits: 2)
    else { return nil }
    return (hours * 3_600 + minutes * 60) * (zone.first == "-" ? -1 : 1)
  }

  private static func number(_ text: Substring, digits: Int) -> Int? {
    guard (1...digits).contains(text.utf8.count), text.utf8.allSatisfy({ (0x30...0x39) ~= $0 })
    else { return nil }
    return Int(text)
  }
}
