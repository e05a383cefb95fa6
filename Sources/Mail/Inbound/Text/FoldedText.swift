/// Text brought to the form in which phrases are looked for: lower case, Latin letters without
/// accents, one kind of quote and dash, one blank for any white space, a line feed for a blank line.
struct FoldedText {
  private(set) var bytes: [UInt8] = []

  /// Folds a text; only the first `limit` octets of it are taken.
  init(_ text: some StringProtocol, limit: Int = 64 * 1024) {
    bytes.reserveCapacity(min(text.utf8.count, limit) + 2)
    var lineFeeds = 0
    var hasBlank = false
    var taken = 0
    for scalar in text.unicodeScalars {
      let value = scalar.value
      taken += 1
      if taken > limit { break }
      if value == 0x0A {
        lineFeeds += 1
        hasBlank = true
        continue
      }
      if value <= 0x20 || value == 0xA0 || value == 0x3000 || (0x2000...0x200A).contains(value) {
        hasBlank = true
        continue
      }
      if (0x200B...0x200F).contains(value) || value == 0xFEFF || value == 0xAD { continue }
      if hasBlank {
        if !bytes.isEmpty { bytes.append(lineFeeds > 1 ? 0x0A : 0x20) }
        hasBlank = false
        lineFeeds = 0
      }
      append(scalar)
    }
  }

  private mutating func append(_ scalar: Unicode.Scalar) {
    let value = scalar.value
    if value < 0x80 {
      bytes.append(UInt8(value).lowerASCII)
      return
    }
    if value < 0x180, value >= 0xC0, let plain = Self.latin[Int(value) - 0xC0] {
      bytes.append(contentsOf: plain)
      return
    }
    switch value {
    case 0x300...0x36F: break
    case 0x2018, 0x2019, 0x201A, 0x2BC, 0xB4, 0x60: bytes.append(UInt8(ascii: "'"))
    case 0x201C, 0x201D, 0x201E, 0xAB, 0xBB: bytes.append(UInt8(ascii: "\""))
    case 0x2010...0x2015, 0x2212: bytes.append(UInt8(ascii: "-"))
    case 0xFF01...0xFF5E: bytes.append(UInt8(value - 0xFF01 + 0x21).lowerASCII)
    case 0x391...0x3A9, 0x410...0x42F:
      bytes.append(contentsOf: String(UnicodeScalar(value + 0x20) ?? scalar).utf8)
    case 0x401: bytes.append(contentsOf: "е".utf8)
    case 0x451: bytes.append(contentsOf: "е".utf8)
    default: UTF8.encode(scalar).map { bytes.append(contentsOf: $0) }
    }
  }

  /// U+00C0 to U+017F in lower case and without their marks; `nil` for what is no letter.
  private static let latin: [[UInt8]?] = {
    // One word for each of the code points, in their order.
    let plain = """
      a a a a a a ae c e e e e i i i i d n o o o o o * o u u u u y th ss \
      a a a a a a ae c e e e e i i i i d n o o o o o * o u u u u y th y \
      a a a a a a c c c c c c c c d d d d e e e e e e e e e e g g g g g g g g h h h h i i i i i i i \
      i i i ij ij j j k k k l l l l l l l l l l n n n n n n n n n o o o o o o oe oe r r r r r r s s \
      s s s s s s t t t t t t u u u u u u u u u u u u w w y y y z z z z z z s
      """
    return plain.split(separator: " ").map { $0 == "*" ? nil : Array($0.utf8) }
  }()
}
