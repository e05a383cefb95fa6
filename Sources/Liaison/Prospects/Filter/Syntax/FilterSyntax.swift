/// A filter as it was written, before it is known whether its fields and values make sense.
indirect enum FilterSyntax: Hashable, Sendable {
  case all([FilterSyntax])
  case any([FilterSyntax])
  case not(FilterSyntax)
  case condition(FilterCondition)

  /// How deep parentheses and `not` may be nested.
  static let deepest = 40
  /// How many conditions a filter may have.
  static let mostConditions = 200
  /// How many values it may compare with, in all.
  static let mostValues = 2_000
  /// How long it may be, in bytes.
  static let longest = 20_000
}

/// A word or a quoted text with its place.
struct FilterWord: Hashable, Sendable {
  var text: String
  let column: Int
}

/// One condition as it was written: what a field is compared with, and how.
struct FilterCondition: Hashable, Sendable {
  enum Test: Hashable, Sendable {
    /// A bare word, such as `replied`; with `never` before it the opposite.
    case flag
    /// `field = value` and the like.
    case compare(FilterComparison, FilterWord)
    /// `field in (…)`.
    case among([FilterWord])
    /// `tag:value`, which compares as `=` does.
    case has([FilterWord])
    case isEmpty
  }

  let field: FilterWord
  let test: Test
}
