import FoundationEssentials

/// A rule file as it is written, before it is checked.
struct RuleFileForm: Decodable {
  let locale: String
  let classes: [String: [String]]
  let rules: [RuleForm]

  private enum CodingKeys: String, CodingKey, CaseIterable {
    case locale, classes, rules
  }

  init(from decoder: any Decoder) throws {
    try decoder.refuseKeys(besides: CodingKeys.allCases.map(\.rawValue))
    let container = try decoder.container(keyedBy: CodingKeys.self)
    locale = try container.decode(String.self, forKey: .locale)
    classes = try container.decodeIfPresent([String: [String]].self, forKey: .classes) ?? [:]
    rules = try container.decode([RuleForm].self, forKey: .rules)
  }

  /// One rule as it is written.
  struct RuleForm: Decodable {
    let id: String
    let severity: Severity
    let scope: Scope
    let patterns: [String]
    let except: [String]
    let message: String
    let replacement: String?
    let why: String
    let hits: [String]
    let misses: [String]

    private enum CodingKeys: String, CodingKey, CaseIterable {
      case id, severity, scope, patterns, except, message, replacement, why, hits, misses
    }

    init(from decoder: any Decoder) throws {
      try decoder.refuseKeys(besides: CodingKeys.allCases.map(\.rawValue))
      let container = try decoder.container(keyedBy: CodingKeys.self)
      id = try container.decode(String.self, forKey: .id)
      severity = try container.decode(Severity.self, forKey: .severity)
      scope = try container.decodeIfPresent(Scope.self, forKey: .scope) ?? .both
      patterns = try container.decode([String].self, forKey: .patterns)
      except = try container.decodeIfPresent([String].self, forKey: .except) ?? []
      message = try container.decode(String.self, forKey: .message)
      replacement = try container.decodeIfPresent(String.self, forKey: .replacement)
      why = try container.decode(String.self, forKey: .why)
      hits = try container.decode([String].self, forKey: .hits)
      misses = try container.decode([String].self, forKey: .misses)
    }
  }

  /// The rules, or the first fault in them.
  func checked() throws(FormFault) -> [PhraseRule] {
    guard LocaleTag.isValid(locale) else {
      throw FormFault(
        [.name("locale")], "\"\(locale)\" is not a language tag such as en or pt-BR")
    }
    for (name, phrases) in classes.sorted(by: { $0.key < $1.key }) {
      for (index, phrase) in phrases.enumerated() {
        do {
          var parser = PatternParser(phrase, classes: classes)
          _ = try parser.parse()
        } catch {
          throw FormFault([.name("classes"), .name(name), .index(index)], error.description)
        }
      }
    }
    var names: Set<String> = []
    var rules: [PhraseRule] = []
    for (index, form) in self.rules.enumerated() {
      let place: [JSON5Locator.Key] = [.name("rules"), .index(index)]
      guard names.insert(form.id).inserted else {
        throw FormFault(place + [.name("id")], "the rule \"\(form.id)\" stands twice")
      }
      rules.append(try rule(form, at: place))
    }
    return rules
  }

  private func rule(
    _ form: RuleForm, at place: [JSON5Locator.Key]
  ) throws(FormFault) -> PhraseRule {
    guard RuleName.isValid(form.id) else {
      throw FormFault(
        place + [.name("id")],
        "\"\(form.id)\" is not a rule name: write group.name in lower case, such as price.blunt")
    }
    guard !form.patterns.isEmpty else {
      throw FormFault(place + [.name("patterns")], "\(form.id) has no pattern")
    }
    guard !form.message.isEmpty else {
      throw FormFault(place + [.name("message")], "\(form.id) has an empty message")
    }
    for (key, lines) in [("hits", form.hits), ("misses", form.misses)] where lines.count < 2 {
      throw FormFault(
        place + [.name(key)],
        "\(form.id) needs at least two \(key): lines that it must \(key == "hits" ? "" : "not ")find"
      )
    }
    return PhraseRule(
      id: form.id, severity: form.severity, locale: locale, scope: form.scope,
      patterns: try compile(form.patterns, at: place + [.name("patterns")]),
      except: try compile(form.except, at: place + [.name("except")]),
      message: form.message, replacement: form.replacement, why: form.why, hits: form.hits,
      misses: form.misses)
  }

  private func compile(
    _ sources: [String], at place: [JSON5Locator.Key]
  ) throws(FormFault) -> [Pattern] {
    var patterns: [Pattern] = []
    for (index, source) in sources.enumerated() {
      do {
        patterns.append(try Pattern(source, classes: classes))
      } catch {
        throw FormFault(place + [.index(index)], error.description)
      }
    }
    return patterns
  }
}
