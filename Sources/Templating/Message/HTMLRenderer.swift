/// Writes a Markdown document as the HTML of a mail.
///
/// Mail programs drop style sheets and half of CSS, so every element carries its style, the column
/// is a table, and the only style sheet holds what cannot be inline: dark mode and small screens.
struct HTMLRenderer: Sendable {
  private let head: [UInt8]
  private let afterTitle: [UInt8]
  private let beforeText: [UInt8]
  private let end: [UInt8]
  private let tags: ElementTags

  init(language: LanguageTag, style: MailStyle) {
    let direction = language.isRightToLeft ? "rtl" : "ltr"
    self.head = Array(
      """
      <!DOCTYPE html>
      <html lang="\(language)" dir="\(direction)">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <meta name="supported-color-schemes" content="light dark">
      <title>
      """.utf8)
    self.afterTitle = Array(
      """
      </title>
      <style>
      @media (prefers-color-scheme: dark) {
      .page, .column { background: #1c1c1e !important; }
      .column, .column * { color: #e8e8ea !important; border-color: #48484a !important; }
      .column a { color: #8ab4f8 !important; }
      .column code, .column pre { background: #2c2c2e !important; }
      }
      @media (max-width: 620px) {
      .column { width: 100% !important; }
      }
      </style>
      </head>
      <body class="page" style="margin:0;padding:0;background:\(style.background);">

      """.utf8)
    self.beforeText = Array(
      """
      <table role="presentation" class="page" width="100%" cellpadding="0" cellspacing="0" \
      border="0" style="background:\(style.background);">
      <tr><td align="center" style="padding:16px 12px;">
      <table role="presentation" class="column" width="600" cellpadding="0" cellspacing="0" \
      border="0" style="width:600px;max-width:100%;background:\(style.background);">
      <tr><td dir="\(direction)" style="text-align:\(language.isRightToLeft ? "right" : "left");\
      font-family:\(style.fonts);font-size:16px;line-height:1.5;color:\(style.text);\
      overflow-wrap:break-word;">

      """.utf8)
    self.end = Array("</td></tr>\n</table>\n</td></tr>\n</table>\n</body>\n</html>\n".utf8)
    self.tags = ElementTags(style: style, isRightToLeft: language.isRightToLeft)
  }

  /// Writes the whole page.
  func render(_ document: MarkdownDocument, title: String?, preheader: String?) -> String {
    var output: [UInt8] = []
    output.reserveCapacity(4096 + 3 * document.bytes.count)
    output += head
    HTMLText.append((title ?? "").utf8, to: &output)
    output += afterTitle
    if let preheader {
      output += HTMLRenderer.beforePreheader
      HTMLText.append(preheader.utf8, to: &output)
      output += HTMLRenderer.afterPreheader
    }
    output += beforeText
    var writer = BlockWriter(document: document, tags: tags, output: output)
    writer.writeChildren(of: 0, isTight: false)
    writer.output += end
    return String(decoding: writer.output, as: UTF8.self)
  }

  private static let beforePreheader = Array(
    """
    <span style="display:none;max-height:0;max-width:0;overflow:hidden;opacity:0;font-size:1px;\
    line-height:1px;mso-hide:all;">
    """.utf8)
  /// Invisible filling, so that mailboxes do not show the first words of the text as well.
  private static let afterPreheader =
    Array(String(repeating: "&#847;&zwnj;&nbsp;", count: 40).utf8) + Array("</span>\n".utf8)
}

/// The start tag of each element, with its style.
struct ElementTags: Sendable {
  let paragraph: [UInt8]
  let headings: [[UInt8]]
  let quote: [UInt8]
  let bulletList: [UInt8]
  let orderedList: String
  let item: [UInt8]
  let rule: [UInt8]
  let code: [UInt8]
  let codeBlock: [UInt8]
  let link: [UInt8]

  init(style: MailStyle, isRightToLeft: Bool) {
    let side = isRightToLeft ? "right" : "left"
    let listStyle = "style=\"margin:0 0 16px;padding:0;padding-\(side):24px;\""
    let codeStyle = "background:#f2f3f5;font-family:Menlo,Consolas,monospace;font-size:14px;"
    paragraph = Array("<p style=\"margin:0 0 16px;\">".utf8)
    headings = [26, 22, 19, 17, 16, 16].enumerated().map { index, size in
      Array(
        "<h\(index + 1) style=\"margin:24px 0 12px;font-size:\(size)px;line-height:1.3;\">".utf8)
    }
    quote = Array(
      """
      <blockquote style="margin:0 0 16px;padding:0;padding-\(side):14px;\
      border-\(side):3px solid #c9ccd1;">
      """.utf8)
    bulletList = Array("<ul \(listStyle)>".utf8)
    orderedList = "<ol \(listStyle)"
    item = Array("<li style=\"margin:0 0 4px;\">".utf8)
    rule = Array(
      "<hr style=\"margin:24px 0;border:0;border-top:1px solid #c9ccd1;\">".utf8)
    code = Array("<code style=\"\(codeStyle)\">".utf8)
    codeBlock = Array(
      "<pre style=\"margin:0 0 16px;padding:12px;white-space:pre-wrap;\(codeStyle)\">".utf8)
    link = Array("<a style=\"color:\(style.accent);\" href=\"".utf8)
  }
}

/// Writes the blocks of a document as HTML.
private struct BlockWriter {
  let document: MarkdownDocument
  let tags: ElementTags
  var output: [UInt8]

  mutating func writeChildren(of index: Int, isTight: Bool) {
    var child = document.blocks[index].firstChild
    while let current = child {
      write(current, isTight: isTight)
      child = document.blocks[current].next
    }
  }

  private mutating func write(_ index: Int, isTight: Bool) {
    let block = document.blocks[index]
    switch block.kind {
    case .document, .definitions, .html: break
    case .paragraph:
      if !isTight { output += tags.paragraph }
      writeText(block.inlines)
      output += isTight ? "\n".utf8 : "</p>\n".utf8
    case .heading(let level):
      output += tags.headings[max(0, min(level, 6) - 1)]
      writeText(block.inlines)
      output += "</h\(level)>\n".utf8
    case .thematicBreak:
      output += tags.rule
      output.append(0x0A)
    case .code, .fencedCode:
      output += tags.codeBlock
      HTMLText.append(Literal.decoded(document.bytes[block.content]), to: &output)
      output += "</pre>\n".utf8
    case .quote:
      output += tags.quote
      output.append(0x0A)
      writeChildren(of: index, isTight: false)
      output += "</blockquote>\n".utf8
    case .list(let marker): writeList(index, marker: marker, isTight: block.isTight)
    case .item:
      output += tags.item
      writeChildren(of: index, isTight: isTight)
      if output.last == 0x0A { output.removeLast() }
      output += "</li>\n".utf8
    }
  }

  private mutating func writeList(_ index: Int, marker: ListMarker, isTight: Bool) {
    let end: String
    switch marker.style {
    case .bullet:
      output += tags.bulletList
      end = "</ul>\n"
    case .ordered:
      output += tags.orderedList.utf8
      output += marker.start == 1 ? ">".utf8 : " start=\"\(marker.start)\">".utf8
      end = "</ol>\n"
    }
    output.append(0x0A)
    writeChildren(of: index, isTight: isTight)
    output += end.utf8
  }

  private mutating func writeText(_ inlines: Range<Int>) {
    for inline in document.inlines[inlines] {
      switch inline {
      case .text(let range): append(range)
      case .code(let range):
        output += tags.code
        append(range)
        output += "</code>".utf8
      case .softBreak: output.append(0x0A)
      case .hardBreak: output += "<br>\n".utf8
      case .start(.emphasis): output += "<em>".utf8
      case .end(.emphasis): output += "</em>".utf8
      case .start(.strong): output += "<strong>".utf8
      case .end(.strong): output += "</strong>".utf8
      case .startLink(let index):
        output += tags.link
        HTMLText.append(document.links[index].destination, to: &output)
        output += "\">".utf8
      case .endLink: output += "</a>".utf8
      case .startImage, .endImage, .html: break
      }
    }
  }

  private mutating func append(_ range: Range<Int>) {
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = document.bytes[index]
      if Literal.isLead(byte), index + 1 < range.upperBound {
        HTMLText.append(Literal.decode(byte, document.bytes[index + 1]), to: &output)
        index += 2
      } else {
        HTMLText.append(byte < 0x20 || byte == 0x7F ? 0x20 : byte, to: &output)
        index += 1
      }
    }
  }
}
