import FoundationEssentials
import Glibc

/// The zones that Foundation carries, for a machine without zone files.
///
/// They are in its internationalization part with ICU, some 40 MB whose loading would cost every
/// start of the program several milliseconds. So no module here imports it: it is loaded when it is
/// first asked for, which is when no folder has any zone, and from then on `TimeZone` knows them. A
/// program that carries its own static copy of Foundation has them only where it links that part.
/// Foundation does not list them to one that does not import it, so a name must look like one and
/// then be known.
enum FoundationZones {
  static var areAvailable: Bool {
    _ = library
    return TimeZone(identifier: "Europe/Berlin") != nil
  }

  /// The release of the tz database that ICU was built with, such as `2025b`.
  static var version: String? {
    typealias Version = @convention(c) (UnsafeMutablePointer<Int32>) -> UnsafePointer<CChar>?
    // ICU's own name, with the prefix under which Foundation builds it.
    guard let library = library.handle, let symbol = dlsym(library, "swift_ucal_getTZDataVersion")
    else { return nil }
    var status: Int32 = 0
    // ICU: const char* ucal_getTZDataVersion(UErrorCode*), a constant that is never freed.
    guard let text = unsafeBitCast(symbol, to: Version.self)(&status), status <= 0 else {
      return nil
    }
    return String(cString: text)
  }

  /// The handle of a loaded library, which is never closed and only ever handed to `dlsym`.
  private struct Library: @unchecked Sendable {
    let handle: UnsafeMutableRawPointer?
  }

  private static let library = Library(
    handle: dlopen("libFoundationInternationalization.so", RTLD_LAZY | RTLD_GLOBAL))

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
