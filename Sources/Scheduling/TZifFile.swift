/// What is wrong with the bytes of a compiled time zone file.
package enum TZifError: Error, Hashable, CustomStringConvertible {
  case notTZif
  case truncated
  case leapSeconds
  case noLocalTimeType
  case badCounts
  case badTransition
  case badLocalTimeType
  case badFooter

  package var description: String {
    switch self {
    case .notTZif: "it does not begin with “TZif”"
    case .truncated: "it ends too early"
    case .leapSeconds: "it counts leap seconds, as the files in zoneinfo/right do"
    case .noLocalTimeType: "it names no local time at all"
    case .badCounts: "the counts in its header contradict each other"
    case .badTransition: "its changes are not in order or refer to nothing"
    case .badLocalTimeType: "one of its local times is out of range"
    case .badFooter: "its last line is not a POSIX time zone rule"
    }
  }
}

/// A compiled time zone file, versions 1 to 4 (RFC 9636).
///
/// A version 1 block of 32-bit times; from version 2 on the same again in 64 bits, which is the
/// one that counts, and a rule for all later times.
struct TZifFile {
  private struct Header {
    static let size = 44
    var version: UInt8
    var utcIndicators: Int
    var standardIndicators: Int
    var leapSeconds: Int
    var transitions: Int
    var types: Int
    var characters: Int

    func bodySize(timeSize: Int) -> Int {
      transitions * (timeSize + 1) + types * 6 + characters + leapSeconds * (timeSize + 4)
        + standardIndicators + utcIndicators
    }
  }

  private(set) var types: [LocalTimeType] = []
  private(set) var changes: [PosixZoneRule.Change] = []
  private(set) var rule: PosixZoneRule?

  /// Reads the bytes of a file.
  init(_ bytes: [UInt8]) throws(TZifError) {
    var header = try Self.header(bytes, at: 0)
    var position = Header.size
    guard header.version >= UInt8(ascii: "2") else {
      try readBody(bytes, at: position, header, timeSize: 4)
      return
    }
    position += header.bodySize(timeSize: 4)
    header = try Self.header(bytes, at: position)
    position += Header.size
    try readBody(bytes, at: position, header, timeSize: 8)
    position += header.bodySize(timeSize: 8)

    guard position < bytes.count, bytes[position] == 0x0A,
      let end = bytes[(position + 1)...].firstIndex(of: 0x0A)
    else { throw .badFooter }
    let footer = bytes[(position + 1)..<end]
    guard !footer.isEmpty else { return }
    guard let rule = PosixZoneRule(footer) else { throw .badFooter }
    self.rule = rule
  }

  private static func header(_ bytes: [UInt8], at start: Int) throws(TZifError) -> Header {
    guard bytes.count - start >= 4 else { throw .truncated }
    guard bytes[start..<(start + 4)].elementsEqual("TZif".utf8) else { throw .notTZif }
    guard bytes.count - start >= Header.size else { throw .truncated }
    func count(_ index: Int) -> Int {
      Int(bigEndian(bytes, at: start + 20 + index * 4, size: 4))
    }
    let header = Header(
      version: bytes[start + 4], utcIndicators: count(0), standardIndicators: count(1),
      leapSeconds: count(2), transitions: count(3), types: count(4), characters: count(5))
    // Counts are below 2^32 each, so their sum cannot overflow.
    guard header.utcIndicators == 0 || header.utcIndicators == header.types,
      header.standardIndicators == 0 || header.standardIndicators == header.types
    else { throw .badCounts }
    return header
  }

  private mutating func readBody(
    _ bytes: [UInt8], at start: Int, _ header: Header, timeSize: Int
  ) throws(TZifError) {
    guard bytes.count - start >= header.bodySize(timeSize: timeSize) else { throw .truncated }
    guard header.leapSeconds == 0 else { throw .leapSeconds }
    guard header.types > 0 else { throw .noLocalTimeType }
    let indices = start + header.transitions * timeSize
    let typesStart = indices + header.transitions
    let names = typesStart + header.types * 6
    for index in 0..<header.types {
      let place = typesStart + index * 6
      let offset = Int(Int32(truncatingIfNeeded: bigEndian(bytes, at: place, size: 4)))
      let nameStart = names + Int(bytes[place + 5])
      let namesEnd = names + header.characters
      // The range of RFC 9636 section 3.2: a little over a day either way.
      guard (-89_999...93_599).contains(offset), bytes[place + 4] <= 1, nameStart < namesEnd,
        let nameEnd = bytes[nameStart..<namesEnd].firstIndex(of: 0)
      else { throw .badLocalTimeType }
      types.append(
        LocalTimeType(
          offset: offset, isDaylightSaving: bytes[place + 4] == 1,
          abbreviation: String(decoding: bytes[nameStart..<nameEnd], as: UTF8.self)))
    }
    for index in 0..<header.transitions {
      let raw = bigEndian(bytes, at: start + index * timeSize, size: timeSize)
      let time = timeSize == 4 ? Int64(Int32(truncatingIfNeeded: raw)) : raw
      let type = Int(bytes[indices + index])
      guard type < types.count, time.magnitude <= ZoneSpan.limit.magnitude,
        changes.last.map({ $0.seconds < time }) ?? true
      else { throw .badTransition }
      changes.append(PosixZoneRule.Change(seconds: time, type: types[type]))
    }
  }
}

/// Reads a two's complement integer of up to eight bytes; shorter ones are not sign-extended.
private func bigEndian(_ bytes: [UInt8], at start: Int, size: Int) -> Int64 {
  var value: UInt64 = 0
  for byte in bytes[start..<(start + size)] { value = value << 8 | UInt64(byte) }
  return Int64(bitPattern: value)
}
