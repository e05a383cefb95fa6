/// How the languages of a group rank.
///
/// The rules are those of CLDR 47 (ordinals.xml).
enum OrdinalRule: CaseIterable {
  case n1, assamese, azerbaijani, belarusian, anii, catalan, welsh, english, gaelic, gujarati
  case hungarian, italian, georgian, kazakh, cornish, ligurian, macedonian, marathi, nepali, odia
  case albanian, swedish, turkmen, ukrainian

  /// The languages of each rule; all others have but one form.
  private static let languages: [OrdinalRule: String] = [
    .n1: "bal fil fr ga ht hy lo ms ro vi",
    .assamese: "as bn", .azerbaijani: "az", .belarusian: "be", .anii: "blo", .catalan: "ca",
    .welsh: "cy", .english: "en", .gaelic: "gd", .gujarati: "gu hi", .hungarian: "hu",
    .italian: "it lld sc scn vec", .georgian: "ka", .kazakh: "kk", .cornish: "kw",
    .ligurian: "lij", .macedonian: "mk", .marathi: "mr", .nepali: "ne", .odia: "or",
    .albanian: "sq", .swedish: "sv", .turkmen: "tk", .ukrainian: "uk",
  ]

  static let byLanguage: [String: OrdinalRule] = {
    var rules: [String: OrdinalRule] = [:]
    for (rule, list) in languages {
      for language in list.split(separator: " ") { rules[String(language)] = rule }
    }
    return rules
  }()

  func category(_ number: PluralOperands) -> PluralCategory {
    guard let n = number.whole else { return .other }
    let ones = n % 10
    let tens = n % 100
    switch self {
    case .n1: return n == 1 ? .one : .other
    case .assamese: return Self.indic(n, one: [1, 5, 7, 8, 9, 10])
    case .gujarati: return Self.indic(n, one: [1])
    case .odia: return Self.indic(n, one: [1, 5, 7, 8, 9])
    case .marathi: return n == 6 ? .other : Self.indic(n, one: [1])
    case .azerbaijani:
      if [1, 2, 5, 7, 8].contains(ones) || [20, 50, 70, 80].contains(tens) { return .one }
      let isHundreds = n % 1000 != 0 && tens == 0
      if [3, 4].contains(ones) || isHundreds { return .few }
      return n == 0 || ones == 6 || [40, 60, 90].contains(tens) ? .many : .other
    case .belarusian: return [2, 3].contains(ones) && ![12, 13].contains(tens) ? .few : .other
    case .anii: return n == 0 ? .zero : n == 1 ? .one : (2...6).contains(n) ? .few : .other
    case .catalan: return n == 1 || n == 3 ? .one : n == 2 ? .two : n == 4 ? .few : .other
    case .welsh:
      switch n {
      case 0, 7, 8, 9: return .zero
      case 1: return .one
      case 2: return .two
      case 3, 4: return .few
      case 5, 6: return .many
      default: return .other
      }
    case .english:
      if ones == 1, tens != 11 { return .one }
      if ones == 2, tens != 12 { return .two }
      return ones == 3 && tens != 13 ? .few : .other
    case .gaelic:
      switch n {
      case 1, 11: return .one
      case 2, 12: return .two
      case 3, 13: return .few
      default: return .other
      }
    case .hungarian: return n == 1 || n == 5 ? .one : .other
    case .italian: return [8, 11, 80, 800].contains(n) ? .many : .other
    case .ligurian:
      return n == 8 || n == 11 || (80...89).contains(n) || (800...899).contains(n)
        ? .many : .other
    case .georgian:
      if n == 1 { return .one }
      return n == 0 || (2...20).contains(tens) || [40, 60, 80].contains(tens) ? .many : .other
    case .kazakh: return ones == 6 || ones == 9 || ones == 0 && n != 0 ? .many : .other
    case .cornish:
      if (1...4).contains(n) || tens < 85 && (1...4).contains(tens % 20) { return .one }
      return tens == 5 ? .many : .other
    case .macedonian:
      if ones == 1, tens != 11 { return .one }
      if ones == 2, tens != 12 { return .two }
      return [7, 8].contains(ones) && ![17, 18].contains(tens) ? .many : .other
    case .nepali: return (1...4).contains(n) ? .one : .other
    case .albanian: return n == 1 ? .one : ones == 4 && tens != 14 ? .many : .other
    case .swedish: return [1, 2].contains(ones) && ![11, 12].contains(tens) ? .one : .other
    case .turkmen: return ones == 6 || ones == 9 || n == 10 ? .few : .other
    case .ukrainian: return ones == 3 && tens != 13 ? .few : .other
    }
  }

  private static func indic(_ n: Int, one: Set<Int>) -> PluralCategory {
    switch n {
    case _ where one.contains(n): .one
    case 2, 3: .two
    case 4: .few
    case 6: .many
    default: .other
    }
  }
}
