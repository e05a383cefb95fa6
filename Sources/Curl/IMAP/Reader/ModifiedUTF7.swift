import FoundationEssentials

/// Folder names in seven bits (RFC 3501, section 5.1.3).
///
/// Printable ASCII stands for itself and `&` for `&-`; between `&` and `-` stands UTF-16, big end
/// first, in base64 without padding and with `,` in place of `/`.
enum ModifiedUTF7 {
  static func encode(_ text: String) -> [UInt8] {
    var encoded: [UInt8] = []
    var wide: [UInt8] = []
    func flush() {
      guard !wide.isEmpty else { return }
      encoded.append(UInt8(ascii: "&"))
      for byte in Data(wide).base64EncodedString().utf8 where byte != UInt8(ascii: "=") {
        encoded.append(byte == UInt8(ascii: "/") ? UInt8(ascii: ",") : byte)
      }
      encoded.append(UInt8(ascii: "-"))
      wide = []
    }
    for unit in text.utf16 {
      guard (0x20...0x7E).contains(unit) else {
        wide += [UInt8(truncatingIfNeeded: unit >> 8), UInt8(truncatingIfNeeded: unit)]
        continue
      }
      flush()
      encoded.append(UInt8(truncatingIfNeeded: unit))
      if unit == UInt8(ascii: "&") { encoded.append(UInt8(ascii: "-")) }
    }
    flush()
    return encoded
  }

  /// Nil where the bytes are not the one encoding that a text has.
  static func decode(_ bytes: [UInt8]) -> String? {
    var units: [UInt16] = []
    var rest = bytes[...]
    while let byte = rest.popFirst() {
      guard (0x20...0x7E) ~= byte else { return nil }
      guard byte == UInt8(ascii: "&") else {
        units.append(UInt16(byte))
        continue
      }
      guard let end = rest.firstIndex(of: UInt8(ascii: "-")) else { return nil }
      if end == rest.startIndex {
        units.append(UInt16(UInt8(ascii: "&")))
      } else {
        guard let wide = decodeBase64(rest[..<end]) else { return nil }
        units += wide
      }
      rest = rest[(end + 1)...]
    }
    var text = ""
    var decoder = UTF16()
    var iterator = units.makeIterator()
    reading: while true {
      switch decoder.decode(&iterator) {
      case .scalarValue(let scalar): text.unicodeScalars.append(scalar)
      case .emptyInput: break reading
      case .error: return nil
      }
    }
    // Other spellings of the same text, such as ASCII in base64, are not to pass for it.
    return encode(text) == bytes ? text : nil
  }

  private static func decodeBase64(_ bytes: ArraySlice<UInt8>) -> [UInt16]? {
    var text = bytes.map { $0 == UInt8(ascii: ",") ? UInt8(ascii: "/") : $0 }
    while !text.count.isMultiple(of: 4) { text.append(UInt8(ascii: "=")) }
    guard let wide = Data(base64Encoded: Data(text)), wide.count.isMultiple(of: 2) else {
      return nil
    }
    let pairs = Array(wide)
    return stride(from: 0, to: pairs.count, by: 2).map {
      UInt16(pairs[$0]) << 8 | UInt16(pairs[$0 + 1])
    }
  }
}
