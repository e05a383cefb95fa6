/// A day of the week, numbered as in ISO 8601: Monday is 1, Sunday is 7.
public enum Weekday: Int, CaseIterable, Comparable, Codable, Sendable {
  /// The seven days, from Monday.
  case monday = 1
  case tuesday, wednesday, thursday, friday, saturday, sunday

  /// Reads `Mon`, `Tue`, `Wed`, `Thu`, `Fri`, `Sat` or `Sun`; nil for anything else.
  public init?(shortName: String) {
    guard let day = Self.allCases.first(where: { $0.shortName == shortName }) else { return nil }
    self = day
  }

  /// The English name cut to three letters, such as `Mon`.
  public var shortName: String {
    switch self {
    case .monday: "Mon"
    case .tuesday: "Tue"
    case .wednesday: "Wed"
    case .thursday: "Thu"
    case .friday: "Fri"
    case .saturday: "Sat"
    case .sunday: "Sun"
    }
  }

  /// Whether the first day comes before the second in a week that begins on Monday.
  public static func < (first: Weekday, second: Weekday) -> Bool {
    first.rawValue < second.rawValue
  }
}
