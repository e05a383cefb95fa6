/// The addresses of links as they are written and as they are sent.
enum LinkAddress {
  /// The address without escapes and without the marks of values.
  ///
  /// A value behind a `?` or `#` is one part of the query: what would end it is percent-encoded.
  static func decoded(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var isQuery = false
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let byte = bytes[index]
      if isQuery, Literal.isLead(byte), index + 1 < bytes.endIndex {
        let value = Literal.decode(byte, bytes[index + 1])
        result += queryMarks.contains(value) ? percentEncoded(value) : [value]
        index += 2
        continue
      }
      if byte == UInt8(ascii: "?") || byte == UInt8(ascii: "#") { isQuery = true }
      index = Escapes.append(bytes, at: index, to: &result)
    }
    return result
  }

  /// The address with all bytes encoded that RFC 3986 does not have in addresses.
  static func percentEncoded(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "!"),
        UInt8(ascii: "#")...UInt8(ascii: "/"),
        UInt8(ascii: ":"), UInt8(ascii: ";"), UInt8(ascii: "="), UInt8(ascii: "?"),
        UInt8(ascii: "@"), UInt8(ascii: "_"), UInt8(ascii: "~"):
        result.append(byte)
      default:
        result.append(contentsOf: percentEncoded(byte))
      }
    }
    return result
  }

  private static func percentEncoded(_ byte: UInt8) -> [UInt8] {
    [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 0x0F)]]
  }

  private static let queryMarks = Set("&#=+?()".utf8)
  private static let digits = Array("0123456789ABCDEF".utf8)
}
