/// The Chinese calendar as reckoned on the clock of a place: of China, Korea or Vietnam.
///
/// Rules of 1645: months begin on the day of the new moon; the eleventh holds the winter solstice;
/// where thirteen months lie between two solstices, the first in which the sun enters no sign is
/// the leap month.
enum LunisolarCalendar {
  struct Month {
    var number: Int
    var isLeap: Bool
    var start: Int
  }

  /// The months, leap months left out, from the eleventh before a civil year up to its end.
  static func monthStarts(year: Int, minutesEast: Int) -> [ForeignCalendar.MonthStart] {
    (year...year + 1).flatMap { months(endingIn: $0, minutesEast: minutesEast) }
      .filter { !$0.isLeap }.map { .init(month: $0.number, start: $0.start) }
  }

  /// The months from the eleventh of the year before up to the tenth of this year.
  static func months(endingIn year: Int, minutesEast: Int) -> [Month] {
    let east = Double(minutesEast) / 1_440
    func eleventh(_ year: Int) -> Sky.Moment {
      let autumn = Double(CivilCalendar.dayNumber(year: year, month: 12, day: 1))
      let solstice = (Sky.sun(reaches: 270, after: autumn) + east).rounded(.down)
      var moon = Sky.newMoon(near: solstice)
      if (moon + east).rounded(.down) > solstice { moon = Sky.newMoon(near: moon - Sky.lunation) }
      let next = Sky.newMoon(near: moon + Sky.lunation)
      return (next + east).rounded(.down) <= solstice ? next : moon
    }
    let first = eleventh(year - 1)
    let count = Int(((eleventh(year) - first) / Sky.lunation).rounded())
    var moon = first
    var starts: [Int] = []
    for _ in 0...count {
      starts.append(Int((moon + east).rounded(.down)))
      moon = Sky.newMoon(near: moon + Sky.lunation)
    }
    func sign(atStartOf day: Int) -> Int { Int(Sky.sun(Double(day) - east) / 30) }
    var months: [Month] = []
    var number = 11
    var needsLeap = count == 13
    for (start, next) in zip(starts, starts.dropFirst()) {
      let isLeap = needsLeap && sign(atStartOf: start) == sign(atStartOf: next)
      if isLeap {
        needsLeap = false
        months.append(Month(number: (number + 10) % 12 + 1, isLeap: true, start: start))
      } else {
        months.append(Month(number: number, isLeap: false, start: start))
        number = number % 12 + 1
      }
    }
    return months
  }
}
