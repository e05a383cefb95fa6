import Testing

@testable import Scheduling

@Suite struct MeetingSearchTests {
  private static let zones = Result { try ZoneDatabase() }

  private func zone(_ name: String) throws -> Zone { try Self.zones.get().zone(listed: name) }

  private func hours(
    _ window: String, _ zoneName: String, country: String? = nil, blackouts: [String] = []
  ) throws -> MeetingHours {
    MeetingHours(
      window: try SendWindow(window), zone: try zone(zoneName),
      weekend: country.map { Holidays.shipped.weekend(country: $0) } ?? [.saturday, .sunday],
      closed: ClosedDays(
        market: country.flatMap { Holidays.shipped.market($0) },
        own: [DaysOff(try blackouts.map { try DateSpan($0) }, name: "closed")]))
  }

  /// The beginnings as their clock shows them.
  private func times(
    _ theirs: MeetingHours, _ ours: MeetingHours, minutes: Int = 30, after instant: String,
    count: Int = 3
  ) throws -> [String] {
    let instant = try #require(Instant(iso8601: instant))
    return MeetingSearch(theirs: theirs, ours: ours, minutes: minutes)
      .times(count, after: instant).map { "\(LocalTime($0.lowerBound, in: theirs.zone))" }
  }

  @Test func `three days are offered, each at a later hour, from the second working day`() throws {
    let hours = try hours("Mon-Fri 09:00-17:00", "Europe/Berlin", country: "DE")
    // A Tuesday.
    #expect(
      try times(hours, hours, after: "2026-11-24T08:00:00Z")
        == ["2026-11-26 09:00", "2026-11-27 11:30", "2026-11-30 14:00"])
    // Late on a Thursday: Friday is the first working day, Monday the second.
    #expect(
      try times(hours, hours, after: "2026-11-26T22:30:00Z", count: 1) == ["2026-11-30 09:00"])
  }

  @Test func `holidays and black-outs of either side are left out`() throws {
    // 2026-11-26 is Thanksgiving in the US, 2026-11-23 Labour Thanksgiving Day in Japan.
    let newYork = try hours("Mon-Fri 08:00-17:00", "America/New_York", country: "US")
    let berlin = try hours("Mon-Fri 14:00-18:00", "Europe/Berlin", country: "DE")
    let closed = try hours(
      "Mon-Fri 14:00-18:00", "Europe/Berlin", country: "DE", blackouts: ["2026-11-30..2026-12-01"])
    #expect(
      try times(newYork, berlin, after: "2026-11-24T14:00:00Z")
        == ["2026-11-27 08:00", "2026-11-30 09:00", "2026-12-01 10:30"])
    #expect(
      try times(newYork, closed, after: "2026-11-24T14:00:00Z")
        == ["2026-11-27 08:00", "2026-12-02 09:00", "2026-12-03 10:30"])
    // Our own holiday delays our second working day.
    let tokyo = try hours("Mon-Fri 09:00-20:00", "Asia/Tokyo", country: "JP")
    #expect(
      try times(berlin, tokyo, after: "2026-11-20T08:00:00Z", count: 1) == [])
    let early = try hours("Mon-Fri 08:00-18:00", "Europe/Berlin", country: "DE")
    #expect(
      try times(early, tokyo, after: "2026-11-20T08:00:00Z", count: 1) == ["2026-11-25 08:00"])
  }

  @Test
  func `nothing is offered where the hours have too little in common within ten working days`()
    throws
  {
    let berlin = try hours("Mon-Fri 09:00-17:00", "Europe/Berlin")
    let honolulu = try hours("Mon-Fri 09:00-17:00", "Pacific/Honolulu")
    #expect(try times(berlin, honolulu, after: "2026-11-24T08:00:00Z") == [])
    let brief = try hours("Mon-Fri 16:40-17:30", "Europe/Berlin")
    // 17:00 is the one half hour, and 30 minutes fit; 31 do not.
    #expect(
      try times(brief, brief, after: "2026-11-24T08:00:00Z", count: 1) == ["2026-11-26 17:00"])
    #expect(try times(brief, brief, minutes: 31, after: "2026-11-24T08:00:00Z") == [])
    // 2026-12-08 is the tenth working day after that Tuesday, which the last offer may use.
    let late = try hours(
      "Mon-Fri 09:00-17:00", "Europe/Berlin", blackouts: ["2026-11-25..2026-12-07"])
    #expect(try times(berlin, late, after: "2026-11-24T08:00:00Z", count: 1) == [])
    let last = try hours(
      "Mon-Fri 09:00-17:00", "Europe/Berlin", blackouts: ["2026-11-26..2026-12-07"])
    #expect(try times(berlin, last, after: "2026-11-24T08:00:00Z") == ["2026-12-08 09:00"])
    #expect(try times(berlin, berlin, after: "2026-11-24T08:00:00Z", count: 0) == [])
  }

  @Test func `half hours are those of their clock, also where it is odd to ours`() throws {
    let kathmandu = try hours("Sun-Fri 10:00-18:00", "Asia/Kathmandu")
    let berlin = try hours("Mon-Fri 09:00-17:00", "Europe/Berlin")
    // 09:00 in Berlin is 13:45 there.
    #expect(
      try times(kathmandu, berlin, after: "2026-11-24T08:00:00Z", count: 1)
        == ["2026-11-26 14:00"])
  }

  @Test func `wide hours that a message may use are no working hours`() throws {
    let zones = [try zone("Europe/London"), try zone("Pacific/Auckland")]
    let theirs = MeetingHours(
      window: try SendWindow("Mon-Fri 10:00-18:00"), zone: try #require(Zone(anyOf: zones)),
      weekend: [.saturday, .sunday], closed: .none)
    let ours = try hours("Mon-Sun 00:00-24:00", "Europe/London")
    #expect(try times(theirs, ours, after: "2026-11-24T08:00:00Z") == [])
  }

  /// Compared with trying every quarter of an hour.
  @Test(arguments: [UInt64(3), 20_261_124, SplitMix64.anySeed])
  func everyTimeIsInBothWindowsOnAWorkingDayAndTheFirstIsTheEarliest(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let database = try Self.zones.get()
    let names = database.names.isEmpty ? ["Europe/Berlin", "Asia/Tokyo"] : database.names
    let countries = Holidays.shipped.countries
    var offered = 0
    for round in 0..<150 {
      func side() throws -> Side {
        Side(
          window: try Bool.random(using: &random)
            ? RandomWindow.make(using: &random) : SendWindow("Mon-Fri 08:00-19:00"),
          zone: try database.zone(listed: names[Int.random(in: 0..<names.count, using: &random)]),
          country: countries[Int.random(in: 0..<countries.count, using: &random)])
      }
      let (theirs, ours) = (try side(), try side())
      let minutes = [15, 30, 45, 60, 90][Int.random(in: 0..<5, using: &random)]
      let count = Int.random(in: 1...4, using: &random)
      let now = Instant(
        microseconds: .random(in: 1_767_225_600_000_000..<1_893_456_000_000_000, using: &random))
      let comment: Comment = "seed \(seed), round \(round): \(theirs), \(ours), \(minutes), \(now)"
      let search = MeetingSearch(theirs: theirs.hours, ours: ours.hours, minutes: minutes)
      let found = search.times(count, after: now)
      offered += found.count

      let earliest = theirs.workingDay(2, after: now)
      let (ourEarliest, last) = (ours.workingDay(2, after: now), theirs.workingDay(10, after: now))
      func isAllowed(_ start: Instant) -> Bool {
        let date = theirs.date(start)
        return date >= earliest && date <= last && ours.date(start) >= ourEarliest
          && LocalTime(start, in: theirs.zone).secondOfDay % 1_800 == 0
          && (0..<minutes).allSatisfy {
            let instant = start.adding(seconds: Int64($0) * 60)
            return theirs.isOpen(instant) && ours.isOpen(instant)
          } && theirs.isOpen(start.adding(seconds: Int64(minutes) * 60 - 1))
          && ours.isOpen(start.adding(seconds: Int64(minutes) * 60 - 1))
      }
      for time in found {
        #expect(isAllowed(time.lowerBound), comment)
        #expect(time.upperBound.seconds - time.lowerBound.seconds == Int64(minutes) * 60, comment)
        #expect(theirs.hours.contain(time) && ours.hours.contain(time), comment)
      }
      #expect(Set(found.map { theirs.date($0.lowerBound) }).count == found.count, comment)
      #expect(Set(found.map { ours.date($0.lowerBound) }).count == found.count, comment)
      #expect(found.count <= count && found.map(\.lowerBound) == found.map(\.lowerBound).sorted())

      var time = theirs.zone.start(of: earliest).seconds / 900 * 900
      var first: Instant?
      while first == nil, time < theirs.zone.start(of: last.adding(days: 1)).seconds {
        if isAllowed(Instant(seconds: time)) { first = Instant(seconds: time) }
        time += 900
      }
      #expect(found.first?.lowerBound == first, comment)
    }
    #expect(offered > 50, "seed \(seed): too few to tell")
  }

  /// One side, judged in the plainest way.
  private struct Side: CustomStringConvertible {
    let window: SendWindow
    let zone: Zone
    let country: String

    var hours: MeetingHours {
      MeetingHours(
        window: window, zone: zone, weekend: Holidays.shipped.weekend(country: country),
        closed: ClosedDays(market: Holidays.shipped.market(country)))
    }

    func date(_ instant: Instant) -> CivilDate { LocalTime(instant, in: zone).date }

    func isHoliday(_ date: CivilDate) -> Bool {
      (Holidays.shipped.holidays(country: country, year: date.year) ?? [])
        .contains { $0.date == date }
    }

    func isOpen(_ instant: Instant) -> Bool {
      window.contains(instant, in: zone) && !isHoliday(date(instant))
    }

    func workingDay(_ number: Int, after instant: Instant) -> CivilDate {
      var day = date(instant)
      var left = number
      while left > 0 {
        day = day.adding(days: 1)
        if !Holidays.shipped.weekend(country: country).contains(day.weekday), !isHoliday(day) {
          left -= 1
        }
      }
      return day
    }

    var description: String { "\(window) in \(zone) and \(country)" }
  }
}
