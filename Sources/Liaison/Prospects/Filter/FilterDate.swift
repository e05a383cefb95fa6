import Scheduling

/// A day that a filter compares with: a date, or one counted back from today.
enum FilterDate: Hashable, Sendable {
  case day(CivilDate)
  case daysAgo(Int)

  /// Reads `2026-01-31`, `today`, `yesterday`, `30 days ago`, `2 weeks ago`.
  init?(_ text: String) {
    let words = text.lowercased().split(separator: " ").map(String.init)
    switch words {
    case ["today"]: self = .daysAgo(0)
    case ["yesterday"]: self = .daysAgo(1)
    default:
      if words.count == 3, words[2] == "ago", let count = Int(words[0]),
        (0...10_000).contains(count)
      {
        switch words[1] {
        case "day", "days": self = .daysAgo(count)
        case "week", "weeks": self = .daysAgo(7 * count)
        default: return nil
        }
      } else if let day = CivilDate(text) {
        self = .day(day)
      } else {
        return nil
      }
    }
  }
}

/// What a filter needs besides the database: when it is, and where days begin.
public struct FilterClock: Sendable {
  /// The time that `today` is counted from.
  public let now: Instant
  /// The zone on whose calendar days begin.
  public let home: Zone

  /// A clock that shows `now` at `home`.
  public init(now: Instant, home: Zone) {
    self.now = now
    self.home = home
  }

  /// The first instant of a day, and that of the day after.
  func span(of date: FilterDate) -> (start: Instant, end: Instant) {
    let day =
      switch date {
      case .day(let day): day
      case .daysAgo(let count): LocalTime(now, in: home).date.adding(days: -count)
      }
    return (home.start(of: day), home.start(of: day.adding(days: 1)))
  }
}

extension FilterComparison {
  /// A comparison with a day as one or two with instants: at or after the first, before the second.
  func bounds(_ span: (start: Instant, end: Instant)) -> (from: Instant?, before: Instant?) {
    switch self {
    case .less: (nil, span.start)
    case .lessOrEqual: (nil, span.end)
    case .greater: (span.end, nil)
    case .greaterOrEqual: (span.start, nil)
    case .equal, .notEqual, .contains: (span.start, span.end)
    }
  }
}
