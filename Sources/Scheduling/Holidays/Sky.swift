import Glibc

/// Where the sun and the moon stand, as well as calendars need it.
///
/// Source: Jean Meeus, Astronomical Algorithms, chapters 25 and 47, the greater terms. The sun is
/// good to a hundredth of a degree (a quarter of an hour), the moon to about the same (a minute or
/// two of time), from 1900 to 2200.
enum Sky {
  /// An instant as days, with their fraction, since 1970-01-01 00:00 UTC.
  typealias Moment = Double

  /// The mean length of a lunar month in days.
  static let lunation = 29.530588861

  /// The sun's apparent longitude in degrees, 0 up to 360.
  static func sun(_ moment: Moment) -> Double {
    let t = centuries(moment)
    let anomaly = 357.52911 + 35_999.05029 * t - 0.0001537 * t * t
    let center =
      (1.914602 - 0.004817 * t) * sine(anomaly) + 0.019993 * sine(2 * anomaly)
      + 0.000289 * sine(3 * anomaly)
    let mean = 280.46646 + 36_000.76983 * t + 0.0003032 * t * t
    return turned(mean + center - 0.00569 - 0.00478 * sine(125.04 - 1_934.136 * t))
  }

  /// The moon's longitude in degrees, 0 up to 360.
  static func moon(_ moment: Moment) -> Double {
    let t = centuries(moment)
    let nutation = -0.00478 * sine(125.04 - 1_934.136 * t)
    return turned(218.3164477 + 481_267.88123421 * t + nutation + sum(longitudeTerms, t))
  }

  /// The moon's latitude in degrees.
  static func moonLatitude(_ moment: Moment) -> Double {
    sum(latitudeTerms, centuries(moment))
  }

  /// How far the moon is ahead of the sun in longitude, 0 (new moon) up to 360 degrees.
  static func phase(_ moment: Moment) -> Double {
    turned(moon(moment) - sun(moment))
  }

  /// The first moment, within a year from the given one, at which the sun reaches a longitude.
  static func sun(reaches longitude: Double, after start: Moment) -> Moment {
    var moment = start + turned(longitude - sun(start)) / 360 * 365.2422
    for _ in 0..<6 { moment += signed(longitude - sun(moment)) / 360 * 365.2422 }
    return moment
  }

  /// The new moon nearest to a moment.
  static func newMoon(near start: Moment) -> Moment {
    var moment = start
    for _ in 0..<8 { moment -= signed(phase(moment)) / 360 * lunation }
    return moment
  }

  /// The height above the horizon, in degrees, of a point of the sky as seen from a place.
  static func altitude(
    longitude: Double, latitude: Double, at moment: Moment, degreesEast: Double,
    degreesNorth place: Double
  ) -> Double {
    let tilt = 23.4393
    let y = sine(longitude) * cosine(tilt) - tan(latitude * .pi / 180) * sine(tilt)
    let ascension = atan2(y, cosine(longitude)) * 180 / .pi
    let declination =
      sine(latitude) * cosine(tilt) + cosine(latitude) * sine(tilt) * sine(longitude)
    let sidereal = 280.46061837 + 360.98564736629 * (moment - 10_957.5) + degreesEast
    let height =
      sine(place) * declination
      + cosine(place) * (1 - declination * declination).squareRoot()
      * cosine(sidereal - ascension)
    return asin(min(max(height, -1), 1)) * 180 / .pi
  }

  /// Degrees brought into 0 up to 360.
  static func turned(_ degrees: Double) -> Double {
    let rest = degrees.truncatingRemainder(dividingBy: 360)
    return rest < 0 ? rest + 360 : rest
  }

  /// Degrees brought into -180 up to 180.
  static func signed(_ degrees: Double) -> Double {
    let rest = turned(degrees)
    return rest >= 180 ? rest - 360 : rest
  }

  static func sine(_ degrees: Double) -> Double { sin(degrees * .pi / 180) }

  static func cosine(_ degrees: Double) -> Double { cos(degrees * .pi / 180) }

  /// Julian centuries of terrestrial time since 2000-01-01 12:00.
  private static func centuries(_ moment: Moment) -> Double {
    let years = (moment - 10_957.5) / 365.25
    // Clocks lag behind by about this many seconds (Espenak and Meeus, 2005 to 2050).
    let lag = 62.92 + 0.32217 * years + 0.005589 * years * years
    return (moment - 10_957.5 + lag / 86_400) / 36_525
  }

  /// A periodic term: multiples of the four arguments and millionths of a degree.
  private typealias Term = (d: Double, m: Double, a: Double, f: Double, size: Double)

  private static func sum(_ terms: [Term], _ t: Double) -> Double {
    let elongation = 297.8501921 + 445_267.1114034 * t
    let sun = 357.5291092 + 35_999.0502909 * t
    let anomaly = 134.9633964 + 477_198.8675055 * t
    let node = 93.2720950 + 483_202.0175233 * t
    var result = 0.0
    for term in terms {
      let angle = term.d * elongation + term.m * sun + term.a * anomaly + term.f * node
      let size = term.m == 0 ? term.size : term.size * (1 - 0.002516 * t)
      result += size * sine(angle)
    }
    return result / 1_000_000
  }

  private static let longitudeTerms: [Term] = [
    (0, 0, 1, 0, 6_288_774), (2, 0, -1, 0, 1_274_027), (2, 0, 0, 0, 658_314),
    (0, 0, 2, 0, 213_618), (0, 1, 0, 0, -185_116), (0, 0, 0, 2, -114_332),
    (2, 0, -2, 0, 58_793), (2, -1, -1, 0, 57_066), (2, 0, 1, 0, 53_322),
    (2, -1, 0, 0, 45_758), (0, 1, -1, 0, -40_923), (1, 0, 0, 0, -34_720),
    (0, 1, 1, 0, -30_383), (2, 0, 0, -2, 15_327), (0, 0, 1, 2, -12_528),
    (0, 0, 1, -2, 10_980), (4, 0, -1, 0, 10_675), (0, 0, 3, 0, 10_034),
    (4, 0, -2, 0, 8_548), (2, 1, -1, 0, -7_888), (2, 1, 0, 0, -6_766),
    (1, 0, -1, 0, -5_163), (1, 1, 0, 0, 4_987), (2, -1, 1, 0, 4_036),
    (2, 0, 2, 0, 3_994), (4, 0, 0, 0, 3_861), (2, 0, -3, 0, 3_665),
    (0, 1, -2, 0, -2_689), (2, 0, -1, 2, -2_602), (2, -1, -2, 0, 2_390),
  ]

  private static let latitudeTerms: [Term] = [
    (0, 0, 0, 1, 5_128_122), (0, 0, 1, 1, 280_602), (0, 0, 1, -1, 277_693),
    (2, 0, 0, -1, 173_237), (2, 0, -1, 1, 55_413), (2, 0, -1, -1, 46_271),
  ]
}
