/// How the languages of a group count.
///
/// The rules are those of CLDR 47 (plurals.xml).
enum CardinalRule: String, CaseIterable {
  case n1, v0one, i0orN1, n0to1, n1two2, v0oneMany, i01, i01many, n1many, n0zero, i1few2to4
  case arabic, belarusian, breton, danish, filipino, gaelic, hebrew, icelandic, irish, langi
  case cornish, latvian, lithuanian, macedonian, maltese, manx, polish, romanian, russian
  case samogitian, serbian, shilha, sinhala, slovenian, sorbian, tamazight, welsh

  /// The languages of each rule; all others have but one form.
  private static let languages: [CardinalRule: String] = [
    .n1: """
    af an asa az bal bem bez bg brx ce cgg chr ckb dv ee el eo eu fo fur gsw ha haw hu jgo jmc \
    ka kaj kcg kk kkj kl ks ksb ku ky lb lg mas mgo ml mn mr nah nb nd ne nn nnh nr ny nyn om or \
    os pap ps rm rof rwk saq sd sdh seh sn so sq ss ssy st syr ta te teo tig tk tn tr ts ug uz \
    ve vo vun wae xh xog
    """,
    .v0one: "ast de en et fi fy gl ia io lij nl sc sv sw ur yi",
    .i0orN1: "am as bn doi fa gu hi kn pcm zu",
    .n0to1: "ak bho bh csw guw ln mg nso pa ti wa",
    .n1two2: "iu naq sat se sma smi smj smn sms",
    .v0oneMany: "ca it lld pt-PT scn vec",
    .i01: "ff hy kab",
    .i01many: "fr ht pt",
    .n1many: "es",
    .n0zero: "blo ksh",
    .i1few2to4: "cs sk",
    .arabic: "ar ars", .belarusian: "be", .breton: "br", .cornish: "kw", .danish: "da",
    .filipino: "ceb fil", .gaelic: "gd", .hebrew: "he", .icelandic: "is", .irish: "ga",
    .langi: "lag", .latvian: "lv prg", .lithuanian: "lt", .macedonian: "mk", .maltese: "mt",
    .manx: "gv", .polish: "pl", .romanian: "ro", .russian: "ru uk", .samogitian: "sgs",
    .serbian: "bs hr sr", .shilha: "shi", .sinhala: "si", .slovenian: "sl",
    .sorbian: "dsb hsb", .tamazight: "tzm", .welsh: "cy",
  ]

  static let byLanguage: [String: CardinalRule] = {
    var rules: [String: CardinalRule] = [:]
    for (rule, list) in languages {
      for language in list.split(separator: " ") { rules[String(language)] = rule }
    }
    return rules
  }()

  func category(_ number: PluralOperands) -> PluralCategory {
    let i = number.integer
    let v = number.visibleFractionDigits
    let f = number.fraction
    let t = number.trimmedFraction
    let n = number.whole
    /// The remainder of n, or -1, which no rule asks for, where n is not whole.
    func end(_ divisor: Int) -> Int { n.map { $0 % divisor } ?? -1 }
    let isMillions = number.exponent == 0 && i != 0 && i % 1_000_000 == 0 && v == 0
    let many: PluralCategory = isMillions || number.exponent > 5 ? .many : .other

    switch self {
    case .n1: return n == 1 ? .one : .other
    case .v0one: return i == 1 && v == 0 ? .one : .other
    case .i0orN1: return i == 0 || n == 1 ? .one : .other
    case .n0to1: return n == 0 || n == 1 ? .one : .other
    case .n1two2: return n == 1 ? .one : n == 2 ? .two : .other
    case .v0oneMany: return i == 1 && v == 0 ? .one : many
    case .i01: return i < 2 ? .one : .other
    case .i01many: return i < 2 ? .one : many
    case .n1many: return n == 1 ? .one : many
    case .n0zero: return n == 0 ? .zero : n == 1 ? .one : .other
    case .i1few2to4:
      return v != 0 ? .many : i == 1 ? .one : (2...4).contains(i) ? .few : .other
    case .arabic:
      switch n {
      case 0: return .zero
      case 1: return .one
      case 2: return .two
      default:
        return (3...10).contains(end(100)) ? .few : (11...99).contains(end(100)) ? .many : .other
      }
    case .belarusian:
      if n == nil { return .other }
      return Self.slavic(ones: end(10), tens: end(100))
    case .breton:
      if end(10) == 1, ![11, 71, 91].contains(end(100)) { return .one }
      if end(10) == 2, ![12, 72, 92].contains(end(100)) { return .two }
      let isTeen = [1, 7, 9].contains(end(100) / 10)
      if [3, 4, 9].contains(end(10)), !isTeen { return .few }
      return n != 0 && end(1_000_000) == 0 ? .many : .other
    case .danish: return n == 1 || t != 0 && i < 2 ? .one : .other
    case .filipino:
      let last = v == 0 ? i % 10 : f % 10
      return ![4, 6, 9].contains(last) ? .one : .other
    case .gaelic:
      switch n {
      case 1, 11: return .one
      case 2, 12: return .two
      case .some(3...10), .some(13...19): return .few
      default: return .other
      }
    case .hebrew:
      return i == 1 && v == 0 || i == 0 && v != 0 ? .one : i == 2 && v == 0 ? .two : .other
    case .icelandic:
      let isOne = t == 0 && i % 10 == 1 && i % 100 != 11 || t % 10 == 1 && t % 100 != 11
      return isOne ? .one : .other
    case .irish:
      switch n {
      case 1: return .one
      case 2: return .two
      case .some(3...6): return .few
      case .some(7...10): return .many
      default: return .other
      }
    case .langi: return n == 0 ? .zero : i < 2 ? .one : .other
    case .cornish: return Self.cornish(n, end(100), end(1000), end(100_000), end(1_000_000))
    case .latvian:
      if end(10) == 0 || (11...19).contains(end(100)) { return .zero }
      if v == 2, (11...19).contains(f % 100) { return .zero }
      if end(10) == 1 { return .one }
      return v == 2 ? (f % 10 == 1 && f % 100 != 11 ? .one : .other) : f % 10 == 1 ? .one : .other
    case .lithuanian:
      if f != 0 { return .many }
      if end(10) == 1, end(100) != 11 { return .one }
      return (2...9).contains(end(10)) && !(11...19).contains(end(100)) ? .few : .other
    case .macedonian:
      let isOne = v == 0 && i % 10 == 1 && i % 100 != 11 || f % 10 == 1 && f % 100 != 11
      return isOne ? .one : .other
    case .maltese:
      if n == 1 { return .one }
      if n == 2 { return .two }
      if n == 0 || (3...10).contains(end(100)) { return .few }
      return (11...19).contains(end(100)) ? .many : .other
    case .manx:
      if v != 0 { return .many }
      return i % 10 == 1 ? .one : i % 10 == 2 ? .two : i % 20 == 0 ? .few : .other
    case .polish:
      if v != 0 { return .other }
      if i == 1 { return .one }
      let category = Self.slavic(ones: i % 10, tens: i % 100)
      return category == .one ? .many : category
    case .romanian:
      if i == 1, v == 0 { return .one }
      return v != 0 || n == 0 || (1...19).contains(end(100)) ? .few : .other
    case .russian: return v == 0 ? Self.slavic(ones: i % 10, tens: i % 100) : .other
    case .samogitian:
      if end(10) == 1, end(100) != 11 { return .one }
      if n == 2 { return .two }
      if (2...9).contains(end(10)), !(11...19).contains(end(100)) { return .few }
      return f != 0 ? .many : .other
    case .serbian:
      let category = Self.slavic(
        ones: v == 0 ? i % 10 : f % 10, tens: v == 0 ? i % 100 : f % 100)
      return category == .many ? .other : category
    case .shilha:
      return i == 0 || n == 1 ? .one : (n.map((2...10).contains) ?? false) ? .few : .other
    case .sinhala: return n == 0 || n == 1 || i == 0 && f == 1 ? .one : .other
    case .slovenian:
      if v != 0 { return .few }
      return Self.dual(i % 100)
    case .sorbian: return Self.dual(v == 0 ? i % 100 : f % 100)
    case .tamazight:
      return n == 0 || n == 1 || (n.map((11...99).contains) ?? false) ? .one : .other
    case .welsh:
      switch n {
      case 0: return .zero
      case 1: return .one
      case 2: return .two
      case 3: return .few
      case 6: return .many
      default: return .other
      }
    }
  }

  /// One, few and many by the last digits, as East Slavic has them.
  private static func slavic(ones: Int, tens: Int) -> PluralCategory {
    if ones == 1, tens != 11 { return .one }
    return (2...4).contains(ones) && !(12...14).contains(tens) ? .few : .many
  }

  private static func dual(_ end: Int) -> PluralCategory {
    switch end {
    case 1: .one
    case 2: .two
    case 3, 4: .few
    default: .other
    }
  }

  private static func cornish(
    _ n: Int?, _ n100: Int, _ n1000: Int, _ n100000: Int, _ n1000000: Int
  ) -> PluralCategory {
    if n == nil { return .other }
    if n == 0 { return .zero }
    if n == 1 { return .one }
    let isRoundThousand =
      n1000 == 0
      && ((1000...20_000).contains(n100000) || [40_000, 60_000, 80_000].contains(n100000))
    if [2, 22, 42, 62, 82].contains(n100) || isRoundThousand || n1000000 == 100_000 { return .two }
    if [3, 23, 43, 63, 83].contains(n100) { return .few }
    return [1, 21, 41, 61, 81].contains(n100) ? .many : .other
  }
}
