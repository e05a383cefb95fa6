/// `template.lorem`: filler text, "lorem ipsum" or "dolor sit amet".
struct LoremRule: ComputedRule {
  static let id = "template.lorem"
  static let severity = Severity.error

  private static let message = "Filler text is left here: write your own, or take it out."
  private static let matcher = {
    let phrases = ["lorem ipsum", "dolor sit amet", "consectetur adipiscing elit"]
    return PhraseMatcher(phrases.compactMap { try? Pattern($0) }.map { ($0, 0) })
  }()

  func places(in draft: Draft) -> [RulePlace] {
    draft.regions.flatMap { region in
      Self.matcher.matches(in: draft.bytes, range: region.range)
        .map { RulePlace($0.range, Self.message) }
    }
  }
}
