import Testing

@testable import Tone

@Suite struct LinterTests {
  private struct Place: Equatable {
    var line: Int
    var columns: Range<Int>
    init(_ line: Int, _ columns: Range<Int>) {
      self.line = line
      self.columns = columns
    }
  }

  private func places(_ text: String, path: String = "a.md") throws -> [Place] {
    let rule = PhraseRule(
      id: "price.test", severity: .error, patterns: [try Pattern("too dear")], message: "m")
    return Linter(rules: [rule]).findings(in: Draft(text: text, path: path))
      .filter { $0.rule == "price.test" }.map { Place($0.line, $0.column..<$0.endColumn) }
  }

  @Test func columnsCountScalarsAndLinesEndInEveryWay() throws {
    #expect(try places("too dear") == [Place(1, 1..<9)])
    #expect(try places("a\r\ntoo dear\r\n") == [Place(2, 1..<9)])
    #expect(try places("a\rb\rtoo dear") == [Place(3, 1..<9)])
    #expect(try places("\ttoo dear") == [Place(1, 2..<10)])
    #expect(try places("日本 too dear") == [Place(1, 4..<12)])
    #expect(try places("e\u{301}e\u{301} too dear") == [Place(1, 6..<14)])
    #expect(try places("👩‍👩‍👧 too dear") == [Place(1, 7..<15)])
    #expect(try places("\u{FEFF}too dear") == [Place(1, 2..<10)])
  }

  @Test func aMatchOverTwoLinesEndsWithTheFirst() throws {
    #expect(try places("it is too\r\ndear") == [Place(1, 7..<10)])
  }

  @Test func findingsComeByPlaceWithGroupMessageAndReplacement() throws {
    let found = try ShippedRules.findings("Hi ,\nToo expensive, lower your price.")
    #expect(found.map(\.rule) == ["template.empty-greeting", "price.blunt"])
    let blunt = try #require(found.last)
    #expect(blunt.group == "price")
    #expect(blunt.severity == .error)
    #expect(blunt.match == "Too expensive, lower your price")
    #expect(blunt.replacement == "Is there room for negotiation on this rate?")
    #expect(blunt.line == 2 && blunt.column == 1 && blunt.endColumn == 32)
  }

  @Test func aMerelyClumsyPhraseIsANote() throws {
    let found = try ShippedRules.findings("Do we have a room for negotiation?")
    #expect(found.map(\.severity) == [.note])
  }

  @Test func subjectAndBodyAreReadBySeparateRulesAndPlacedInOneText() throws {
    let draft = Draft(subject: "URGENT: video", body: "This is urgent.\n{{x}}")
    #expect(draft.text == "URGENT: video\n\nThis is urgent.\n{{x}}")
    let found = try ShippedRules.linter.get().findings(in: draft)
    #expect(found.map(\.rule) == ["urgency.subject", "template.tag"])
    #expect(found.map(\.line) == [1, 4])
  }

  @Test func aRuleServesItsLanguageAndItsRegions() throws {
    let text = "Too expensive, lower your price."
    for locale in ["en", "en-GB", "EN"] {
      #expect(try !ShippedRules.findings(text, locale: locale).isEmpty)
    }
    for locale in ["de", "enm", "e"] {
      #expect(try ShippedRules.findings(text, locale: locale).isEmpty)
    }
  }

  @Test func anExceptionDropsOnlyWhatItOverlaps() throws {
    let rule = PhraseRule(
      id: "price.test", severity: .error, patterns: [try Pattern("too dear")],
      except: [try Pattern("not too dear"), try Pattern("too dear to me")], message: "m")
    let text = "not too dear, too dear, too dear to me, too dear"
    let found = Linter(rules: [rule]).findings(in: Draft(subject: nil, body: text))
    #expect(found.map(\.column) == [15, 41])
  }

  @Test func aLineOfAMegabyteAndRowsOfOneSignAreRead() throws {
    for unit in ["too expensive ", "{{", "[", "`a", "your price, ", "X", "<%", "> a\n", "'"] {
      let text = String(repeating: unit, count: 100_000 / unit.utf8.count)
      _ = try ShippedRules.findings(text)
    }
    // A word of a megabyte: columns are counted over it once.
    let long = String(repeating: "a", count: 1_000_000) + " too expensive, lower your price"
    let found = try ShippedRules.findings("we say: " + long)
    #expect(found.allSatisfy { $0.column > 1_000_000 })
    #expect(!found.isEmpty)
  }

  @Test func anyBytesGiveFindingsInsideTheText() throws {
    let seed = UInt64.random(in: .min ... .max)
    print("LinterTests seed \(seed)")
    var random = SplitMix64(state: seed)
    let pieces = [
      "---\n", "subject: ", "{{", "}}", "[NAME]", "too expensive", ", lower your price", "> ",
      "```\n", "-- \n", "`", "Hi ,", "\r\n", "\r", "é", "e\u{301}", "日本", "🙂", "$$", "..", "!!",
      "%X%", "*|A|*", "TODO", " ", "\t", "’", "\u{AD}", "100%", "- ", "# ",
    ].map { Array($0.utf8) }
    for _ in 0..<400 {
      var bytes: [UInt8] = []
      for _ in 0..<Int.random(in: 0..<40, using: &random) {
        if Bool.random(using: &random), let piece = pieces.randomElement(using: &random) {
          bytes += piece
        } else {
          bytes.append(UInt8.random(in: 0...255, using: &random))
        }
      }
      let draft = Draft(text: String(decoding: bytes, as: UTF8.self), path: "a.md")
      let lines = Self.lineWidths(draft.text)
      for finding in try ShippedRules.linter.get().findings(in: draft) {
        let isInside =
          (1...lines.count).contains(finding.line) && finding.column >= 1
          && finding.column < finding.endColumn
          && finding.endColumn <= lines[finding.line - 1] + 1
        #expect(isInside, "seed \(seed): \(finding) in \(draft.text.debugDescription)")
      }
    }
  }

  private static func lineWidths(_ text: String) -> [Int] {
    var widths = [0]
    var previous: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      switch (previous, scalar) {
      case ("\r", "\n"): break
      case (_, "\n"), (_, "\r"): widths.append(0)
      default: widths[widths.count - 1] += 1
      }
      previous = scalar
    }
    return widths
  }
}
