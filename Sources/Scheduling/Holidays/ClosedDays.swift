/// The dates on which a recipient is not written to, each with its name.
///
/// They are the public holidays of the recipient's country and days that the team closes by itself.
/// The sender's own holidays do not matter. Safe to use from many threads at once.
public final class ClosedDays: Sendable {
  /// No date is closed, as where nothing is known of a recipient's country.
  public static let none = ClosedDays(market: nil)

  private let market: MarketHolidays?
  private let own: [DaysOff]
  /// Both put together; only where there are own days, for the market has a table itself.
  private let table: ClosedDayTable?

  /// The closed days of a market, where its holidays are known, and a team's own.
  public init(market: MarketHolidays?, own: [DaysOff] = []) {
    self.market = market
    self.own = own.filter { $0.count > 0 }
    table = self.own.isEmpty ? nil : ClosedDayTable()
  }

  /// Whether a date is closed.
  public func contains(_ date: CivilDate) -> Bool {
    guard let table else { return market?.isClosed(date) ?? false }
    return table.isClosed(date.dayNumber) ?? computedContains(date.dayNumber, table)
  }

  @inline(never)
  private func computedContains(_ day: Int, _ table: ClosedDayTable) -> Bool {
    table.fill(around: day) { name(on: CivilDate(dayNumber: $0)) != nil }
    return table.isClosed(day) ?? false
  }

  /// Why a date is closed, such as “Christmas Day in DE”; nil where it is not.
  public func name(on date: CivilDate) -> String? {
    if let name = own.lazy.compactMap({ $0.name(on: date) }).first { return name }
    guard let market else { return nil }
    let holidays = market.holidays(on: date)
    guard let holiday = holidays.first(where: { !$0.isNeighbour }) ?? holidays.first else {
      return nil
    }
    let place = "\(holiday.name) in \(market.country)"
    if holiday.isNeighbour { return "\(place) may fall on it, as the moon is seen" }
    return place
  }
}
