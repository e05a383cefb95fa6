/// How many calendar days a step is planned after the actual send of the one before: 3 to 5.
public struct Gap: Hashable, Sendable {
  /// What no gap may leave.
  public static let allowedDays = 3...5

  /// A step is never sent sooner than so many seconds after the one before: 72 hours.
  public static let minimumSeconds: Int64 = 72 * 3_600

  /// Three to five days, what a step has where nothing else is said.
  public static let standard = Gap(unchecked: allowedDays)

  /// The fewest and the most days; the planner chooses within them for each contact and step.
  public let days: ClosedRange<Int>

  /// Makes a gap whose days are chosen from a range within 3 to 5.
  public init(days: ClosedRange<Int>) throws(GapError) {
    guard days.lowerBound >= Self.allowedDays.lowerBound,
      days.upperBound <= Self.allowedDays.upperBound
    else { throw GapError(days: days) }
    self.days = days
  }

  /// Makes a gap of exactly 3, 4 or 5 days.
  public init(days: Int) throws(GapError) {
    try self.init(days: days...days)
  }

  private init(unchecked days: ClosedRange<Int>) {
    self.days = days
  }
}

extension Gap: CustomStringConvertible {
  /// Such as `4 days` or `3 to 5 days`.
  public var description: String { Self.text(days) }

  static func text(_ days: ClosedRange<Int>) -> String {
    guard days.lowerBound < days.upperBound else {
      return "\(days.lowerBound) day\(days.lowerBound == 1 ? "" : "s")"
    }
    return "\(days.lowerBound) to \(days.upperBound) days"
  }
}

/// A gap outside 3 to 5 days.
public struct GapError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The days that were asked for.
  public let days: ClosedRange<Int>

  /// What is wrong and what to write instead.
  public var description: String {
    "A gap of \(Gap.text(days)) is not possible. "
      + "Follow-ups go 3 to 5 days after the message before: choose 3, 4 or 5."
  }
}
