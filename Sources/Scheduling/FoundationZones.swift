import FoundationEssentials

/// The zones that Foundation carries, for a machine without zone files.
///
/// Foundation has them only in a program that links its internationalization part, and does not
/// list them to one that does not import it. So a name must look like one and then be known.
enum FoundationZones {
  static var areAvailable: Bool { TimeZone(identifier: "Europe/Berlin") != nil }

  static func has(_ name: String) -> Bool {
    // Foundation takes abbreviations and offsets too, but none of those has a slash.
    guard name == "UTC" || name.utf8.contains(UInt8(ascii: "/")) else { return false }
    return TimeZone(identifier: name)?.identifier == name
  }

  /// The zone's changes from 1970 to 2100, after which the last one holds.
  static func table(_ name: String) -> ZoneTable? {
    guard has(name), let zone = TimeZone(identifier: name) else { return nil }
    func type(at date: Date) -> LocalTimeType {
      LocalTimeType(
        offset: zone.secondsFromGMT(for: date),
        isDaylightSaving: zone.isDaylightSavingTime(for: date),
        abbreviation: zone.abbreviation(for: date) ?? "")
    }
    var date = Date(timeIntervalSince1970: 0)
    let first = type(at: date)
    var changes: [PosixZoneRule.Change] = []
    while let next = zone.nextDaylightSavingTimeTransition(after: date), next > date,
      next.timeIntervalSince1970 < 4_133_980_800
    {
      let seconds = Int64(next.timeIntervalSince1970.rounded())
      changes.append(PosixZoneRule.Change(seconds: seconds, type: type(at: next)))
      date = next
    }
    return ZoneTable(name: name, first: first, changes: changes, rule: nil)
  }
}
