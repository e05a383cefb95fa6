import Testing

@testable import Templating

@Suite struct FilterTests {
  private func shown(
    _ tag: String, _ values: TemplateValue, language: String = "en"
  ) throws -> String {
    try Template(SourceText(path: "t.md", text: tag))
      .render(values, language: LanguageTag(language), escaping: .none)
  }

  /// No-break spaces are shown as `_` and direction marks left out, so that a table can be read.
  private func plain(_ text: String) -> String {
    String(
      DirectionMarks.removed(from: text).map { "\u{A0}\u{202F}".contains($0) ? "_" : $0 })
  }

  @Test(arguments: [
    ("x | number", "120000", "en", "120,000"), ("x | number", "120000", "de", "120.000"),
    ("x | number", "120000", "fr", "120_000"), ("x | number", "-1.50", "de", "-1,50"),
    ("x | number", "1234567", "hi", "12,34,567"), ("x | number", "120000", "de-CH", "120’000"),
    ("x | number: 1", "2.25", "en", "2.2"), ("x | number: compact", "1234567", "en", "1.2M"),
    ("x | number: compact", "1234567", "ja", "123万"), ("x | number", " 7 ", "en", "7"),
    ("x | currency: EUR", "1234.5", "de", "1.234,50_€"),
    ("x | currency: EUR", "1234.5", "en", "€1,234.50"),
    ("x | currency: eur, 0", "1234", "fr", "1_234_€"),
    ("x | currency: JPY", "5000", "ja", "¥5,000"),
    ("x | currency", "49.90 EUR", "de", "49,90_€"), ("x | currency", "USD 49.9", "en", "$49.90"),
    ("x | currency: BRL", "5000", "pt-BR", "R$_5.000,00"),
    ("x | percent", "0.15", "en", "15%"), ("x | percent", "0.15", "de", "15_%"),
    ("x | percent", "15%", "de", "15_%"), ("x | percent", "12.5%", "fr", "12,5_%"),
    ("x | percent: 1", "0.5", "en", "50.0%"), ("x | percent", "0.125", "en", "12.5%"),
    ("x | date", "2026-11-03", "en", "November 3, 2026"),
    ("x | date", "2026-11-03T23:30:00-08:00", "de", "3. November 2026"),
    ("x | date: full", "2026-11-03", "de", "Dienstag, 3. November 2026"),
    ("x | date: short", "2026-11-03", "en-GB", "03/11/2026"),
    ("x | date: medium", "2026-11-03", "fr", "3 nov. 2026"),
    ("x | date: day", "2026-11-03", "es", "3 de noviembre"),
    ("x | date: month", "2026-11-03", "pt-BR", "novembro de 2026"),
    ("x | date: weekday", "2024-02-29", "ja", "木曜日"),
    ("x | date", "2026-11-03", "ja", "2026年11月3日"),
    ("x | date", "2026-11-03", "ko", "2026년 11월 3일"),
    ("x | date", "2026-11-03", "th", "3 พฤศจิกายน 2569"),
    ("x | date: long", "2026-11-03", "fa-IR", "۱۲ آبان ۱۴۰۵"),
    ("x | date", "1900-03-01", "en", "March 1, 1900"),
    ("x | date: time", "2026-11-03 14:30", "en", "2:30_PM"),
    ("x | date: time", "2026-11-03T14:30Z", "de", "14:30"),
    ("x | list", "rain; wind ;; snow", "en", "rain, wind, and snow"),
    ("x | list", "Regen, Wind", "de", "Regen und Wind"), ("x | list: or", "a;b", "fr", "a ou b"),
    ("x | list", "雨;風", "ja", "雨、風"),
    ("x | url", "Ána & Bö/b?", "en", "%C3%81na%20%26%20B%C3%B6%2Fb%3F"),
    ("x | upper", "straße", "de", "STRASSE"), ("x | upper", "istanbul", "tr", "İSTANBUL"),
    ("x | lower", "ISPARTA", "tr", "ısparta"), ("x | lower", "ÅSA", "sv", "åsa"),
    ("x | capitalize", "élan vital", "fr", "Élan vital"),
    ("x | capitalize", "ijsberg", "nl", "IJsberg"), ("x|capitalize", "McDonald", "en", "McDonald"),
    ("x | lower | capitalize", "ANA", "en", "Ana"),
  ])
  func `values are written as the language does`(
    tag: String, value: String, language: String, expected: String
  ) throws {
    let text = plain(try shown("{{\(tag)}}", ["x": .string(value)], language: language))
    #expect(text == expected)
  }

  @Test(arguments: [
    ("plural: one=film, other=films", "1", "en", "film"),
    ("plural: one=film, other=films", "1.0", "en", "films"),
    ("plural: one='# film', other=\"# films\"", "12000", "en", "12,000 films"),
    ("plural: one=# film, other=# films", "0", "fr", "0 film"),
    ("plural: one=# film, few=# filmy, many=# filmów, other=# filmu", "22", "pl", "22 filmy"),
    ("plural: one=# film, few=# filmy, many=# filmów, other=# filmu", "1.5", "pl", "1,5 filmu"),
    ("plural: other=#本", "3", "ja", "3本"), ("plural: one=#, other=##", "5", "en", "55"),
    ("plural: ordinal, one=#st, two=#nd, few=#rd, other=#th", "22", "en", "22nd"),
    ("plural: ordinal, one=#st, two=#nd, few=#rd, other=#th", "113", "en", "113th"),
    ("plural: one=a, other=\"b, c|d\" | upper", "2", "en", "B, C|D"),
  ])
  func `plurals follow the number`(
    filter: String, value: String, language: String, expected: String
  ) throws {
    #expect(
      try shown("{{x | \(filter)}}", ["x": .string(value)], language: language) == expected)
  }

  @Test func `lists are joined and counted`() throws {
    let values: TemplateValue = ["x": ["a", " ", "b", "c"]]
    #expect(try shown("{{x | list}}", values) == "a, b, and c")
    #expect(try shown("{{x | plural: one=one, other=# things}}", ["x": ["a", "b"]]) == "2 things")
  }

  @Test(arguments: [
    ("x | number | default: \"many\"", "many"), ("x|many", "many"),
    ("x | upper | default: 'a'", "a"),
    ("x | default: \"a\" | upper", "A"), ("x | default: \"1200\" | number", "1,200"),
    ("x | default: \"a|b, c: d\"", "a|b, c: d"), ("x | \"a|b\"", "a|b"), ("x | \"a\" b", "\"a\" b"),
    ("x|there|upper", "THERE"), ("x | number | default: \"\"", ""), ("x|10: 30", "10: 30"),
  ])
  func `a fallback stands in for a value that is not there`(tag: String, expected: String) throws {
    for value: TemplateValue in [[:], ["x": ""], ["x": " \u{200B}"]] {
      #expect(try shown("{{\(tag)}}", value) == expected)
    }
  }

  @Test(arguments: [
    ("{{x | nummber: 1}}", "7: unknown filter 'nummber': did you mean number? For these words"),
    ("{{x | date: longer}}", "7: unknown form of 'date' 'longer': did you mean long?"),
    ("{{x | list: xor}}", "7: unknown form of 'list' 'xor': did you mean or?"),
    ("{{x | currency: euro}}", "7: 'currency' takes a code and perhaps the decimals"),
    ("{{x | number: 1, 2}}", "7: 'number' takes the decimals or 'compact'"),
    ("{{x | number: -1}}", "7: 'number' takes the decimals or 'compact'"),
    ("{{x | percent: lots}}", "7: 'percent' takes the decimals"),
    ("{{x | upper: 1}}", "7: 'upper' takes no arguments."),
    ("{{x | upper: a=1}}", "7: 'upper' takes no 'a='."),
    ("{{x | plural: one=a}}", "7: 'plural' needs other=… as well."),
    ("{{x | plural}}", "7: 'plural' is written plural: one="),
    ("{{x | plural: oen=a, other=b}}", "7: unknown plural category 'oen': did you mean one?"),
    ("{{x | plural: one=a, one=b, other=c}}", "7: 'one' is given twice."),
    ("{{x | plural: other=\"a\" b}}", "7: the arguments of 'plural' are separated by commas."),
    ("{{x | default: \"a}}", "7: this quotation mark is never closed."),
    ("{{x | default: \"a\" | default: \"b\"}}", "22: one fallback is enough: this tag has two."),
    (
      "{{x | default: \"on request\" | number}}",
      "31: the fallback cannot go through this filter, since 'on request' is not a number"
    ),
    ("é {{x | upper | uper}}", "17: unknown filter 'uper': did you mean upper?"),
    ("{{Hi|Hello|Hey}}", "12: unknown filter 'Hey'"),
  ])
  func `a filter that is not understood is a fault with its place`(text: String, message: String) {
    let error = #expect(throws: TemplateErrors.self) {
      try Template(SourceText(path: "t.md", text: text))
    }
    #expect(
      error?.description.hasPrefix("t.md:1:\(message)") == true, "\(String(describing: error))")
  }

  @Test func `values that a filter cannot show are named with those that are missing`() throws {
    let error = #expect(throws: RenderError.self) {
      try shown(
        "{{a}} {{n | number}} {{d | date}} {{t | date: time}} {{c | currency}} {{p | percent}}",
        [
          "n": "120,000", "d": "2026-02-29", "t": "2026-02-28", "c": "49.90", "p": "a lot",
        ])
    }
    #expect(
      error?.description == """
        No value for a (t.md:1:1): fill it in, or give the tag a fallback such as {{name|there}}.
        Cannot show n (t.md:1:7): '120,000' is not a number such as 120000 or 1.5.
        Cannot show d (t.md:1:22): '2026-02-29' is not a date such as 2026-11-03 or 2026-11-03T14:30.
        Cannot show t (t.md:1:35): '2026-02-28' has no time of day.
        Cannot show c (t.md:1:54): '49.90' names no currency as in EUR 49.90.
        Cannot show p (t.md:1:71): 'a lot' is not a number such as 120000 or 1.5.
        """)
  }

  @Test func `lenient mode shows such a value as it is`() throws {
    let template = try Template(SourceText(path: "t.md", text: "{{n | number}}{{m | number}}"))
    #expect(try template.render(["n": "lots"], strictness: .lenient) == "lots")
  }
}
