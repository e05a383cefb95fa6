import Testing
import Tone

@testable import Liaison

/// The gate reads for errors alone, and finds all of them.
struct GateTests {
  @Test(arguments: ["en", "en-GB", "de", "fr", "ja", "xx", ""])
  func `a linter of the errors of a language finds the errors that the whole one finds`(
    locale: String
  ) throws {
    let all = try Office.linter.get()
    let errors = all.errors(in: locale)
    #expect(errors.rules.allSatisfy { $0.severity == .error })
    // Each pattern as it is written, without the signs of the pattern language.
    let lines = all.rules.flatMap { $0.patterns.map(\.source) }
      .map { $0.filter { !"()[]?|*<>^$/".contains($0) } }
    var found = 0
    for text in lines + ["Hi {{first_name}},\n\nTODO, [name], asap", lines.joined(separator: ". ")]
    {
      let draft = Draft(subject: text, body: "Hello Maya,\n\n\(text).", locale: locale, step: 1)
      let wanted = all.findings(in: draft).filter { $0.severity == .error }
      #expect(errors.findings(in: draft) == wanted)
      found += wanted.count
    }
    #expect(found > 0)
  }
}
