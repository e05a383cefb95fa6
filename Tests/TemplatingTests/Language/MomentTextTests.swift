import Testing

@testable import Templating

/// How a moment is written to people of a language.
struct MomentTextTests {
  /// 2026-12-01 15:00.
  private static let moment: Int64 = 1_796_137_200

  @Test(arguments: [
    ("en", "US", "Tuesday, December 1 at 3:00\u{202F}PM (Berlin)"),
    ("en", "GB", "Tuesday 1 December at 15:00 (Berlin)"),
    ("de", nil, "Dienstag, 1. Dezember um 15:00 (Berlin)"),
    ("es", nil, "martes, 1 de diciembre, 15:00 (Berlín)"),
    ("ja", nil, "12月1日 火曜日 15:00（ベルリン）"),
    ("zh-Hant", nil, "12月1日 星期二 下午3:00（柏林）"),
    ("ar", nil, "الثلاثاء، 1 ديسمبر، 3:00\u{A0}م (برلين)"),
  ])
  func `a moment has weekday, date, time and city`(
    language: String, region: String?, expected: String
  ) throws {
    let text = MomentText(language: try LanguageTag(language), region: region)
    #expect(text.text(localSeconds: Self.moment, zone: "Europe/Berlin", offset: 3_600) == expected)
  }

  @Test(arguments: [
    ("America/Argentina/Buenos_Aires", 0, "(Buenos Aires)"), ("US/Pacific", 0, "(Los Angeles)"),
    ("Mars/Olympus_Mons", 0, "(Olympus Mons)"), ("Etc/UTC", 0, "(UTC)"),
    ("Etc/GMT-2", 7_200, "(UTC+2)"), ("Japan", 32_400, "(UTC+9)"), ("", -12_600, "(UTC-3:30)"),
  ])
  func `a zone that is no place is so far from UTC`(zone: String, offset: Int, place: String) {
    let text = MomentText(language: .english, region: nil)
    #expect(text.text(localSeconds: 0, zone: zone, offset: offset).hasSuffix(" " + place))
  }
}
