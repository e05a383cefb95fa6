import Testing

@testable import Scheduling

@Suite struct ClosedDaysTests {
  private static func date(_ text: String) throws -> CivilDate { try #require(CivilDate(text)) }

  private static func calendar(_ text: String) throws -> DaysOff {
    try DaysOff(csv: Array(text.utf8))
  }

  @Test func nothingIsClosedWhereNothingIsKnown() throws {
    #expect(!ClosedDays.none.contains(try Self.date("2026-12-25")))
    #expect(ClosedDays.none.name(on: try Self.date("2026-12-25")) == nil)
  }

  @Test func aMarketsHolidaysAndOwnDaysAreClosedAndNamed() throws {
    let closed = ClosedDays(
      market: Holidays.shipped.market("DE"),
      own: [
        try Self.calendar("2026-12-24,Christmas Eve\n2026-12-25,Family\n").named(from: "a.csv"),
        DaysOff([try DateSpan("2026-12-30..2027-01-02")], name: "break"),
      ])
    for (date, name) in [
      ("2026-10-03", "German Unity Day in DE"), ("2026-10-04", nil),
      ("2026-12-24", "Christmas Eve (a.csv)"), ("2026-12-25", "Family (a.csv)"),
      ("2026-12-26", "Second Day of Christmas in DE"), ("2026-12-29", nil),
      ("2026-12-30", "break 2026-12-30..2027-01-02"),
      ("2027-01-02", "break 2026-12-30..2027-01-02"),
      ("2027-01-03", nil),
    ] {
      #expect(closed.name(on: try Self.date(date)) == name)
      #expect(closed.contains(try Self.date(date)) == (name != nil), "\(date)")
    }
  }

  /// The table of both must say on every day what the two say by themselves.
  @Test func theTableAgreesWithTheNames() throws {
    let own = try Self.calendar(
      "1899-12-31,before\n2026-02-28,end\n2027-03-01,begin\n2201-01-01,after")
    let market = try #require(Holidays.shipped.market("SA"))
    let closed = ClosedDays(market: market, own: [own])
    for day in try Self.date("2025-12-20").dayNumber...Self.date("2028-01-10").dayNumber {
      let date = CivilDate(dayNumber: day)
      #expect(closed.contains(date) == (market.isClosed(date) || own.contains(date)), "\(date)")
      #expect(closed.contains(date) == (closed.name(on: date) != nil), "\(date)")
    }
  }

  @Test func theDaysAroundAnEstimatedFeastSayThatTheyMayBeIt() throws {
    let closed = ClosedDays(market: Holidays.shipped.market("SA"))
    let feasts = Holidays.shipped.holidays(country: "SA", year: 2027) ?? []
    let neighbour = try #require(feasts.filter(\.isNeighbour).first)
    #expect(closed.contains(neighbour.date))
    #expect(
      closed.name(on: neighbour.date)?.hasSuffix("in SA may fall on it, as the moon is seen")
        == true)
  }
}
