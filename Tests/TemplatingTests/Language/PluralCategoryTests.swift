import Testing

@testable import Templating

@Suite struct PluralCategoryTests {
  @Test(arguments: [
    ("ru", "21", "one"), ("ru", "12", "many"), ("ru", "1.5", "other"), ("ar", "0", "zero"),
    ("ar", "103", "few"), ("ar", "-2", "two"), ("cs", "1.5", "many"), ("ja", "1", "other"),
    ("fr", "1.9", "one"), ("fr", "1c6", "many"), ("fr", "1.2c6", "many"), ("fr", "1c3", "other"),
    ("es", "1000000.0", "other"), ("pt", "0", "one"), ("pt-PT", "0", "other"),
    ("pt-AO", "0", "other"), ("pt-BR", "0", "one"), ("no", "1", "one"), ("iw", "2", "two"),
    ("sr-Latn-RS", "22", "few"), ("sh", "22", "few"), ("tl", "4", "other"), ("sgs", "2", "two"),
    ("lv", "0.11", "zero"), ("kw", "100000", "two"), ("br", "72", "other"), ("tlh", "1", "other"),
    ("en", "18446744073709551617", "other"), ("ru", "100000000000000000000021", "one"),
    ("fr", "1000000000000000000000000", "many"),
  ])
  func `counted things have their category`(
    language: String, number: String, category: String
  ) throws {
    let operands = try #require(PluralOperands(number))
    #expect(try LanguageTag(language).cardinalCategory(operands).rawValue == category)
  }

  @Test(arguments: [
    ("en", "2", "two"), ("en", "12", "other"), ("it", "800", "many"), ("it", "81", "other"),
    ("lij", "81", "many"), ("ca", "3", "one"), ("az", "300", "few"), ("en-GB", "111", "other"),
    ("mo", "1", "one"), ("mr", "6", "other"), ("kw", "84", "one"),
  ])
  func `ranks have their category`(language: String, number: String, category: String) throws {
    let operands = try #require(PluralOperands(number))
    #expect(try LanguageTag(language).ordinalCategory(operands).rawValue == category)
  }

  @Test(arguments: ["", "-", ".5", "5.", "1,5", "1.5.2", "x", "1c", "c6", "1c99", "１", "0x1", "1 "])
  func `other texts are no numbers`(text: String) {
    #expect(PluralOperands(text) == nil)
  }
}
