/// What is wrong with a written window.
public enum SendWindowError: Error, Hashable, Sendable, CustomStringConvertible {
  /// It is not days, one space and hours.
  case shape(String)
  /// A part is not a day of the week or a span of them.
  case day(String, window: String)
  /// A part is not a range of hours.
  case hours(String, window: String)
  /// A range ends before or when it begins.
  case backwards(String, window: String)
  /// Two ranges of hours have time in common.
  case overlap(window: String)

  /// What is wrong and what to write instead.
  public var description: String {
    switch self {
    case .shape(let text):
      return "The window “\(text)” is not written as days, a space and hours, "
        + "such as “Mon-Fri 10:00-18:00”."
    case .day(let part, let window):
      let close = Weekday.allCases.first { part.lowercased().hasPrefix($0.shortName.lowercased()) }
      let advice =
        close.map { "Write \($0.shortName)" } ?? "Write Mon, Tue, Wed, Thu, Fri, Sat or Sun"
      return "“\(part)” in the window “\(window)” is not a day. \(advice)."
    case .hours(let part, let window):
      return "“\(part)” in the window “\(window)” is not a range of hours. "
        + "Write it as 09:00-17:00, at most until 24:00."
    case .backwards(let part, let window):
      return "“\(part)” in the window “\(window)” does not end after it begins. "
        + "A window does not pass midnight: write two ranges, such as 00:00-02:00,22:00-24:00."
    case .overlap(let window):
      return "The hours in the window “\(window)” overlap. Write each hour once."
    }
  }
}
