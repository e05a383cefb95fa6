import Testing

@testable import Scheduling

@Suite struct WindowConformance {
  /// The dates on which a country is closed, for all countries.
  private static func holidays() throws -> [String: Set<CivilDate>] {
    var dates: [String: Set<CivilDate>] = [:]
    for row in try ConformanceData.rows("schedule/holidays.tsv") {
      guard let country = row["country"], let date = row["date"].flatMap({ CivilDate($0) }) else {
        continue
      }
      dates[country, default: []].insert(date)
    }
    return dates
  }

  /// Prints and returns how many rows come out as expected.
  private static func score(
    _ suite: String, rows: [[String: String]], answer: ([String: String]) throws -> String
  ) -> (right: Int, all: Int) {
    var right = 0
    var shown = 0
    for row in rows {
      let result: String
      do { result = try answer(row) } catch { result = "\(error)" }
      if result == row["expected_utc"] {
        right += 1
      } else if shown < 10 {
        shown += 1
        print(
          "\(suite) row \(row["id"] ?? "?"): \(result) instead of \(row["expected_utc"] ?? "?")")
      }
    }
    print("conformance \(suite): \(right) of \(rows.count)")
    return (right, rows.count)
  }

  private struct BadRow: Error {}

  private static func windowAnswer(
    _ row: [String: String], _ database: ZoneDatabase, _ holidays: [String: Set<CivilDate>]
  ) throws -> String {
    let closed = row["holidays"] == "1" ? holidays[row["country"] ?? ""] ?? [] : []
    return try windowAnswer(row, database, closed: closed.contains)
  }

  private static func windowAnswer(
    _ row: [String: String], _ database: ZoneDatabase, closed: (CivilDate) -> Bool
  ) throws -> String {
    guard let name = row["zone"], let start = row["instant_utc"].flatMap(Instant.init(iso8601:)),
      let text = row["window"]
    else { throw BadRow() }
    let zone = try database.zone(listed: name)
    let found = try SendWindow(text).firstInstant(from: start, in: zone, closed: closed)
    return found?.iso8601 ?? "none"
  }

  @Test(.enabled(if: ConformanceData.has("schedule/windows.tsv", for: "windows")))
  func firstInstantsInWindowsOfEveryZone() throws {
    let database = try ZoneDatabase()
    let holidays = try Self.holidays()
    let score = Self.score("windows", rows: try ConformanceData.rows("schedule/windows.tsv")) {
      try Self.windowAnswer($0, database, holidays)
    }
    #expect(score.all > 0)
    #expect(score.right == score.all)
  }

  /// With our own rules for the holidays: they may miss what a government decrees, and leave out the
  /// days around Islamic feasts too.
  @Test(.enabled(if: ConformanceData.has("schedule/windows.tsv", for: "windows-by-rules")))
  func firstInstantsByOurOwnRulesForHolidays() throws {
    let database = try ZoneDatabase()
    let rows = try ConformanceData.rows("schedule/windows.tsv").filter { row in
      row["holidays"] == "1" && Holidays.shipped.market(row["country"] ?? "") != nil
    }
    let score = Self.score("windows-by-rules", rows: rows) { row in
      let closed = ClosedDays(market: Holidays.shipped.market(row["country"] ?? ""))
      return try Self.windowAnswer(row, database, closed: closed.contains)
    }
    #expect(score.all > 0)
    #expect(Double(score.right) >= 0.9 * Double(score.all))
  }

  @Test(.enabled(if: ConformanceData.has("schedule/windows-2026f.tsv", for: "windows-2026f")))
  func firstInstantsInZonesWhoseRulesHaveChanged() throws {
    let database = try ZoneDatabase(
      folder: "\(ConformanceData.folder)/schedule/zoneinfo-2026f")
    let holidays = try Self.holidays()
    let rows = try ConformanceData.rows("schedule/windows-2026f.tsv")
    let score = Self.score("windows-2026f", rows: rows) {
      try Self.windowAnswer($0, database, holidays)
    }
    #expect(score.all > 0)
    #expect(score.right == score.all)
  }

  @Test(.enabled(if: ConformanceData.has("schedule/intersect.tsv", for: "intersect")))
  func firstInstantsThatHoldInSeveralZones() throws {
    let database = try ZoneDatabase()
    let score = Self.score("intersect", rows: try ConformanceData.rows("schedule/intersect.tsv")) {
      row in
      guard let names = row["zones"], let text = row["window"],
        let start = row["instant_utc"].flatMap(Instant.init(iso8601:))
      else { throw BadRow() }
      let zones = try names.split(separator: ",").map { try database.zone(listed: String($0)) }
      return try SendWindow(text).firstInstant(from: start, inAll: zones)?.iso8601 ?? "none"
    }
    #expect(score.all > 0)
    #expect(score.right == score.all)
  }
}
