extension QuotedPrintable {
  /// Decodes leniently: an `=` that starts no code stays as it is, and so do raw octets.
  ///
  /// White space at the end of a line is dropped, since relays add it (RFC 2045 section 6.7, rule 3).
  package static func decode(_ text: ArraySlice<UInt8>) -> [UInt8] {
    text.withUnsafeBufferPointer { input in
      [UInt8](unsafeUninitializedCapacity: input.count) { output, written in
        var index = 0
        while index < input.count {
          let byte = input[index]
          if byte == 0x0A || byte == 0x0D {
            while written > 0, output[written - 1] == 0x20 || output[written - 1] == 0x09,
              !isCoded(input, before: index)
            {
              written -= 1
            }
            output[written] = byte
            written += 1
            index += 1
            continue
          }
          guard byte == UInt8(ascii: "=") else {
            output[written] = byte
            written += 1
            index += 1
            continue
          }
          if index + 2 < input.count, let high = hexValue(input[index + 1]),
            let low = hexValue(input[index + 2])
          {
            output[written] = high << 4 | low
            written += 1
            index += 3
          } else if let end = softBreak(input, from: index + 1) {
            index = end
          } else {
            output[written] = byte
            written += 1
            index += 1
          }
        }
      }
    }
  }

  /// Whether the octet before a line end was written as a code, so that it is meant.
  private static func isCoded(_ input: UnsafeBufferPointer<UInt8>, before index: Int) -> Bool {
    index >= 3 && input[index - 3] == UInt8(ascii: "=") && hexValue(input[index - 1]) != nil
  }

  /// Where the text goes on behind a soft line break, with white space before the line end or none.
  private static func softBreak(_ input: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    var index = start
    while index < input.count, input[index] == 0x20 || input[index] == 0x09 { index += 1 }
    if index >= input.count { return index }
    if input[index] == 0x0A { return index + 1 }
    if input[index] == 0x0D {
      return index + 1 < input.count && input[index + 1] == 0x0A ? index + 2 : index + 1
    }
    return nil
  }
}

/// The value of a hex digit of either case.
func hexValue(_ byte: UInt8) -> UInt8? {
  switch byte {
  case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
  case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
  case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
  default: nil
  }
}
