/// The new moon as it is looked for in the evening sky, from which Islamic months begin.
enum Crescent: Hashable, Sendable {
  /// By the criterion of Brunei, Indonesia, Malaysia and Singapore (MABIMS, 2021): at sunset the
  /// moon is 6.4 degrees from the sun and three degrees high.
  case reckoned

  /// Seen with the naked eye, which needs about ten degrees.
  case sighted

  /// The first day of the month that begins within two days of the given one.
  func monthStart(near day: Int, minutesEast: Int) -> Int {
    for candidate in day - 1...day + 1 {
      // The evening before, about sunset by the clock of the place.
      let sunset = Double(candidate - 1) + Double(1_110 - minutesEast) / 1_440
      if isThere(at: sunset, minutesEast: minutesEast) { return candidate }
    }
    return day + 2
  }

  private func isThere(at sunset: Sky.Moment, minutesEast: Int) -> Bool {
    let phase = Sky.phase(sunset)
    let cosine = Sky.cosine(Sky.moonLatitude(sunset)) * Sky.cosine(phase)
    guard phase < 90, cosine <= Sky.cosine(self == .reckoned ? 6.4 : 10) else { return false }
    // Seen from near the equator, where those live who go by it.
    let degreesEast = Double(minutesEast) / 4
    let moon = Sky.altitude(
      longitude: Sky.moon(sunset), latitude: Sky.moonLatitude(sunset), at: sunset,
      degreesEast: degreesEast, degreesNorth: 4)
    let sun = Sky.altitude(
      longitude: Sky.sun(sunset), latitude: 0, at: sunset, degreesEast: degreesEast, degreesNorth: 4
    )
    // At sunset the sun stands 0.8 degrees below the horizon, and the moon, being near, seems a
    // degree lower than it is.
    return moon - sun >= 3 + 0.8 + 1
  }
}
