/// Quoted-printable over text with CRLF line ends (RFC 2045 section 6.7).
package enum QuotedPrintable {
  private static let lineLimit = 76

  /// Encodes text; the only line breaks of the input are CRLF, and they stay.
  ///
  /// Beyond the RFC, a line never starts with `.` or `From `, which some relays mangle, and no
  /// character is split by a soft line break.
  package static func encode(_ text: [UInt8]) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(text.count + text.count / 8 + 64)
    var column = 0
    var index = 0
    while index < text.count {
      let byte = text[index]
      if byte == 0x0D, index + 1 < text.count, text[index + 1] == 0x0A {
        output.append(0x0D)
        output.append(0x0A)
        column = 0
        index += 2
        continue
      }
      let isPlain = isPlain(byte) && !(isBlank(byte) && isLineEnd(text, index + 1))
      // The last column is kept for the mark of a soft line break.
      let width = isPlain ? 1 : byte < 0x80 ? 3 : 3 * utf8Length(byte)
      let isLead = byte & 0xC0 != 0x80
      if isLead, column + width > lineLimit - 1, column > 0 {
        output.append(UInt8(ascii: "="))
        output.append(0x0D)
        output.append(0x0A)
        column = 0
      }
      if isPlain, column > 0 || !isRiskyStart(text, index) {
        output.append(byte)
        column += 1
      } else {
        appendHex(byte, mark: UInt8(ascii: "="), to: &output)
        column += 3
      }
      index += 1
    }
    return output
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    byte >= 0x20 && byte < 0x7F && byte != UInt8(ascii: "=") || byte == 0x09
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

  private static func isLineEnd(_ text: [UInt8], _ index: Int) -> Bool {
    index >= text.count || text[index] == 0x0D && index + 1 < text.count && text[index + 1] == 0x0A
  }

  /// Whether a line that starts here could be taken for the end of the message or of the mailbox.
  static func isRiskyStart(_ text: [UInt8], _ index: Int) -> Bool {
    if text[index] == UInt8(ascii: ".") { return true }
    return text[index] == UInt8(ascii: "F") && text[index...].starts(with: "From ".utf8)
  }
}
