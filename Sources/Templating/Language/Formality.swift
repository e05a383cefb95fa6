/// How a reader is addressed: `du` or `Sie`, first name or full name.
public enum Formality: String, Hashable, Codable, CaseIterable, Sendable {
  /// With full name and, where the language has one, the polite form.
  case formal
  /// With the first name.
  case informal
}
