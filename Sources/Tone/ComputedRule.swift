/// A rule that is code rather than phrases.
protocol ComputedRule: Sendable {
  static var id: String { get }
  static var severity: Severity { get }
  init()
  /// The places it objects to, in any order.
  func places(in draft: Draft) -> [RulePlace]
}

/// A place that a rule objects to, by bytes of the draft's text.
struct RulePlace: Sendable {
  var range: Range<Int>
  var message: String
  var replacement: String?

  init(_ range: Range<Int>, _ message: String, replacement: String? = nil) {
    self.range = range
    self.message = message
    self.replacement = replacement
  }
}

/// The computed rules, by name.
enum ComputedRules {
  static let all: [any ComputedRule.Type] = [
    TagRule.self, PlaceholderRule.self, EmptyGreetingRule.self, TodoRule.self, LoremRule.self,
    ScoreRule.self,
  ]
}
