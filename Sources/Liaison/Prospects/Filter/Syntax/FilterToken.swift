/// A word, sign or quoted text of a filter, with its place.
struct FilterToken: Hashable, Sendable {
  enum Kind: Hashable, Sendable {
    case word(String)
    case quoted(String)
    case comparison(FilterComparison)
    case open
    case close
    case comma
    case end
  }

  let kind: Kind
  /// The column of its first character, counted from 1.
  let column: Int

  /// The word in lower case, to compare with those of the language.
  var keyword: String? {
    if case .word(let text) = kind { text.lowercased() } else { nil }
  }

  /// How an error names it.
  var shown: String {
    switch kind {
    case .word(let text): "'\(text.prefix(40))'"
    case .quoted(let text): "'\(text.prefix(40))'"
    case .comparison(let comparison): "'\(comparison.rawValue)'"
    case .open: "'('"
    case .close: "')'"
    case .comma: "','"
    case .end: "the end"
    }
  }
}

/// The signs between a field and what it is compared with.
enum FilterComparison: String, Hashable, Sendable, CaseIterable {
  case equal = "="
  case notEqual = "!="
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="
  case contains = "~"
}
