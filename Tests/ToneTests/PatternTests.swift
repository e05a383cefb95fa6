import Testing

@testable import Tone

@Suite struct PatternTests {
  /// What a pattern finds in a text, first match first.
  private func found(
    _ pattern: String, in text: String, classes: [String: [String]] = [:]
  ) throws -> [String] {
    let rule = PhraseRule(
      id: "test.pattern", severity: .note, patterns: [try Pattern(pattern, classes: classes)],
      message: "m")
    return Linter(rules: [rule]).findings(in: Draft(subject: nil, body: text))
      .filter { $0.rule == rule.id }.map(\.match)
  }

  @Test(arguments: [
    ("too dear", "It is TOO Dear.", "TOO Dear"),
    ("too dear", "too,\r\n  dear", "too, dear"),
    ("too dear", "“too” — (dear)", "too” — (dear"),
    ("too dear", "**too** _dear_", "too** _dear"),
    ("don't ask", "Don’t ask", "Don’t ask"),
    ("don’t ask", "don't ask", "don't ask"),
    ("game changing", "a game-changing lamp", "game-changing"),
    ("game-changing", "a game changing lamp", "game changing"),
    ("(cut|bring down) it", "please bring down it", "bring down it"),
    ("so [very|really] dear", "so dear", "so dear"),
    ("so [very|really] dear", "so really dear", "so really dear"),
    ("cut ..2 price", "cut it all, price", "cut it all, price"),
    ("cut * price", "cut the price", "cut the price"),
    ("pay # now", "pay $1,600.50 now", "pay $1,600.50 now"),
    ("# off", "50% off", "50% off"),
    ("# spots", "20-30 spots", "20-30 spots"),
    ("100% sure", "100% sure", "100% sure"),
    ("$$ fast", "earn $$$$ fast", "$$$$ fast"),
    ("€€", "earn €€€", "€€€"),
    ("^ send it", "Hi Jo,\nsend it", "send it"),
    ("^ send it", "- send it", "send it"),
    ("^ send it", "# Head\nsend it", "send it"),
    ("^ send it", "One. Send it", "Send it"),
    ("let's go $", "let's go!", "let's go"),
    ("let's go $", "let's go", "let's go"),
    ("so !!", "so!!!", "so!!!"),
    ("hi ..2 , / send it", "Hi Jo, send it", "send it"),
    ("[^ (so|and) / ] send", "So send", "send"),
    ("hi , you", "hi, you", "hi, you"),
    ("naïve", "NAÏVE", "NAÏVE"),
    ("привет мир", "Привет, МИР", "Привет, МИР"),
    ("太贵了", "你们的价格太贵了吧", "太贵了"),
    ("高すぎ", "値段が高すぎます", "高すぎ"),
    ("비싸", "너무비싸요", "비싸"),
    ("soft", "so\u{AD}ft", "so\u{AD}ft"),
  ])
  func finds(_ pattern: String, _ text: String, _ match: String) throws {
    #expect(try found(pattern, in: text) == [match])
  }

  @Test(arguments: [
    ("too dear", "too. Dear"), ("too dear", "too\n\nDear"), ("too dear", "tood ear"),
    ("too dear", "stoo dear"), ("too dear", "too\n- dear"), ("too dear", "too `dear`"),
    ("too dear", "too {{dear}}"), ("too dear", "too https://dear.example/too-dear"),
    ("cut ..2 price", "cut it all down price"), ("cut * price", "cut price"),
    ("pay # now", "pay me now"), ("^ send it", "and send it"), ("^ send it", "Mr. send it"),
    ("let's go $", "let's go home"), ("so !!", "so!"), ("hi , you", "hi you"),
    ("$$", "for $600"), ("dear", "maya@dear.example"), ("ask", "e.g.ask"),
  ])
  func leavesAlone(_ pattern: String, _ text: String) throws {
    #expect(try found(pattern, in: text).isEmpty)
  }

  @Test func classesMayHoldEverySignAndOtherClasses() throws {
    let classes = ["price": ["(rate|fee)", "{money} amount"], "money": ["cash", "dollar"]]
    #expect(try found("your {price}", in: "Your dollar amount", classes: classes).count == 1)
    #expect(try found("your {price}", in: "your fee", classes: classes).count == 1)
  }

  @Test func theLongestMatchCountsAndMatchesOfARuleDoNotOverlap() throws {
    #expect(try found("(so dear|so dear now|dear now)", in: "so dear now") == ["so dear now"])
    #expect(try found("no no", in: "no no no no no") == ["no no", "no no"])
  }

  @Test(arguments: [
    ("", PatternError.empty), ("( )", .empty), ("^", .empty), ("(a|)", .empty),
    ("(a", .unbalanced("(")), ("a)", .unbalanced(")")), ("[a", .unbalanced("[")),
    ("{a", .unbalanced("{")), ("{a}", .unknownClass("a")), ("..3 a", .gapAtEdge),
    ("a [..3]", .gapAtEdge), ("a ..9 b", .badGap("..9")), ("a .. b", .badGap("..")),
    ("a ..x b", .badGap("..x")), ("a ^ b", .misplacedAnchor("^")),
    ("a $ b", .misplacedAnchor("$")), ("[a]", .matchesNothing), ("/ b", .misplacedAnchor("/")),
    ("a /", .misplacedAnchor("/")),
    ("a [b / c]", .misplacedAnchor("/")), ("a & +", .unexpected("+")),
    ("{loop}", .tooDeep),
  ])
  func refuses(_ pattern: String, _ fault: PatternError) {
    #expect(throws: fault) { try Pattern(pattern, classes: ["loop": ["x {loop}"]]) }
  }

  @Test func refusesPatternsThatAreTooLong() {
    let words = Array(repeating: "a", count: 61).joined(separator: " ")
    #expect(throws: PatternError.tooLong) { try Pattern(words) }
    let wide = (0..<2100).map { "a b\($0)" }.joined(separator: "|")
    #expect(throws: PatternError.tooLong) { try Pattern("(\(wide))") }
    let deep = String(repeating: "(", count: 100_000)
    #expect(throws: PatternError.tooDeep) { try Pattern(deep) }
  }

  @Test func aPatternIsFoundAcrossTheMatchersWindow() throws {
    let filler = Array(repeating: "word", count: 4090).joined(separator: " ")
    for extra in 0..<12 {
      let text = filler + String(repeating: " x", count: extra) + " too very dear"
      #expect(try found("too ..2 dear", in: text) == ["too very dear"])
    }
  }
}
