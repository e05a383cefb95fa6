/// One fault in a template, with its place.
public struct TemplateError: Error, Hashable, Sendable, CustomStringConvertible {
  /// Where the fault is.
  public let position: SourcePosition
  /// What is wrong and what to do about it.
  public let message: String

  /// Describes a fault.
  public init(position: SourcePosition, message: String) {
    self.position = position
    self.message = message
  }

  /// The fault as `path:line:column: message`.
  public var description: String { "\(position): \(message)" }
}

/// All the faults of a template at once, in the order of the text; never empty.
public struct TemplateErrors: Error, Hashable, Sendable, CustomStringConvertible {
  /// The faults.
  public let errors: [TemplateError]

  init(_ errors: [TemplateError]) {
    self.errors = errors.sorted {
      ($0.position.line, $0.position.column) < ($1.position.line, $1.position.column)
    }
  }

  /// One line a fault.
  public var description: String { errors.map(\.description).joined(separator: "\n") }
}

extension String {
  /// The text as a message quotes it: on one line, and not longer than helps to find it.
  var excerpt: String {
    let start = SingleLine.text(Array(utf8.prefix(160)))
    return start.count > 40 || utf8.count > 160 ? start.prefix(40) + "…" : start
  }
}
