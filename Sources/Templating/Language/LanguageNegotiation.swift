// Which of the languages at hand to write in. Parents are those of CLDR 47 (parentLocales), not
// plain truncation: es-MX falls to es-419, and zh-Hant never to zh.

extension LanguageTag {
  /// The best of the languages at hand for a person of this language; see `match`.
  public func best(among available: [LanguageTag], default fallback: LanguageTag?) -> LanguageTag? {
    match(among: available, default: fallback)?.language
  }

  /// The best of the languages at hand for a person of this language, and how near it comes.
  ///
  /// The order is: the same tag; its CLDR parents, nearest first; a relative that shares the
  /// nearest parent (`es-AR` for `es-MX`); the Portuguese of the other country, with a warning;
  /// then `fallback`. Traditional and simplified Chinese never stand in for each other: whoever
  /// wants that has to say so by naming one as the fallback.
  public func match(
    among available: [LanguageTag], default fallback: LanguageTag?
  ) -> LanguageMatch? {
    let chain = self.chain
    for (index, wanted) in chain.enumerated() {
      if let match = available.first(where: { $0.normalized == wanted }) {
        let isOther = match.isEuropeanPortuguese != isEuropeanPortuguese
        return LanguageMatch(
          wanted: self, language: match,
          nearness: isOther ? .otherVariety : index == 0 ? .same : .parent)
      }
    }
    // Sorted, so that the answer does not hang on the order of a folder.
    let sorted = available.sorted { $0.description < $1.description }
    for nearness in [LanguageMatch.Nearness.relative, .otherVariety] {
      for wanted in chain {
        let relative = sorted.first {
          $0.chain.contains(wanted)
            && ($0.isEuropeanPortuguese == isEuropeanPortuguese) == (nearness == .relative)
        }
        if let relative {
          return LanguageMatch(wanted: self, language: relative, nearness: nearness)
        }
      }
    }
    return fallback.map { LanguageMatch(wanted: self, language: $0, nearness: .fallback) }
  }

  /// This tag and its parents, nearest first, without the root.
  var chain: [LanguageTag] {
    var chain = [normalized]
    while let last = chain.last, let parent = last.parent?.normalized, !chain.contains(parent) {
      chain.append(parent)
    }
    return chain
  }

  /// The CLDR parent; nil is the root.
  var parent: LanguageTag? {
    if !variants.isEmpty {
      return LanguageTag(
        language: language, script: script, region: region, variants: variants.dropLast())
    }
    if let explicit = explicitParent { return explicit }
    if region != nil { return LanguageTag(language: language, script: script) }
    if script != nil {
      // A script that is not the language's own shares no words with it on paper.
      let plain = LanguageTag(language: language)
      return likelyScript == plain.likelyScript ? plain : nil
    }
    return nil
  }

  /// The same language in one spelling: with its script where that is Chinese or not the language's
  /// usual one, else without.
  var normalized: LanguageTag {
    if let (present, itsScript) = LanguageTag.presentCodes[language] {
      return LanguageTag(
        language: present, script: script ?? itsScript, region: region, variants: variants
      ).normalized
    }
    let own = likelyScript
    let isUsual = language != "zh" && own == LanguageTag(language: language).likelyScript
    return LanguageTag(
      language: language, script: isUsual ? nil : own, region: region, variants: variants)
  }

  private var explicitParent: LanguageTag? {
    switch (language, script, region) {
    case ("zh", "Hant", "MO"): return LanguageTag(language: "zh", script: "Hant", region: "HK")
    case ("hi", "Latn", nil): return LanguageTag(language: "en", region: "IN")
    case ("ht", nil, nil): return LanguageTag(language: "fr", region: "HT")
    case ("nb", nil, nil), ("nn", nil, nil): return LanguageTag(language: "no")
    case ("en", nil, "150"): return LanguageTag(language: "en", region: "001")
    case ("en", nil, let region?) where LanguageTag.englishOfEurope.contains(region):
      return LanguageTag(language: "en", region: "150")
    case ("en", nil, let region?) where LanguageTag.englishOfTheWorld.contains(region):
      return LanguageTag(language: "en", region: "001")
    case ("es", nil, let region?) where LanguageTag.spanishOfLatinAmerica.contains(region):
      return LanguageTag(language: "es", region: "419")
    case ("pt", nil, let region?) where LanguageTag.portugueseOfPortugal.contains(region):
      return LanguageTag(language: "pt", region: "PT")
    default: return nil
    }
  }

  /// Codes of languages that have another by now, with the script they say (CLDR's aliases).
  private static let presentCodes: [String: (language: String, script: String?)] = [
    "cmn": ("zh", nil), "in": ("id", nil), "iw": ("he", nil), "ji": ("yi", nil),
    "jw": ("jv", nil), "mo": ("ro", nil), "sh": ("sr", "Latn"), "tl": ("fil", nil),
  ]

  private var isEuropeanPortuguese: Bool {
    guard language == "pt", let region else { return false }
    return region == "PT" || LanguageTag.portugueseOfPortugal.contains(region)
  }

  private static func regions(_ list: String) -> Set<String> {
    Set(list.split(separator: " ").map(String.init))
  }

  private static let englishOfEurope = regions(
    "AT BE CH CZ DE DK ES FI FR HU IT NL NO PL PT RO SE SI SK")
  private static let englishOfTheWorld = regions(
    """
    AG AI AU BB BM BS BW BZ CC CK CM CX CY DG DM ER FJ FK FM GB GD GG GH GI GM GS GY HK ID IE IL \
    IM IN IO JE JM KE KI KN KY LC LR LS MG MO MS MT MU MV MW MY NA NF NG NR NU NZ PG PK PN PW RW \
    SB SC SD SG SH SL SS SX SZ TC TK TO TT TV TZ UG VC VG VU WS ZA ZM ZW
    """)
  private static let spanishOfLatinAmerica = regions(
    "AR BO BR BZ CL CO CR CU DO EC GT HN JP MX NI PA PE PR PY SV US UY VE")
  private static let portugueseOfPortugal = regions("AO CH CV FR GQ GW LU MO MZ ST TL")
}
