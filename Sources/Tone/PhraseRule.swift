/// A rule that finds phrases.
public struct PhraseRule: Sendable {
  /// The rule's full name, `group.name`.
  public let id: String
  /// How much its findings weigh.
  public let severity: Severity
  /// The language it is for, as a BCP-47 tag; `pt` serves `pt-BR` too.
  public let locale: String
  /// The part of a message it reads.
  public let scope: Scope
  /// What it finds: any of these.
  public let patterns: [Pattern]
  /// A finding that one of these overlaps is dropped.
  public let except: [Pattern]
  /// What is wrong, in a sentence.
  public let message: String
  /// A phrase that says it better, as plain text.
  public let replacement: String?
  /// Why it costs replies.
  public let why: String
  /// Lines in which the rule must find something.
  public let hits: [String]
  /// Lines in which it must find nothing.
  public let misses: [String]

  /// The part of the name before the dot.
  public var group: String { RuleName.group(of: id) }

  /// Makes a rule; its parts are checked where a rule file is read.
  public init(
    id: String, severity: Severity, locale: String = "en", scope: Scope = .both,
    patterns: [Pattern], except: [Pattern] = [], message: String, replacement: String? = nil,
    why: String = "", hits: [String] = [], misses: [String] = []
  ) {
    self.id = id
    self.severity = severity
    self.locale = locale
    self.scope = scope
    self.patterns = patterns
    self.except = except
    self.message = message
    self.replacement = replacement
    self.why = why
    self.hits = hits
    self.misses = misses
  }

  /// Whether the rule is for texts in `language`: the same tag, or one that adds subtags to it.
  public func serves(_ language: String) -> Bool {
    let own = locale.lowercased()
    let other = language.lowercased()
    return other == own || other.hasPrefix(own + "-")
  }
}
