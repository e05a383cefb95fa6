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
    let isRightToLeft = language.isRightToLeft
    let direction = isRightToLeft ? "rtl" : "ltr"
    let light = MailPalette.light(style)
    // A column that stands out from its page has room around its text.
    let hasFrame = light.page != light.background
    self.head = Array(
      """
      <!DOCTYPE html>
      <html lang="\(language)" dir="\(direction)">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <meta name="supported-color-schemes" content="light dark">
      <meta name="x-apple-disable-message-reformatting">
      <title>
      """.utf8)
    self.afterTitle = Array(
      """
      </title>
      <style>
      \(HTMLRenderer.styleSheet(dark: .dark(style)))
      </style>
      </head>
      <body class="page" style="margin:0;padding:0;background:\(light.page);">

      """.utf8)
    self.beforeText = Array(
      """
      <table role="presentation" class="page" width="100%" cellpadding="0" cellspacing="0" \
      border="0" style="background:\(light.page);">
      <tr><td class="frame" align="center" style="padding:\(hasFrame ? "24px" : "16px") 12px;">
      <table role="presentation" class="column" width="600" cellpadding="0" cellspacing="0" \
      border="0" style="width:100%;max-width:600px;table-layout:fixed;\
      background:\(light.background);">
      <tr><td class="text" lang="\(language)" dir="\(direction)" \
      style="padding:\(hasFrame ? "28px 28px 12px" : "0");\
      text-align:\(isRightToLeft ? "right" : "left");\
      font-family:\(style.fonts);font-size:16px;line-height:1.5;color:\(light.text);\
      word-break:break-word;overflow-wrap:break-word;">

      """.utf8)
    self.end = Array("</td></tr>\n</table>\n</td></tr>\n</table>\n</body>\n</html>\n".utf8)
    self.tags = ElementTags(style: style, palette: light, isRightToLeft: isRightToLeft)
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
    var writer = HTMLBlockWriter(document: document, tags: tags, output: output)
    output = []
    writer.writeDocument()
    writer.output += end
    return String(decoding: writer.output, as: UTF8.self)
  }

  private static func styleSheet(dark: MailPalette) -> String {
    """
    :root { color-scheme: light dark; supported-color-schemes: light dark; }
    @media (max-width: 620px) {
    .frame { padding: 12px 8px !important; }
    .text { font-size: 17px !important; }
    }
    @media (prefers-color-scheme: dark) {
    .page { background: \(dark.page) !important; }
    .column { background: \(dark.background) !important; }
    .text { color: \(dark.text) !important; }
    .text a { color: \(dark.link) !important; }
    .text blockquote { color: \(dark.quiet) !important; }
    .text blockquote, .text hr { border-color: \(dark.line) !important; }
    .text code, .text pre { background: \(dark.ground) !important; }
    .text .button { background: \(dark.button) !important; }
    .text .button a { color: \(dark.buttonText) !important; }
    }
    """
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
