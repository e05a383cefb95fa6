import Testing

@testable import Scheduling

@Suite struct PosixZoneRuleTests {
  private func parse(_ text: String) -> PosixZoneRule? { PosixZoneRule(Array(text.utf8)[...]) }

  private func seconds(_ text: String) throws -> Int64 {
    try #require(Instant(iso8601: text)).seconds
  }

  @Test(arguments: [
    ("UTC0", 0), ("<-03>3", -10_800), ("<+0545>-5:45", 20_700), ("JST-9", 32_400),
    ("XXX+1:02:03", -3_723),
  ])
  func aRuleWithoutSummerTimeHasOneOffset(text: String, offset: Int) throws {
    let rule = try #require(parse(text))
    for time: Int64 in [.min, 0, 4_000_000_000, .max] {
      let span = rule.span(at: time)
      #expect(span.type.offset == offset)
      #expect(span.start == -ZoneSpan.limit && span.end == ZoneSpan.limit)
    }
  }

  @Test(arguments: [
    // Last Sunday, and a time on the summer clock.
    ("CET-1CEST,M3.5.0,M10.5.0/3", "2040-03-25T01:00:00Z", "2040-10-28T01:00:00Z"),
    ("EST5EDT,M3.2.0,M11.1.0", "2040-03-11T07:00:00Z", "2040-11-04T06:00:00Z"),
    // The southern half of the year, half an hour of summer time.
    ("<+1030>-10:30<+11>-11,M10.1.0,M4.1.0", "2040-10-06T15:30:00Z", "2040-03-31T15:00:00Z"),
    // Before midnight, as west Greenland has it, and after it, as Gaza.
    ("<-02>2<-01>,M3.5.0/-1,M10.5.0/0", "2040-03-25T01:00:00Z", "2040-10-28T01:00:00Z"),
    ("EET-2EEST,M3.4.4/50,M10.4.4/50", "2040-03-24T00:00:00Z", "2040-10-26T23:00:00Z"),
    // Days of the year without and with the leap day: 2040 has one.
    ("AAA0BBB,J60/0,J365/0", "2040-03-01T00:00:00Z", "2040-12-30T23:00:00Z"),
    ("AAA0BBB,59/0,365/0", "2040-02-29T00:00:00Z", "2040-12-30T23:00:00Z"),
  ])
  func summerTimeBeginsAndEndsByTheRule(text: String, begin: String, end: String) throws {
    let rule = try #require(parse(text))
    let begin = try seconds(begin)
    let end = try seconds(end)
    #expect(!rule.span(at: begin - 1).type.isDaylightSaving)
    #expect(rule.span(at: begin).type.isDaylightSaving)
    #expect(rule.span(at: begin).start == begin)
    #expect(rule.span(at: begin - 1).end == begin)
    #expect(rule.span(at: end - 1).type.isDaylightSaving)
    #expect(!rule.span(at: end).type.isDaylightSaving)
    #expect(rule.span(at: end - 1).end == end)
  }

  @Test func summerTimeAllYearNeverEnds() throws {
    let rule = try #require(parse("EST5EDT,0/0,J365/25"))
    for text in ["2040-01-01T00:00:00Z", "2040-01-01T05:00:00Z", "2040-07-01T00:00:00Z"] {
      let span = rule.span(at: try seconds(text))
      #expect(span.type.offset == -14_400)
      #expect(span.end == ZoneSpan.limit)
    }
  }

  @Test func winterTimeMayBeTheNegativeSummerTime() throws {
    let rule = try #require(parse("IST-1GMT0,M10.5.0,M3.5.0/1"))
    #expect(rule.span(at: try seconds("2040-07-01T00:00:00Z")).type.offset == 3_600)
    let winter = rule.span(at: try seconds("2040-01-01T00:00:00Z")).type
    #expect(winter.offset == 0 && winter.isDaylightSaving)
  }

  @Test(arguments: [
    "", "AB3", "UTC", "UTC25", "UTC0x", "<+0300-3", "<>3", "CET-1CEST", "CET-1CEST,M3.5.0",
    "CET-1CEST,M13.5.0,M10.5.0", "CET-1CEST,M3.0.0,M10.5.0", "CET-1CEST,M3.6.0,M10.5.0",
    "CET-1CEST,M3.5.7,M10.5.0", "CET-1CEST,J0,J365", "CET-1CEST,J366,J365", "CET-1CEST,366,1",
    "CET-1CEST,M3.5.0/168,M10.5.0", "CET-1CEST,M3.5.0,M10.5.0,", "CET-1:60", "CET-1:0",
    "CET-99999999999999999999", "CET-1CEST,M3.5.0/,M10.5.0",
  ])
  func malformedRulesAreRefused(text: String) {
    #expect(parse(text) == nil)
  }
}
