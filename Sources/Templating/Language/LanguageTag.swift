/// A language of people, such as `de`, `pt-BR` or `zh-Hant-HK`.
///
/// The subset of BCP 47 that mail needs: `language[-Script][-REGION][-variants]`, without
/// extensions, private use and grandfathered tags. Underscores are read as hyphens, and the case
/// is put right (RFC 5646 section 2.1.1), so that equal tags are equal values.
public struct LanguageTag: Hashable, Sendable {
  /// The language, two or three lower-case letters: `en`.
  public let language: String
  /// The script as written in the tag, four letters with a capital: `Hant`; nil where not written.
  public let script: String?
  /// The region, two capitals or three digits: `BR`, `419`; nil where not written.
  public let region: String?
  /// The variants in lower case, in the order written: `["1996"]`.
  public let variants: [String]

  /// Reads a tag in any letter case.
  ///
  /// - Throws: `LanguageTagError` that names the part which is not understood.
  public init(_ text: String) throws(LanguageTagError) {
    var parts: [String] = []
    var part = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "-", "_":
        parts.append(part)
        part = ""
      case "a"..."z", "A"..."Z", "0"..."9": part.unicodeScalars.append(scalar)
      default: throw LanguageTagError(text: text, part: String(scalar))
      }
    }
    parts.append(part)

    func isLetters(_ text: String) -> Bool { !text.utf8.contains { $0 < 0x41 } }
    func isDigits(_ text: String) -> Bool { !text.utf8.contains { $0 > 0x39 } }

    var rest = parts[...]
    guard let first = rest.popFirst(), (2...3).contains(first.utf8.count), isLetters(first) else {
      throw LanguageTagError(text: text, part: parts.first ?? "")
    }
    self.language = first.lowercased()

    if let next = rest.first, next.utf8.count == 4, isLetters(next) {
      self.script = next.prefix(1).uppercased() + next.dropFirst().lowercased()
      rest.removeFirst()
    } else {
      self.script = nil
    }

    if let next = rest.first,
      next.utf8.count == 2 && isLetters(next) || next.utf8.count == 3 && isDigits(next)
    {
      self.region = next.uppercased()
      rest.removeFirst()
    } else {
      self.region = nil
    }

    var variants: [String] = []
    for variant in rest {
      let startsWithDigit = variant.utf8.first.map { $0 <= 0x39 } ?? false
      guard (5...8).contains(variant.utf8.count) || variant.utf8.count == 4 && startsWithDigit,
        !variants.contains(variant.lowercased())
      else { throw LanguageTagError(text: text, part: variant) }
      variants.append(variant.lowercased())
    }
    self.variants = variants
  }

  init(language: String, script: String? = nil, region: String? = nil, variants: [String] = []) {
    self.language = language
    self.script = script
    self.region = region
    self.variants = variants
  }

  /// The script the language is written in: the tag's own, else the usual one (`Hant` for `zh-TW`).
  ///
  /// Source: CLDR likely subtags, for the languages that are not written in Latin letters.
  public var likelyScript: String {
    if let script { return script }
    if let region, let script = LanguageTag.regionScripts["\(language)-\(region)"] { return script }
    return LanguageTag.usualScripts[language] ?? "Latn"
  }

  /// Whether text in this language runs from right to left.
  public var isRightToLeft: Bool {
    switch likelyScript {
    case "Arab", "Hebr", "Thaa", "Syrc", "Nkoo", "Adlm", "Rohg": return true
    default: return false
    }
  }

  /// Where a language is written in another script than elsewhere (CLDR likely subtags).
  private static let regionScripts: [String: String] = {
    let tags = [
      "Hant": "zh-AU zh-BN zh-GB zh-GF zh-HK zh-ID zh-MO zh-PA zh-PF zh-PH zh-SR zh-TH zh-TW zh-VN",
      "Hans": "yue-CN", "Latn": "sr-ME sr-RO sr-RU sr-TR ky-TR", "Cyrl": "az-RU uz-CN",
      "Arab": "az-IQ az-IR ha-CM ha-SD kk-AF kk-CN kk-IR kk-MN ky-CN ms-CC pa-PK tg-PK uz-AF",
      "Deva": "sd-IN", "Mong": "mn-CN",
    ]
    var scripts: [String: String] = [:]
    for (script, list) in tags {
      for tag in list.split(separator: " ") { scripts[String(tag)] = script }
    }
    return scripts
  }()

  /// The usual script of each language that is not usually written in Latin letters (CLDR).
  static let usualScripts: [String: String] = {
    let languages = [
      "Arab": "ar ars apc arq ary arz azb bal bgn bqi ckb fa glk ks lah lrc luz mzn "
        + "pnb prs ps sd sdh skr ug ur",
      "Armn": "hy", "Beng": "as bn bpy mni", "Cakm": "ccp", "Cher": "chr", "Copt": "cop",
      "Cyrl": "ab av ba be bg ce chm cv kbd kk kv ky lez mdf mk mn mrj myv os ru rue sah sr tg "
        + "tt tyv udm uk",
      "Deva": "anp awa bgc bho bra brx doi dty gom hi hne kok mag mai mr ne new raj sa xnr",
      "Ethi": "am byn gez ti tig wal", "Geor": "ka xmf", "Grek": "el", "Gujr": "gu",
      "Guru": "pa", "Hant": "yue", "Hebr": "he yi lad", "Jpan": "ja", "Khmr": "km", "Knda": "kn",
      "Kore": "ko", "Laoo": "lo", "Hans": "zh gan hak nan wuu hsn", "Mlym": "ml",
      "Mymr": "my mnw shn", "Nkoo": "nqo", "Olck": "sat", "Orya": "or", "Rohg": "rhg",
      "Sinh": "si", "Syrc": "syr", "Taml": "ta", "Telu": "te", "Tfng": "shi zgh", "Thaa": "dv",
      "Thai": "th", "Tibt": "bo dz", "Vaii": "vai", "Yiii": "ii",
    ]
    var scripts: [String: String] = [:]
    for (script, list) in languages {
      for language in list.split(separator: " ") { scripts[String(language)] = script }
    }
    return scripts
  }()
}

extension LanguageTag: CustomStringConvertible {
  /// The tag in its canonical letter case, such as `zh-Hant-HK`.
  public var description: String {
    if script == nil && region == nil && variants.isEmpty { return language }
    let parts: [String?] = [language, script, region]
    return (parts.compactMap { $0 } + variants).joined(separator: "-")
  }
}

extension LanguageTag: Codable {
  /// Reads the tag from a plain string.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    do {
      try self.init(try container.decode(String.self))
    } catch let error as LanguageTagError {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: error.description)
    }
  }

  /// Writes the tag as a plain string.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}

/// A text that is no language tag.
public struct LanguageTagError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The whole text.
  public let text: String
  /// The part of it that is not understood.
  public let part: String

  /// What is wrong, and how a tag is written.
  public var description: String {
    let culprit = part.isEmpty || part == text ? "" : " (at '\(part)')"
    return "'\(text)' is not a language\(culprit): write a BCP 47 tag such as en, pt-BR or zh-Hant."
  }
}

extension LanguageTag {
  /// English of no region.
  public static let english = LanguageTag(language: "en")

  /// The language with the region of a reader, where that is two letters; the variety of a country
  /// such as `pt-BR` stays what it is.
  func inRegion(_ region: String) -> LanguageTag {
    guard (self.region ?? "419").utf8.count == 3, region.utf8.count == 2,
      region.utf8.allSatisfy({ $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A })
    else { return self }
    return LanguageTag(
      language: language, script: script, region: region.uppercased(), variants: variants)
  }
}
