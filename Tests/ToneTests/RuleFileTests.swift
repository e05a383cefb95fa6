import Testing

@testable import Tone

@Suite struct RuleFileTests {
  private static let rule =
    "id: 'a.b', severity: 'note', patterns: ['x y'], message: 'm', why: 'w', hits: ['x y','x y'], "
    + "misses: ['a','b']"

  @Test func aFileGivesItsRulesInOrder() throws {
    let text = """
      \u{FEFF}// comment
      { locale: "pt", /* two */ classes: { thing: ["a", 'b'], },
        "rules": [ { \(Self.rule), scope: "subject", replacement: "r", }, ], }
      """
    let file = try RuleFile(json5: Array(text.utf8), path: "p.json5")
    let rule = try #require(file.rules.first)
    #expect(file.rules.count == 1)
    #expect(rule.id == "a.b" && rule.group == "a" && rule.severity == .note)
    #expect(rule.scope == .subject && rule.locale == "pt" && rule.replacement == "r")
    #expect(rule.serves("pt-BR") && !rule.serves("pl"))
  }

  @Test(arguments: [
    ("{", 1, 2, "ends too early"),
    ("{ locale: 'en',\n  rules: [}", 2, 11, "value is missing"),
    ("{ locale: 'en'\n  rules: [] }", 2, 3, "comma"),
    ("{ locale: 'en,\n rules: [] }", 1, 11, "not closed"),
    ("{ locale 'en' }", 1, 10, "colon"),
    ("{ locale: 'en', locale: 'de' }", 1, 17, "twice"),
    ("{ locale: 'en', rules: [] } x", 1, 29, "follows"),
    ("{ locale: 'en' }", 1, 1, "\"rules\" is missing"),
    ("{ locale: 7, rules: [] }", 1, 11, "another kind"),
    ("{ locale: 'english!', rules: [] }", 1, 11, "language tag"),
    ("{ locale: 'en', rules: [], rulez: [] }", 1, 35, "\"rulez\" is unknown"),
    ("{ locale: 'en', classes: { a: ['(x'] }, rules: [] }", 1, 32, "no partner"),
    ("{ locale: 'en', rules: [\n {id: 'a.b'} ] }", 2, 2, "is missing"),
    ("/* open", 1, 1, "*/"), ("", 1, 1, "ends too early"), ("[]", 1, 1, "another kind"),
  ])
  func aFaultIsNamedWithItsPlace(_ text: String, _ line: Int, _ column: Int, _ reason: String) {
    let error = #expect(throws: RuleFileError.self) {
      try RuleFile(json5: Array(text.utf8), path: "tone/x.json5")
    }
    #expect(error?.line == line && error?.column == column, "\(String(describing: error))")
    #expect(error?.reason.contains(reason) == true, "\(String(describing: error))")
    #expect(error?.description.hasPrefix("tone/x.json5:\(line):\(column): ") == true)
  }

  @Test(arguments: [
    ("id: 'a.b'", "id: 'A.b'", "not a rule name"), ("id: 'a.b'", "id: 'ab'", "not a rule name"),
    ("'note'", "'grave'", "grave"), ("['x y']", "[]", "no pattern"),
    ("['x y']", "['x [']", "empty"), ("message: 'm'", "message: ''", "empty message"),
    ("hits: ['x y','x y']", "hits: ['x y']", "at least two hits"),
    ("misses: ['a','b']", "misses: []", "at least two misses"),
    ("why: 'w'", "way: 'w'", "\"way\" is unknown"),
  ])
  func aFaultyRuleIsNamedOnItsLine(_ old: String, _ new: String, _ reason: String) throws {
    let range = try #require(Self.rule.firstRange(of: old))
    var rule = Self.rule
    rule.replaceSubrange(range, with: new)
    let first = Self.rule.replacing("a.b", with: "c.d")
    let text = "{ locale: 'en', rules: [\n{ \(first) },\n{ \(rule) } ] }"
    let error = #expect(throws: RuleFileError.self) {
      try RuleFile(json5: Array(text.utf8), path: "x")
    }
    #expect(error?.reason.contains(reason) == true, "\(String(describing: error))")
    #expect(error?.line == 3, "\(String(describing: error))")
  }

  @Test func bytesThatAreNotUTF8AreNamed() {
    let bytes = Array("{ locale:\n 'e".utf8) + [0xFF] + Array("' }".utf8)
    let error = #expect(throws: RuleFileError.self) { try RuleFile(json5: bytes, path: "x") }
    #expect(error?.line == 2 && error?.column == 4)
  }

  @Test func anyBytesGiveAFileOrAnError() {
    let seed = UInt64.random(in: .min ... .max)
    print("RuleFileTests seed \(seed)")
    var random = SplitMix64(state: seed)
    let whole = Array("{ locale: 'en', rules: [{ \(Self.rule) }] }".utf8)
    for _ in 0..<300 {
      var bytes = whole
      for _ in 0..<Int.random(in: 1...4, using: &random) where !bytes.isEmpty {
        let index = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0..<3, using: &random) {
        case 0: bytes.remove(at: index)
        case 1: bytes[index] = UInt8.random(in: 0...255, using: &random)
        default: bytes.removeSubrange(index...)
        }
      }
      do {
        _ = try RuleFile(json5: bytes, path: "x")
      } catch {
        #expect(error.line >= 1 && error.column >= 1, "seed \(seed)")
      }
    }
    for open in ["[", "{a:"] {
      let deep = Array(String(repeating: open, count: 100_000).utf8)
      #expect(throws: RuleFileError.self) { try RuleFile(json5: deep, path: "x") }
    }
  }
}
