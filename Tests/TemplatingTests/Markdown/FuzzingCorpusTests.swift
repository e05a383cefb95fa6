import FoundationEssentials
import Testing

@testable import Templating

/// Runs the inputs that once were trouble, or could be, beside the fuzzer that looks for more.
@Suite struct FuzzingCorpusTests {
  private static let folder =
    "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    + "/Fuzzing/corpus/markdown"

  @Test func `every text of the corpus becomes a mail`() throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: Self.folder).sorted()
    #expect(names.count >= 10)
    for name in names {
      let bytes = Array(try Data(contentsOf: URL(filePath: "\(Self.folder)/\(name)")))
      _ = PlainHTML.render(MarkdownDocument(bytes, mode: .specification))
      let document = MarkdownDocument(bytes, mode: .mail)
      let html = HTMLRenderer(language: LanguageTag(language: "ar"), style: .standard)
        .render(document, title: nil, preheader: nil)
      #expect(html.hasSuffix("</body>\n</html>\n"), "\(name)")
      let opened = html.matches(
        of: #/<(p|em|strong|a|code|pre|ul|ol|li|blockquote|table|tr|td)[ >]/#)
      let closed = html.matches(
        of: #/<\/(p|em|strong|a|code|pre|ul|ol|li|blockquote|table|tr|td)>/#)
      #expect(opened.count == closed.count, "\(name)")
      let text = TextRenderer.render(document, links: .footnotes)
      #expect(text.hasSuffix("\n"), "\(name)")
      #expect(
        !text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" && $0 != "\t" }, "\(name)")
    }
  }
}
