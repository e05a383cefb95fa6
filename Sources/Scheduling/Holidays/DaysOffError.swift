/// What is wrong with a file of own days off, and on which line.
public struct DaysOffError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The line, from 1.
  public let line: Int

  /// What is wrong there, as a clause without a full stop.
  public let reason: String

  /// The whole as one line for a person.
  public var description: String { "Line \(line): \(reason)." }
}
