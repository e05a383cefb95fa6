import Testing

@testable import Templating

@Suite struct MessageRendererTests {
  private func render(
    _ text: String, _ values: [String: TemplateValue] = [:], language: String = "en",
    partials: [String: String] = [:], style: MailStyle = .standard
  ) throws -> RenderedMessage {
    var parsed: [String: Template] = [:]
    for (name, text) in partials {
      parsed[name] = try Template(SourceText(path: "\(name).md", text: text))
    }
    let renderer = MessageRenderer(
      partials: parsed, language: try LanguageTag(language), style: style)
    return try renderer.render(
      MessageTemplate(SourceText(path: "t.md", text: text)), values: values)
  }

  /// The inside of the HTML part's column, without styles.
  private func column(_ html: String) -> String {
    guard let start = html.firstRange(of: "overflow-wrap:break-word;\">\n"),
      let end = html.firstRange(of: "</td></tr>\n</table>")
    else { return html }
    return String(html[start.upperBound..<end.lowerBound]).replacing(#/ style="[^"]*"/#, with: "")
  }

  @Test func `a whole message is filled in`() throws {
    let message = try render(
      """
      ---
      subject: A jacket for {{channel|your rides}}
      preheader: {{brand}} & you
      emphasis: brand-story
      ---
      {{salutation}}

      your film on **night rides** … {{#recent_work}}
      I liked *{{recent_work}}*.
      {{/recent_work}}

      1. one
      2. [two]({{site}}/kit)

      {{> signature}}
      """,
      [
        "salutation": "Hi Maya,", "brand": "Acme", "recent_work": "Rain",
        "site": "https://a.example",
        "sender_name": "Lina",
      ],
      partials: ["signature": "Best,\\\n{{sender_name}}\n"])
    #expect(message.subject == "A jacket for your rides")
    #expect(message.preheader == "Acme & you")
    #expect(
      message.text == """
        Hi Maya,

        your film on night rides … I liked Rain.

        1. one
        2. two (https://a.example/kit)

        Best,
        Lina

        """)
    #expect(
      column(message.html) == """
        <p>Hi Maya,</p>
        <p>your film on <strong>night rides</strong> …
        I liked <em>Rain</em>.</p>
        <ol>
        <li>one</li>
        <li><a href="https://a.example/kit">two</a></li>
        </ol>
        <p>Best,<br>
        Lina</p>

        """)
    #expect(message.html.contains("<title>A jacket for your rides</title>"))
    #expect(message.html.contains(">Acme &amp; you&#847;"))
  }

  static let hostile = [
    "_ana_", "*x*", "**x**", "[a](https://evil.example)", "# x", "1. x", "- x", "> x", "<b>x</b>",
    "<https://evil.example>", "`x`", "\\", "&amp;", "    x", "***", "--", "{{x}}", "x{a|b}",
    "![a](b)",
    "~~~", "```", "===", "a|b", "<script>alert(1)</script>", "\"'><img src=x>", "]", ")", "x  ",
    "O'Neil & Sons \"Ltd\"", "日本*語*", "\u{202E}x",
  ]

  @Test(arguments: hostile) func `values stay literal in every part`(value: String) throws {
    let plain = SingleLine.text(Array(value.utf8))
    let message = try render(
      """
      ---
      subject: {{v}}
      preheader: {{v}}
      ---
      {{v}}

      a **{{v}}** `{{v}}` [{{{v}}}](https://a.example/?q={{v}}) b

      - {{v}}
      """, ["v": .string(value)])
    #expect(message.subject == DirectionMarks.removed(from: plain))
    #expect(message.preheader == plain)
    let lines = message.text.split(separator: "\n")
    #expect(lines.first.map(String.init) == plain)
    #expect(lines.last.map(String.init) == "- \(plain)")
    // Where the line breaks is not the point here.
    func squeezed(_ text: String) -> String { text.filter { !$0.isWhitespace } }
    #expect(
      squeezed(message.text).contains(
        squeezed("a \(plain) \(plain) \(plain) (https://a.example/?q=")))
    var escaped: [UInt8] = []
    HTMLText.append(plain.utf8, to: &escaped)
    let html = String(decoding: escaped, as: UTF8.self)
    let column = column(message.html)
    #expect(
      column.hasPrefix(
        "<p>\(html)</p>\n<p>a <strong>\(html)</strong> <code>\(html)</code> <a href=\"https://a.example/?q="
      ))
    #expect(column.contains("\">\(html)</a> b</p>\n<ul>\n<li>\(html)</li>\n</ul>\n"))
    #expect(message.html.contains("<title>\(html)</title>"))
    #expect(message.html.contains("\(html)&#847;"))
  }

  @Test(arguments: ["\r\n", "\n\n", "\u{0}", "\u{1B}", "\u{85}", "\u{2028}", "\t", " \n "])
  func `line ends and controls become a space`(control: String) throws {
    let value = "a\(control)Bcc: x"
    let message = try render(
      "---\nsubject: {{v}}!\npreheader: {{v}}\n---\n{{v}}", ["v": .string(value)])
    #expect(message.subject == "a Bcc: x!")
    #expect(message.preheader == "a Bcc: x")
    #expect(message.text == "a Bcc: x\n")
    #expect(column(message.html) == "<p>a Bcc: x</p>\n")
  }

  @Test(arguments: [
    ("<{{v}}>", "https://a.example/x", "<a href=\"https://a.example/x\">https://a.example/x</a>"),
    ("[k]({{v}})", "https://a.example/x (1)", "<a href=\"https://a.example/x%20(1)\">k</a>"),
    ("[k]({{v}})", "javascript:alert(1)", "k"),
    ("[k]({{v}})", "java\nscript:alert(1)", "k"),
    ("[k]({{v}})", " JAVASCRIPT:alert(1)", "k"),
    ("[k]({{v}})", "HTTPS://A.example", "<a href=\"HTTPS://A.example\">k</a>"),
    ("[k]({{v}})", "data:text/html,x", "k"),
    ("<{{v}}>", "javascript:alert(1)", "&lt;javascript:alert(1)&gt;"),
    ("<{{v}}>", "https://a b", "&lt;https://a b&gt;"),
    (
      "[k](https://a.example/?q={{v}}&r=1)", "A & B=C+D#e",
      "<a href=\"https://a.example/?q=A%20%26%20B%3DC%2BD%23e&amp;r=1\">k</a>"
    ),
    ("[k](https://a.example/{{v}})", "\"><b", "<a href=\"https://a.example/%22%3E%3Cb\">k</a>"),
    ("[k](mailto:{{v}})", "me+x@a.example", "<a href=\"mailto:me+x@a.example\">k</a>"),
  ])
  func `links go to http, https and mailto only`(text: String, value: String, html: String) throws {
    let message = try render(text, value.isEmpty ? [:] : ["v": .string(value)])
    #expect(column(message.html) == "<p>\(html)</p>\n")
  }

  @Test func `all missing names come at once, over all parts`() throws {
    let error = #expect(throws: RenderError.self) {
      try render(
        "---\nsubject: {{a}}\npreheader: {{b}} {{c|x}}\n---\n{{d}}\n{{> p}}{{#e}}{{f}}{{/e}}",
        ["d": "\u{A0} "], partials: ["p": "{{g}}"])
    }
    #expect(
      error?.description
        == "No value for a (t.md:2:10), b (t.md:3:12), d (t.md:5:1), g (p.md:1:1): fill it in, or give "
        + "the tag a fallback such as {{name|there}}.")
  }

  @Test func `a name missing in a partial of two parts is reported once`() throws {
    let error = #expect(throws: RenderError.self) {
      try render("---\nsubject: {{> p}}\n---\n{{> p}}", partials: ["p": "{{g}}"])
    }
    let position = SourcePosition(path: "p.md", line: 1, column: 1)
    #expect(error == .missing([MissingName(name: "g", position: position)]))
  }

  @Test func `an unknown partial and a loop are errors`() throws {
    #expect(
      throws: RenderError.unknownPartial(
        name: "p", position: SourcePosition(path: "t.md", line: 1, column: 1), known: ["q"])
    ) {
      try render("{{> p}}", partials: ["q": "x"])
    }
    #expect(throws: RenderError.tooDeep(SourcePosition(path: "q.md", line: 1, column: 1))) {
      try render("{{> q}}", partials: ["q": "{{> q}}"])
    }
  }

  @Test func `Arabic runs from right to left`() throws {
    let html = try render(
      "---\nsubject: م\n---\n> مرحبًا\n\n- م\n\n`a(b)`", language: "ar"
    ).html
    #expect(html.contains("<html lang=\"ar\" dir=\"rtl\">"))
    #expect(
      html.contains(
        "<td class=\"text\" lang=\"ar\" dir=\"rtl\" style=\"padding:0;text-align:right;"))
    #expect(html.contains("border-right:3px") && !html.contains("border-left"))
    #expect(html.contains("padding-right:14px") && !html.contains("padding-left"))
    #expect(html.contains("margin-right:24px") && !html.contains("margin-left"))
    #expect(html.contains("<code dir=\"ltr\""))
  }

  @Test func `the page names its language and takes its colours from the style`() throws {
    let style = try MailStyle(
      accent: "#aa0000", text: "#111111", background: "#fefefe", fonts: "Georgia, serif")
    let html = try render("[a](https://a.example)", language: "zh-Hant-TW", style: style).html
    #expect(html.hasPrefix("<!DOCTYPE html>\n<html lang=\"zh-Hant-TW\" dir=\"ltr\">\n"))
    #expect(html.contains("<a style=\"color:#aa0000;\" href=\"https://a.example\">"))
    #expect(html.contains("color:#111111;") && html.contains("background:#fefefe;"))
    #expect(html.contains("font-family:Georgia, serif;"))
    #expect(html.contains("<title></title>"))
    #expect(!html.contains("display:none"))
  }

  @Test func `a page that mailboxes would cut is refused, and one near it gets a warning`() throws {
    func message(_ paragraphs: Int) throws -> RenderedMessage {
      try render(
        "{{#p}}{{.}}\n\n{{/p}}", ["p": .list((0..<paragraphs).map { _ in .string(words) })])
    }
    let words = String(repeating: "word ", count: 193) + "word"
    #expect(try message(70).sizeWarning == nil)
    let warning = try #require(try message(90).sizeWarning)
    #expect(warning.hasPrefix("the HTML part has 9") && warning.contains("102"))
    let error = #expect(throws: RenderError.self) { try message(110) }
    guard case .pageTooLarge(let bytes) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(bytes > 102_000 && bytes < 125_000)
  }

  @Test func `a frame has a page of its own colour around the column`() throws {
    let style = try MailStyle(
      accent: "#ffd400", text: "#222222", background: "#ffffff", page: "#f5f0e8",
      fonts: "Georgia, serif", headingFonts: "Arial")
    let html = try render("# A\n\n**[b](https://a.example)**", style: style).html
    #expect(html.contains("<body class=\"page\" style=\"margin:0;padding:0;background:#f5f0e8;\">"))
    #expect(html.contains("max-width:600px;table-layout:fixed;background:#ffffff;"))
    #expect(html.contains("padding:28px 28px 12px;"))
    #expect(html.contains("<h1 style=\"margin:24px 0 12px;font-family:Arial;"))
    #expect(html.contains("bgcolor=\"#ffd400\"") && html.contains("color:#000000;text-decoration"))
    #expect(html.contains("@media (prefers-color-scheme: dark)"))
  }

  @Test func `raw HTML is text`() throws {
    let message = try render("<b>x</b>\n\n<script>alert(1)</script>\n\n<!-- x -->")
    #expect(
      column(message.html)
        == "<p>&lt;b&gt;x&lt;/b&gt;</p>\n<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>\n<p>&lt;!-- x --&gt;</p>\n"
    )
  }

  @Test func `a message without a subject is a follow-up`() throws {
    let message = try render("Hi")
    #expect(message.subject == nil && message.preheader == nil)
    #expect(message.text == "Hi\n")
  }

  @Test func `the same input gives the same bytes`() throws {
    let values: [String: TemplateValue] = ["a": "1", "b": "2", "c": ["d": "3"]]
    let text = "---\nsubject: {{a}}\n---\n{{a}} {{b}} {{#c}}{{d}}{{/c}}"
    #expect(try render(text, values) == render(text, values))
  }
}
