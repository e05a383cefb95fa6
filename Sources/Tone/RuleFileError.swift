/// What is wrong in a rule file, and where.
public struct RuleFileError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The file's path as it was given.
  public let path: String
  /// The line, from 1.
  public let line: Int
  /// The column, from 1, in Unicode scalars.
  public let column: Int
  /// What is wrong and what to do, in a sentence.
  public let reason: String

  /// `path:line:column: reason`.
  public var description: String { "\(path):\(line):\(column): \(reason)" }

  init(path: String, bytes: [UInt8], offset: Int, reason: String) {
    var index = PlaceIndex(bytes)
    let place = index.place(of: offset)
    self.path = path
    self.line = place.line
    self.column = place.column
    self.reason = reason
  }
}
