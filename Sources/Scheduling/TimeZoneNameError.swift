/// Why a text is not taken as the name of a time zone.
public enum TimeZoneNameError: Error, Hashable, Sendable, CustomStringConvertible {
  /// Nothing, or white space only.
  case empty
  /// An abbreviation such as `IST`, with the zones that may be meant.
  case abbreviation(String, candidates: [String])
  /// An offset from UTC such as `GMT+2`, with the zone that has this offset all year.
  case offset(String, fixed: String?)
  /// A POSIX rule such as `CET-1CEST,M3.5.0,M10.5.0/3`.
  case posixRule(String)
  /// The name `Factory`, with which the tz database says that no zone is set.
  case unset(String)
  /// A listed name in other case or with spaces, such as `europe/berlin`.
  case wrongForm(String, suggestion: String)
  /// No listed name, with those that come near.
  case unknown(String, suggestions: [String])

  /// The name to write instead, where only one comes into question.
  public var suggestion: String? {
    switch self {
    case .wrongForm(_, let suggestion): suggestion
    case .abbreviation(_, let names), .unknown(_, let names): names.count == 1 ? names[0] : nil
    case .empty, .offset, .posixRule, .unset: nil
    }
  }

  /// What is wrong and what to write instead.
  public var description: String {
    switch self {
    case .empty:
      return "The time zone is empty. Write a name such as Europe/Berlin."
    case .abbreviation(let text, let candidates):
      let advice =
        candidates.isEmpty
        ? "Write the name of the place, such as Europe/Berlin"
        : "Write the name of the place: \(Self.choice(candidates))"
      return "“\(text)” is an abbreviation, not a time zone. \(advice)."
    case .offset(let text, let fixed):
      let always = fixed.map { ", or \($0) if the clocks there never change" } ?? ""
      return "“\(text)” is an offset from UTC, not a time zone. "
        + "Write the name of the place, such as Europe/Berlin\(always)."
    case .posixRule(let text):
      return "“\(text)” is a POSIX rule, not a time zone. "
        + "Write the name of the place, such as Europe/Berlin."
    case .unset(let text):
      return "“\(text)” means that no time zone is set. "
        + "Write the name of the place, such as Europe/Berlin."
    case .wrongForm(let text, let suggestion):
      return "There is no time zone “\(text)”. Write \(suggestion)."
    case .unknown(let text, let suggestions):
      let advice =
        suggestions.isEmpty
        ? "Write a name such as Europe/Berlin" : "Did you mean \(Self.choice(suggestions))?"
      return "There is no time zone “\(text)”. \(advice)\(suggestions.isEmpty ? "." : "")"
    }
  }

  private static func choice(_ names: [String]) -> String {
    guard names.count > 1, let last = names.last else { return names.first ?? "" }
    return names.dropLast().joined(separator: ", ") + " or \(last)"
  }
}
