/// What a tag does to its value on the way into the text.
enum TemplateFilter: Hashable, Sendable {
  /// `default: "there"`: what is shown where there is no value.
  case fallback(String)
  /// `number`, `number: 1` (decimals) or `number: compact`.
  case number(decimals: Int?, isCompact: Bool)
  /// `currency: EUR`, with decimals `currency: EUR, 0`; without a code it stands in the value.
  case currency(code: String?, decimals: Int?)
  /// `percent`: of `0.15` or `15%`; with decimals `percent: 1`.
  case percent(decimals: Int?)
  /// `date` or `date: short`.
  case date(DateForm)
  /// `list` or `list: or`.
  case list(ListForm)
  /// `plural: one="# film", other="# films"`, with `ordinal` before the categories for ranks.
  case plural(PluralForms)
  /// `url`: percent-encoded for use within an address.
  case url
  case upper
  case lower
  /// `capitalize`: a capital at the start, the rest as it is.
  case capitalize

  /// The words that stand for a filter in a tag.
  static let names: Set = [
    "capitalize", "currency", "date", "default", "list", "lower", "number", "percent", "plural",
    "upper", "url",
  ]
}

/// How a date is written.
enum DateForm: String, CaseIterable, Hashable, Sendable {
  /// In figures: `03.11.26`.
  case short
  /// `3. Nov. 2026`
  case medium
  /// `3. November 2026`
  case long
  /// `Dienstag, 3. November 2026`
  case full
  /// `3. November`
  case day
  /// `November 2026`
  case month
  /// `Dienstag`
  case weekday
  /// The time of day, `14:30`.
  case time
}

/// The word before the last item of a list.
enum ListForm: String, CaseIterable, Hashable, Sendable {
  case and, or
}

/// The words for each plural category.
struct PluralForms: Hashable, Sendable {
  let isOrdinal: Bool
  /// The texts, in which `#` is the number; `other` is always there.
  let texts: [PluralCategory: String]

  /// The text for a category; where it is not given, that for all others.
  func text(_ category: PluralCategory) -> String { texts[category] ?? texts[.other] ?? "" }
}
