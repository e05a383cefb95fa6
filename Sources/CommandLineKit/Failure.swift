/// Why a command stopped: what was wrong, where, and what to do about it.
package struct Failure: Error, Equatable, Sendable, CustomStringConvertible {
  package var code: ExitCode
  /// What was wrong, one plain sentence without "error:".
  package var message: String
  /// Where it was wrong, as `file:line:column`, or a row, or a command.
  package var place: String?
  /// What to do about it.
  package var hint: String?

  package init(
    _ code: ExitCode, _ message: String, at place: String? = nil, hint: String? = nil
  ) {
    self.code = code
    self.message = message
    self.place = place
    self.hint = hint
  }

  /// Up to three lines: the error, its place, and what to do.
  ///
  /// Any part may quote a stranger's text, so each is neutralised and stays on its line.
  package var description: String {
    text(style: Style(isOn: false))
  }

  func text(style: Style) -> String {
    var lines = [style.red(style.bold("error:")) + " " + neutralised(message)]
    if let place { lines.append("  at " + neutralised(place)) }
    if let hint { lines.append("  " + neutralised(hint)) }
    return lines.joined(separator: "\n")
  }
}

/// The JSON document that stands for a failure: `{"error": {"code", "message", "place", "hint"}}`.
struct FailureDocument: Encodable {
  let failure: Failure

  private enum Key: String, CodingKey { case error }
  private enum ErrorKey: String, CodingKey { case code, message, place, hint }

  func encode(to encoder: any Encoder) throws {
    var document = encoder.container(keyedBy: Key.self)
    var error = document.nestedContainer(keyedBy: ErrorKey.self, forKey: .error)
    try error.encode(failure.code.rawValue, forKey: .code)
    try error.encode(failure.message, forKey: .message)
    // Always all four keys (null where there is nothing), so that a reader need not test for them.
    try error.encode(failure.place, forKey: .place)
    try error.encode(failure.hint, forKey: .hint)
  }
}
