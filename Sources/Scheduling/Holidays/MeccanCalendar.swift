/// The Islamic calendar of Mecca (Umm al-Qura), by the rule that holds since 1423 AH (2002).
///
/// A month begins on the day after the first evening on which, at Mecca, the moon is new before the
/// sun sets and sets after it.
enum MeccanCalendar {
  /// The months, Muharram being 1, that begin in a civil year or shortly before it.
  static func monthStarts(year: Int) -> [ForeignCalendar.MonthStart] {
    let first = Double(CivilCalendar.dayNumber(year: year, month: 1, day: 1))
    var moon = Sky.newMoon(near: first - 45)
    var months: [ForeignCalendar.MonthStart] = []
    for _ in 0..<15 {
      let start = monthStart(newMoon: moon)
      let lunations = Int(((Double(start) - muharram1423) / Sky.lunation).rounded())
      months.append(.init(month: (lunations % 12 + 12) % 12 + 1, start: start))
      moon = Sky.newMoon(near: moon + Sky.lunation)
    }
    return months
  }

  private static func monthStart(newMoon: Sky.Moment) -> Int {
    var evening = Int(newMoon.rounded(.down))
    // At the latest on the third evening the moon is well behind the sun.
    for _ in 0..<3 {
      let sunset = sunset(on: evening)
      if sunset > newMoon, isAboveHorizon(at: sunset) { return evening + 1 }
      evening += 1
    }
    return evening + 1
  }

  /// When the sun's upper edge sets, with refraction: when its middle is 0.833 degrees down.
  private static func sunset(on day: Int) -> Sky.Moment {
    // Noon comes 159 minutes before that of Greenwich; the sun goes down 15 degrees an hour.
    var moment = Double(day) + (1_080 - 159.3) / 1_440
    for _ in 0..<4 {
      let height = Sky.altitude(
        longitude: Sky.sun(moment), latitude: 0, at: moment, degreesEast: degreesEast,
        degreesNorth: degreesNorth)
      moment += (height + 0.833) / 345
    }
    return moment
  }

  /// Whether the moon's upper edge is still up: its parallax outweighs refraction and its radius.
  private static func isAboveHorizon(at sunset: Sky.Moment) -> Bool {
    Sky.altitude(
      longitude: Sky.moon(sunset), latitude: Sky.moonLatitude(sunset), at: sunset,
      degreesEast: degreesEast, degreesNorth: degreesNorth) > 0.125
  }

  private static let degreesEast = 39.826
  private static let degreesNorth = 21.4225

  /// 1 Muharram 1423 AH, 15 March 2002, as days since 1970-01-01.
  private static let muharram1423 = 11_761.0
}
