import Testing

@testable import Tone

@Suite struct ToneScoreTests {
  @Test func everyPatternCanBeReadAndEveryNameStandsOnce() throws {
    for strategy in PolitenessStrategy.all {
      for source in strategy.patterns.split(separator: "\n") {
        #expect(throws: Never.self, "\(strategy.name): \(source)") { try Pattern(String(source)) }
      }
      #expect(strategy.weight != 0 && (strategy.weight * 4).rounded() == strategy.weight * 4)
    }
    #expect(Set(PolitenessStrategy.all.map(\.name)).count == PolitenessStrategy.all.count)
  }

  @Test(arguments: [
    ("Could you share your rate for one video?", "Why is your rate so high?"),
    ("Thanks for the draft! Would Friday suit you?", "You never sent the draft."),
    ("I was wondering whether you have time in May.", "Are you even reading my mails?"),
    ("Would you mind adding the code to the caption?", "Add the code to the caption."),
    ("Could you please have a look?", "Please have a look."),
  ]) func gentlerScoresHigher(gentle: String, harsh: String) {
    #expect(ToneScore(of: gentle).value >= ToneScore(of: harsh).value + 0.5)
  }

  @Test(arguments: [
    "Our limit for this round is $600.", "The draft is due on 12 June at 18:00.",
    "We need the file by Friday.", "The fee is $300 a video, and no more than two edits.",
  ]) func aFirmLimitOrDateIsNotNamed(text: String) {
    #expect(ToneScore(of: text).value > ScoreRule.limit)
    #expect(ScoreRule().places(in: Draft(subject: nil, body: text)).isEmpty)
  }

  @Test func theCausesAddUpAndTheHeaviestIsFirst() {
    let score = ToneScore(of: "Hi Jo, thanks for your video. Could you tell me more?")
    #expect(score.causes.first?.strategy == "gratitude")
    #expect(score.causes.map(\.strategy).contains("greeting"))
    #expect(score.value == score.causes.reduce(0) { $0 + $1.weight })
    #expect(ToneScore(of: "").value == 0)
  }

  @Test func aHarshSentenceIsANoteAtItsPlaceWithItsCauses() throws {
    let text = "Thanks for the draft.\n\nWhy did you not reply??\n\nThe fee is $300."
    let places = ScoreRule().places(in: Draft(subject: nil, body: text))
    let place = try #require(places.first)
    #expect(places.count == 1)
    #expect(
      String(decoding: Array(text.utf8)[place.range], as: UTF8.self) == "Why did you not reply??")
    #expect(place.message.contains("a start with \"why\" or \"who\" (-1.5)"))
    #expect(ScoreRule.severity == .note)
    #expect(ScoreRule().places(in: Draft(subject: nil, body: text, locale: "de")).isEmpty)
  }
}
