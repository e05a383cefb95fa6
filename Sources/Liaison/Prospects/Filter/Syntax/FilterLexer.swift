/// Divides the text of a filter into words, signs and quoted texts.
///
/// Full-width signs and curly quotes are read as their plain forms, since many keyboards write them.
struct FilterLexer {
  private let characters: [Character]
  private var next = 0

  init(_ text: String) { characters = Array(text) }

  /// Everything up to the end, which is the last token.
  static func tokens(of text: String) throws(FilterError) -> [FilterToken] {
    var lexer = FilterLexer(text)
    var tokens: [FilterToken] = []
    repeat { tokens.append(try lexer.token()) } while tokens.last?.kind != .end
    return tokens
  }

  private mutating func token() throws(FilterError) -> FilterToken {
    while next < characters.count, characters[next].isWhitespace { next += 1 }
    let column = next + 1
    guard next < characters.count else { return FilterToken(kind: .end, column: column) }
    let character = characters[next]
    if let closing = Self.quotes[character] { return try quoted(until: closing, column) }
    if let sign = Self.signs[character] {
      next += 1
      return FilterToken(kind: sign, column: column)
    }
    if Self.isComparison(character) { return try comparison(column) }
    let start = next
    while next < characters.count, !Self.endsWord(characters[next]) { next += 1 }
    let word = String(characters[start..<next])
    guard !word.unicodeScalars.contains(where: Self.isControl) else {
      throw FilterError("there is a control character", column: column)
    }
    return FilterToken(kind: .word(word), column: column)
  }

  /// A text in quotes, in which the closing quote stands for itself where it is doubled.
  private mutating func quoted(
    until closing: Character, _ column: Int
  ) throws(FilterError) -> FilterToken {
    next += 1
    var text = ""
    while next < characters.count {
      let character = characters[next]
      next += 1
      if character == closing {
        guard next < characters.count, characters[next] == closing else {
          return FilterToken(kind: .quoted(text), column: column)
        }
        next += 1
      }
      guard !character.unicodeScalars.contains(where: Self.isControl) else {
        throw FilterError("there is a control character in the quotes", column: next)
      }
      text.append(character)
    }
    throw FilterError(
      "the quote that opens here is never closed", column: column, hint: "add \(closing) behind it")
  }

  private mutating func comparison(_ column: Int) throws(FilterError) -> FilterToken {
    let start = next
    while next < characters.count, Self.isComparison(characters[next]) { next += 1 }
    let text = String(characters[start..<next].map { Self.plain[$0] ?? $0 })
    if let known = FilterComparison(rawValue: Self.spellings[text] ?? text) {
      return FilterToken(kind: .comparison(known), column: column)
    }
    throw FilterError(
      "'\(text.prefix(10))' is no comparison", column: column,
      hint: "there are: \(FilterComparison.allCases.map(\.rawValue).joined(separator: " "))")
  }

  private static let quotes: [Character: Character] = [
    "\"": "\"", "'": "'", "“": "”", "‘": "’", "„": "“", "«": "»", "「": "」",
  ]
  private static let signs: [Character: FilterToken.Kind] = [
    "(": .open, ")": .close, ",": .comma, "（": .open, "）": .close, "，": .comma, "、": .comma,
  ]
  /// Comparison signs as other languages and keyboards write them.
  private static let spellings = ["==": "=", "<>": "!=", "≠": "!=", "≤": "<=", "≥": ">="]
  private static let plain: [Character: Character] = [
    "＝": "=", "！": "!", "＜": "<", "＞": ">", "～": "~",
  ]

  private static func isComparison(_ character: Character) -> Bool {
    plain[character] != nil || "=!<>~≠≤≥".contains(character)
  }

  private static func endsWord(_ character: Character) -> Bool {
    // An apostrophe inside a word is one: O'Brien.
    character.isWhitespace || signs[character] != nil || isComparison(character)
      || (quotes[character] != nil && character != "'" && character != "‘")
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.generalCategory == .control
  }
}
