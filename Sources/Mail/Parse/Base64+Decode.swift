extension Base64 {
  /// Decodes octets, leniently: what is no Base64 character is skipped, and an end in the middle of
  /// a group gives the octets that are whole.
  ///
  /// Decoding stops at padding, unless more Base64 follows directly, as where texts were joined.
  package static func decode(_ text: ArraySlice<UInt8>) -> [UInt8] {
    text.withUnsafeBufferPointer { input in
      reverse.withUnsafeBufferPointer { reverse in
        [UInt8](unsafeUninitializedCapacity: input.count / 4 * 3 + 3) { output, written in
          var bits: UInt32 = 0
          var count = 0
          var isPadded = false
          for byte in input {
            let value = reverse[Int(byte)]
            if value == skipped {
              // Behind the padding and a space stands something else.
              if isPadded, byte == 0x20 { break }
              continue
            }
            if value == padding {
              isPadded = true
              bits = 0
              count = 0
              continue
            }
            bits = bits << 6 | UInt32(value)
            count += 1
            if count == 2 {
              output[written] = UInt8(truncatingIfNeeded: bits >> 4)
              written += 1
            } else if count == 3 {
              output[written] = UInt8(truncatingIfNeeded: bits >> 2)
              written += 1
            } else if count == 4 {
              output[written] = UInt8(truncatingIfNeeded: bits)
              written += 1
              bits = 0
              count = 0
            }
          }
        }
      }
    }
  }

  private static let skipped: UInt8 = 0xFF
  private static let padding: UInt8 = 0xFE

  /// The value of each character; the URL-safe ones count too.
  private static let reverse: [UInt8] = {
    var table = [UInt8](repeating: skipped, count: 256)
    let alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
    for (value, byte) in alphabet.utf8.enumerated() { table[Int(byte)] = UInt8(value) }
    table[Int(UInt8(ascii: "-"))] = 62
    table[Int(UInt8(ascii: "_"))] = 63
    table[Int(UInt8(ascii: "="))] = padding
    return table
  }()
}
