import Testing

@testable import Tone

@Suite struct DraftTests {
  private func parts(_ text: String, _ kind: Draft.Region.Kind) -> [String] {
    let draft = Draft(text: text, path: "a.md")
    return draft.regions.filter { $0.kind == kind }
      .map { String(decoding: draft.bytes[$0.range], as: UTF8.self) }
  }

  @Test func frontMatterGivesTheSubjectAndMakesATemplate() {
    let text = "---\nsubject:  An idea \nemphasis: brand-story\n# why\npreheader: P\n---\nBody\n"
    #expect(Draft(text: text, path: "a.md").isTemplate)
    #expect(parts(text, .subject) == ["An idea"])
    #expect(parts(text, .body) == ["P", "Body\n"])
    let windows = "\u{FEFF}" + text.split(separator: "\n").joined(separator: "\r\n")
    #expect(Draft(text: windows, path: "a.md").isTemplate)
    #expect(parts(windows, .subject) == ["An idea"])
  }

  @Test(arguments: [
    "---\nno end: here\n", "---\nA line\n---\nmore", "text\n---\na: b\n---\n", "---",
  ])
  func aRuleIsNoFrontMatter(_ text: String) {
    #expect(!Draft(text: text, path: "a.md").isTemplate)
    #expect(parts(text, .body) == [text])
  }

  @Test func aSubjectLineOpensAPlainDraft() {
    #expect(parts("Subject: An idea\n\nBody", .subject) == ["An idea"])
    #expect(parts("Subject: An idea\n\nBody", .body) == ["\nBody"])
    #expect(!Draft(text: "Subject: An idea\n\nBody", path: "a.txt").isTemplate)
  }

  @Test(arguments: [
    ("a\n> b\nc\n", ["a\n", "c\n"]), ("> a\r\n  > b\r\nc", ["c"]),
    ("a\n```\nb\n```\nc", ["a\n", "c"]), ("a\n~~~ swift\nb\n~~~\n", ["a\n"]),
    ("a\n```\nb\nc", ["a\n```\nb\nc"]), ("a\n-- \nb", ["a\n"]), ("a\n--\nb", ["a\n"]),
    ("", []), ("\n", ["\n"]),
  ])
  func quotesCodeAndSignaturesAreLeftOut(_ text: String, _ body: [String]) {
    #expect(parts(text, .body) == body)
  }

  @Test func theLanguageIsInTheFileName() {
    for (path, locale) in [
      ("t/1-brand-story.de.md", "de"), ("1.pt-BR.md", "pt-BR"), ("a.md", "en"),
      ("notes.old.md", "en"), ("a.v2.md", "en"), ("x.de/a.md", "en"), ("", "en"),
    ] {
      #expect(Draft(text: "", path: path).locale == locale, "\(path)")
    }
    #expect(Draft(text: "", path: "a.de.md", locale: "fr").locale == "fr")
  }

  @Test func phrasesInQuotesCodeAndSignaturesAreNotFound() throws {
    let blunt = "Too expensive, lower your price."
    for text in ["> \(blunt)", "```\n\(blunt)\n```", "`\(blunt)`", "Bye\n-- \n\(blunt)"] {
      #expect(try ShippedRules.findings(text).isEmpty, "\(text)")
    }
    for text in ["```\n\(blunt)", "` \(blunt)", "{{ \(blunt)", "\(blunt)\n-- \nMaya"] {
      #expect(try ShippedRules.findings(text).contains { $0.rule == "price.blunt" }, "\(text)")
    }
  }
}
