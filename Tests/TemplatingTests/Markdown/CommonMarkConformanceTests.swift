import FoundationEssentials
import Testing

@testable import Templating

private let folder = Conformance.folder("commonmark", suite: "commonmark")

@Suite(.enabled(if: folder != nil)) struct CommonMarkConformance {
  private struct Example: Decodable {
    let markdown: String
    let html: String
    let example: Int
    let section: String
  }

  @Test func `the examples hold in specification mode`() throws {
    let data = try Conformance.data("\(try #require(folder))/commonmark-0.31.2.json")
    let all = try JSONDecoder().decode([Example].self, from: data)
    let faults = all.filter { example in
      let document = MarkdownDocument(Array(example.markdown.utf8), mode: .specification)
      return PlainHTML.render(document) != example.html
    }
    func isScored(_ example: Example) -> Bool {
      example.section != "HTML blocks" && example.section != "Raw HTML"
    }
    let scored = all.count(where: isScored)
    print("conformance commonmark: \(scored - faults.count(where: isScored)) of \(scored)")
    #expect(all.count >= 652)
    #expect(faults.map { "\($0.section) \($0.example)" } == [])
  }
}
