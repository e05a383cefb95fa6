/// The rule for all times after a zone's last listed change: the footer of a TZif file.
///
/// A POSIX TZ string such as `CET-1CEST,M3.5.0,M10.5.0/3`, with the extensions of RFC 9636
/// section 3.3.1 (quoted names, hours from -167 to 167).
struct PosixZoneRule: Hashable, Sendable {
  /// A day of the year, in one of the three ways in which POSIX writes it.
  enum Day: Hashable {
    /// `Mm.w.d`: the w-th weekday (0 is Sunday) of the month, the last where w is 5.
    case weekday(month: Int, week: Int, weekday: Int)
    /// `Jn`: the n-th day, 1 to 365, the leap day never counted.
    case withoutLeapDay(Int)
    /// `n`: the n-th day from 0 to 365, the leap day counted.
    case fromZero(Int)

    func dayNumber(year: Int) -> Int {
      switch self {
      case .weekday(let month, let week, let weekday):
        let first = CivilCalendar.dayNumber(year: year, month: month, day: 1)
        // POSIX counts from Sunday, this calendar from Monday.
        let firstWeekday = (CivilCalendar.weekdayIndex(dayNumber: first) + 1) % 7
        var day = (weekday - firstWeekday + 7) % 7 + (week - 1) * 7
        if day >= CivilCalendar.daysInMonth(month, year: year) { day -= 7 }
        return first + day
      case .withoutLeapDay(let day):
        let leapDay = CivilCalendar.isLeap(year: year) && day >= 60 ? 1 : 0
        return CivilCalendar.dayNumber(year: year, month: 1, day: 1) + day - 1 + leapDay
      case .fromZero(let day):
        return CivilCalendar.dayNumber(year: year, month: 1, day: 1) + day
      }
    }
  }

  /// A day and the time on the clock then in force, in seconds since its midnight.
  struct Moment: Hashable {
    var day: Day
    var time: Int

    func seconds(year: Int, offset: Int) -> Int64 {
      Int64(day.dayNumber(year: year)) * CivilCalendar.secondsPerDay + Int64(time - offset)
    }
  }

  /// Summer time and the moments at which it begins and ends.
  struct DaylightSaving: Hashable {
    var type: LocalTimeType
    var begin: Moment
    var end: Moment
  }

  /// An instant from which another local time type holds.
  struct Change: Equatable {
    var seconds: Int64
    var type: LocalTimeType
  }

  var standard: LocalTimeType
  var daylightSaving: DaylightSaving?

  /// The changes of the years in order, without those that change nothing.
  ///
  /// The first one only states what holds from then on: it may repeat what held before.
  func changes(in years: ClosedRange<Int>) -> [Change] {
    guard let summer = daylightSaving else { return [] }
    var all: [Change] = []
    var endOfYears: Int64 = 0
    // One year more: its beginning may cancel the end of the last one.
    for year in years.lowerBound...(years.upperBound + 1) {
      let begin = Change(
        seconds: summer.begin.seconds(year: year, offset: standard.offset), type: summer.type)
      let end = Change(
        seconds: summer.end.seconds(year: year, offset: summer.type.offset), type: standard)
      all += begin.seconds <= end.seconds ? [begin, end] : [end, begin]
      endOfYears = min(begin.seconds, end.seconds)
    }
    // Moments far outside their year may pass those of the next; equal ones keep their order.
    for index in all.indices.dropFirst() {
      var place = index
      while place > 0, all[place - 1].seconds > all[place].seconds {
        all.swapAt(place - 1, place)
        place -= 1
      }
    }
    var result: [Change] = []
    for change in all where change.seconds <= endOfYears {
      // Of several at the same instant the last one holds: summer time all year is written so.
      if result.last?.seconds == change.seconds { result.removeLast() }
      if result.last?.type != change.type { result.append(change) }
    }
    if result.last?.seconds == endOfYears { result.removeLast() }
    return result
  }

  /// The stretch around the time in which one local time type holds.
  func span(at seconds: Int64) -> ZoneSpan {
    let time = min(max(seconds, -ZoneSpan.limit), ZoneSpan.limit)
    let year = CivilCalendar.components(
      dayNumber: floorDivide(Int(time), Int(CivilCalendar.secondsPerDay)).quotient
    ).year
    let near = changes(in: (year - 2)...(year + 2))
    var span = ZoneSpan(start: -ZoneSpan.limit, end: ZoneSpan.limit, type: standard)
    for change in near {
      if change.seconds <= time {
        span.start = change.seconds
        span.type = change.type
      } else {
        span.end = change.seconds
        break
      }
    }
    return span
  }
}
