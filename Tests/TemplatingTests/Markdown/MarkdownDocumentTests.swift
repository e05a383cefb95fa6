import Testing

@testable import Templating

@Suite struct MarkdownDocumentTests {
  private func parse(_ markdown: String) -> MarkdownDocument {
    MarkdownDocument(Array(markdown.utf8), mode: .mail)
  }

  private func depth(_ document: MarkdownDocument, _ index: Int = 0) -> Int {
    1 + (document.children(of: index).map { depth(document, $0) }.max() ?? 0)
  }

  /// Texts that take quadratic time or deep recursion in careless parsers.
  static let pathological: [(String, String)] = [
    ("unclosed emphasis", String(repeating: "*a ", count: 21_000)),
    ("mixed unclosed emphasis", String(repeating: "*a _b ", count: 10_500)),
    (
      "openers without closers",
      String(repeating: "a**b", count: 8000) + String(repeating: "c* ", count: 10_000)
    ),
    (
      "nested emphasis",
      String(repeating: "*a ", count: 10_000) + String(repeating: "b* ", count: 10_000)
    ),
    ("stars", String(repeating: "*", count: 65_000)),
    ("brackets", String(repeating: "[", count: 65_000)),
    ("open links", String(repeating: "[a](", count: 16_000)),
    ("open angle links", String(repeating: "[a](<b", count: 10_000)),
    ("open titles", String(repeating: "[a](b \"", count: 9000)),
    (
      "links in brackets",
      String(repeating: "[", count: 20_000) + String(repeating: "[a](b)", count: 7000)
    ),
    ("backticks", (1...350).map { String(repeating: "`", count: $0) }.joined(separator: " ")),
    ("autolinks", String(repeating: "<http:a", count: 9000)),
    ("quotes", String(repeating: ">", count: 65_000)),
    ("lists", String(repeating: "- a\n", count: 100) + String(repeating: "* + ", count: 15_000)),
    ("deep quotes", String(repeating: String(repeating: "> ", count: 40) + "a\n", count: 800)),
    (
      "indented lists",
      (0..<350).map { String(repeating: " ", count: $0) + "- a" }.joined(separator: "\n")
    ),
    ("blank lines", "a" + String(repeating: "\n", count: 65_000)),
    ("spaces", "a" + String(repeating: " ", count: 65_000) + "b"),
  ]

  /// A debug build takes well under a second for each; quadratic time would take minutes.
  @Test(.timeLimit(.minutes(1)), arguments: pathological)
  func `64 KB of pathological text is parsed and written`(name: String, text: String) throws {
    let document = parse(text)
    #expect(depth(document) <= BlockParser.maximumDepth + 4)
    #expect(!TextRenderer.render(document).isEmpty)
    let html = HTMLRenderer(language: LanguageTag(language: "en"), style: .standard)
      .render(document, title: nil, preheader: nil)
    #expect(html.hasSuffix("</html>\n"))
  }

  @Test func `emphasis is shown to a bound, and its tags stay in pairs`() {
    let document = parse(String(repeating: "*a ", count: 50) + String(repeating: "b* ", count: 50))
    var depth = 0
    var deepest = 0
    for inline in document.inlines {
      if case .start = inline { depth += 1 }
      if case .end = inline { depth -= 1 }
      deepest = max(deepest, depth)
      #expect(depth >= 0)
    }
    #expect(depth == 0)
    #expect(deepest == 16)
  }

  @Test(arguments: 0..<30 as Range<UInt64>) func `random marks keep their tags in pairs`(
    seed: UInt64
  ) {
    var random = SplitMix64(seed: seed)
    let pieces = [
      "*", "**", "_", "`", "[", "]", "](http://a)", "(", ")", "<", ">", "\n", "\n\n", " ", "  ",
      "\t",
      "- ", "1. ", "> ", "# ", "---", "```", "a", "é", "日", "\\", "!", "&", "<http://b>", "\r",
    ]
    for _ in 0..<100 {
      let text = (0..<Int.random(in: 0..<40, using: &random)).map { _ in
        pieces[Int.random(in: 0..<pieces.count, using: &random)]
      }.joined()
      let document = parse(text)
      for block in document.blocks {
        var open: [String] = []
        for inline in document.inlines[block.inlines] {
          switch inline {
          case .start(let kind): open.append("\(kind)")
          case .startLink(let index): open.append("link \(index)")
          case .end(let kind): #expect(open.popLast() == "\(kind)", "seed \(seed): \(text)")
          case .endLink(let index):
            #expect(open.popLast() == "link \(index)", "seed \(seed): \(text)")
          default: break
          }
        }
        #expect(open.isEmpty, "seed \(seed): \(text)")
      }
      _ = TextRenderer.render(document)
    }
  }
}
