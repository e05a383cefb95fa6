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
    let shape = lines.withUnsafeBufferPointer { Shape($0) }
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
    var text = text
    return text.withUTF8 { input in
      let breaks = input.count { $0 == 0x0A || $0 == 0x0D }
      if breaks == 0 { return Array(input) }
      return [UInt8](unsafeUninitializedCapacity: input.count + breaks) { output, written in
        var previous: UInt8 = 0
        for byte in input {
          // The LF of a CRLF was written with its CR.
          if byte != 0x0A || previous != 0x0D {
            let isBreak = byte == 0x0A || byte == 0x0D
            output[written] = isBreak ? 0x0D : byte
            written += 1
            if isBreak {
              output[written] = 0x0A
              written += 1
            }
          }
          previous = byte
        }
      }
    }
  }

  /// What the choice rests on.
  private struct Shape {
    /// Whether every relay passes the text on as it is.
    var isPlain = true
    /// Octets that quoted-printable would write as three.
    var escapes = 0

    init(_ text: UnsafeBufferPointer<UInt8>) {
      var lineStart = 0
      for (index, byte) in text.enumerated() {
        if byte == 0x0D {
          endLine(text[lineStart..<index])
          lineStart = index + 2
        } else if byte < 0x20 && byte != 0x09 && byte != 0x0A || byte > 0x7E {
          isPlain = false
          escapes += 1
        } else if byte == UInt8(ascii: "=") {
          escapes += 1
        }
      }
      if lineStart < text.count { endLine(text[lineStart...]) }
    }

    /// Our boundaries start with `=_`, which only a line sent as it is could imitate.
    private mutating func endLine(_ line: Slice<UnsafeBufferPointer<UInt8>>) {
      guard isPlain, let first = line.first, let last = line.last else { return }
      if line.count > 78 || last == 0x20 || last == 0x09 || QuotedPrintable.isRisky(line)
        || first == UInt8(ascii: "-") && line.starts(with: "--=".utf8)
      {
        isPlain = false
      }
    }
  }
}
