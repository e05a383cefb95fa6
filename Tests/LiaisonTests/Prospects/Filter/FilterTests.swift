import Testing

@testable import Liaison

/// What can be written, what it means, and how a fault is told.
struct FilterTests {
  /// A filter and the same one as the program writes it.
  static let meanings: [(String, String)] = [
    ("country = US", "country = \"US\""),
    ("country=Germany", "country = \"DE\""),
    ("country in (US, United Kingdom)", "country in (\"US\", \"GB\")"),
    ("COUNTRY NOT IN (us)", "not country = \"US\""),
    ("country != US", "not country = \"US\""),
    ("country <> US", "not country = \"US\""),
    ("kind = influencer", "kind = \"creator\""),
    ("city = New York and kind = creator", "(city = \"new york\" and kind = \"creator\")"),
    ("city = \"Foo and Bar\"", "city = \"foo and bar\""),
    ("city = 'L''Aquila'", "city = \"l'aquila\""),
    ("name ~ O'Brien", "name ~ \"o'brien\""),
    ("name = \"say \"\"hi\"\"\"", "name = \"say \"\"hi\"\"\""),
    ("audience >= 20k", "audience >= 20000"),
    ("followers < 1.5M", "audience < 1500000"),
    ("audience in (1, 2)", "(audience = 1 or audience = 2)"),
    ("tag:paused", "tag = \"paused\""), ("tag:\"very good\"", "tag = \"very good\""),
    ("tag:(a, b)", "tag in (\"a\", \"b\")"), ("tags: vip list", "tag = \"vip list\""),
    ("replied", "state = \"replied\""), ("opted out", "state = \"opted-out\""),
    ("never contacted", "not state = \"contacted\""),
    ("contacted < 2026-01-01", "contacted < 2026-01-01"),
    ("contacted < 30 days ago", "contacted < \"30 days ago\""),
    ("created >= today", "created >= \"0 days ago\""),
    ("updated = 2 weeks ago", "updated = \"14 days ago\""),
    ("language = German", "language = \"de\""), ("language = pt_br", "language = \"pt-BR\""),
    ("host = https://www.Works.example/x", "host = \"works.example\""),
    ("domain = @Gmail.com", "domain = \"gmail.com\""),
    ("niche is empty", "niche is empty"), ("niche is not empty", "niche is not empty"),
    ("segment:eu", "segment:\"eu\""), ("company = Acme", "name = \"acme\""),
    (
      "a = 1".replacing("a", with: "audience") + " or kind = app and owner = lina",
      "(audience = 1 or (kind = \"app\" and owner = \"lina\"))"
    ),
    ("not (replied or bounced)", "not (state = \"replied\" or state = \"bounced\")"),
    ("not not replied", "state = \"replied\""),
    ("country in （US，CA）", "country in (\"US\", \"CA\")"),
    ("name ~ “Rad welt”", "name ~ \"rad welt\""),
  ]

  @Test(arguments: meanings)
  func `a filter means what it says`(text: String, meaning: String) throws {
    let filter = try Filter(text)
    #expect(filter.root.description == meaning)
    // What it is written as means the same again.
    #expect(try Filter(meaning).root == filter.root)
  }

  static let faults: [(text: String, message: String, column: Int, hint: String?)] = [
    ("", "the filter is empty", 1, "write one such as: country = US"),
    ("audiance >= 5", "there is no field 'audiance'", 1, "did you mean 'audience'?"),
    ("country = US and repleid", "'repleid' is no condition", 18, "did you mean 'replied'?"),
    ("kind = craetor", "'craetor' is no kind of a prospect", 8, "did you mean 'creator'?"),
    (
      "country = Atlantis", "'Atlantis' is no country", 11,
      "write its ISO code, like DE, or its English name"
    ),
    ("audience >= many", "'many' is no number", 13, "write it like 20000, 20k or 1.5M"),
    (
      "contacted < soon", "'soon' is no date", 13, "write it like 2026-01-31, today or 30 days ago"
    ),
    (
      "kind < creator", "'<' compares numbers and dates, and 'kind' is neither", 8,
      "compare with =, != or in (…) instead"
    ),
    (
      "country ~ U", "'~' looks into texts, and 'country' is none", 11,
      "compare with = or in (…) instead"
    ),
    ("(country = US", "the '(' that opens here is never closed", 1, nil),
    ("country = US)", "this ')' closes nothing", 13, nil),
    ("country =", "the end stands where a value is expected", 10, nil),
    ("country = \"US", "the quote that opens here is never closed", 11, "add \" behind it"),
    ("country in US", "behind 'in' the values stand in parentheses", 12, nil),
    ("country => US", "'=>' is no comparison", 9, nil),
    ("city = \" \"", "the value is blank", 8, nil),
    ("country", "'country' is compared with nothing", 1, nil),
    ("replied = 1", "'replied' stands by itself", 1, "write it alone, or 'not replied'"),
    ("and", "'and' stands where a field is expected", 1, nil),
    ("name = \u{7}", "there is a control character", 8, nil),
  ]

  @Test(arguments: faults)
  func `a fault has its place and says what to do`(
    text: String, message: String, column: Int, hint: String?
  ) {
    let error = #expect(throws: FilterError.self) { try Filter(text) }
    #expect(error?.message == message)
    #expect(error?.column == column)
    if let hint { #expect(error?.hint == hint) }
  }

  @Test func `what is too deep, too many or too long is refused and not followed`() {
    let deep = String(repeating: "(", count: 5_000) + "replied"
    let many = Array(repeating: "replied", count: 300).joined(separator: " or ")
    let values = "audience in (\(Array(repeating: "1", count: 3_000).joined(separator: ",")))"
    for text in [deep, many, values, String(repeating: "x", count: 30_000)] {
      #expect(throws: FilterError.self) { try Filter(text) }
    }
    let nots = String(repeating: "not ", count: 4_001) + "replied"
    #expect(throws: Never.self) { try Filter(nots) }
  }

  @Test func `segments stand for their filters, and a circle is found`() throws {
    let saved = [
      "eu": "country in (DE, FR)", "vip": "tag:vip and segment:eu", "a": "segment:b",
      "b": "replied or segment:a",
    ]
    func resolved(_ text: String) throws -> String {
      try Filter(text).resolved { try Filter(saved[$0] ?? "") }.text
    }
    #expect(
      try resolved("segment:vip and not replied")
        == "((tag = \"vip\" and country in (\"DE\", \"FR\")) and not state = \"replied\")")
    #expect(try resolved("country = US") == "country = US")
    let circle = #expect(throws: FilterError.self) { try resolved("segment:a") }
    #expect(circle?.message == "the segment 'a' leads back to itself")
  }
}
