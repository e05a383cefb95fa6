/// Quoted-printable over text with CRLF line ends (RFC 2045 section 6.7).
package enum QuotedPrintable {
  private static let lineLimit = 76

  /// Encodes text; the only line breaks of the input are CRLF, and they stay.
  ///
  /// Beyond the RFC, a line never starts with `.` or `From `, which some relays mangle, and no
  /// character is split by a soft line break.
  package static func encode(_ text: [UInt8]) -> [UInt8] {
    text.withUnsafeBufferPointer { input in
      // Three octets for each, and soft line breaks: never nearer to each other than 60 columns.
      [UInt8](unsafeUninitializedCapacity: 4 * input.count) { output, written in
        written = encode(input, into: output)
      }
    }
  }

  /// Gives the number of octets written.
  private static func encode(
    _ text: UnsafeBufferPointer<UInt8>, into output: UnsafeMutableBufferPointer<UInt8>
  ) -> Int {
    var written = 0
    var column = 0
    var index = 0
    func put(_ first: UInt8, _ second: UInt8, _ third: UInt8) {
      output[written] = first
      output[written + 1] = second
      output[written + 2] = third
      written += 3
    }
    while index < text.count {
      let byte = text[index]
      if byte == 0x0D, isLineEnd(text, index) {
        output[written] = 0x0D
        output[written + 1] = 0x0A
        written += 2
        column = 0
        index += 2
        continue
      }
      var isPlain = isPlain(byte) && !(isBlank(byte) && isLineEnd(text, index + 1))
      // The last column is kept for the mark of a soft line break.
      if column + (isPlain ? 1 : 3 * utf8Length(byte)) > lineLimit - 1 {
        put(UInt8(ascii: "="), 0x0D, 0x0A)
        column = 0
      }
      if column == 0, isPlain, isRisky(text[index...]) { isPlain = false }
      if isPlain {
        output[written] = byte
        written += 1
        column += 1
      } else {
        put(UInt8(ascii: "="), hexDigit(byte >> 4), hexDigit(byte & 0xF))
        column += 3
      }
      index += 1
    }
    return written
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    byte >= 0x20 && byte < 0x7F && byte != UInt8(ascii: "=") || byte == 0x09
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

  private static func isLineEnd(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    index >= text.count || text[index] == 0x0D && index + 1 < text.count && text[index + 1] == 0x0A
  }

  /// Whether a line that starts so could be taken for the end of the message or of a mailbox entry.
  static func isRisky(_ line: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    switch line.first {
    case UInt8(ascii: "."): true
    case UInt8(ascii: "F"): line.starts(with: "From ".utf8)
    default: false
    }
  }
}
