/// Why a filter cannot be read, with the place.
public struct FilterError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong, as a sentence without a full stop.
  public let message: String
  /// The character that it is about, counted from 1.
  public let column: Int
  /// What to do about it.
  public let hint: String?

  init(_ message: String, column: Int, hint: String? = nil) {
    self.message = message
    self.column = column
    self.hint = hint
  }

  /// The fault, its place, and what to do.
  public var description: String {
    "\(message) (character \(column) of the filter)" + (hint.map { "; \($0)" } ?? "")
  }
}
