import Testing

@testable import Templating

@Suite struct TextRendererTests {
  private func text(_ markdown: String) -> String {
    TextRenderer.render(MarkdownDocument(Array(markdown.utf8), mode: .mail))
  }

  @Test(arguments: [
    ("one\ntwo", "one two\n"),
    ("one\\\ntwo  \nthree", "one\ntwo\nthree\n"),
    ("one\r\n\r\ntwo", "one\n\ntwo\n"),
    ("# Head\ntext", "Head\n\ntext\n"),
    ("**strong** *soft* `code`", "strong soft code\n"),
    ("- a\n- b\n  - c\n- d", "- a\n- b\n  - c\n- d\n"),
    ("- a\n\n- b", "- a\n\n- b\n"),
    ("9. a\n10. b", "9. a\n10. b\n"),
    ("1) a\n\n   more", "1) a\n\n   more\n"),
    ("> a\nb\n>\n> - c", "> a b\n>\n> - c\n"),
    ("a\n\n***\n\nb", "a\n\n* * *\n\nb\n"),
    ("best,\n\n--\nLina", "best,\n\n-- Lina\n"),
    ("[site](https://a.example/x)", "site (https://a.example/x)\n"),
    ("[https://a.example](https://a.example/)", "https://a.example/\n"),
    ("[a.example](https://a.example)", "https://a.example\n"),
    ("[me@a.example](mailto:me@a.example)", "me@a.example\n"),
    ("[write](mailto:me@a.example)", "write (me@a.example)\n"),
    ("<https://a.example> <me@a.example>", "https://a.example me@a.example\n"),
    ("[x](javascript:alert(1)) [y](/path) [z](ftp://a)", "x y z\n"),
    ("<b>x</b> <!-- y -->", "<b>x</b> <!-- y -->\n"),
    ("a * b _ c", "a * b _ c\n"),
    ("\\*a\\* \\q", "*a* \\q\n"),
    ("```\na  b\n\n  c\n```", "a  b\n\n  c\n"),
    ("日本語\nの文", "日本語の文\n"), ("한국어\n문장", "한국어 문장\n"),
    ("日本\nText", "日本 Text\n"),
    ("![Acme](cid:logo)\n\nHi", "Acme\n\nHi\n"),
    ("[![Acme](cid:logo)](https://a.example)", "Acme (https://a.example)\n"),
    ("![a [b](https://c.example)](cid:d)", "a b\n"),
    ("[](https://a.example)", "https://a.example\n"),
    ("**[Book a call](https://a.example/b)**", "Book a call (https://a.example/b)\n"),
    ("[yes](mailto:a@b.example?subject=Yes&body=Tuesday)", "yes (a@b.example)\n"),
    ("[a]: https://b.example\n\n[a]\n\n[c]: d", "a (https://b.example)\n"),
    ("- [a]: b\n- c", "-\n- c\n"), ("-\n- c", "-\n- c\n"),
    ("&copy; Acme &#128512;", "© Acme 😀\n"),
  ])
  func `blocks and words are kept, marks are not`(markdown: String, expected: String) {
    #expect(text(markdown) == expected)
  }

  @Test func `lines are wrapped at 72 columns, within lists and quotes too`() {
    let words = Array(repeating: "lorem", count: 60).joined(separator: " ")
    for line in text("\(words)\n\n- \(words)\n\n> \(words)\n>\n> 1. \(words)").split(
      separator: "\n")
    {
      #expect(line.utf8.count <= 72 && line.utf8.count > 6 || line == ">", "\(line)")
    }
    #expect(
      text("- \(words)").split(separator: "\n").dropFirst().allSatisfy { $0.hasPrefix("  l") })
  }

  @Test func `East Asian text is wrapped by its width, and not before closing marks`() {
    let sentence = String(repeating: "私たちは雨の日も走る人のための上着を作っています。", count: 8)
    let lines = text(sentence).split(separator: "\n")
    #expect(lines.joined() == sentence)
    for line in lines {
      #expect(DisplayWidth.columns(Array(line.utf8)) <= 72)
      #expect(line.first != "。")
    }
    #expect(lines.dropLast().allSatisfy { DisplayWidth.columns(Array($0.utf8)) >= 70 })
  }

  @Test func `addresses are never broken`() {
    let path = String(repeating: "abcdef/", count: 20)
    let result = text(
      "Some words before it and [more of them](https://a.example/\(path)) after it.")
    #expect(
      result == "Some words before it and more of them\n(https://a.example/\(path))\nafter it.\n")
    let ideographs = "https://a.example/\(String(repeating: "%E6%97%A5", count: 12))"
    #expect(
      text("[日本](https://a.example/\(String(repeating: "日", count: 12)))").contains(ideographs))
  }

  @Test func `addresses can stand at the end`() {
    let markdown = """
      [One](https://a.example/1), [two](https://a.example/2), [one](https://a.example/1).

      > [Mail](mailto:a@b.example), <https://c.example>
      """
    #expect(
      TextRenderer.render(
        MarkdownDocument(Array(markdown.utf8), mode: .mail), links: .footnotes) == """
          One [1], two [2], one [1].

          > Mail (a@b.example), https://c.example

          [1] https://a.example/1
          [2] https://a.example/2

          """)
  }

  @Test(arguments: 60..<76) func `the number of a note stays with its word`(count: Int) {
    let words = String(repeating: "a ", count: count / 2)
    let text = TextRenderer.render(
      MarkdownDocument(Array("\(words)[bcd](https://a.example) e".utf8), mode: .mail),
      links: .footnotes)
    #expect(text.contains("bcd [1]"))
    #expect(text.split(separator: "\n").allSatisfy { $0.utf8.count <= 72 })
  }

  @Test func `Korean breaks at spaces only, and a no-break space never does`() {
    let words = Array(repeating: "가나다라마", count: 20).joined(separator: " ")
    #expect(
      text(words).split(separator: "\n").allSatisfy { $0.hasSuffix("마") && $0.hasPrefix("가") })
    let fixed = Array(repeating: "aaaa", count: 30).joined(separator: "\u{A0}")
    #expect(text(fixed) == fixed + "\n")
  }
}

@Suite struct DisplayWidthTests {
  @Test(arguments: [
    ("abc", 3), ("é", 1), ("e\u{301}", 1), ("日本", 4), ("カ", 2), ("ｶ", 1), ("한", 2), ("🎥", 2),
    ("👍🏽", 2), ("م", 1), ("\u{200B}\u{FEFF}", 0), ("，", 2), ("–", 1), ("", 0), ("\u{20000}", 2),
    ("❤️", 2), ("1️⃣", 2), ("👩‍👩‍👧", 2), ("🇩🇪", 2), ("क्‍ष", 2),
  ])
  func `columns are counted`(text: String, columns: Int) {
    #expect(DisplayWidth.columns(Array(text.utf8)) == columns)
  }
}
