/// The grammatical number that a language gives to a counted thing (CLDR).
public enum PluralCategory: String, Hashable, Codable, CaseIterable, Sendable {
  case zero, one, two, few, many, other
}

/// What of a number decides on its plural: the operands of CLDR's rules (UTS 35, part 3).
///
/// Written figures count, so that `1.0` may have another plural than `1`.
public struct PluralOperands: Hashable, Sendable {
  /// `i`, the integer digits; of more than 15 the last ones, which is all that rules look at.
  let integer: Int
  /// `v`, how many decimals are written.
  let visibleFractionDigits: Int
  /// `f`, the decimals as a number, with trailing zeros.
  let fraction: Int
  /// `t`, the decimals without trailing zeros.
  let trimmedFraction: Int
  /// `e`, the power of ten of a number in compact form: 6 in `1.2c6`, which is read "1.2 million".
  let exponent: Int

  static let zero = PluralOperands(
    integer: 0, visibleFractionDigits: 0, fraction: 0, trimmedFraction: 0, exponent: 0)

  private init(
    integer: Int, visibleFractionDigits: Int, fraction: Int, trimmedFraction: Int, exponent: Int
  ) {
    self.integer = integer
    self.visibleFractionDigits = visibleFractionDigits
    self.fraction = fraction
    self.trimmedFraction = trimmedFraction
    self.exponent = exponent
  }

  /// Reads `12`, `-1.50` or, in compact form, `1.2c6`; nil for anything else.
  public init?(_ text: String) {
    var rest = Array(text.utf8)[...]
    if rest.first == UInt8(ascii: "-") || rest.first == UInt8(ascii: "+") { rest.removeFirst() }
    var exponent = 0
    if let mark = rest.firstIndex(where: { $0 | 0x20 == 0x63 || $0 | 0x20 == 0x65 }) {
      guard let power = Int(String(decoding: rest[(mark + 1)...], as: UTF8.self)),
        (0...30).contains(power)
      else { return nil }
      exponent = power
      rest = rest[..<mark]
    }
    let point = rest.firstIndex(of: UInt8(ascii: ".")) ?? rest.endIndex
    var whole = Array(rest[..<point])
    var decimals = Array(rest[point...].dropFirst())
    guard !whole.isEmpty, point == rest.endIndex || !decimals.isEmpty,
      (whole + decimals).allSatisfy({ (0x30...0x39).contains($0) })
    else { return nil }
    for _ in 0..<exponent { whole.append(decimals.isEmpty ? 0x30 : decimals.removeFirst()) }

    self.integer = PluralOperands.value(whole)
    self.visibleFractionDigits = decimals.count
    self.fraction = PluralOperands.value(decimals)
    while decimals.last == 0x30 { decimals.removeLast() }
    self.trimmedFraction = PluralOperands.value(decimals)
    self.exponent = exponent
  }

  /// The number of the digits; of a long one something with the same end and as far from small.
  private static func value(_ digits: [UInt8]) -> Int {
    let isLong = digits.dropLast(15).contains { $0 != 0x30 }
    let end = digits.suffix(15).reduce(0) { $0 * 10 + Int($1 - 0x30) }
    return isLong ? end + 1_000_000_000_000_000 : end
  }

  /// `n`, where it is a whole number; else nil, which is equal to none and has no remainder.
  var whole: Int? { trimmedFraction == 0 ? integer : nil }
}

extension LanguageTag {
  /// The category of a counted number: "one film", "two films".
  public func cardinalCategory(_ number: PluralOperands) -> PluralCategory {
    let rule = chain.lazy.compactMap { CardinalRule.byLanguage[$0.pluralKey] }.first
    return rule?.category(number) ?? .other
  }

  /// The category of a rank: "1st", "2nd".
  public func ordinalCategory(_ number: PluralOperands) -> PluralCategory {
    let rule = chain.lazy.compactMap { OrdinalRule.byLanguage[$0.pluralKey] }.first
    return rule?.category(number) ?? .other
  }

  /// The tag as the tables name it: without its script.
  private var pluralKey: String {
    let name = language == "no" ? "nb" : language
    return region.map { "\(name)-\($0)" } ?? name
  }
}
