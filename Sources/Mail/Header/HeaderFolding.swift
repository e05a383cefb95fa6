/// Writes header fields into a message, folding between tokens so that lines stay short.
///
/// Lines end in CRLF and have at most 76 octets (RFC 2047 section 2) where the tokens allow it. A
/// token is never broken: whoever appends one longer than that sees to the 998 of RFC 5322.
package struct HeaderFolding {
  /// The message so far; its body may be appended between fields.
  package var bytes: [UInt8] = []

  private var lineStart = 0
  private var isFirstToken = true

  static let lineLimit = 76

  /// Makes an empty message with room for that many octets.
  package init(capacity: Int = 0) { bytes.reserveCapacity(capacity) }

  /// Starts a field.
  package mutating func begin(_ name: String) {
    lineStart = bytes.count
    isFirstToken = true
    bytes.append(contentsOf: name.utf8)
    bytes.append(UInt8(ascii: ":"))
  }

  /// Appends a token after a space, on a new line where this one is full.
  package mutating func append(_ token: some Collection<UInt8>) {
    let length = token.count + 1
    // A field does not start with an empty line unless that keeps the token within the limit.
    if column + length > Self.lineLimit, !isFirstToken || length <= Self.lineLimit {
      bytes.append(contentsOf: crlf)
      lineStart = bytes.count
    }
    bytes.append(UInt8(ascii: " "))
    bytes.append(contentsOf: token)
    isFirstToken = false
  }

  /// Appends free text: as it is where that is safe, as encoded words elsewhere.
  package mutating func appendText(_ text: String) {
    if text.isEmpty {
      bytes.append(UInt8(ascii: " "))
    } else if mayStandAsIs(text) {
      for word in text.utf8.split(separator: UInt8(ascii: " ")) { append(word) }
    } else {
      appendEncoded(text)
    }
  }

  /// Appends a text as encoded words, whatever it is made of.
  package mutating func appendEncoded(_ text: String) {
    let room = Self.lineLimit - column - 1
    let isRoomy = room >= EncodedWord.shortest
    let words = EncodedWord.words(of: text, firstRoom: isRoomy ? room : EncodedWord.longest)
    for word in words { append(word) }
  }

  /// Ends the field.
  package mutating func end() { bytes.append(contentsOf: crlf) }

  private var column: Int { bytes.count - lineStart }

  /// Only single spaces between short words come through every relay unchanged.
  private func mayStandAsIs(_ text: String) -> Bool {
    var wordLength = 0
    let longestWord = Self.lineLimit - column - 1
    var previous = UInt8(ascii: " ")
    for byte in text.utf8 {
      guard byte >= 0x20, byte < 0x7F else { return false }
      if byte == UInt8(ascii: " ") {
        if previous == byte { return false }
        wordLength = 0
      } else {
        wordLength += 1
        if wordLength > longestWord { return false }
        // A reader would take "=?" for an encoded word of ours.
        if byte == UInt8(ascii: "?"), previous == UInt8(ascii: "=") { return false }
      }
      previous = byte
    }
    return previous != UInt8(ascii: " ")
  }
}

/// The only line end that a message has.
let crlf: [UInt8] = [0x0D, 0x0A]

extension String.UTF8View {
  /// Whether "=?" or two spaces stand in it: a reader takes the one for an encoded word, and a relay
  /// may make the other one space.
  var holdsEncodedWordOrGap: Bool {
    zip(self, dropFirst()).contains { pair in
      pair == (UInt8(ascii: "="), UInt8(ascii: "?"))
        || pair == (UInt8(ascii: " "), UInt8(ascii: " "))
    }
  }
}
