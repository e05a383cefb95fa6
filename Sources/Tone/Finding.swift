/// One place in a draft that a rule objects to.
///
/// Lines and columns count from 1. Columns count Unicode scalars, so a combining mark, a wide
/// character and a tab are one each. `endColumn` is exclusive; where the words run over a line's
/// end, it is the end of their first line.
public struct Finding: Hashable, Sendable {
  /// The rule's full name, such as `price.blunt`.
  public let rule: String
  /// The rule's group, such as `price`.
  public let group: String
  /// How much it weighs.
  public let severity: Severity
  /// The line of the draft's text, from 1.
  public let line: Int
  /// The first column, from 1, in Unicode scalars.
  public let column: Int
  /// The column after the last one.
  public let endColumn: Int
  /// The words found, runs of white space collapsed to one space.
  public let match: String
  /// What is wrong, in a sentence.
  public let message: String
  /// A phrase that says it better, as plain text, where there is one.
  public let replacement: String?

  /// Makes a finding.
  public init(
    rule: String, severity: Severity, line: Int, column: Int, endColumn: Int, match: String,
    message: String, replacement: String? = nil
  ) {
    self.rule = rule
    self.group = RuleName.group(of: rule)
    self.severity = severity
    self.line = line
    self.column = column
    self.endColumn = endColumn
    self.match = match
    self.message = message
    self.replacement = replacement
  }
}

extension Finding: Codable {
  private enum CodingKeys: String, CodingKey {
    case rule, group, severity, line, column, endColumn, match, message, replacement
  }

  /// Writes every key, `replacement` as null where there is none, so that the form is stable.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(rule, forKey: .rule)
    try container.encode(group, forKey: .group)
    try container.encode(severity, forKey: .severity)
    try container.encode(line, forKey: .line)
    try container.encode(column, forKey: .column)
    try container.encode(endColumn, forKey: .endColumn)
    try container.encode(match, forKey: .match)
    try container.encode(message, forKey: .message)
    try container.encode(replacement, forKey: .replacement)
  }
}
