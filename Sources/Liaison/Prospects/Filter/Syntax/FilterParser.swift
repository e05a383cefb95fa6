/// Reads a filter: conditions with `and`, `or`, `not` and parentheses.
///
///     filter     = all *("or" all)
///     all        = negated *("and" negated)
///     negated    = *"not" ("(" filter ")" / condition)
///     condition  = "never" flag / flag / field ":" values / field comparison value
///                / field ["not"] "in" values / field "is" ["not"] "empty"
///     values     = value / "(" value *("," value) ")"
///
/// A value is one quoted text, or bare words up to the next `and`, `or`, comma or parenthesis.
struct FilterParser {
  private let tokens: [FilterToken]
  private var next = 0
  private var depth = 0
  private var conditions = 0
  private var values = 0

  /// Reads the text of a filter.
  static func parse(_ text: String) throws(FilterError) -> FilterSyntax {
    guard text.utf8.count <= FilterSyntax.longest else {
      throw FilterError(
        "the filter is longer than \(FilterSyntax.longest) bytes", column: 1,
        hint: "save parts of it as segments and name them with segment:NAME")
    }
    var parser = FilterParser(tokens: try FilterLexer.tokens(of: text))
    guard parser.token.kind != .end else {
      throw FilterError("the filter is empty", column: 1, hint: "write one such as: country = US")
    }
    let filter = try parser.any()
    switch parser.token.kind {
    case .end: return filter
    case .close:
      throw FilterError("this ')' closes nothing", column: parser.token.column)
    default:
      throw FilterError(
        "\(parser.token.shown) stands where 'and', 'or' or the end is expected",
        column: parser.token.column)
    }
  }

  private init(tokens: [FilterToken]) { self.tokens = tokens }

  private var token: FilterToken { tokens[min(next, tokens.count - 1)] }

  private mutating func take(_ word: String) -> Bool {
    guard token.keyword == word else { return false }
    next += 1
    return true
  }

  private mutating func any() throws(FilterError) -> FilterSyntax {
    var parts = [try all()]
    while take("or") { parts.append(try all()) }
    return parts.count == 1 ? parts[0] : .any(parts)
  }

  private mutating func all() throws(FilterError) -> FilterSyntax {
    var parts = [try negated()]
    while take("and") { parts.append(try negated()) }
    return parts.count == 1 ? parts[0] : .all(parts)
  }

  private mutating func negated() throws(FilterError) -> FilterSyntax {
    var isNegated = false
    while take("not") { isNegated.toggle() }
    let inner = try inner()
    return isNegated ? .not(inner) : inner
  }

  private mutating func inner() throws(FilterError) -> FilterSyntax {
    guard token.kind == .open else { return try condition() }
    let opening = token.column
    next += 1
    depth += 1
    guard depth <= FilterSyntax.deepest else {
      throw FilterError(
        "there are more than \(FilterSyntax.deepest) parentheses inside each other",
        column: opening)
    }
    defer { depth -= 1 }
    let filter = try any()
    guard token.kind == .close else {
      throw FilterError(
        token.kind == .end
          ? "the '(' that opens here is never closed"
          : "\(token.shown) stands where 'and', 'or' or ')' is expected",
        column: token.kind == .end ? opening : token.column)
    }
    next += 1
    return filter
  }

  private mutating func condition() throws(FilterError) -> FilterSyntax {
    conditions += 1
    guard conditions <= FilterSyntax.mostConditions else {
      throw FilterError(
        "there are more than \(FilterSyntax.mostConditions) conditions", column: token.column,
        hint: "name many values of one field with 'in (…)'")
    }
    if take("never") {
      return .not(.condition(FilterCondition(field: try word(orMore: true), test: .flag)))
    }
    var field = try word(orMore: false)
    if let colon = field.text.firstIndex(of: ":") {
      return .condition(try has(field, colon))
    }
    if case .comparison(let comparison) = token.kind {
      next += 1
      return .condition(.init(field: field, test: .compare(comparison, try value())))
    }
    if take("is") {
      let isNegated = take("not")
      guard take("empty") else {
        throw FilterError(
          "'is' is followed by 'empty' or 'not empty'", column: token.column,
          hint: "compare with = instead: \(field.text) = …")
      }
      let test = FilterSyntax.condition(.init(field: field, test: .isEmpty))
      return isNegated ? .not(test) : test
    }
    if token.keyword == "not", tokens[min(next + 1, tokens.count - 1)].keyword == "in" {
      next += 2
      return .not(.condition(.init(field: field, test: .among(try list()))))
    }
    if take("in") { return .condition(.init(field: field, test: .among(try list()))) }
    // A flag may be of two words: "opted out".
    while let more = flagWord() { field.text += " " + more }
    return .condition(.init(field: field, test: .flag))
  }

  /// The next word, where it is none of the language's own.
  private mutating func flagWord() -> String? {
    guard case .word(let text) = token.kind, let keyword = token.keyword,
      !Self.reserved.contains(keyword)
    else { return nil }
    next += 1
    return text
  }

  private mutating func word(orMore: Bool) throws(FilterError) -> FilterWord {
    let column = token.column
    guard var text = flagWord() else {
      throw FilterError(
        "\(token.shown) stands where a field is expected", column: column,
        hint: "write a condition such as: country = US")
    }
    while orMore, let more = flagWord() { text += " " + more }
    return FilterWord(text: text, column: column)
  }

  /// `tag:x`, `tag:"two words"`, `tag:(x, y)`.
  private mutating func has(
    _ field: FilterWord, _ colon: String.Index
  ) throws(FilterError) -> FilterCondition {
    let name = FilterWord(text: String(field.text[..<colon]), column: field.column)
    let rest = String(field.text[field.text.index(after: colon)...])
    if rest.isEmpty {
      if token.kind == .open { return .init(field: name, test: .has(try list())) }
      return .init(field: name, test: .has([try value()]))
    }
    var value = FilterWord(text: rest, column: field.column + name.text.count + 1)
    while let more = flagWord() { value.text += " " + more }
    return .init(field: name, test: .has([value]))
  }

  private mutating func list() throws(FilterError) -> [FilterWord] {
    guard token.kind == .open else {
      throw FilterError(
        "behind 'in' the values stand in parentheses", column: token.column,
        hint: "write for instance: country in (US, CA)")
    }
    next += 1
    var found = [try value()]
    while token.kind == .comma {
      next += 1
      if token.kind == .close { break }
      found.append(try value())
    }
    guard token.kind == .close else {
      throw FilterError(
        "\(token.shown) stands where ',' or ')' is expected", column: token.column)
    }
    next += 1
    return found
  }

  private mutating func value() throws(FilterError) -> FilterWord {
    values += 1
    let column = token.column
    guard values <= FilterSyntax.mostValues else {
      throw FilterError(
        "there are more than \(FilterSyntax.mostValues) values", column: column,
        hint: "give those prospects a tag and ask for that")
    }
    if case .quoted(let text) = token.kind {
      next += 1
      return FilterWord(text: text, column: column)
    }
    guard var text = flagWord() else {
      throw FilterError(
        "\(token.shown) stands where a value is expected", column: column,
        hint: "put a value in quotes where it is one of the filter's own words")
    }
    while let more = flagWord() { text += " " + more }
    return FilterWord(text: text, column: column)
  }

  /// The words that have a meaning of their own, and are a value only in quotes.
  private static let reserved: Set = ["and", "or", "not", "in", "is", "never"]
}
