import FoundationEssentials
import Testing

@testable import Templating

@Suite struct LanguageNegotiationTests {
  @Test(arguments: [
    ("de", "de en", "de"),
    ("de-AT", "en de", "de"),
    ("es-MX", "es es-419 en", "es-419"),
    ("es-MX", "es en", "es"),
    ("es-MX", "es-AR en", "es-AR"),
    ("es-ES", "es-419 en", "es-419"),
    ("zh-TW", "zh-Hans zh-Hant en", "zh-Hant"),
    ("zh-HK", "zh-Hans zh-TW en", "zh-TW"),
    ("zh-Hant", "zh zh-Hans en", "en"),
    ("zh-CN", "zh-Hant zh en", "zh"),
    ("zh", "zh-Hant zh-CN en", "zh-CN"),
    ("zh-Hans", "zh en", "zh"),
    ("pt-PT", "pt-BR en", "pt-BR"),
    ("pt-BR", "pt-PT en", "pt-PT"),
    ("pt-MZ", "pt-BR pt-AO en", "pt-AO"),
    ("iw", "he en", "he"),
    ("sr-ME", "sr sr-Latn en", "sr-Latn"),
    ("zh-SG", "zh-Hant zh-Hans en", "zh-Hans"),
    ("zh-ID", "zh-Hant zh-Hans en", "zh-Hant"),
    ("pa-PK", "pa en", "en"),
    ("sh", "sr sr-Latn en", "sr-Latn"),
    ("zh-Hant-MO", "zh-Hant-HK zh-Hant", "zh-Hant-HK"),
    ("es-US", "es es-MX en", "es"),
    ("vai-Latn", "vai en", "en"),
    ("pt-AO", "pt-BR pt-PT en", "pt-PT"),
    ("pt", "pt-PT pt-BR en", "pt-BR"),
    ("pt-BR", "pt en", "pt"),
    ("en-AU", "en-US en-GB de", "en-GB"),
    ("en", "de en-GB", "en-GB"),
    ("nb", "no en", "no"),
    ("no", "nb en", "nb"),
    ("sr-Latn", "sr en", "en"),
    ("sr-Cyrl", "sr en", "sr"),
    ("ru", "de en", "en"),
    ("de-CH-1996", "de-CH de en", "de-CH"),
  ])
  func `the best language is chosen`(wanted: String, available: String, best: String) throws {
    let tags = try available.split(separator: " ").map { try LanguageTag(String($0)) }
    let fallback = try LanguageTag("en")
    #expect(try LanguageTag(wanted).best(among: tags, default: fallback)?.description == best)
    let reversed = try LanguageTag(wanted).best(among: tags.reversed(), default: fallback)
    #expect(reversed?.description == best)
  }

  @Test(
    arguments: [
      ("pt-PT", "pt-BR en", "pt-PT is written to in pt-BR, whose words and spelling differ"),
      ("pt-AO", "pt en", "pt-AO is written to in pt, whose words and spelling differ"),
      ("pt-BR", "pt-PT en", "pt-BR is written to in pt-PT, whose words and spelling differ"),
      ("ru", "de en", "ru is written to in en, the default"),
      ("zh-TW", "zh-Hans en", "zh-TW is written to in en, the default"),
      ("pt-BR", "pt en", nil), ("pt-AO", "pt-PT en", nil), ("es-MX", "es-AR en", nil),
      ("en", "en", nil), ("de-AT", "de en", nil),
    ] as [(String, String, String?)])
  func `what a reader would notice is said`(
    wanted: String, available: String, warning: String?
  ) throws {
    let tags = try available.split(separator: " ").map { try LanguageTag(String($0)) }
    let match = try LanguageTag(wanted).match(among: tags, default: .english)
    #expect(match?.warning == warning)
  }

  @Test func `without a match and a default there is none`() throws {
    #expect(try LanguageTag("ru").best(among: [LanguageTag("de")], default: nil) == nil)
  }
}

private let folder = Conformance.folder("locale", suite: "locales")

@Suite(.enabled(if: folder != nil)) struct LocalesConformance {
  @Test func `explicit parents are those of CLDR`() throws {
    let data = try Conformance.data("\(try #require(folder))/parent-locales.tsv")
    var passed = 0
    let rows = String(decoding: data, as: UTF8.self).split(separator: "\n").dropFirst()
    for row in rows {
      let columns = row.split(separator: "\t").map(String.init)
      let parent = try LanguageTag(columns[0]).parent
      if parent?.description == columns[1] {
        passed += 1
      } else {
        Issue.record("\(columns[0]): \(parent?.description ?? "root"), not \(columns[1])")
      }
    }
    print("conformance locales: \(passed) of \(rows.count)")
    #expect(passed == rows.count && passed > 0)
  }
}
