import Testing

@testable import Templating

@Suite struct MailModeTests {
  /// The page's column, without styles.
  private func column(_ markdown: String) -> String {
    html(MarkdownDocument(Array(markdown.utf8), mode: .mail))
  }

  private func html(_ document: MarkdownDocument) -> String {
    let html = HTMLRenderer(language: LanguageTag(language: "en"), style: .standard)
      .render(document, title: nil, preheader: nil)
    guard let start = html.firstRange(of: "overflow-wrap:break-word;\">\n"),
      let end = html.firstRange(of: "</td></tr>\n</table>\n</td></tr>\n</table>\n</body>")
    else { return html }
    return String(html[start.upperBound..<end.lowerBound]).replacing(#/ style="[^"]*"/#, with: "")
  }

  @Test(arguments: [
    ("<b>x</b>", "<p>&lt;b&gt;x&lt;/b&gt;</p>\n"),
    ("<div>\n*x*\n</div>", "<p>&lt;div&gt;\n<em>x</em>\n&lt;/div&gt;</p>\n"),
    ("<script>\nx\n</script>", "<p>&lt;script&gt;\nx\n&lt;/script&gt;</p>\n"),
    ("<!-- x -->", "<p>&lt;!-- x --&gt;</p>\n"),
    ("a <?x?> <!X y> <![CDATA[z]]>", "<p>a &lt;?x?&gt; &lt;!X y&gt; &lt;![CDATA[z]]&gt;</p>\n"),
    ("&lt;b&gt; &#60;i>", "<p>&lt;b&gt; &lt;i&gt;</p>\n"),
    (
      "![<b \"x\">](https://a.example)",
      "<p><img src=\"https://a.example\" alt=\"&lt;b &quot;x&quot;&gt;\"></p>\n"
    ),
  ])
  func `HTML is shown as text`(markdown: String, expected: String) {
    #expect(column(markdown) == expected)
  }

  @Test(arguments: [
    ("[a](https://b.example)", "<a href=\"https://b.example\">a</a>"),
    ("[a](HTTP://b.example)", "<a href=\"HTTP://b.example\">a</a>"),
    ("[a](mailto:b@c.example?subject=d%20e)", "<a href=\"mailto:b@c.example?subject=d%20e\">a</a>"),
    ("[](https://b.example)", "<a href=\"https://b.example\">https://b.example</a>"),
    ("[a]\n\n[A]: https://b.example 'c'", "<a href=\"https://b.example\">a</a>"),
    ("[a](javascript:b)", "a"), ("[a](java&#115;cript:b)", "a"), ("[a](&#1;javascript:b)", "a"),
    ("[a](<javascript&colon;b>)", "a"), ("[a](JavaScript:b)", "a"), ("[a](data:text/html,b)", "a"),
    ("[a](vbscript:b)", "a"), ("[a](/b)", "a"), ("[a](//b.example)", "a"), ("[a](https:b)", "a"),
    ("[a](https://)", "a"), ("[a](ftp://b.example)", "a"), ("[a](cid:b)", "a"), ("[a]()", "a"),
    ("[a]\n\n[a]: javascript:b", "a"), ("[a][]\n\n[a]: /b", "a"),
    ("<javascript:a>", "&lt;javascript:a&gt;"), ("<ftp://a.example>", "&lt;ftp://a.example&gt;"),
    ("<a@b.example>", "<a href=\"mailto:a@b.example\">a@b.example</a>"),
    ("![a](https://b.example)", "<img src=\"https://b.example\" alt=\"a\">"),
    ("![a *b*](cid:c)", "<img src=\"cid:c\" alt=\"a b\">"),
    ("![a](cid:c \"120\")", "<img src=\"cid:c\" alt=\"a\" width=\"120\">"),
    ("![a](cid:c \"9999\")", "<img src=\"cid:c\" alt=\"a\">"),
    ("![](cid:c)", "<img src=\"cid:c\" alt=\"\">"),
    ("![a](data:image/png;base64,b)", "a"), ("![a](mailto:b@c.example)", "a"), ("![a](b.png)", "a"),
    (
      "[![a](cid:b)](https://c.example)",
      "<a href=\"https://c.example\"><img src=\"cid:b\" alt=\"a\"></a>"
    ),
    (
      "![a [b](https://c.example) `d`\\\ne](cid:f)", "<img src=\"cid:f\" alt=\"a b d e\">"
    ),
  ])
  func `links and images go to what a mail can show`(markdown: String, expected: String) {
    #expect(column(markdown) == "<p>\(expected)</p>\n")
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func `no other address ever reaches the page`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let pieces = [
      "[", "]", "(", ")", "](", "![", "<", ">", "\"", "'", "javascript:", "data:", "https://a",
      "cid:",
      "mailto:b", "&colon;", "&#58;", "&#x6a;", "&Tab;", "&NewLine;", "\\", ":", "\n", "\n\n", " ",
      "x",
      "[x]: ", "[x]", "*", "**", "`", "\u{1}",
    ]
    for _ in 0..<50 {
      let text = (0..<Int.random(in: 1..<30, using: &random)).map { _ in
        pieces[Int.random(in: 0..<pieces.count, using: &random)]
      }.joined()
      let html = column(text)
      for match in html.matches(of: #/(href|src)="([^"]*)"/#) {
        let address = match.2.lowercased()
        let schemes = ["http://", "https://"] + (match.1 == "src" ? ["cid:"] : ["mailto:"])
        #expect(schemes.contains { address.hasPrefix($0) }, "seed \(seed): \(text)")
      }
      let tags = html.replacing(
        #/<\/?(p|em|strong|a|code|pre|h\d|ul|ol|li|blockquote|hr|br|img|table|tr|td)( [^<>]*)?>/#,
        with: "")
      #expect(!tags.contains("<") && !tags.contains(">"), "seed \(seed): \(text)")
    }
  }

  @Test(arguments: [
    ("**[Book a call](https://a.example)**", true),
    ("**[*Book* a call](https://a.example)**", true),
    ("**[a](https://a.example)** **[b](https://b.example)**", false),
    ("**[a](https://a.example) now**", false), ("[a](https://a.example)", false),
    ("**[a](javascript:b)**", false), ("- **[a](https://a.example)**", false),
  ])
  func `a strong link alone in its paragraph is a button`(markdown: String, isButton: Bool) {
    #expect(column(markdown).contains("class=\"button\"") == isButton)
  }

  @Test func `a button is a padded cell with its words in the link`() {
    #expect(
      column("**[Book *a* call](https://a.example)**") == """
        <table role="presentation" cellpadding="0" cellspacing="0" border="0">
        <tr><td class="button" bgcolor="#1a56b0"><a href="https://a.example">Book <em>a</em> call</a></td></tr>
        </table>

        """)
  }

  @Test(arguments: [
    ("**「今日」**は", "<strong>「今日」</strong>は"), ("**重要：**请看", "<strong>重要：</strong>请看"),
    ("**한국어(Korean)**은", "<strong>한국어(Korean)</strong>은"), ("日_本_語", "日_本_語"),
    ("a**\"b\"**c", "a**&quot;b&quot;**c"),
  ])
  func `emphasis works where words have no spaces`(markdown: String, expected: String) {
    #expect(column(markdown) == "<p>\(expected)</p>\n")
  }

  @Test func `two hyphens before a signature underline nothing`() {
    #expect(column("Best,\n--\nLina") == "<p>Best,\n--\nLina</p>\n")
    #expect(column("Best\n---") == "<h2>Best</h2>\n")
  }
}

@Suite struct SpecificationModeTests {
  @Test(arguments: [
    ("&copy;&nosuch;&copy &amp;lt;", "<p>©&amp;nosuch;&amp;copy &amp;lt;</p>\n"),
    ("&#65;&#x42;&#X43;&#0;&#xD800;&#12345678;", "<p>ABC\u{FFFD}\u{FFFD}&amp;#12345678;</p>\n"),
    ("&bne; &CounterClockwiseContourIntegral; &AElig;&zwnj;", "<p>=\u{20E5} ∳ Æ\u{200C}</p>\n"),
    ("&ast;a&ast;", "<p>*a*</p>\n"),
    ("[a][ Straße ]\n\n[STRASSE]: b", "<p><a href=\"b\">a</a></p>\n"),
    ("[a]: b\n[a]: c\n\n[a]", "<p><a href=\"b\">a</a></p>\n"),
    ("[a]: b 'c\nd' e\n\n[a]", "<p>[a]: b 'c\nd' e</p>\n<p>[a]</p>\n"),
    ("[a]: b\n===", "<p>===</p>\n"),
    ("- [a]: b\n- c", "<ul>\n<li></li>\n<li>c</li>\n</ul>\n"),
    ("![a [b](c)](d \"e\")", "<p><img src=\"d\" alt=\"a b\" title=\"e\" /></p>\n"),
    ("[a [b](c) d](e)", "<p>[a <a href=\"c\">b</a> d](e)</p>\n"),
    ("``` a&amp;b c\nd\n```", "<pre><code class=\"language-a&amp;b\">d\n</code></pre>\n"),
    ("<div>\n*a*\n\n*b*", "<div>\n*a*\n<p><em>b</em></p>\n"),
    ("<style>\n\na</style>\nb", "<style>\n\na</style>\n<p>b</p>\n"),
    ("a\n<b>\nc", "<p>a\n<b>\nc</p>\n"),
    (
      "a <b c=d e='f' g> <b c=d\"> <!-- -- -->",
      "<p>a <b c=d e='f' g> &lt;b c=d&quot;&gt; <!-- -- --></p>\n"
    ),
    ("` a\tb\n`` ` `\t`", "<p><code>a\tb ``</code> <code>\t</code></p>\n"),
    ("[a](javascript:b)", "<p><a href=\"javascript:b\">a</a></p>\n"),
    ("a\u{0}b", "<p>a\u{FFFD}b</p>\n"),
  ])
  func `what the specification says holds`(markdown: String, expected: String) {
    #expect(
      PlainHTML.render(MarkdownDocument(Array(markdown.utf8), mode: .specification)) == expected)
  }

  @Test func `a long address is not repeated without end`() {
    let markdown =
      "[a]: \(String(repeating: "b", count: 30_000))\n\n" + String(repeating: "[a] ", count: 8000)
    let html = PlainHTML.render(MarkdownDocument(Array(markdown.utf8), mode: .specification))
    #expect(html.contains("<a href=") && html.hasSuffix("[a]</p>\n"))
    #expect(html.utf8.count < 200_000)
  }

  @Test func `the table of named characters is in order and whole`() {
    let text = NamedCharacterTable.entries.withUTF8Buffer { String(decoding: $0, as: UTF8.self) }
    let names = text.split { $0 == " " || $0 == "\n" }.map { $0.prefix { $0 != "=" } }
    #expect(names.count == 2125)
    #expect(zip(names, names.dropFirst()).allSatisfy { $0.utf8.lexicographicallyPrecedes($1.utf8) })
    for name in names {
      let bytes = Array("&\(name);".utf8)
      #expect(CharacterReference(bytes[...])?.end == bytes.count, "\(name)")
    }
  }
}
