import Testing

@testable import CommandLineKit

@Suite struct SuggestionTests {
  let words = ["campaign", "import", "export", "lint", "plan", "send", "sync", "stats", "preview"]

  @Test(
    "A slip finds the word that was meant",
    arguments: [
      ("campain", "campaign"), ("camapign", "campaign"), ("Import", "import"), ("imprt", "import"),
      ("expotr", "export"), ("lnit", "lint"), ("sedn", "send"), ("stat", "stats"), ("sy", "sync"),
      ("prev", "preview"), ("camp", "campaign"), ("s", nil), ("", nil), ("frobnicate", nil),
      ("xxxx", nil), (String(repeating: "a", count: 100_000), nil),
    ] as [(String, String?)])
  func nearest(word: String, expected: String?) {
    #expect(Suggestion.nearest(to: word, among: words) == expected)
  }

  @Test(
    "Distance counts insertions, deletions, changes and swaps of neighbours",
    arguments: [
      ("", "", 0), ("a", "", 1), ("", "abc", 3), ("abc", "abc", 0), ("abc", "acb", 1),
      ("abc", "axc", 1), ("abcd", "bd", 2), ("kitten", "sitting", 3),
    ])
  func distance(a: String, b: String, expected: Int) {
    #expect(Suggestion.distance(Array(a.unicodeScalars), Array(b.unicodeScalars)) == expected)
    #expect(Suggestion.distance(Array(b.unicodeScalars), Array(a.unicodeScalars)) == expected)
  }
}
