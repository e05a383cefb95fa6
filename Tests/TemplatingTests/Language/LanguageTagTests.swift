import FoundationEssentials
import Testing

@testable import Templating

@Suite struct LanguageTagTests {
  @Test(arguments: [
    ("EN", "en"), ("pt_br", "pt-BR"), ("zh-hant-hk", "zh-Hant-HK"), ("es-419", "es-419"),
    ("de-ch-1996", "de-CH-1996"), ("sr-LATN", "sr-Latn"), ("ckb", "ckb"),
    ("ca-valencia", "ca-valencia"),
  ])
  func `tags are read in any case`(text: String, canonical: String) throws {
    let tag = try LanguageTag(text)
    #expect(tag.description == canonical)
    #expect(try LanguageTag(canonical) == tag)
  }

  @Test(arguments: [
    "", "e", "english", "en-", "-en", "en--US", "1n", "en-USA", "en-US-US", "deutsch", "日本",
    "en US",
    "de-1996-1996", "en-x", "x-klingon",
  ])
  func `other texts are refused`(text: String) {
    #expect(throws: LanguageTagError.self) { try LanguageTag(text) }
  }

  @Test func `the error names the part`() {
    let error = #expect(throws: LanguageTagError.self) { try LanguageTag("en-USA") }
    #expect(
      error?.description
        == "'en-USA' is not a language (at 'USA'): write a BCP 47 tag such as en, pt-BR or zh-Hant."
    )
  }

  @Test(arguments: [
    ("zh", "Hans", false), ("zh-TW", "Hant", false), ("zh-HK", "Hant", false),
    ("zh-MO", "Hant", false), ("zh-CN", "Hans", false), ("ar", "Arab", true),
    ("he-IL", "Hebr", true),
    ("fa", "Arab", true), ("ur", "Arab", true), ("en", "Latn", false), ("ar-Latn", "Latn", false),
    ("ja", "Jpan", false),
  ])
  func `the script gives the direction`(text: String, script: String, isRightToLeft: Bool) throws {
    let tag = try LanguageTag(text)
    #expect(tag.likelyScript == script)
    #expect(tag.isRightToLeft == isRightToLeft)
  }

  @Test func `it is a plain string in JSON`() throws {
    let data = try JSONEncoder().encode([try LanguageTag("pt-BR")])
    #expect(String(decoding: data, as: UTF8.self) == #"["pt-BR"]"#)
    #expect(try JSONDecoder().decode([LanguageTag].self, from: data) == [LanguageTag("pt-BR")])
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode([LanguageTag].self, from: Data(#"["en-USA"]"#.utf8))
    }
  }
}
