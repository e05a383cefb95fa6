/// The dates of Easter in the Gregorian calendar.
enum Easter {
  /// Easter Sunday of the western churches, as a day number.
  ///
  /// Source: Jean Meeus, Astronomical Algorithms, chapter 8 (the anonymous Gregorian rule).
  static func western(year: Int) -> Int {
    let a = year % 19
    let (b, c) = year.quotientAndRemainder(dividingBy: 100)
    let (d, e) = b.quotientAndRemainder(dividingBy: 4)
    let g = (8 * b + 13) / 25
    let h = (19 * a + b - d - g + 15) % 30
    let (i, k) = c.quotientAndRemainder(dividingBy: 4)
    let l = (32 + 2 * e + 2 * i - h - k) % 7
    let m = (a + 11 * h + 22 * l) / 451
    let n = h + l - 7 * m + 114
    return CivilCalendar.dayNumber(year: year, month: n / 31, day: n % 31 + 1)
  }

  /// Easter Sunday of the eastern churches, as a day number.
  ///
  /// By Julian tables, turned into the Gregorian calendar. Source: Meeus, chapter 8.
  static func orthodox(year: Int) -> Int {
    let a = year % 4
    let b = year % 7
    let c = year % 19
    let d = (19 * c + 15) % 30
    let e = (2 * a + 4 * b - d + 34) % 7
    let n = d + e + 114
    let julian = CivilCalendar.dayNumber(year: year, month: n / 31, day: n % 31 + 1)
    return julian + year / 100 - year / 400 - 2
  }
}
