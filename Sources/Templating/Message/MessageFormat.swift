/// Which parts a mail has.
public enum MessageFormat: String, Hashable, Sendable, Codable, CaseIterable {
  /// Plain text alone, as one person writes to another.
  case text
  /// HTML, and the same as plain text.
  case html
}
