import Testing

@testable import Liaison

@Suite("Cell")
struct CellTests {
  static let trims: [(String, String)] = [
    ("", ""), (" ", ""), ("a", "a"), ("  a b\t\r\n", "a b"), ("\u{A0}a\u{A0}", "a"),
    ("\u{3000}王 伟\u{3000} ", "王 伟"), ("\u{FEFF}a\u{200B}", "a"), ("\u{3000}\u{A0}", ""), ("é", "é"),
    ("\u{E000}", "\u{E000}"), ("à", "à"), (" 。", "。"),
  ]

  @Test("White space around a value is dropped", arguments: trims)
  func trim(_ text: String, _ expected: String) {
    #expect(with(text) { Cell.text(Cell.trimmed($0)) } == expected)
  }

  static let websites = [
    "example.com", "www.example.com/a?b=c#d", "https://example.com", "HTTP://Example.com:8080/x",
    "http://例え.jp/あ", "example.com:443", "https://example.com/a:b@c",
  ]

  @Test("A web address may stand with or without its scheme", arguments: websites)
  func website(_ text: String) {
    #expect(with(text) { Cell.isWebsite($0) })
  }

  static let noWebsites = [
    "", "example", "n/a", "-", "javascript:alert(1.5)", "ftp://example.com", "mailto:a@b.example",
    "a@b.example", "https://", "https://.example", "two words.com", "http:///x.y", "://x.y",
    "example.com:80a",
  ]

  @Test("What is no web address is refused", arguments: noWebsites)
  func noWebsite(_ text: String) {
    #expect(!with(text) { Cell.isWebsite($0) })
  }

  static let lists: [(String, [String])] = [
    ("a", ["a"]), ("a, b; c|d", ["a", "b", "c", "d"]), ("骑行、雨衣，户外；书", ["骑行", "雨衣", "户外", "书"]),
    ("a,,a, a ", ["a"]), (";;", []), ("two  words,x", ["two words", "x"]),
  ]

  @Test("A list is split at any of its usual marks", arguments: lists)
  func list(_ text: String, _ expected: [String]) {
    #expect(Cell.list(text) == expected)
  }

  static let controls: [(String, Bool, Bool)] = [
    ("plain", false, false), ("a\nb", false, true), ("a\nb", true, false), ("a\tb", false, true),
    ("a\tb", true, false), ("a\u{7}b", true, true), ("a\u{7F}", false, true),
    ("a\u{85}b", false, true), ("a\u{9F}", true, true), ("a\u{A0}b", false, false),
    ("é", false, false), ("\u{1B}[31m", false, true),
  ]

  @Test("A control character is refused; line ends may stand in notes", arguments: controls)
  func control(_ text: String, _ allowingLines: Bool, _ isFault: Bool) {
    let fault = with(text) { Cell.controlFault($0, allowingLines: allowingLines) }
    #expect((fault != nil) == isFault)
  }

  @Test("A value is shown short and without anything that moves the cursor")
  func excerpt() {
    #expect(Excerpt.of("a\u{1B}[31m\n\tb\u{202E}") == "a\u{FFFD}[31m⏎⇥b\u{FFFD}")
    #expect(
      Excerpt.of(String(repeating: "长", count: 50)) == String(repeating: "长", count: 40) + "…")
    #expect(Excerpt.of("👩‍👩‍👧") == "👩‍👩‍👧")
  }

  @Test("A cache gives what was read, and reads again what it has forgotten")
  func cache() {
    var cache = ValueCache<String>()
    var reads = 0
    for round in 0..<2 {
      for number in 0..<5000 {
        let text = "value \(number)"
        let value = with(text) { bytes in
          cache.value(for: bytes) { text in
            reads += 1
            return "<\(text)>"
          }
        }
        #expect(value == "<\(text)>", "round \(round)")
      }
    }
    #expect(reads >= 5000)
    reads = 0
    for _ in 0..<3 {
      _ = with("same") { bytes in
        cache.value(for: bytes) { text in
          reads += 1
          return text
        }
      }
    }
    #expect(reads == 1)
    let long = String(repeating: "x", count: 1000)
    #expect(with(long) { cache.value(for: $0) { $0 } } == long)
  }

  private func with<Result>(_ text: String, _ body: (Cell.Bytes) -> Result) -> Result {
    Array(text.utf8).withUnsafeBufferPointer(body)
  }
}
