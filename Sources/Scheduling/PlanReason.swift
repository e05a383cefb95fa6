/// Why a send is planned for its day and minute, printable as a sentence.
public enum PlanReason: Hashable, Codable, Sendable {
  /// The gap chosen for the contact and step, in days after the date of the send before.
  case gap(days: Int, after: CivilDate)
  /// The window opens on that date after the instant from which a send is allowed.
  case windowOpens(CivilDate)
  /// The date's day of the week is not in the window.
  case dayNotInWindow(CivilDate)
  /// The date is closed, by a holiday or black-out of that name.
  case closedDay(CivilDate, name: String? = nil)
  /// The window of the date was over before the send was allowed.
  case windowOver(CivilDate)
  /// A change of the clocks leaves nothing of the window on that date.
  case clockChange(CivilDate)
  /// The zones that the person may be in have under an hour of that date's window in common, and of
  /// 08:00-20:00 too.
  case noCommonHour(CivilDate)
  /// They have under an hour of that date's window in common, so 08:00-20:00 is taken.
  case wideHours(CivilDate)
  /// On that date 72 hours since the send before would not have passed.
  case minimum72Hours(CivilDate)
  /// The step was due on that date, but could not go until later.
  case overdue(CivilDate)
  /// The minute within the window comes from a hash of the contact and step.
  case spread
}

extension PlanReason: CustomStringConvertible {
  /// The reason as a plain sentence.
  public var description: String {
    switch self {
    case .gap(let days, let date):
      "Planned \(days) days after the message of \(Self.text(date))."
    case .windowOpens(let date):
      "The window opens on \(Self.text(date))."
    case .dayNotInWindow(let date):
      "Not on \(Self.text(date)): the window does not have that day of the week."
    case .closedDay(let date, let name):
      "Not on \(Self.text(date)): \(name ?? "that day is closed, a holiday or a black-out")."
    case .windowOver(let date):
      "Not on \(Self.text(date)): the window of that day was over already."
    case .clockChange(let date):
      "Not on \(Self.text(date)): a clock change leaves nothing of the window."
    case .noCommonHour(let date):
      "Not on \(Self.text(date)): in the zones where the person may be no hour is open in common."
    case .wideHours(let date):
      "On \(Self.text(date)) 08:00-20:00 is taken: in the zones where the person may be the window "
        + "has under an hour in common."
    case .minimum72Hours(let date):
      "Not on \(Self.text(date)): fewer than 72 hours would have passed since the message before."
    case .overdue(let date):
      "It was due on \(Self.text(date)), could not go then, and goes at the next chance."
    case .spread:
      "The minute is the contact's own, spread over the window by a hash that never moves."
    }
  }

  private static func text(_ date: CivilDate) -> String {
    "\(date.weekday.shortName) \(date)"
  }
}
