/// Why a text may not stand in a header, and in which.
public struct HeaderError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong.
  public enum Reason: Hashable, Sendable {
    /// A line break, a NUL, a tab or another control character, and its place counted from 1.
    case control(Unicode.Scalar, position: Int)
    /// The text is too long, in octets.
    case tooLong(octets: Int, limit: Int)
    /// The text has not the form of its field; the sentence says what is expected.
    case malformed(expected: String)
  }

  /// The field as people call it: `Subject`, `display name`, `attachment file name`.
  public let field: String

  /// What is wrong.
  public let reason: Reason

  /// Names a field and what is wrong in it.
  public init(field: String, reason: Reason) {
    self.field = field
    self.reason = reason
  }

  /// A sentence that says what is wrong, where, and what to do.
  public var description: String {
    switch reason {
    case .control(let scalar, let position):
      "The \(field) has the control character \(named(scalar)) (a line break, tab or the like) "
        + "at character \(position); remove it."
    case .tooLong(let octets, let limit):
      "The \(field) has \(octets) octets and may have \(limit); shorten it."
    case .malformed(let expected):
      "The \(field) is not well formed; \(expected)."
    }
  }
}
