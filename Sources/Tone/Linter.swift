/// Finds what makes a reader stop: blunt phrases, and what a template left behind.
///
/// Its time is linear in the text. It can be used from several threads at once.
public struct Linter: Sendable {
  /// The phrase rules, in their order.
  public let rules: [PhraseRule]

  private let matcher: PhraseMatcher
  private let computed: [any ComputedRule.Type]

  /// Makes a linter of these phrase rules and the computed ones.
  public init(rules: [PhraseRule]) {
    self.init(rules: rules, computed: ComputedRules.all)
  }

  private init(rules: [PhraseRule], computed: [any ComputedRule.Type]) {
    self.rules = rules
    self.computed = computed
    var patterns: [(pattern: Pattern, owner: Int)] = []
    for (index, rule) in rules.enumerated() {
      patterns += rule.patterns.map { ($0, 2 * index) }
      patterns += rule.except.map { ($0, 2 * index + 1) }
    }
    matcher = PhraseMatcher(patterns)
  }

  /// Makes a linter of the rules in these files, JSON5, each with its path.
  ///
  /// - Throws: `RuleFileError` at the first fault in any of them.
  public init(ruleFiles files: [(path: String, bytes: [UInt8])]) throws(RuleFileError) {
    var rules: [PhraseRule] = []
    for file in files { rules += try RuleFile(json5: file.bytes, path: file.path).rules }
    self.init(rules: rules)
  }

  /// A linter that finds the errors alone, in texts of one language; there it finds the same ones.
  ///
  /// It takes a fraction of the time, which tells where every message is read before it goes.
  package func errors(in locale: String) -> Linter {
    Linter(
      rules: rules.filter { $0.severity == .error && $0.serves(locale) },
      computed: computed.filter { $0.severity == .error })
  }

  /// The findings in a draft, by their places.
  public func findings(in draft: Draft) -> [Finding] {
    var raw = phraseFindings(in: draft)
    for type in computed {
      for place in type.init().places(in: draft) {
        raw.append(RawFinding(rule: type.id, severity: type.severity, place: place))
      }
    }
    raw.sort {
      ($0.place.range.lowerBound, $0.place.range.upperBound, $0.rule)
        < ($1.place.range.lowerBound, $1.place.range.upperBound, $1.rule)
    }
    var index = PlaceIndex(draft.bytes)
    return raw.map { $0.finding(in: draft.bytes, &index) }
  }

  private func phraseFindings(in draft: Draft) -> [RawFinding] {
    // By index, so that no rule is copied.
    let serves = rules.indices.map { rules[$0].serves(draft.locale) }
    var found: [RawFinding] = []
    for region in draft.regions where region.kind != .signature {
      var hits: [Int: [Range<Int>]] = [:]
      var exceptions: [Int: [Range<Int>]] = [:]
      for match in matcher.matches(in: draft.bytes, range: region.range) {
        let rule = match.owner / 2
        guard serves[rule], rules[rule].scope.reads(region.kind) else { continue }
        if match.owner % 2 == 0 {
          hits[rule, default: []].append(match.range)
        } else {
          exceptions[rule, default: []].append(match.range)
        }
      }
      for (index, ranges) in hits {
        let rule = rules[index]
        let place = { RulePlace($0, rule.message, replacement: rule.replacement) }
        for range in Self.apart(ranges, without: exceptions[index] ?? []) {
          found.append(RawFinding(rule: rule.id, severity: rule.severity, place: place(range)))
        }
      }
    }
    return found
  }

  /// The ranges that no exception overlaps and no earlier range covers, the longest first where
  /// several begin together.
  private static func apart(
    _ ranges: [Range<Int>], without exceptions: [Range<Int>]
  ) -> [Range<Int>] {
    let ranges = ranges.sorted {
      ($0.lowerBound, -$0.upperBound) < ($1.lowerBound, -$1.upperBound)
    }
    let exceptions = exceptions.sorted { $0.lowerBound < $1.lowerBound }
    var kept: [Range<Int>] = []
    // The furthest end of the exceptions that begin before the range's end.
    var next = 0
    var excepted = 0
    for range in ranges {
      if let last = kept.last, range.lowerBound < last.upperBound { continue }
      while next < exceptions.count, exceptions[next].lowerBound <= range.lowerBound {
        excepted = max(excepted, exceptions[next].upperBound)
        next += 1
      }
      let beginsInside = next < exceptions.count && exceptions[next].overlaps(range)
      if excepted > range.lowerBound || beginsInside { continue }
      kept.append(range)
    }
    return kept
  }
}

extension Scope {
  fileprivate func reads(_ region: Draft.Region.Kind) -> Bool {
    switch self {
    case .both: region != .signature
    case .subject: region == .subject
    case .body: region == .body
    }
  }
}

/// A finding whose place is still in bytes.
private struct RawFinding {
  var rule: String
  var severity: Severity
  var place: RulePlace

  func finding(in bytes: [UInt8], _ index: inout PlaceIndex) -> Finding {
    let start = index.place(of: place.range.lowerBound)
    return Finding(
      rule: rule, severity: severity, line: start.line, column: start.column,
      endColumn: start.column + index.width(of: place.range), match: collapsed(bytes),
      message: place.message, replacement: place.replacement)
  }

  /// The words found, white space collapsed.
  private func collapsed(_ bytes: [UInt8]) -> String {
    var text: [UInt8] = []
    for byte in bytes[place.range] {
      if !ASCII.isWhite(byte) {
        text.append(byte)
      } else if text.last != ASCII.space {
        text.append(ASCII.space)
      }
    }
    return String(decoding: text, as: UTF8.self)
  }
}
