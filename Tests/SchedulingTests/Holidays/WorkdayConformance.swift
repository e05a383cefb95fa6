import Testing

@testable import Scheduling

@Suite struct WorkdayConformance {
  @Test(.enabled(if: ConformanceData.has("schedule/workdays.tsv", for: "workdays")))
  func theNthWorkingDayAfterADate() throws {
    var closed: [String: Set<CivilDate>] = [:]
    for row in try ConformanceData.rows("schedule/holidays.tsv") {
      guard let country = row["country"], let date = row["date"].flatMap({ CivilDate($0) }) else {
        continue
      }
      closed[country, default: []].insert(date)
    }
    let score = try Self.score("workdays", rows: ConformanceData.rows("schedule/workdays.tsv")) {
      closed[$0, default: []].contains
    }
    #expect(score.all > 0)
    #expect(score.right == score.all)
  }

  /// With our own rules for the holidays, which may miss what a government decrees.
  @Test(.enabled(if: ConformanceData.has("schedule/workdays.tsv", for: "workdays-by-rules")))
  func theNthWorkingDayByOurOwnRulesForHolidays() throws {
    let rows = try ConformanceData.rows("schedule/workdays.tsv").filter {
      Holidays.shipped.market($0["country"] ?? "") != nil
    }
    let score = Self.score("workdays-by-rules", rows: rows) { country in
      ClosedDays(market: Holidays.shipped.market(country)).contains
    }
    #expect(score.all > 0)
    #expect(Double(score.right) >= 0.9 * Double(score.all))
  }

  /// Prints and returns how many rows come out as expected.
  private static func score(
    _ suite: String, rows: [[String: String]],
    closed: (String) -> @Sendable (CivilDate) -> Bool
  ) -> (right: Int, all: Int) {
    var right = 0
    for row in rows {
      let weekend = (row["weekend"] ?? "").split(separator: ",")
        .compactMap { Weekday(shortName: String($0)) }
      let workingDays = WorkingDays(weekend: weekend, closed: closed(row["country"] ?? ""))
      guard let start = row["start_date"].flatMap({ CivilDate($0) }),
        let number = row["n"].flatMap({ Int($0) })
      else { continue }
      let found = workingDays.day(number, after: start)
      if found == row["expected_date"].flatMap({ CivilDate($0) }) {
        right += 1
      } else {
        print("\(suite) row \(row["id"] ?? "?"): \(found?.description ?? "none")")
      }
    }
    print("conformance \(suite): \(right) of \(rows.count)")
    return (right, rows.count)
  }
}
