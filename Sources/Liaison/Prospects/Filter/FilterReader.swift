import Mail
import Templating

/// Turns what was written into a filter: fields into known ones, values into those of their fields.
enum FilterReader {
  static func node(of syntax: FilterSyntax) throws(FilterError) -> FilterNode {
    switch syntax {
    case .all(let parts): return .all(try nodes(of: parts))
    case .any(let parts): return .any(try nodes(of: parts))
    case .not(let part): return try node(of: part).negated
    case .condition(let condition): return try node(of: condition)
    }
  }

  private static func nodes(of parts: [FilterSyntax]) throws(FilterError) -> [FilterNode] {
    var nodes: [FilterNode] = []
    for part in parts { nodes.append(try node(of: part)) }
    return nodes
  }

  private static func node(of condition: FilterCondition) throws(FilterError) -> FilterNode {
    if case .flag = condition.test { return try flag(condition.field) }
    let field = try field(condition.field)
    switch condition.test {
    case .flag, .isEmpty:
      guard field.kind != .segment else { throw segmentOnly(condition.field) }
      return .not(.term(FilterTerm(field: field, test: .present)))
    case .among(let words), .has(let words): return try among(field, words)
    case .compare(.equal, let word): return try among(field, [word])
    case .compare(.notEqual, let word): return try among(field, [word]).negated
    case .compare(.contains, let word):
      guard field.hasParts else {
        throw FilterError(
          "'~' looks into texts, and '\(field.rawValue)' is none", column: word.column,
          hint: "compare with = or in (…) instead")
      }
      return .term(FilterTerm(field: field, test: .contains(try text(word).asciiLowercased)))
    case .compare(let comparison, let word):
      switch field.kind {
      case .number:
        return .term(.init(field: field, test: .number(comparison, try number(word))))
      case .date: return .term(.init(field: field, test: .date(comparison, try date(word))))
      default:
        throw FilterError(
          "'\(comparison.rawValue)' compares numbers and dates, and '\(field.rawValue)' is neither",
          column: word.column, hint: "compare with =, != or in (…) instead")
      }
    }
  }

  private static func among(
    _ field: FilterField, _ words: [FilterWord]
  ) throws(FilterError) -> FilterNode {
    switch field.kind {
    case .segment:
      var nodes: [FilterNode] = []
      for word in words { nodes.append(.segment(word.text, column: word.column)) }
      return nodes.count == 1 ? nodes[0] : .any(nodes)
    case .number:
      var nodes: [FilterNode] = []
      for word in words {
        nodes.append(.term(.init(field: field, test: .number(.equal, try number(word)))))
      }
      return nodes.count == 1 ? nodes[0] : .any(nodes)
    case .date:
      var nodes: [FilterNode] = []
      for word in words {
        nodes.append(.term(.init(field: field, test: .date(.equal, try date(word)))))
      }
      return nodes.count == 1 ? nodes[0] : .any(nodes)
    case .word, .text:
      var values: [String] = []
      for word in words { values.append(try value(word, of: field)) }
      return .term(FilterTerm(field: field, test: .among(values)))
    }
  }

  /// A bare word: `replied`, `opted out`.
  private static func flag(_ word: FilterWord) throws(FilterError) -> FilterNode {
    if let state = FilterState(word: word.text) {
      return .term(FilterTerm(field: .state, test: .among([state.rawValue])))
    }
    if FilterField(word: word.text) != nil {
      throw FilterError(
        "'\(word.text.prefix(40))' is compared with nothing", column: word.column,
        hint: "write for instance: \(word.text.prefix(40)) = …, or '… is not empty'")
    }
    let near = UnknownName.nearest(to: word.text, among: FilterState.names + FilterField.names)
    throw FilterError(
      "'\(word.text.prefix(40))' is no condition", column: word.column,
      hint: near.map { "did you mean '\($0)'?" }
        ?? "by themselves stand: \(FilterState.names.joined(separator: ", "))")
  }

  private static func field(_ word: FilterWord) throws(FilterError) -> FilterField {
    if let field = FilterField(word: word.text) { return field }
    if FilterState(word: word.text) != nil {
      throw FilterError(
        "'\(word.text.prefix(40))' stands by itself", column: word.column,
        hint: "write it alone, or 'not \(word.text.prefix(40))'")
    }
    let near = UnknownName.nearest(to: word.text, among: FilterField.names)
    throw FilterError(
      "there is no field '\(word.text.prefix(40))'", column: word.column,
      hint: near.map { "did you mean '\($0)'?" }
        ?? "there are: \(FilterField.names.joined(separator: ", "))")
  }

  private static func segmentOnly(_ word: FilterWord) -> FilterError {
    FilterError(
      "'segment' takes the name of a saved one", column: word.column, hint: "write segment:NAME")
  }

  private static func number(_ word: FilterWord) throws(FilterError) -> Int {
    guard let number = AudienceSize.parse(word.text) else {
      throw FilterError(
        "'\(word.text.prefix(40))' is no number", column: word.column,
        hint: "write it like 20000, 20k or 1.5M")
    }
    return number
  }

  private static func date(_ word: FilterWord) throws(FilterError) -> FilterDate {
    guard let date = FilterDate(word.text) else {
      throw FilterError(
        "'\(word.text.prefix(40))' is no date", column: word.column,
        hint: "write it like 2026-01-31, today or 30 days ago")
    }
    return date
  }

  /// A value that is not blank and no longer than any there is.
  private static func text(_ word: FilterWord) throws(FilterError) -> String {
    guard word.text.contains(where: { !$0.isWhitespace }) else {
      throw FilterError(
        "the value is blank", column: word.column,
        hint: "write 'is empty' to find what is not known")
    }
    guard word.text.utf8.count <= 500 else {
      throw FilterError("the value is longer than 500 bytes", column: word.column)
    }
    return word.text
  }

  /// A value in the form in which the field's are compared.
  private static func value(
    _ word: FilterWord, of field: FilterField
  ) throws(FilterError) -> String {
    let text = try text(word)
    let known: (value: String?, names: [String])
    switch field {
    case .kind: known = (ProspectKind(text)?.rawValue, ProspectKind.allCases.map(\.rawValue))
    case .source: known = (ContactSource(text)?.rawValue, ContactSource.allCases.map(\.rawValue))
    case .state: known = (FilterState(word: text)?.rawValue, FilterState.names)
    case .stage:
      let stage = ProspectStage(rawValue: text.lowercased())
      known = (stage?.rawValue, ProspectStage.allCases.map(\.rawValue))
    case .country: known = (CountryCode(text)?.code, [])
    case .language:
      known = ((try? LanguageTag(LanguageNames.tag(for: text) ?? text))?.description, [])
    case .address: return (try? EmailAddress(text))?.key ?? text.asciiLowercased
    case .domain:
      let name = text.hasPrefix("@") ? String(text.dropFirst()) : text
      return (try? DomainName(name))?.description ?? name.asciiLowercased
    case .host: return String(ProspectKey.site(text).prefix { $0 != "/" })
    default: return text.asciiLowercased
    }
    if let value = known.value { return value }
    throw unknown(text, word, of: field, among: known.names)
  }

  private static func unknown(
    _ text: String, _ word: FilterWord, of field: FilterField, among names: [String]
  ) -> FilterError {
    let what =
      switch field {
      case .country: "no country"
      case .language: "no language"
      default: "no \(field.rawValue) of a prospect"
      }
    let hint: String
    if let near = UnknownName.nearest(to: text, among: names) {
      hint = "did you mean '\(near)'?"
    } else if field == .country {
      hint = "write its ISO code, like DE, or its English name"
    } else if field == .language {
      hint = "write its BCP 47 tag, like en, pt-BR or zh-Hans"
    } else {
      hint = "there are: \(names.joined(separator: ", "))"
    }
    return FilterError("'\(text.prefix(40))' is \(what)", column: word.column, hint: hint)
  }
}

extension String {
  /// The text with A to Z as small letters and everything else as it is, as the database compares.
  var asciiLowercased: String {
    String(
      decoding: utf8.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }, as: UTF8.self)
  }
}
