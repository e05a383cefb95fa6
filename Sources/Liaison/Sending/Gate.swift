import Scheduling
import Tone

/// The last reading of a message before it may leave: no blank field, no left-over tag, no
/// sentence that the tone rules call an error.
struct Gate: Sendable {
  private let linter: Linter

  init(linter: Linter) { self.linter = linter }

  /// The error-level findings in a message that nobody has overridden.
  func objections(
    to message: ComposedMessage, step: Int, language: String, overridden: Set<String>
  ) -> [Finding] {
    let draft = Draft(subject: message.subject, body: message.text, locale: language, step: step)
    return linter.findings(in: draft).filter {
      $0.severity == .error && !overridden.contains($0.rule)
    }
  }
}
