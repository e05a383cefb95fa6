/// Base64 over octets (RFC 4648 section 4, RFC 2045 section 6.8).
package enum Base64 {
  /// Encodes octets into one line.
  package static func encode(_ bytes: some Collection<UInt8>) -> [UInt8] {
    encode(bytes, lineLength: nil)
  }

  /// Encodes octets into lines of 76 characters; CRLF stands between them, not after the last.
  package static func encodeLines(_ bytes: some Collection<UInt8>) -> [UInt8] {
    encode(bytes, lineLength: 76)
  }

  /// The octets that ``encodeLines(_:)`` gives for so many.
  static func lineOctets(for count: Int) -> Int {
    let characters = (count + 2) / 3 * 4
    return characters + max(0, characters - 1) / 76 * 2
  }

  /// `lineLength` is a multiple of four.
  private static func encode(
    _ bytes: some Collection<UInt8>, lineLength: Int?
  ) -> [UInt8] {
    let result = bytes.withContiguousStorageIfAvailable { encode(buffer: $0, lineLength) }
    return result ?? Array(bytes).withUnsafeBufferPointer { encode(buffer: $0, lineLength) }
  }

  private static let alphabet = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  private static func encode(
    buffer input: UnsafeBufferPointer<UInt8>, _ lineLength: Int?
  ) -> [UInt8] {
    let count = lineLength == nil ? (input.count + 2) / 3 * 4 : lineOctets(for: input.count)
    let groupsPerLine = (lineLength ?? Int.max) / 4
    return alphabet.withUnsafeBufferPointer { alphabet in
      [UInt8](unsafeUninitializedCapacity: count) { output, written in
        var at = 0
        var groups = 0
        var index = 0
        while index < input.count {
          if groups == groupsPerLine {
            output[at] = 0x0D
            output[at + 1] = 0x0A
            at += 2
            groups = 0
          }
          let second = index + 1 < input.count ? input[index + 1] : 0
          let third = index + 2 < input.count ? input[index + 2] : 0
          let bits = UInt32(input[index]) << 16 | UInt32(second) << 8 | UInt32(third)
          output[at] = alphabet[Int(bits >> 18)]
          output[at + 1] = alphabet[Int(bits >> 12 & 63)]
          output[at + 2] = alphabet[Int(bits >> 6 & 63)]
          output[at + 3] = alphabet[Int(bits & 63)]
          if index + 1 >= input.count { output[at + 2] = UInt8(ascii: "=") }
          if index + 2 >= input.count { output[at + 3] = UInt8(ascii: "=") }
          at += 4
          groups += 1
          index += 3
        }
        written = at
      }
    }
  }
}
