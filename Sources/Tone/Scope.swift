/// The part of a message that a phrase rule reads.
public enum Scope: String, Codable, Sendable, CaseIterable {
  /// Only the subject line.
  case subject
  /// Only the body.
  case body
  /// Subject and body.
  case both
}
