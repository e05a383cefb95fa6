/// The lunar months of India, reckoned from new moon to new moon (amanta).
///
/// A month has the name of the sign that the sun enters in it, by the sidereal zodiac of the
/// Indian ephemeris (Lahiri). A month in which it enters none is a leap month and has no feasts.
enum HinduCalendar {
  /// The names of the months, from that of the new year.
  static let months = [
    "Chaitra", "Vaishakh", "Jyeshtha", "Ashadh", "Shravan", "Bhadrapad", "Ashvin", "Kartik",
    "Margashirsha", "Paush", "Magh", "Phalgun",
  ]

  /// The day on which a lunar day (tithi, 1 to 30) rules at an hour of Indian time.
  ///
  /// The month is numbered from 0; its new moon is looked for in the given civil year. Where the
  /// lunar day rules at that hour on no day, the day after it counts.
  static func day(month: Int, tithi: Int, minute: Int, year: Int) -> Int? {
    let start = Double(CivilCalendar.dayNumber(year: year, month: 1, day: 1))
    var newMoon = Sky.newMoon(near: start - 5)
    var found: Sky.Moment?
    for _ in 0..<14 {
      let next = Sky.newMoon(near: newMoon + Sky.lunation)
      // Of two with the same name the second one counts; Phalgun of a year may begin before it.
      let isInYear = newMoon >= start - 25 && newMoon < start + 350
      if isInYear, (sign(newMoon) + 1) % 12 == month { found = newMoon }
      newMoon = next
    }
    guard let begin = found else { return nil }
    let wanted = Double(tithi - 1) * 12
    // Indian time is five and a half hours ahead.
    let hour = Double(minute - 330) / 1_440
    let guess = Int((begin + Double(tithi - 1) * 0.9843).rounded(.down)) - 2
    for day in guess..<guess + 6 {
      let moment = Double(day) + hour
      let mean = (moment - begin) / Sky.lunation * 360
      let angle = mean + Sky.signed(Sky.phase(moment) - mean)
      if angle >= wanted { return day }
    }
    return nil
  }

  /// The sidereal sign in which the sun stands, 0 for Mesha (Aries) to 11.
  private static func sign(_ moment: Sky.Moment) -> Int {
    let ayanamsa = 23.853 + 0.013972 * (moment - 10_957.5) / 365.25
    return Int(Sky.turned(Sky.sun(moment) - ayanamsa) / 30) % 12
  }
}
