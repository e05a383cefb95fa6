import Scheduling

/// The days on which a workspace's contacts are not written to: public holidays by rule, and what
/// the team closes by itself.
///
/// `calendars/NAME.ics` and `.csv` are for everybody; `calendars/NAME.de.ics`, or `de.ics` alone,
/// for one country. A file `holidays/xx.json5` replaces the shipped rules of its market.
struct WorkspaceCalendars: Sendable {
  /// A calendar of the team's own.
  struct File: Sendable {
    let path: String
    /// The country that it is for; nil for everybody.
    let country: CountryCode?
    let days: DaysOff
  }

  let holidays: Holidays
  let files: [File]

  /// Reads the workspace's files.
  ///
  /// - Throws: `ConfigurationError` with file and line, `WorkspaceError`.
  init(of workspace: Workspace) throws {
    files = try Self.paths(in: workspace).map { try Self.file($0, in: workspace) }
    let rules = workspace.filesBelow("holidays").filter { $0.hasSuffix(".json5") }
    guard !rules.isEmpty else {
      holidays = .shipped
      return
    }
    let bytes = try rules.map { (path: $0, bytes: try workspace.bytes(of: $0)) }
    do {
      holidays = try Holidays(files: bytes)
    } catch {
      throw ConfigurationError(path: error.path, line: error.line, message: error.reason)
    }
  }

  /// The closed days of a country, or where none is known those of everybody.
  func closedDays(country: String?, blackouts: [DateSpan]) -> ClosedDays {
    var own = files.filter { $0.country == nil || $0.country?.code == country }.map(\.days)
    if !blackouts.isEmpty { own.append(DaysOff(blackouts, name: "the campaign's black-out")) }
    return ClosedDays(market: country.flatMap(holidays.market), own: own)
  }

  /// The week-end of a country, or where none is known Saturday and Sunday.
  func weekend(country: String?) -> [Weekday] {
    country.map { holidays.weekend(country: $0) } ?? [.saturday, .sunday]
  }

  /// The paths of the calendars, sorted.
  static func paths(in workspace: Workspace) -> [String] {
    workspace.filesBelow("calendars").filter { $0.hasSuffix(".ics") || $0.hasSuffix(".csv") }
  }

  /// Reads one calendar.
  static func file(_ path: String, in workspace: Workspace) throws -> File {
    let country = try country(of: path)
    let bytes = try workspace.bytes(of: path)
    do throws(DaysOffError) {
      let days = try path.hasSuffix(".ics") ? DaysOff(ics: bytes) : DaysOff(csv: bytes)
      return File(path: path, country: country, days: days.named(from: path))
    } catch {
      throw ConfigurationError(path: path, line: error.line, message: error.reason)
    }
  }

  /// The country that stands before a file's ending.
  private static func country(of path: String) throws -> CountryCode? {
    let name = path.split(separator: "/").last ?? ""
    let parts = name.split(separator: ".").dropLast()
    guard let last = parts.last, parts.count > 1 || last.utf8.count == 2 else { return nil }
    guard last.utf8.count == 2, let country = CountryCode(last), country.code == last.uppercased()
    else {
      throw ConfigurationError(
        path: path,
        message: "'\(last)' is no country; write NAME.ics for everybody, or NAME.de.ics with a "
          + "two-letter code for one country")
    }
    return country
  }
}
