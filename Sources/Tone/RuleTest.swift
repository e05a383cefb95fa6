/// Runs the lines that rules bring along: each hit must be found by its rule, no miss may be, and
/// no rule that warns may object to a replacement.
public struct RuleTest: Sendable {
  private let linter: Linter

  /// Makes a test of these rules.
  public init(rules: [PhraseRule]) {
    linter = Linter(rules: rules)
  }

  /// A line of a rule that did not do what it is there for.
  public struct Failure: Hashable, Sendable, CustomStringConvertible {
    /// What went wrong.
    public enum Kind: Hashable, Sendable {
      /// The rule finds nothing in one of its hits.
      case hitNotFound
      /// The rule finds these words in one of its misses.
      case missFound(match: String)
      /// Another rule, or the same, objects to the replacement.
      case replacementFound(by: String)
    }

    /// The rule whose line it is.
    public let rule: String
    /// The line.
    public let line: String
    /// What went wrong.
    public let kind: Kind

    /// What went wrong, in a sentence.
    public var description: String {
      switch kind {
      case .hitNotFound: "\(rule) finds nothing in its hit \"\(line)\""
      case .missFound(let match): "\(rule) finds \"\(match)\" in its miss \"\(line)\""
      case .replacementFound(let other): "\(other) objects to \(rule)'s replacement \"\(line)\""
      }
    }
  }

  /// The lines that fail, in the order of the rules.
  public func failures() -> [Failure] {
    linter.rules.flatMap { rule in
      rule.hits.filter { found(rule, $0).isEmpty }
        .map { Failure(rule: rule.id, line: $0, kind: .hitNotFound) }
        + rule.misses.compactMap { line in
          found(rule, line).first.map {
            Failure(rule: rule.id, line: line, kind: .missFound(match: $0.match))
          }
        } + replacementFailures(rule)
    }
  }

  private func found(_ rule: PhraseRule, _ line: String) -> [Finding] {
    findings(rule, line).filter { $0.rule == rule.id }
  }

  private func replacementFailures(_ rule: PhraseRule) -> [Failure] {
    guard let replacement = rule.replacement else { return [] }
    return findings(rule, replacement).filter { $0.severity > .note }
      .map { Failure(rule: rule.id, line: replacement, kind: .replacementFound(by: $0.rule)) }
  }

  private func findings(_ rule: PhraseRule, _ line: String) -> [Finding] {
    let isSubject = rule.scope == .subject
    return linter.findings(
      in: Draft(subject: isSubject ? line : nil, body: isSubject ? "" : line, locale: rule.locale))
  }
}
