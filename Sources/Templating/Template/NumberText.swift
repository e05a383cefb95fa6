import FoundationEssentials

/// A number as it is written in a value: `120000`, `-1.5`; a point before the decimals, nothing
/// between the thousands.
struct NumberText: Hashable, Sendable {
  let value: Decimal
  /// How many decimals are written.
  let decimals: Int
  /// The number as a machine word, where it has no decimals and fits.
  let whole: Int?
  /// The number with what decides on its plural.
  let plural: PluralOperands

  init(integer: Int) {
    value = Decimal(integer)
    decimals = 0
    whole = integer
    plural = PluralOperands(String(integer)) ?? .zero
  }

  private init(value: Decimal, decimals: Int, whole: Int?, plural: PluralOperands) {
    self.value = value
    self.decimals = decimals
    self.whole = whole
    self.plural = plural
  }

  /// Nil for what is no number or has more digits than are exact (30).
  init?(_ text: String) {
    guard let plural = PluralOperands(text), plural.exponent == 0, text.utf8.count <= 32 else {
      return nil
    }
    guard let value = Decimal(string: text) else { return nil }
    let decimals = plural.visibleFractionDigits
    self.init(
      value: value, decimals: decimals, whole: decimals == 0 ? Int(text) : nil, plural: plural)
  }

  static func required(_ text: String) throws(FilterFault) -> NumberText {
    if let number = NumberText(SingleLine.text(Array(text.utf8))) { return number }
    throw FilterFault(message: "'\(text.excerpt)' is not a number such as 120000 or 1.5")
  }

  /// `15` of `15%` as the share that it is.
  var hundredth: NumberText {
    NumberText(value: value / 100, decimals: decimals + 2, whole: nil, plural: plural)
  }
}
