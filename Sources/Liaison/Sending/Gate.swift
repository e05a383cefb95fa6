import Scheduling
import Tone

/// The last reading of a message before it may leave: no blank field, no left-over tag, no
/// sentence that the tone rules call an error.
///
/// Used by one thread at a time.
struct Gate {
  private let linter: Linter
  /// What finds the errors in each language, made with its first message.
  private var linters: [String: Linter] = [:]

  init(linter: Linter) { self.linter = linter }

  /// The error-level findings in a message that nobody has overridden.
  mutating func objections(
    to message: ComposedMessage, step: Int, language: String, overridden: Set<String>
  ) -> [Finding] {
    let draft = Draft(subject: message.subject, body: message.text, locale: language, step: step)
    let errors = linters[language] ?? linter.errors(in: language)
    linters[language] = errors
    return errors.findings(in: draft).filter { !overridden.contains($0.rule) }
  }
}
