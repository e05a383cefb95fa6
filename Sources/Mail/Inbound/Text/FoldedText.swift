/// Text brought to the form in which phrases are looked for: lower case, Latin letters without
/// accents, one kind of quote and dash, one blank for any white space, a line feed for a blank line.
struct FoldedText {
  private(set) var bytes: [UInt8] = []

  /// Folds a text; only the first `limit` octets of it are taken.
  init(_ text: some StringProtocol, limit: Int = 64 * 1024) {
    let isDone: Void? = text.utf8.withContiguousStorageIfAvailable {
      fold($0.prefix(limit))
    }
    if isDone == nil {
      Array(text.utf8.prefix(limit)).withUnsafeBufferPointer { fold($0[...]) }
    }
  }

  /// Folds text in UTF-8; octets that are none are left out.
  init(utf8 text: ArraySlice<UInt8>) {
    text.withUnsafeBufferPointer { fold($0[...]) }
  }

  private mutating func fold(_ slice: Slice<UnsafeBufferPointer<UInt8>>) {
    let text = UnsafeBufferPointer(rebasing: slice)
    // Nothing grows when it is folded.
    bytes = [UInt8](unsafeUninitializedCapacity: text.count + 4) { output, count in
      count = Self.fold(text, into: output)
    }
  }

  private static func fold(
    _ text: UnsafeBufferPointer<UInt8>, into output: UnsafeMutableBufferPointer<UInt8>
  ) -> Int {
    var written = 0
    var lineFeeds = 0
    var hasBlank = false
    var index = 0
    while index < text.count {
      let byte = text[index]
      index += 1
      if byte <= 0x20 {
        hasBlank = true
        if byte == 0x0A { lineFeeds += 1 }
        continue
      }
      var value = UInt32(byte)
      if byte >= 0x80 {
        guard let scalar = scalar(text, from: &index, lead: byte) else { continue }
        value = scalar
        if value == 0xA0 || value == 0x3000 || (0x2000...0x200A).contains(value) {
          hasBlank = true
          continue
        }
        if (0x200B...0x200F).contains(value) || value == 0xFEFF || value == 0xAD { continue }
      }
      if hasBlank {
        if written > 0 {
          output[written] = lineFeeds > 1 ? 0x0A : 0x20
          written += 1
        }
        hasBlank = false
        lineFeeds = 0
      }
      if byte < 0x80 {
        output[written] = byte.lowerASCII
        written += 1
      } else if let scalar = Unicode.Scalar(value) {
        for folded in folded(scalar) where written < output.count {
          output[written] = folded
          written += 1
        }
      }
    }
    return written
  }

  /// The scalar behind a lead octet; `nil` where the octets are no UTF-8.
  private static func scalar(
    _ text: UnsafeBufferPointer<UInt8>, from index: inout Int, lead: UInt8
  ) -> UInt32? {
    let length = utf8Length(lead)
    guard length > 1 else { return nil }
    var value = UInt32(lead) & (0x7F >> UInt32(length))
    for _ in 1..<length {
      guard index < text.count, text[index] & 0xC0 == 0x80 else { return nil }
      value = value << 6 | UInt32(text[index] & 0x3F)
      index += 1
    }
    return value
  }

  /// What a character outside ASCII becomes.
  private static func folded(_ scalar: Unicode.Scalar) -> [UInt8] {
    let value = scalar.value
    if value < 0x180, value >= 0xC0, let plain = latin[Int(value) - 0xC0] { return plain }
    switch value {
    case 0x300...0x36F: return []
    case 0x2018, 0x2019, 0x201A, 0x2BC, 0xB4: return [UInt8(ascii: "'")]
    case 0x201C, 0x201D, 0x201E, 0xAB, 0xBB: return [UInt8(ascii: "\"")]
    case 0x2010...0x2015, 0x2212: return [UInt8(ascii: "-")]
    case 0xFF01...0xFF5E: return [UInt8(value - 0xFF01 + 0x21).lowerASCII]
    case 0x391...0x3A9, 0x410...0x42F:
      return Array(String(Unicode.Scalar(value + 0x20) ?? scalar).utf8)
    // The two letters that Russian writes as one as often as not.
    case 0x401, 0x451: return Array("е".utf8)
    default: return UTF8.encode(scalar).map { Array($0) } ?? []
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
