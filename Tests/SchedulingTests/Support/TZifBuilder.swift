@testable import Scheduling

/// Writes compiled time zone files for tests.
struct TZifBuilder {
  var version: UInt8 = 0x32
  var types: [(offset: Int32, isDaylightSaving: Bool, name: String)] = []
  var changes: [(seconds: Int64, type: UInt8)] = []
  var footer = ""
  var leapSeconds = 0

  var bytes: [UInt8] {
    let isOld = version == 0
    var result = block(timeSize: 4, isEmpty: !isOld)
    if !isOld { result += block(timeSize: 8, isEmpty: false) + Array("\n\(footer)\n".utf8) }
    return result
  }

  private func block(timeSize: Int, isEmpty: Bool) -> [UInt8] {
    // The 32-bit block of a newer file may hold nothing but one type (RFC 9636 section 4).
    let types = isEmpty ? [(0, false, "X")] : types
    let changes = isEmpty ? [] : changes
    let leapSeconds = isEmpty ? 0 : leapSeconds
    var names: [UInt8] = []
    var body: [UInt8] = []
    for change in changes { body += big(change.seconds, timeSize) }
    body += changes.map(\.type)
    for type in types {
      body += big(Int64(type.0), 4) + [type.1 ? 1 : 0, UInt8(truncatingIfNeeded: names.count)]
      names += Array(type.2.utf8) + [0]
    }
    body += names + [UInt8](repeating: 0, count: leapSeconds * (timeSize + 4))
    var header = Array("TZif".utf8) + [version] + [UInt8](repeating: 0, count: 15)
    for count in [0, 0, leapSeconds, changes.count, types.count, names.count] {
      header += big(Int64(count), 4)
    }
    return header + body
  }

  private func big(_ value: Int64, _ size: Int) -> [UInt8] {
    (0..<size).reversed().map { UInt8(truncatingIfNeeded: value >> Int64($0 * 8)) }
  }

  /// The zone that a database would make of the bytes.
  func zone(named name: String = "Test/Zone") throws -> Zone {
    try Self.zone(bytes, named: name)
  }

  static func zone(_ bytes: [UInt8], named name: String = "Test/Zone") throws(TZifError) -> Zone {
    let file = try TZifFile(bytes)
    return Zone(
      table: ZoneTable(name: name, first: file.types[0], changes: file.changes, rule: file.rule))
  }
}
