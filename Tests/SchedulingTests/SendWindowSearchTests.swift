import Testing

@testable import Scheduling

@Suite struct SendWindowSearchTests {
  private static let database = Result { try ZoneDatabase() }

  private func zone(_ name: String) throws -> Zone {
    try Self.database.get().zone(listed: name)
  }

  @Test(arguments: [
    // Inside already: unchanged, fraction included.
    (
      "Europe/Berlin", "Mon-Fri 10:00-18:00", "2026-11-24T09:00:00.5Z",
      "2026-11-24T09:00:00.500000Z"
    ),
    // A fraction of a second too early, and exactly at the end.
    ("Europe/Berlin", "Mon-Fri 10:00-18:00", "2026-11-24T08:59:59.5Z", "2026-11-24T09:00:00Z"),
    ("Europe/Berlin", "Mon-Fri 10:00-18:00", "2026-11-24T17:00:00Z", "2026-11-25T09:00:00Z"),
    // Over the week-end, and over the regional one.
    ("Europe/Berlin", "Mon-Fri 10:00-18:00", "2026-11-27T17:00:00Z", "2026-11-30T09:00:00Z"),
    (
      "Asia/Riyadh", "Sun-Thu 09:00-12:00,13:00-17:00", "2026-11-26T14:00:00Z",
      "2026-11-29T06:00:00Z"
    ),
    (
      "Asia/Riyadh", "Sun-Thu 09:00-12:00,13:00-17:00", "2026-11-26T09:30:00Z",
      "2026-11-26T10:00:00Z"
    ),
    // Opening in a gap, lying wholly in it, and the second pass of an overlap.
    ("Europe/Berlin", "Sun 02:30-04:00", "2026-03-28T12:00:00Z", "2026-03-29T01:00:00Z"),
    ("Europe/Berlin", "Sun 02:00-03:00", "2026-03-28T12:00:00Z", "2026-04-05T00:00:00Z"),
    ("Europe/Berlin", "Sun 02:00-02:30", "2026-10-25T00:30:00Z", "2026-10-25T01:00:00Z"),
    // Half-hour zones, the leap day, and the end of 32-bit time.
    ("Asia/Kolkata", "Mon-Sun 09:00-10:00", "2028-02-28T05:00:00Z", "2028-02-29T03:30:00Z"),
    ("Asia/Kathmandu", "Tue 00:00-24:00", "2028-02-28T12:00:00Z", "2028-02-28T18:15:00Z"),
    ("America/New_York", "Mon-Fri 09:00-17:00", "2038-01-19T03:14:08Z", "2038-01-19T14:00:00Z"),
    ("America/New_York", "Sun 02:30-03:30", "2238-03-10T00:00:00Z", "2238-03-11T07:00:00Z"),
    // A day that a zone left out: Samoa had no 30 December 2011, a Friday.
    ("Pacific/Apia", "Fri 00:00-24:00", "2011-12-30T09:59:59Z", "2012-01-05T10:00:00Z"),
  ])
  func theFirstInstantInside(name: String, window: String, from: String, expected: String) throws {
    let start = try #require(Instant(iso8601: from))
    let found = try SendWindow(window).firstInstant(from: start, in: zone(name))
    #expect(found?.iso8601 == expected)
  }

  @Test func closedDaysArePassedOver() throws {
    let closed: Set = [
      try #require(CivilDate("2026-12-24")), try #require(CivilDate("2026-12-25")),
    ]
    let window = try SendWindow("Mon-Fri 10:00-18:00")
    let berlin = try zone("Europe/Berlin")
    let start = try #require(Instant(iso8601: "2026-12-24T11:00:00Z"))
    #expect(!window.contains(start, in: berlin, closed: closed.contains))
    #expect(window.contains(start, in: berlin))
    #expect(
      window.firstInstant(from: start, in: berlin, closed: closed.contains)?.iso8601
        == "2026-12-28T09:00:00Z")
    #expect(window.firstInstant(from: start, in: berlin, closed: { _ in true }) == nil)
    #expect(window.firstInstant(from: start, inAll: [berlin], closed: { _ in true }) == nil)
  }

  @Test func theHorizonIsFourHundredDays() throws {
    let window = try SendWindow("Mon-Sun 00:00-24:00")
    let utc = try zone("UTC")
    let start = try #require(Instant(iso8601: "2026-01-01T12:00:00Z"))
    let first = LocalTime(start, in: utc).date
    let after400 = window.firstInstant(
      from: start, in: utc, closed: { $0 < first.adding(days: 400) })
    #expect(after400?.iso8601 == "2027-02-05T00:00:00Z")
    let after401 = window.firstInstant(
      from: start, in: utc, closed: { $0 < first.adding(days: 401) })
    #expect(after401 == nil)
  }

  @Test func severalZonesMustAllAgree() throws {
    let window = try SendWindow("Mon-Fri 09:00-17:00")
    let start = try #require(Instant(iso8601: "2026-11-24T00:00:00Z"))
    let coasts = [try zone("America/New_York"), try zone("America/Los_Angeles")]
    #expect(window.firstInstant(from: start, inAll: coasts)?.iso8601 == "2026-11-24T17:00:00Z")
    let apart = [try zone("America/New_York"), try zone("Asia/Tokyo")]
    #expect(window.firstInstant(from: start, inAll: apart) == nil)
    #expect(window.firstInstant(from: start, inAll: []) == nil)
    #expect(window.firstInstant(from: start, inAll: coasts, within: -1) == nil)
  }

  @Test func noInstantIsTooFar() throws {
    let window = try SendWindow("Mon-Fri 09:00-17:00")
    for name in ["Europe/Berlin", "Asia/Tokyo"] {
      let zone = try zone(name)
      for microseconds in [Int64.min, .min + 1, 0, .max - 1, .max] {
        let start = Instant(microseconds: microseconds)
        let found = window.firstInstant(from: start, in: zone)
        if let found, found.microseconds < .max { #expect(window.contains(found, in: zone)) }
        _ = window.firstInstant(from: start, inAll: [zone, zone])
      }
    }
  }

  /// The rule read word for word, at the instants at which an answer can lie: the start, and the
  /// openings and clock changes after it.
  @Test func theSearchAgreesWithTheRuleWordForWord() throws {
    let seed: UInt64 = 314_159
    var random = SplitMix64(seed: seed)
    let names = [
      "Europe/Berlin", "Australia/Lord_Howe", "America/St_Johns", "Africa/Cairo", "Asia/Beirut",
      "America/Santiago", "Asia/Kathmandu", "Pacific/Chatham", "America/Havana", "Pacific/Apia",
    ]
    for round in 0..<300 {
      let zone = try zone(names[Int.random(in: 0..<names.count, using: &random)])
      let window = try RandomWindow.make(using: &random)
      let closedDay = Int.random(in: 0..<7, using: &random)
      let closed = { (date: CivilDate) in date.dayNumber % 7 == closedDay }
      // Half of the starts lie in the two days before a change of the clocks.
      var from = Int64.random(in: 1_300_000_000..<2_500_000_000, using: &random)
      if round % 2 == 0, let change = zone.nextTransition(after: from) {
        from = change - Int64.random(in: 0..<172_800, using: &random)
      }
      var expected: Int64?
      var minute = from
      while expected == nil, minute < from + 15 * 86_400 {
        if window.contains(Instant(seconds: minute), in: zone, closed: closed) { expected = minute }
        // Openings and changes lie on whole minutes.
        minute += 60 - (minute % 60)
      }
      let found = window.firstInstant(from: Instant(seconds: from), in: zone, closed: closed)
      if let expected {
        #expect(found?.seconds == expected, "seed \(seed), round \(round), \(zone) \(window)")
      }
    }
  }

  @Test func openStretchesAreExactlyTheInstantsOfTheDateInside() throws {
    let seed: UInt64 = 2_718
    var random = SplitMix64(seed: seed)
    let names = ["Europe/Berlin", "Australia/Lord_Howe", "America/Havana", "Pacific/Apia"]
    for round in 0..<100 {
      let zone = try zone(names[round % names.count])
      let window = try RandomWindow.make(using: &random)
      let from = Int64.random(in: 1_300_000_000..<2_500_000_000, using: &random)
      let change = zone.nextTransition(after: from) ?? from
      let date = LocalTime(Instant(seconds: change - 43_200), in: zone).date
        .adding(days: Int.random(in: 0...1, using: &random))
      let open = window.openStretches(on: date, in: zone)
      let stretches = open?.all ?? []
      #expect(zip(stretches, stretches.dropFirst()).allSatisfy { $0.upperBound < $1.lowerBound })
      let noon = Int64(date.dayNumber) * 86_400 + 43_200
      var minute = noon - 200_000 / 60 * 60
      while minute < noon + 200_000 {
        let instant = Instant(seconds: minute)
        let isInside =
          LocalTime(instant, in: zone).date == date && window.contains(instant, in: zone)
        if isInside != stretches.contains(where: { $0.contains(minute) }) {
          Issue.record("seed \(seed), round \(round), \(zone) \(window) \(instant)")
          break
        }
        minute += 60
      }
    }
  }
}
