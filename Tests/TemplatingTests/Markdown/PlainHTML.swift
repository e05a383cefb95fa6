@testable import Templating

/// HTML without styles, as the specification's examples have it.
struct PlainHTML {
  let document: MarkdownDocument
  private var output: [UInt8] = []
  /// How many images are around the text, which is an alternative text then.
  private var imageDepth = 0

  private init(document: MarkdownDocument) { self.document = document }

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
    case .definitions: break
    case .html:
      startLine()
      output += document.bytes[block.content]
      startLine()
    case .code, .fencedCode:
      startLine()
      let info = Escapes.decoded(document.bytes[block.info])
      if info.isEmpty {
        write("<pre><code>")
      } else {
        write("<pre><code class=\"language-")
        HTMLText.append(info.prefix { $0 != 0x20 && $0 != 0x09 }, to: &output)
        write("\">")
      }
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
      case .startImage(let image):
        if imageDepth == 0 {
          write("<img src=\"")
          HTMLText.append(document.links[image].destination, to: &output)
          write("\" alt=\"")
        }
        imageDepth += 1
      case .endImage(let image):
        imageDepth -= 1
        if imageDepth == 0 {
          writeTitle(of: image)
          write("\" />")
        }
      case .code(let range):
        writeTag("<code>")
        HTMLText.append(document.bytes[range].map { $0 == 0x0A ? 0x20 : $0 }, to: &output)
        writeTag("</code>")
      case .softBreak: write("\n")
      case .hardBreak: write(imageDepth == 0 ? "<br />\n" : "\n")
      case .html(let range):
        if imageDepth == 0 {
          output += document.bytes[range]
        } else {
          HTMLText.append(document.bytes[range], to: &output)
        }
      case .start(let kind): writeTag(kind == .strong ? "<strong>" : "<em>")
      case .end(let kind): writeTag(kind == .strong ? "</strong>" : "</em>")
      case .startLink(let link):
        guard imageDepth == 0 else { continue }
        write("<a href=\"")
        HTMLText.append(document.links[link].destination, to: &output)
        writeTitle(of: link)
        write("\">")
      case .endLink: writeTag("</a>")
      }
    }
  }

  private mutating func writeTag(_ tag: String) { if imageDepth == 0 { write(tag) } }

  private mutating func writeTitle(of link: Int) {
    guard let title = document.links[link].title else { return }
    write("\" title=\"")
    HTMLText.append(title, to: &output)
  }
}
