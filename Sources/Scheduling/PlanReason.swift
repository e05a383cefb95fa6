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
  /// On that date something was full or taken, so that it goes later.
  case cap(SendCap, CivilDate)
  /// The person is away and back on that date.
  case absence(back: CivilDate)
  /// The campaign was paused until that date.
  case pause(until: CivilDate)
  /// Another campaign wrote to the person, who is left alone until that date.
  case coolingOff(until: CivilDate)
  /// The minute within the window comes from a hash of the contact and step.
  case spread
}

/// What lets only so many messages go on one day of the sender's.
public enum SendCap: Hashable, Codable, Sendable {
  /// The sender writes no more than so many messages on that day.
  case sender(daily: Int)
  /// One new contact a day at that recipient's domain.
  case domain
  /// One new contact a day at that prospect.
  case prospect
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
    case .cap(.sender(let daily), let date):
      "Not on \(Self.text(date)): the sender's \(daily) message\(daily == 1 ? "" : "s") of that day "
        + "are taken; follow-ups come first."
    case .cap(.domain, let date):
      "Not on \(Self.text(date)): somebody else at the recipient's domain is first written to then, "
        + "and one new contact a day is enough."
    case .cap(.prospect, let date):
      "Not on \(Self.text(date)): somebody else of the same prospect is first written to then, "
        + "and one new contact a day is enough."
    case .absence(let date):
      "The person is away and back on \(Self.text(date)); it goes from the second working day after."
    case .pause(let date):
      "The campaign was paused until \(Self.text(date)), so it was planned anew."
    case .coolingOff(let date):
      "Another campaign wrote to the person, who is left alone until \(Self.text(date))."
    case .spread:
      "The minute is the contact's own, spread over the window by a hash that never moves."
    }
  }

  private static func text(_ date: CivilDate) -> String {
    "\(date.weekday.shortName) \(date)"
  }
}
