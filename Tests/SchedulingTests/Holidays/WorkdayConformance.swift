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
    var right = 0
    let rows = try ConformanceData.rows("schedule/workdays.tsv")
    for row in rows {
      let days = closed[row["country"] ?? ""] ?? []
      let weekend = (row["weekend"] ?? "").split(separator: ",")
        .compactMap { Weekday(shortName: String($0)) }
      let workingDays = WorkingDays(weekend: weekend, closed: { days.contains($0) })
      let start = row["start_date"].flatMap { CivilDate($0) }
      let number = row["n"].flatMap { Int($0) }
      guard let start, let number else { continue }
      let found = workingDays.day(number, after: start)
      if found == row["expected_date"].flatMap({ CivilDate($0) }) {
        right += 1
      } else {
        print("workdays row \(row["id"] ?? "?"): \(found?.description ?? "none")")
      }
    }
    print("conformance workdays: \(right) of \(rows.count)")
    #expect(!rows.isEmpty)
    #expect(right == rows.count)
  }
}
