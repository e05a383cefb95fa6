/// A day on which a market's offices are closed.
public struct Holiday: Hashable, Sendable {
  /// The day.
  public let date: CivilDate

  /// Its English name; “(observed)” follows where it stands for a day that fell on a day of rest.
  public let name: String

  /// Whether the date depends on seeing the new moon and may be a day off.
  public let isEstimated: Bool

  /// Whether it is only the day before or after an estimated one, closed for safety.
  public let isNeighbour: Bool

  /// Makes a holiday.
  public init(
    date: CivilDate, name: String, isEstimated: Bool = false, isNeighbour: Bool = false
  ) {
    self.date = date
    self.name = name
    self.isEstimated = isEstimated
    self.isNeighbour = isNeighbour
  }
}
