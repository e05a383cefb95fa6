/// The name of a time zone as the tz database lists it, such as `Europe/Berlin`.
///
/// Zones and links are accepted, in their exact case. Refused, with a suggestion, are offsets,
/// POSIX rules and abbreviations; also the seven three-letter names of clocks (EST, MST, HST,
/// WET, CET, EET, MET) that the tz database keeps for old programs: they are not where a person
/// lives, and `EST` never goes over to summer time. `Factory`, the mark of an unset zone, is too.
public struct TimeZoneName: Hashable, Sendable {
  /// The name as it is listed.
  public let rawValue: String

  /// Checks the name against the zones and links of the database.
  ///
  /// Throws ``TimeZoneNameError``, which says what the name is instead and what to write.
  public init(_ name: String, in database: ZoneDatabase) throws(TimeZoneNameError) {
    guard !Self.refused.contains(name), database.lists(name) else {
      throw Self.diagnose(name, in: database)
    }
    rawValue = name
  }

  /// Listed, but not where anybody lives: clocks for old programs, and the mark of an unset zone.
  private static let refused: Set<String> = [
    "EST", "MST", "HST", "WET", "CET", "EET", "MET", "Factory",
  ]

  private static func diagnose(_ given: String, in database: ZoneDatabase) -> TimeZoneNameError {
    let name = given.trimmingASCIISpace()
    guard !name.isEmpty else { return .empty }
    if let candidates = ZoneAbbreviation.candidates(name.uppercased()) {
      return .abbreviation(given, candidates: candidates.filter(database.lists))
    }
    if let offset = WrittenOffset(name) {
      return .offset(given, fixed: offset.zoneName.flatMap { database.lists($0) ? $0 : nil })
    }
    let folded = name.lowercased().replacing(" ", with: "_")
    let names = database.names
    if let same = names.first(where: { $0.lowercased() == folded }) {
      return refused.contains(same) ? .unset(given) : .wrongForm(given, suggestion: same)
    }
    if name.utf8.contains(UInt8(ascii: ",")) || PosixZoneRule(Array(name.utf8)[...]) != nil {
      return .posixRule(given)
    }
    return .unknown(given, suggestions: ZoneNameSuggestions.near(folded, in: names))
  }
}

extension TimeZoneName: CustomStringConvertible {
  /// The name as it is listed.
  public var description: String { rawValue }
}

/// An offset as people write it: `+02:00`, `GMT+2`, `UTC-0330`.
private struct WrittenOffset {
  var minutes: Int

  init?(_ text: String) {
    var cursor = ByteCursor(text.uppercased())
    let prefix = cursor.run(while: \.isASCIILetter)
    guard ["", "GMT", "UTC", "UT", "Z"].contains(prefix) else { return nil }
    if cursor.isAtEnd, prefix == "Z" {
      minutes = 0
      return
    }
    let isNegative = cursor.take("-")
    guard isNegative || cursor.take("+") || !prefix.isEmpty else { return nil }
    var total: Int
    if let packed = cursor.number(digits: 4...4) {
      total = packed / 100 * 60 + packed % 100
    } else if let hours = cursor.number(digits: 1...2) {
      total = hours * 60
      if cursor.take(":") || cursor.take(".") {
        guard let rest = cursor.number(digits: 2...2) else { return nil }
        total += rest
      }
    } else {
      return nil
    }
    guard cursor.isAtEnd else { return nil }
    if isNegative { total = -total }
    minutes = total
  }

  /// The listed zone of that fixed offset; its sign is the other way round, as in POSIX.
  var zoneName: String? {
    guard minutes % 60 == 0, (-12...14).contains(minutes / 60) else { return nil }
    let hours = minutes / 60
    return hours == 0 ? "Etc/UTC" : "Etc/GMT\(hours > 0 ? "-" : "+")\(hours.magnitude)"
  }
}

extension String {
  /// The text without spaces, tabs and line ends around it.
  func trimmingASCIISpace() -> String {
    let isSpace = { (byte: UInt8) in byte == 0x20 || (0x09...0x0D).contains(byte) }
    let bytes = Array(utf8)
    guard let first = bytes.firstIndex(where: { !isSpace($0) }),
      let last = bytes.lastIndex(where: { !isSpace($0) })
    else { return "" }
    return String(decoding: bytes[first...last], as: UTF8.self)
  }
}
