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

  /// Sections that pass whole; the others wait for references, entities, images and raw HTML.
  private static let complete: Set<String> = [
    "Tabs", "Precedence", "Thematic breaks", "ATX headings", "Setext headings",
    "Indented code blocks", "Paragraphs", "Blank lines", "Block quotes", "List items", "Inlines",
    "Soft line breaks", "Textual content", "Autolinks",
  ]

  @Test func `the examples hold in specification mode`() throws {
    let data = try Conformance.data("\(try #require(folder))/commonmark-0.31.2.json")
    let examples = try JSONDecoder().decode([Example].self, from: data).filter {
      $0.section != "HTML blocks" && $0.section != "Raw HTML"
    }
    var passed = 0
    var faults: [String: [Int]] = [:]
    for example in examples {
      let document = MarkdownDocument(Array(example.markdown.utf8), mode: .specification)
      if PlainHTML.render(document) == example.html {
        passed += 1
      } else {
        faults[example.section, default: []].append(example.example)
      }
    }
    print("conformance commonmark: \(passed) of \(examples.count)")
    #expect(examples.count == 588)
    #expect(passed >= 470)
    #expect(faults.keys.filter(Self.complete.contains) == [])
  }
}

/// HTML without styles, as the specification's examples have it.
private struct PlainHTML {
  let document: MarkdownDocument
  var output: [UInt8] = []

  static func render(_ document: MarkdownDocument) -> String {
    var writer = PlainHTML(document: document)
    writer.writeChildren(0, isTight: false)
    return String(decoding: writer.output, as: UTF8.self)
  }

  private mutating func write(_ text: String) { output += text.utf8 }

  private mutating func startLine() { if let last = output.last, last != 0x0A { write("\n") } }

  private mutating func writeChildren(_ index: Int, isTight: Bool) {
    for child in document.children(of: index) { write(child, isTight: isTight) }
  }

  private mutating func write(_ index: Int, isTight: Bool) {
    let block = document.blocks[index]
    switch block.kind {
    case .document: break
    case .paragraph:
      if !isTight {
        startLine()
        write("<p>")
      }
      writeText(block.inlines)
      if !isTight { write("</p>\n") }
    case .heading(let level):
      startLine()
      write("<h\(level)>")
      writeText(block.inlines)
      write("</h\(level)>\n")
    case .thematicBreak:
      startLine()
      write("<hr />\n")
    case .code, .fencedCode:
      startLine()
      write("<pre><code>")
      HTMLText.append(document.bytes[block.content], to: &output)
      write("</code></pre>\n")
    case .quote:
      startLine()
      write("<blockquote>\n")
      writeChildren(index, isTight: false)
      startLine()
      write("</blockquote>\n")
    case .list(let marker):
      startLine()
      let isBullet: Bool
      if case .bullet = marker.style { isBullet = true } else { isBullet = false }
      write(isBullet ? "<ul>\n" : marker.start == 1 ? "<ol>\n" : "<ol start=\"\(marker.start)\">\n")
      writeChildren(index, isTight: block.isTight)
      write(isBullet ? "</ul>\n" : "</ol>\n")
    case .item:
      startLine()
      write("<li>")
      writeChildren(index, isTight: isTight)
      write("</li>\n")
    }
  }

  private mutating func writeText(_ inlines: Range<Int>) {
    for inline in document.inlines[inlines] {
      switch inline {
      case .text(let range): HTMLText.append(document.bytes[range], to: &output)
      case .code(let range):
        write("<code>")
        HTMLText.append(document.bytes[range].map { $0 == 0x0A ? 0x20 : $0 }, to: &output)
        write("</code>")
      case .softBreak: write("\n")
      case .hardBreak: write("<br />\n")
      case .start(let kind): write(kind == .strong ? "<strong>" : "<em>")
      case .end(let kind): write(kind == .strong ? "</strong>" : "</em>")
      case .startLink(let link):
        write("<a href=\"")
        HTMLText.append(document.links[link].destination, to: &output)
        if let title = document.links[link].title {
          write("\" title=\"")
          HTMLText.append(document.bytes[title], to: &output)
        }
        write("\">")
      case .endLink: write("</a>")
      }
    }
  }
}
