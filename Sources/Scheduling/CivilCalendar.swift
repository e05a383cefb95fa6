/// The proleptic Gregorian calendar as integer arithmetic on days since 1970-01-01.
enum CivilCalendar {
  static let secondsPerDay: Int64 = 86_400

  /// A year, month and day; the year is astronomical (0 is 1 BC).
  struct Components: Equatable {
    var year: Int
    var month: Int
    var day: Int
  }

  /// The days of a cycle of 400 years, after which the calendar repeats.
  private static let daysPerCycle = 146_097

  /// Days from 1970-01-01 to 0000-03-01: counting from a first of March puts the leap day last.
  private static let marchEpoch = -719_468

  static func dayNumber(year: Int, month: Int, day: Int) -> Int {
    let marchYear = month > 2 ? year : year - 1
    let monthFromMarch = (month + 9) % 12
    let (cycle, yearOfCycle) = floorDivide(marchYear, 400)
    let dayOfYear = (153 * monthFromMarch + 2) / 5 + day - 1
    let dayOfCycle = yearOfCycle * 365 + yearOfCycle / 4 - yearOfCycle / 100 + dayOfYear
    return cycle * daysPerCycle + dayOfCycle + marchEpoch
  }

  static func components(dayNumber: Int) -> Components {
    let (cycle, dayOfCycle) = floorDivide(dayNumber - marchEpoch, daysPerCycle)
    // Taking out the leap days seen so far leaves years of 365 days.
    let yearOfCycle =
      (dayOfCycle - dayOfCycle / 1_460 + dayOfCycle / 36_524 - dayOfCycle / 146_096) / 365
    let dayOfYear = dayOfCycle - (365 * yearOfCycle + yearOfCycle / 4 - yearOfCycle / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
    let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    let year = cycle * 400 + yearOfCycle + (month <= 2 ? 1 : 0)
    return Components(year: year, month: month, day: day)
  }

  static func isLeap(year: Int) -> Bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  }

  static func daysInMonth(_ month: Int, year: Int) -> Int {
    switch month {
    case 2: isLeap(year: year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// The day of the week, 0 for Monday to 6 for Sunday.
  @inline(__always)
  static func weekdayIndex(dayNumber: Int) -> Int {
    // 1970-01-01 was a Thursday.
    floorDivide(dayNumber + 3, 7).remainder
  }

  /// Splits seconds on a clock into its day and the second of that day.
  @inline(__always)
  static func split(seconds: Int64) -> (day: Int, secondOfDay: Int) {
    let (day, second) = floorDivide(Int(seconds), Int(secondsPerDay))
    return (day, second)
  }
}

/// Divides rounding down, so that the remainder is never negative.
@inline(__always)
func floorDivide(_ dividend: Int, _ divisor: Int) -> (quotient: Int, remainder: Int) {
  let (quotient, remainder) = dividend.quotientAndRemainder(dividingBy: divisor)
  return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
}

/// The number with zeros in front up to the width, as dates and clocks are written.
func padded(_ number: Int, _ width: Int) -> String {
  let digits = String(number.magnitude)
  let zeros = String(repeating: "0", count: max(0, width - digits.count))
  return (number < 0 ? "-" : "") + zeros + digits
}
