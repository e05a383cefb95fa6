/// A text as the body of a part: CRLF line ends, and the shortest encoding that is safe.
package struct BodyText: Sendable {
  /// How the octets of a part are written (RFC 2045 section 6).
  package enum Encoding: String, Sendable {
    case sevenBit = "7bit"
    case quotedPrintable = "quoted-printable"
    case base64 = "base64"
  }

  /// The encoding that was chosen.
  package let encoding: Encoding

  /// The encoded octets: ASCII, CRLF line ends, lines of at most 78 octets.
  package let bytes: [UInt8]

  /// Encodes a text; CR, LF and CRLF all count as a line end.
  package init(_ text: String) {
    let lines = Self.withCRLF(text)
    let shape = Shape(lines)
    if shape.isPlain {
      encoding = .sevenBit
      bytes = lines
    } else if lines.count + 2 * shape.escapes <= Base64.lineOctets(for: lines.count) {
      encoding = .quotedPrintable
      bytes = QuotedPrintable.encode(lines)
    } else {
      encoding = .base64
      bytes = Base64.encodeLines(lines)
    }
  }

  private static func withCRLF(_ text: String) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(text.utf8.count + text.utf8.count / 16 + 16)
    var previous: UInt8 = 0
    for byte in text.utf8 {
      if byte == 0x0A {
        if previous != 0x0D { output.append(0x0D) }
        output.append(0x0A)
      } else {
        if previous == 0x0D { output.append(0x0A) }
        output.append(byte)
      }
      previous = byte
    }
    if previous == 0x0D { output.append(0x0A) }
    return output
  }

  /// What the choice rests on.
  private struct Shape {
    /// Whether every relay passes the text on as it is.
    var isPlain = true
    /// Octets that quoted-printable would write as three.
    var escapes = 0

    init(_ text: [UInt8]) {
      var lineStart = 0
      var previous: UInt8 = 0
      for (index, byte) in text.enumerated() {
        switch byte {
        case 0x0D: break
        case 0x0A:
          endLine(
            length: index - 1 - lineStart, before: lineStart < index - 1 ? text[index - 2] : 0)
          lineStart = index + 1
        case 0x09, 0x20...0x7E:
          if index == lineStart, isRiskyStart(text, index) { isPlain = false }
          if byte == UInt8(ascii: "=") { escapes += 1 }
        default:
          isPlain = false
          escapes += 1
        }
        previous = byte
      }
      endLine(length: text.count - lineStart, before: lineStart < text.count ? previous : 0)
    }

    private mutating func endLine(length: Int, before last: UInt8) {
      if length > 78 || last == 0x20 || last == 0x09 { isPlain = false }
    }

    /// Our boundaries start with `=_`, which only a line sent as it is could imitate.
    private func isRiskyStart(_ text: [UInt8], _ index: Int) -> Bool {
      switch text[index] {
      case UInt8(ascii: "."), UInt8(ascii: "F"): QuotedPrintable.isRiskyStart(text, index)
      case UInt8(ascii: "-"): text[index...].starts(with: "--=".utf8)
      default: false
      }
    }
  }
}
