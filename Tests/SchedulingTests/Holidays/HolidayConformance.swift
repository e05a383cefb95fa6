import Testing

@testable import Scheduling

/// Our rules against the table of holidays, for every market and year that it has.
@Suite struct HolidayConformance {
  /// The markets that the shipped rules promise, in the order of the promise.
  private static let promised = """
    US CA MX BR AR CL CO PE GB IE DE FR ES PT IT NL BE AT CH SE NO DK FI PL CZ GR RO HU TR UA IL AE
    SA EG ZA NG KE IN ID MY SG TH VN PH JP KR CN TW HK AU NZ
    """.split(whereSeparator: \.isWhitespace).map(String.init)

  /// How one market, or all of them, came out.
  private struct Score {
    var tableDays = 0
    var found = 0
    var ruleDays = 0
    var extra = 0
    var missed: [String] = []
    var surplus: [String] = []
  }

  private static func score(
    _ market: MarketHolidays, years: Set<Int>, table: [CivilDate: String]
  ) -> Score {
    let all = years.flatMap { market.holidays(year: $0) }
    let certain = Set(all.filter { !$0.isNeighbour }.map(\.date))
    // An Islamic feast may be a day off: that is what its neighbours are there for.
    let near = Set(all.filter(\.isEstimated).map(\.date))
    var score = Score()
    score.tableDays = table.count
    for (date, name) in table.sorted(by: { $0.key < $1.key }) {
      if certain.contains(date) || near.contains(date) {
        score.found += 1
      } else {
        score.missed.append("\(date) \(name)")
      }
    }
    score.ruleDays = certain.count
    for date in certain.sorted() where table[date] == nil {
      score.extra += 1
      let name = all.first { $0.date == date && !$0.isNeighbour }?.name ?? "?"
      score.surplus.append("\(date) \(name)")
    }
    return score
  }

  private static func scores() throws -> [(country: String, score: Score)] {
    var tables: [String: [CivilDate: String]] = [:]
    for row in try ConformanceData.rows("schedule/holidays.tsv") {
      guard let country = row["country"], let date = row["date"].flatMap({ CivilDate($0) }) else {
        continue
      }
      tables[country, default: [:]][date] = row["name"] ?? ""
    }
    return try promised.map { country in
      let market = try #require(Holidays.shipped.market(country), "no holiday data for \(country)")
      let table = tables[country] ?? [:]
      let years = Set(table.keys.map(\.year))
      return (country, score(market, years: years, table: table))
    }
  }

  @Test(.enabled(if: ConformanceData.has("schedule/holidays.tsv", for: "holidays-found")))
  func theTablesDaysAreFoundByOurRules() throws {
    let scores = try Self.scores()
    for (country, score) in scores where !score.missed.isEmpty {
      print("\(country) misses \(score.missed.count): \(score.missed.joined(separator: ", "))")
    }
    let found = scores.reduce(0) { $0 + $1.score.found }
    let all = scores.reduce(0) { $0 + $1.score.tableDays }
    print("conformance holidays-found: \(found) of \(all)")
    #expect(all > 0)
    #expect(Double(found) >= 0.97 * Double(all))
  }

  @Test(.enabled(if: ConformanceData.has("schedule/holidays.tsv", for: "holidays-extra")))
  func fewOfOurDaysAreNotInTheTable() throws {
    let scores = try Self.scores()
    for (country, score) in scores where !score.surplus.isEmpty {
      print("\(country) adds \(score.surplus.count): \(score.surplus.joined(separator: ", "))")
    }
    let extra = scores.reduce(0) { $0 + $1.score.extra }
    let all = scores.reduce(0) { $0 + $1.score.ruleDays }
    print("conformance holidays-extra: \(extra) of \(all)")
    #expect(all > 0)
    #expect(Double(extra) <= 0.03 * Double(all))
  }
}
