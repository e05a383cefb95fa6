import Templating
import Testing

@testable import Liaison

@Suite("The words for kinds, sources and languages")
struct ProspectWordsTests {
  static let kinds: [(String, ProspectKind?)] = [
    ("creator", .creator), ("Creator", .creator), ("INFLUENCER", .creator), ("达人", .creator),
    ("media", .media), ("媒体", .media), ("Blog", .content), ("coupon", .coupon),
    ("Coupon site", .coupon), ("优惠券", .coupon), ("cashback", .cashback), ("返利", .cashback),
    ("loyalty", .loyalty), ("search", .search), ("app", .app), ("network", .network),
    ("card-linked", .cardLinked), ("card linked", .cardLinked), ("Card_Linked", .cardLinked),
    ("other", .other), ("其他", .other), ("", nil), ("friend", nil), ("?", nil),
  ]

  @Test("A kind is known in English and Chinese", arguments: kinds)
  func kind(_ text: String, _ expected: ProspectKind?) {
    #expect(ProspectKind(text) == expected)
  }

  static let sources: [(String, ContactSource?)] = [
    ("contact-page", .contactPage), ("Contact page", .contactPage), ("联系页面", .contactPage),
    ("community", .community), ("社群", .community), ("tool", .tool), ("工具", .tool),
    ("referral", .referral), ("推荐", .referral), ("platform-default", .platformDefault),
    ("platform default", .platformDefault), ("平台默认", .platformDefault), ("", nil), ("dream", nil),
  ]

  @Test("A source is known in English and Chinese", arguments: sources)
  func source(_ text: String, _ expected: ContactSource?) {
    #expect(ContactSource(text) == expected)
  }

  static let languages: [(String, String?)] = [
    ("English", "en"), ("english", "en"), ("Deutsch", "de"), ("Français", "fr"), ("中文", "zh"),
    ("简体中文", "zh-Hans"), ("繁體中文", "zh-Hant"), ("日本語", "ja"), ("Chinese (Traditional)", "zh-Hant"),
    ("العربية", "ar"), ("हिन्दी", "hi"), ("Klingon", nil), ("en", nil),
  ]

  @Test("A language is known by its name", arguments: languages)
  func language(_ text: String, _ expected: String?) throws {
    #expect(LanguageNames.tag(for: text) == expected)
    if let expected { #expect(try LanguageTag(expected).description == expected) }
  }

  @Test("A country's code is not taken for a language")
  func mistaken() throws {
    #expect(LanguageNames.mistakenCode("JP") == "ja")
    #expect(LanguageNames.mistakenCode("ja") == nil)
  }

  static let keys: [(String, String)] = [
    ("E-Mail", "email"), ("e_mail", "email"), (" E mail: ", "email"), ("Ｅｍａｉｌ", "email"),
    ("Prénom", "prenom"), ("Pre\u{301}nom", "prenom"), ("粉丝 数", "粉丝数"), ("हिन्दी", "हिन्दी"), ("!?", ""),
    ("Straße", "strasse"),
  ]

  @Test("Spellings are compared by their letters", arguments: keys)
  func key(_ text: String, _ expected: String) {
    #expect(Spelling.key(text) == expected)
  }
}
