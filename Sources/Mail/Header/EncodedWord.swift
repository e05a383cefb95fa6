/// Text of any script as the encoded words of RFC 2047, such as `=?UTF-8?Q?Gr=C3=BC=C3=9Fe?=`.
package enum EncodedWord {
  /// The longest that an encoded word may be, in octets.
  package static let longest = 75

  /// The least room that is worth an encoded word: one scalar of four octets and then some.
  package static let shortest = 30

  /// Around the text: `=?UTF-8?B?` and `?=`.
  private static let frame = 12

  /// Splits a text into encoded words, all in Q or all in B, whichever is shorter.
  ///
  /// No character is split between words, so each word is valid UTF-8 by itself. The first one has
  /// at most `firstRoom` octets (at least ``shortest``), the others ``longest``. Q is written as in
  /// a phrase (section 5, rule 3), which is right in every place.
  package static func words(of text: String, firstRoom: Int) -> [[UInt8]] {
    let bytes = Array(text.utf8)
    let lengthInQ = bytes.reduce(0) { $0 + widthInQ($1) }
    let isQ = lengthInQ <= (bytes.count + 2) / 3 * 4

    var words: [[UInt8]] = []
    var room = min(max(firstRoom, shortest), longest)
    var start = 0
    while start < bytes.count {
      let end = self.end(of: bytes, from: start, payload: room - frame, isQ: isQ)
      var word: [UInt8] = []
      word.reserveCapacity(room)
      word.append(contentsOf: (isQ ? "=?UTF-8?Q?" : "=?UTF-8?B?").utf8)
      if isQ {
        for byte in bytes[start..<end] { appendQ(byte, to: &word) }
      } else {
        word.append(contentsOf: Base64.encode(bytes[start..<end]))
      }
      word.append(contentsOf: "?=".utf8)
      words.append(word)
      start = end
      room = longest
    }
    return words
  }

  /// Where the whole characters that fit into a word end.
  private static func end(of bytes: [UInt8], from start: Int, payload: Int, isQ: Bool) -> Int {
    var end = start
    var used = 0
    let limit = isQ ? payload : payload / 4 * 3
    while end < bytes.count {
      let next = min(end + utf8Length(bytes[end]), bytes.count)
      let width = isQ ? bytes[end..<next].reduce(0) { $0 + widthInQ($1) } : next - end
      if used + width > limit, end > start { break }
      used += width
      end = next
    }
    return end
  }

  private static func isPlainInQ(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "!"), UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "-"),
      UInt8(ascii: "/"), UInt8(ascii: " "):
      true
    default: byte.isAlphanumeric
    }
  }

  private static func widthInQ(_ byte: UInt8) -> Int { isPlainInQ(byte) ? 1 : 3 }

  private static func appendQ(_ byte: UInt8, to word: inout [UInt8]) {
    if byte == UInt8(ascii: " ") {
      word.append(UInt8(ascii: "_"))
    } else if isPlainInQ(byte) {
      word.append(byte)
    } else {
      appendHex(byte, mark: UInt8(ascii: "="), to: &word)
    }
  }
}

/// Octets of the character that starts with this one.
func utf8Length(_ lead: UInt8) -> Int {
  switch lead {
  case 0xC0...0xDF: 2
  case 0xE0...0xEF: 3
  case 0xF0...0xFF: 4
  default: 1
  }
}

/// Appends a mark and two capital hex digits.
func appendHex(_ byte: UInt8, mark: UInt8, to output: inout [UInt8]) {
  output.append(mark)
  output.append(hexDigit(byte >> 4))
  output.append(hexDigit(byte & 0xF))
}

/// The capital hex digit of a value below 16.
func hexDigit(_ value: UInt8) -> UInt8 {
  value < 10 ? value + UInt8(ascii: "0") : value - 10 + UInt8(ascii: "A")
}
