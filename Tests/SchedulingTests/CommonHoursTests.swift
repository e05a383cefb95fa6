import Testing

@testable import Scheduling

/// Windows of people who may be in any of several zones.
@Suite struct CommonHoursTests {
  private let database: ZoneDatabase
  private let workday: SendWindow

  init() throws {
    database = try ZoneDatabase()
    workday = try SendWindow("Mon-Fri 10:00-18:00")
  }

  private func zone(_ names: String) throws -> Zone {
    try #require(
      Zone(anyOf: try names.split(separator: " ").map { try database.zone(listed: String($0)) }))
  }

  private func instant(_ text: String) throws -> Instant { try #require(Instant(iso8601: text)) }

  @Test func theClocksAreTheFirstZones() throws {
    let zone = try zone("America/New_York America/Chicago")
    #expect(zone.name == "America/New_York")
    #expect(zone.alternatives.map(\.name) == ["America/Chicago"])
    #expect(zone.offset(at: 1_800_000_000) == -18_000)
    #expect(Zone(anyOf: []) == nil)
  }

  @Test(arguments: [
    // From Monday 2026-11-23, when New York has 10:00-18:00 at 15-23 and Honolulu at 20-04 UTC.
    ("America/New_York Pacific/Honolulu", "2026-11-23T00:00:00Z", "2026-11-23T20:00:00Z"),
    ("America/New_York Pacific/Honolulu", "2026-11-23T21:30:00Z", "2026-11-23T21:30:00Z"),
    ("America/New_York Pacific/Honolulu", "2026-11-23T23:00:00Z", "2026-11-24T20:00:00Z"),
    ("America/New_York Pacific/Honolulu", "2026-11-27T23:00:00Z", "2026-11-30T20:00:00Z"),
    // Kaliningrad to Kamchatka have nothing of it in common, but 06-08 UTC of 08:00-20:00.
    ("Europe/Kaliningrad Asia/Kamchatka", "2026-11-23T00:00:00Z", "2026-11-23T06:00:00Z"),
    // London's evening is Auckland's morning of the next day, which may be a Saturday.
    ("Europe/London Pacific/Auckland", "2026-11-23T00:00:00Z", "2026-11-23T19:00:00Z"),
    ("Europe/London Pacific/Auckland", "2026-11-27T00:00:00Z", "2026-11-30T19:00:00Z"),
  ])
  func theFirstInstantIsOpenInAllZones(names: String, from: String, expected: String) throws {
    let first = workday.firstInstant(from: try instant(from), in: try zone(names))
    #expect(first == (try instant(expected)), "\(names) \(String(describing: first))")
  }

  @Test func withUnderAnHourOfTheWideHoursInCommonThereIsNone() throws {
    let zone = try zone("Europe/Madrid Pacific/Auckland")
    let start = try instant("2026-11-23T00:00:00Z")
    #expect(workday.firstInstant(from: start, in: zone) == nil)
    #expect(SendPlanner(window: workday, zone: zone).firstTouch(from: start, seed: 1) == nil)
  }

  @Test func wideHoursAreNamedAsTheReason() throws {
    let planner = SendPlanner(window: workday, zone: try zone("Europe/Kaliningrad Asia/Kamchatka"))
    let first = try #require(
      planner.firstTouch(from: try instant("2026-11-23T00:00:00Z"), seed: 1))
    let date = try #require(CivilDate("2026-11-23"))
    #expect(first.reasons.contains(.wideHours(date)))
    let next = try #require(
      planner.followUp(after: first.instant, gap: try Gap(days: 3...3), seed: 2))
    #expect(next.reasons.contains { if case .wideHours = $0 { true } else { false } })
  }

  @Test func aHolidayInEitherZoneClosesTheHour() throws {
    let zone = try zone("America/New_York Asia/Tokyo")
    let window = try SendWindow("Mon-Fri 08:00-24:00")
    let closed = try #require(CivilDate("2026-11-25"))
    // 08:00-12:00 in New York is 22:00-24:00 in Tokyo for two hours; 19:00 there is the 24th still.
    let start = try instant("2026-11-24T23:00:00Z")
    #expect(window.contains(start, in: zone))
    #expect(!window.contains(start, in: zone, closed: { $0 == closed }))
  }

  /// No moment that is planned lies outside of what every zone allows by itself.
  @Test(arguments: [UInt64(1), 77, 20_261_124])
  func everyPlannedMomentIsOpenInEveryZone(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let names = database.names.filter { $0.contains("/") && !$0.hasPrefix("Etc/") }
    for round in 0..<150 {
      let zones = try (0..<Int.random(in: 2...5, using: &random)).map { _ in
        try database.zone(listed: names[Int.random(in: 0..<names.count, using: &random)])
      }
      let zone = try #require(Zone(anyOf: zones))
      let window = try RandomWindow.make(using: &random)
      let wide = SendWindow(window, hours: SendWindow.wideHours)
      let comment: Comment = "seed \(seed), round \(round), \(zones) \(window)"
      let start = Instant(
        microseconds: .random(in: 1_700_000_000_000_000..<2_400_000_000_000_000, using: &random))
      let planner = SendPlanner(window: window, zone: zone)
      guard let first = planner.firstTouch(from: start, seed: random.next()) else { continue }
      #expect(window.contains(first.instant, in: zone), comment)
      let isWide = first.reasons.contains { if case .wideHours = $0 { true } else { false } }
      let used = isWide ? wide : window
      for single in zones { #expect(used.contains(first.instant, in: single), comment) }
      let opening = try #require(window.firstInstant(from: start, in: zone))
      #expect(opening >= start && opening <= first.instant, comment)
      #expect(window.contains(opening, in: zone), comment)
    }
  }
}
