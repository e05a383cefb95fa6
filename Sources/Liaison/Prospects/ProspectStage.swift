/// How far a team has come with a prospect, as people say it.
public enum ProspectStage: String, CaseIterable, Codable, Hashable, Sendable {
  /// Nobody has looked at it yet.
  case new
  /// Looked at, and worth writing to.
  case qualified
  /// Written to, by a campaign or by hand.
  case contacted
  /// They answered, and the talk goes on.
  case talking
  /// Both said yes; something is still to be done.
  case agreed
  /// Working together.
  case active
  /// One side said no.
  case declined
  /// Worked together, and no more.
  case ended

  /// The names of all stages, for messages.
  public static var names: String { allCases.map(\.rawValue).joined(separator: ", ") }
}
