/// The start tag of each element, with its style.
struct ElementTags: Sendable {
  let paragraph: [UInt8]
  let headings: [[UInt8]]
  let quote: [UInt8]
  let bulletList: [UInt8]
  let orderedList: [UInt8]
  let item: [UInt8]
  let rule: [UInt8]
  let code: [UInt8]
  let codeBlock: [UInt8]
  /// Up to the address.
  let link: [UInt8]
  let button: [UInt8]
  /// From the address to the words.
  let buttonWords: [UInt8]
  /// From the alternative text to the width.
  let imageStyle: [UInt8]

  init(style: MailStyle, palette: MailPalette, isRightToLeft: Bool) {
    let side = isRightToLeft ? "right" : "left"
    // Margins, as Outlook knows no padding of lists.
    let list = "style=\"margin:0 0 16px;margin-\(side):24px;padding:0;\""
    // Code runs from left to right in every language.
    let codeDirection = isRightToLeft ? " dir=\"ltr\"" : ""
    let code = "background:\(palette.ground);font-family:Menlo,Consolas,monospace;font-size:14px;"
    paragraph = Array("<p style=\"margin:0 0 16px;\">".utf8)
    headings = [26, 22, 19, 17, 16, 16].enumerated().map { index, size in
      Array(
        """
        <h\(index + 1) style="margin:24px 0 12px;font-family:\(style.headingFonts);\
        font-size:\(size)px;line-height:1.3;">
        """.utf8)
    }
    quote = Array(
      """
      <blockquote style="margin:0 0 16px;padding:0;padding-\(side):14px;\
      border-\(side):3px solid \(palette.line);color:\(palette.quiet);">
      """.utf8)
    bulletList = Array("<ul \(list)".utf8)
    orderedList = Array("<ol \(list)".utf8)
    item = Array("<li style=\"margin:0 0 4px;\">".utf8)
    rule = Array(
      """
      <hr style="margin:24px 0;height:0;border:0;border-top:1px solid \(palette.line);">
      """.utf8)
    self.code = Array("<code\(codeDirection) style=\"\(code)\">".utf8)
    codeBlock = Array(
      """
      <pre\(codeDirection) style="margin:0 0 16px;padding:12px;text-align:left;white-space:pre-wrap;\
      \(code)">
      """.utf8)
    link = Array("<a style=\"color:\(palette.link);\" href=\"".utf8)
    button = Array(
      """
      <table role="presentation" cellpadding="0" cellspacing="0" border="0" \
      style="margin:0 0 16px;">
      <tr><td class="button" bgcolor="\(palette.button)" \
      style="padding:12px 24px;border-radius:6px;background:\(palette.button);">\
      <a style="display:inline-block;font-weight:600;color:\(palette.buttonText);\
      text-decoration:none;" href="
      """.utf8)
    buttonWords = Array("</a></td></tr>\n</table>\n".utf8)
    imageStyle = Array(
      "\" style=\"max-width:100%;height:auto;border:0;vertical-align:middle;".utf8)
  }
}
