import Testing

@testable import Tone

@Suite struct RuleTestTests {
  @Test func theShippedRulesFindTheirHitsAndNoMisses() throws {
    let failures = RuleTest(rules: try ShippedRules.linter.get().rules).failures()
    for failure in failures { Issue.record("\(failure)") }
    #expect(failures.isEmpty)
  }

  @Test func aHitThatIsNotFoundAMissThatIsAndABadReplacementAreNamed() throws {
    let rule = PhraseRule(
      id: "price.test", severity: .warning, patterns: [try Pattern("too dear")], message: "m",
      replacement: "not too dear", hits: ["too dear", "cheap"], misses: ["It is too dear.", "fine"])
    let failures = RuleTest(rules: [rule]).failures()
    #expect(
      failures.map(\.kind) == [
        .hitNotFound, .missFound(match: "too dear"), .replacementFound(by: "price.test"),
      ])
    #expect(failures[0].description == "price.test finds nothing in its hit \"cheap\"")
  }
}
