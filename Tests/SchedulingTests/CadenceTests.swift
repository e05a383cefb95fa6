import Foundation
import Testing

@testable import Scheduling

@Suite struct CadenceTests {
  private typealias Step = Cadence.Step

  @Test func laterStepsHaveThreeToFiveDaysWhereNothingIsSaid() throws {
    let cadence = try Cadence(steps: [
      Step(emphasis: .brandStory), Step(emphasis: .audienceFit),
      Step(emphasis: .socialProof, gap: Gap(days: 4)), Step(emphasis: .parting),
    ])
    #expect(cadence.steps.map { $0.gap?.days } == [nil, 3...5, 4...4, 3...5])
  }

  @Test func oneStepIsEnough() throws {
    #expect(try Cadence(steps: [Step(emphasis: .event)]).steps.count == 1)
  }

  @Test func whatBreaksTheRulesIsRefused() throws {
    let four: [Emphasis] = [.brandStory, .audienceFit, .product, .parting]
    let gap = try Gap(days: 3)
    let cases: [([Step], CadenceError)] = [
      ([], .noSteps),
      ((four + [.event]).map { Step(emphasis: $0) }, .tooManySteps(5)),
      ([Step(emphasis: .event, gap: gap)], .gapBeforeFirstStep(gap)),
      (
        [.event, .product, .event].map { Step(emphasis: $0) },
        .emphasisTwice(.event, first: 1, second: 3)
      ),
    ]
    for (steps, error) in cases {
      #expect(throws: error) { try Cadence(steps: steps) }
      #expect(error.description.hasSuffix("."))
    }
    #expect(
      CadenceError.tooManySteps(6).description
        == "The sequence has 6 steps. Nobody is written to more than 4 times: leave out 2.")
  }

  @Test(arguments: [3...3, 3...4, 3...5, 4...4, 4...5, 5...5])
  func gapsOfThreeToFiveDaysAreTaken(days: ClosedRange<Int>) throws {
    #expect(try Gap(days: days).days == days)
  }

  @Test(arguments: [
    2...3, 2...2, 5...6, 6...6, 0...0, -1...4, 3...Int.max, Int.min...4, Int.min...Int.max,
  ])
  func otherGapsAreRefused(days: ClosedRange<Int>) {
    #expect(throws: GapError(days: days)) { try Gap(days: days) }
    #expect(GapError(days: days).description.contains("choose 3, 4 or 5"))
  }

  @Test func gapsArePrinted() throws {
    #expect(try Gap(days: 4).description == "4 days")
    #expect(Gap.standard.description == "3 to 5 days")
    #expect(GapError(days: 1...1).description.hasPrefix("A gap of 1 day is not possible."))
  }

  @Test(arguments: ["brand-story", "event", "a", "top10", "why-us-2", "x-1-y"])
  func anEmphasisIsWordsJoinedByHyphens(text: String) throws {
    #expect(try Emphasis(text).description == text)
  }

  @Test(arguments: [
    "", "-", "brand-", "-story", "brand--story", "Brand-story", "brand story", "brand_story",
    "störy",
    "a-very-long-emphasis-that-nobody-could-read", "a\u{0}", "brand\n",
  ])
  func otherEmphasesAreRefused(text: String) {
    #expect(throws: EmphasisError(text: text)) { try Emphasis(text) }
  }

  @Test func theBuiltInEmphasesAreValid() throws {
    let all: [Emphasis] = [
      .brandStory, .audienceFit, .partnerBenefit, .socialProof, .product, .localStory, .event,
      .parting,
    ]
    #expect(Set(all).count == 8)
    for emphasis in all { #expect(try Emphasis(emphasis.rawValue) == emphasis) }
    let data = try JSONEncoder().encode(all)
    #expect(try JSONDecoder().decode([Emphasis].self, from: data) == all)
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode([Emphasis].self, from: Data(#"["Brand"]"#.utf8))
    }
  }
}
