import Testing

@testable import Liaison

/// What is advised against before a list is written to.
struct ListFitTests {
  private func advice(_ rows: [String], segment: String? = nil) throws -> [String] {
    let office = try Office(
      rows: rows.enumerated().map { "p\($0)@d\($0).example,Ann,Lee,\($1)" },
      header: "email,first_name,last_name,kind,language,timezone,source")
    if let segment {
      try office.folder.write(
        Office.campaign(["me"]).replacing(
          "kit: 'none',", with: "kit: 'none', segment: \(segment),"),
        to: "campaigns/spring.json5")
    }
    return try office.launch().advice
  }

  private static func rows(
    _ count: Int, _ kind: String, _ language: String = "en", _ source: String = "contact-page"
  ) -> [String] {
    Array(repeating: "\(kind),\(language),Europe/Berlin,\(source)", count: count)
  }

  @Test func `a mixed list of named people gets no advice`() throws {
    #expect(try advice(Self.rows(6, "creator") + Self.rows(6, "media")) == [])
    #expect(try advice(Self.rows(5, "coupon")) == [])
  }

  @Test func `a list that is mostly of coupon sites is named`() throws {
    let found = try advice(Self.rows(7, "coupon") + Self.rows(3, "creator"))
    #expect(found.count == 1)
    #expect(found.first?.hasPrefix("7 of 10 people are at prospects of the kind coupon") == true)
    // Also where the segment asks for them.
    #expect(try advice(Self.rows(10, "coupon"), segment: "{ kinds: ['coupon'] }").count == 1)
  }

  @Test func `one kind alone is named unless the segment asks for it`() throws {
    #expect(try advice(Self.rows(10, "creator")).count == 1)
    #expect(try advice(Self.rows(10, "creator"), segment: "{ kinds: ['creator'] }") == [])
    #expect(try advice(Self.rows(10, "creator"), segment: "'kind = creator'") == [])
  }

  @Test func `addresses that a platform gives, and languages without a template, are counted`()
    throws
  {
    let found = try advice(
      Self.rows(2, "creator", "en", "platform-default") + Self.rows(1, "creator", "ko"))
    #expect(found.count == 2, "\(found)")
    #expect(found.first?.hasPrefix("2 of 3 addresses are what a platform gives") == true)
    #expect(found.last == "1 contact: ko is written to in en, the default")
  }
}
