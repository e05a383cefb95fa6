/// What is wrong with a data file of holidays, and on which line.
public struct HolidayFileError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The file's path as it was given.
  public let path: String

  /// The line, from 1.
  public let line: Int

  /// What is wrong there, as a clause without a full stop.
  public let reason: String

  /// The whole as one line for a person.
  public var description: String { "\(path), line \(line): \(reason)." }
}
