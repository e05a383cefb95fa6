import Testing

@testable import CommandLineKit

@Suite struct NeutralisedTests {
  @Test(
    "What could steer a terminal is shown as an escape",
    arguments: [
      ("plain", "plain"), ("", ""), ("Zoë 李雷 مرحبا 👍🏽", "Zoë 李雷 مرحبا 👍🏽"),
      ("a\u{1B}[31mb", "a\\u{1B}[31mb"), ("\u{7}\u{8}\u{0}", "\\u{7}\\u{8}\\u{0}"),
      ("a\r\nb\tc", "a\\r\\nb\\tc"), ("\u{7F}", "\\u{7F}"), ("\u{9B}31m", "\\u{9B}31m"),
      ("\u{85}", "\\u{85}"), ("\u{202E}gpj.exe", "\\u{202E}gpj.exe"),
      ("\u{2066}x\u{2069}", "\\u{2066}x\\u{2069}"), ("\u{2028}", "\\u{2028}"),
      ("– “quoted” … ¡ ©", "– “quoted” … ¡ ©"),
      ("\u{200F}marks stay\u{200E}", "\u{200F}marks stay\u{200E}"),
      ("e\u{301}\u{1B}", "e\u{301}\\u{1B}"),
    ])
  func escapes(text: String, expected: String) {
    #expect(neutralised(text) == expected)
  }

  @Test("Text of several lines keeps its lines and tabs, and nothing else")
  func lines() {
    #expect(neutralised("a\tb\r\nc\n\u{1B}\rd", keepingLines: true) == "a\tb\nc\n\\u{1B}\\rd")
  }

  @Test("Only the kit's own sequences pass where styles are on, and none is left open")
  func styles() {
    let neutraliser = Neutraliser(keepsLines: true, keepsStyle: true)
    let style = Style(isOn: true)
    let own = style.bold("a " + style.red("b")) + " c"
    #expect(neutraliser.apply(to: own) == own)
    #expect(neutraliser.apply(to: "\u{1B}[31mred") == "\u{1B}[31mred\u{1B}[0m")
    for foreign in [
      "[2J", "[8mhidden", "]0;title\u{7}", "[", "", "[m", "[38;5;1m", "[031m", "[99m",
    ] {
      #expect(neutraliser.apply(to: "\u{1B}" + foreign).hasPrefix("\\u{1B}"), "\(foreign)")
    }
  }

  @Test("No control survives, whatever the text, and once is enough")
  func randomText() {
    let seed: UInt64 = .random(in: 0...UInt64.max)
    var generator = SplitMix64(state: seed)
    let pieces = [
      "a", "\u{1B}", "[31m", "\u{9B}", "é", "李", "\u{202D}", "\n", "\r", "\t", "👩‍💻", "\u{FE0F}",
      "\u{E2}", "\u{C2}\u{80}", "\u{2029}", "\\",
    ]
    for _ in 0..<500 {
      let text = (0..<Int.random(in: 0...12, using: &generator)).compactMap { _ in
        pieces.randomElement(using: &generator)
      }.joined()
      let safe = neutralised(text)
      #expect(neutralised(safe) == safe, "seed \(seed)")
      #expect(
        safe.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control },
        "seed \(seed)")
    }
  }
}
