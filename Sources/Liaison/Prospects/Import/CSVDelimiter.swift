/// The character between the fields of a row.
public enum CSVDelimiter: String, CaseIterable, Hashable, Sendable {
  case comma = ","
  case semicolon = ";"
  case tab = "\t"

  var byte: UInt8 {
    switch self {
    case .comma: 0x2C
    case .semicolon: 0x3B
    case .tab: 0x09
    }
  }

  /// The one that the header line has most of outside quotes; a comma where it has none.
  ///
  /// It works on the raw bytes: in none of the encodings read is a delimiter, quote or line end
  /// part of another character, except in UTF-16, whose units are taken whole.
  static func found(
    in head: UnsafeBufferPointer<UInt8>, encoding: SourceEncoding
  ) -> CSVDelimiter {
    var counts: [CSVDelimiter: Int] = [:]
    var quoted = false
    var started = false
    let step = encoding.isUTF16 ? 2 : 1
    let low = encoding == .utf16BigEndian ? 1 : 0
    var index = 0
    while index + step <= head.count {
      let byte = head[index + low]
      let isWide = encoding.isUTF16 && head[index + 1 - low] != 0
      index += step
      if isWide { continue }
      switch byte {
      case 0x22: quoted.toggle()
      case 0x0A, 0x0D:
        if !quoted && started { return most(counts) }
        continue
      case 0x2C where !quoted: counts[.comma, default: 0] += 1
      case 0x3B where !quoted: counts[.semicolon, default: 0] += 1
      case 0x09 where !quoted: counts[.tab, default: 0] += 1
      default: break
      }
      started = true
    }
    return most(counts)
  }

  private static func most(_ counts: [CSVDelimiter: Int]) -> CSVDelimiter {
    var best = CSVDelimiter.comma
    for candidate in allCases where counts[candidate, default: 0] > counts[best, default: 0] {
      best = candidate
    }
    return best
  }
}
