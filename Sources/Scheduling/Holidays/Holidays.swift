import Synchronization

/// The public holidays and week-ends of markets, by rules that hold for any year.
///
/// The shipped rules stand in Templates/holidays, one file a market; a team may give its own files,
/// which replace the shipped ones of their markets.
public final class Holidays: Sendable {
  /// The shipped markets, read when first asked for.
  public static let shipped = Holidays()

  private let shippedFiles: [String: ShippedHolidayFile]
  private let markets: Mutex<[String: MarketHolidays]>

  /// The two-letter codes of all markets, in order.
  public let countries: [String]

  private init() {
    shippedFiles = ShippedHolidayFile.all
    markets = Mutex([:])
    countries = shippedFiles.keys.sorted()
  }

  /// Reads a team's own files in place of those shipped for their markets.
  ///
  /// Throws ``HolidayFileError`` at the first fault of a file.
  public init(files: [(path: String, bytes: [UInt8])]) throws(HolidayFileError) {
    var own: [String: MarketHolidays] = [:]
    for (path, bytes) in files {
      let file = try HolidayFile(json5: bytes, path: path)
      own[file.country] = MarketHolidays(file)
    }
    shippedFiles = ShippedHolidayFile.all
    countries = Set(shippedFiles.keys).union(own.keys).sorted()
    markets = Mutex(own)
  }

  /// A market by its two-letter code in capitals; nil where there is no holiday data for it.
  ///
  /// Whoever asks for many days keeps it: finding it costs more than asking it.
  public func market(_ country: String) -> MarketHolidays? {
    if let market = markets.withLock({ $0[country] }) { return market }
    // A test reads all shipped files: they have no faults.
    guard let shipped = shippedFiles[country],
      let file = try? HolidayFile(json5: shipped.bytes, path: shipped.path)
    else { return nil }
    let market = MarketHolidays(file)
    return markets.withLock { known in
      if let other = known[country] { return other }
      known[country] = market
      return market
    }
  }

  /// The holidays of a year; nil where there is no holiday data for the country.
  public func holidays(country: String, year: Int) -> [Holiday]? {
    market(country)?.holidays(year: year)
  }

  /// Whether offices are closed on a date; nil where there is no holiday data for the country.
  public func isClosed(_ date: CivilDate, country: String) -> Bool? {
    market(country)?.isClosed(date)
  }

  /// The days of the week-end, from Monday: by the market's data, else as CLDR has them.
  public func weekend(country: String) -> [Weekday] {
    if let market = market(country) { return market.weekend }
    if Self.restOnFriday.contains(country) { return [.friday, .saturday] }
    return [.saturday, .sunday]
  }

  /// Countries without data whose week-end is Friday and Saturday.
  ///
  /// Source: CLDR 47, weekData, and for Bangladesh, the Maldives and Palestine their own offices.
  private static let restOnFriday: Set<String> = [
    "BD", "BH", "DZ", "IQ", "JO", "KW", "LY", "MV", "OM", "PS", "QA", "SD", "SY", "YE",
  ]
}
