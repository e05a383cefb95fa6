/// `tone.score`: an English sentence whose politeness strategies add up to a harsh one.
///
/// A note that lists the causes. It never blocks: the phrase rules do that.
struct ScoreRule: ComputedRule {
  static let id = "tone.score"
  static let severity = Severity.note

  /// Sentences at or below this are named; a bare question or a negation alone stays well above.
  static let limit = -2.0

  func places(in draft: Draft) -> [RulePlace] {
    guard draft.locale.lowercased().split(separator: "-").first == "en" else { return [] }
    var found: [RulePlace] = []
    for region in draft.regions where region.kind != .signature {
      for sentence in ToneScore.sentences(in: draft.bytes, range: region.range)
      where sentence.score.value <= Self.limit {
        found.append(RulePlace(sentence.range, Self.message(sentence.score)))
      }
    }
    return found
  }

  private static func message(_ score: ToneScore) -> String {
    let causes = score.causes.filter { $0.weight < 0 }
      .map { "\($0.text) (\(Self.text($0.weight)))" }
    return "This sentence sounds harsh, at \(text(score.value)): "
      + causes.joined(separator: ", ") + "."
  }

  private static func text(_ value: Double) -> String {
    value == value.rounded() ? "\(Int(value))" : "\(value)"
  }
}
