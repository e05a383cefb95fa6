/// Reads `From`, `To` and their like (RFC 5322 section 3.4), with groups, routes, comments and the
/// faults that real programs make.
enum AddressListReader {
  private static let most = 10_000

  /// The addresses of a field, in order; a piece that has no `@` is none, `<>` aside.
  static func read(_ raw: [UInt8], charset: String?) -> [InboundAddress] {
    var found: [InboundAddress] = []
    var piece = Piece()
    var index = 0
    // Once a quotation mark is not closed, no later one is looked at again.
    var isOpen = false

    func finish() {
      if found.count < most, let address = piece.address(charset: charset) {
        found.append(address)
      }
      piece = Piece()
    }

    while index < raw.count {
      let byte = raw[index]
      switch byte {
      case UInt8(ascii: ","), UInt8(ascii: ";"):
        finish()
        index += 1
      case UInt8(ascii: ":") where !piece.hasAt && piece.angle == nil:
        // What was read is the name of a group.
        piece = Piece()
        index += 1
      case UInt8(ascii: "("):
        index = comment(raw, from: index, into: &piece.comment)
      case UInt8(ascii: "\"") where isOpen:
        index += 1
      case UInt8(ascii: "\""):
        let next = quoted(raw, from: index, into: &piece)
        isOpen = next == nil
        index = next ?? index + 1
      case UInt8(ascii: "<"):
        index = angle(raw, from: index, into: &piece)
      case UInt8(ascii: "="):
        // A comma or colon in an encoded word ends nothing.
        let end = encodedWordEnd(raw, from: index) ?? index + 1
        piece.words.append(contentsOf: raw[index..<end])
        index = end
      default:
        if byte == UInt8(ascii: "@") { piece.hasAt = true }
        piece.words.append(byte)
        index += 1
      }
    }
    finish()
    return found
  }

  private struct Piece {
    /// What stands outside of quotes, brackets and comments, and the text of quotes.
    var words: [UInt8] = []
    var comment: [UInt8] = []
    var angle: [UInt8]?
    var hasAt = false
    /// Where quotes stand before an `@`, they belong to the address.
    var quotedLocal: [UInt8]?

    func address(charset: String?) -> InboundAddress? {
      if let angle {
        let address = Self.bare(angle)
        // `"maya@example.com" <>` is no address; `<>` is the null one.
        return InboundAddress(name: name(words, charset), address: address)
      }
      guard hasAt else { return nil }
      // `maya @ example.com` was written by somebody; `Maya maya@example.com` by more.
      let at = words.lastIndex(of: UInt8(ascii: "@")) ?? words.endIndex
      var start = at
      while start > 0, words[start - 1] <= 0x20 { start -= 1 }
      if let quotedLocal, words[..<at].elementsEqual(quotedLocal) {
        let domain = String(decoding: words[at...].filter { $0 > 0x20 }, as: UTF8.self)
        let local = String(decoding: quotedLocal, as: UTF8.self)
        return InboundAddress(name: name(comment, charset), address: "\"\(local)\"\(domain)")
      }
      while start > 0, words[start - 1] > 0x20 { start -= 1 }
      var end = at + 1
      while end < words.count, words[end] <= 0x20 { end += 1 }
      while end < words.count, words[end] > 0x20 { end += 1 }
      let address = words[start..<min(end, words.count)].filter { $0 > 0x20 }
      let label = comment.isEmpty ? Array(words[..<start]) : comment
      return InboundAddress(
        name: name(label, charset), address: String(decoding: address, as: UTF8.self))
    }

    private func name(_ bytes: [UInt8], _ charset: String?) -> String {
      let text = HeaderText.decode(bytes[...].trimmedBlanks, charset: charset)
      var scalars = Substring(text).unicodeScalars
      while let first = scalars.first, first == " " || first == "'" || first == "\"" {
        scalars.removeFirst()
      }
      while let last = scalars.last, last == " " || last == "'" || last == "\"" {
        scalars.removeLast()
      }
      return String(scalars)
    }

    /// Without a source route, blanks and `mailto:`.
    private static func bare(_ angle: [UInt8]) -> String {
      var bytes = angle.filter { $0 > 0x20 }[...]
      if bytes.first == UInt8(ascii: "@"), let colon = bytes.firstIndex(of: UInt8(ascii: ":")) {
        bytes = bytes[(colon + 1)...]
      }
      if bytes.prefix(7).equalsIgnoringCase("mailto:") { bytes = bytes.dropFirst(7) }
      return String(decoding: bytes, as: UTF8.self)
    }
  }

  private static func comment(_ raw: [UInt8], from start: Int, into text: inout [UInt8]) -> Int {
    var depth = 0
    var index = start
    var inside: [UInt8] = []
    while index < raw.count {
      let byte = raw[index]
      index += 1
      if byte == UInt8(ascii: "\\"), index < raw.count {
        inside.append(raw[index])
        index += 1
      } else if byte == UInt8(ascii: "(") {
        depth += 1
        if depth > 1 { inside.append(byte) }
      } else if byte == UInt8(ascii: ")") {
        depth -= 1
        if depth == 0 { break }
        inside.append(byte)
      } else {
        inside.append(byte)
      }
    }
    if text.isEmpty { text = inside }
    return index
  }

  /// Reads a quoted string; `nil` where it is never closed, and so a stray quotation mark.
  private static func quoted(_ raw: [UInt8], from start: Int, into piece: inout Piece) -> Int? {
    var index = start + 1
    var inside: [UInt8] = []
    while index < raw.count {
      let byte = raw[index]
      if byte == UInt8(ascii: "\"") {
        let next = index + 1
        if next < raw.count, raw[next] == UInt8(ascii: "@") {
          piece.quotedLocal = inside
          piece.words = inside
        } else {
          piece.words.append(contentsOf: inside)
        }
        return next
      }
      if byte == UInt8(ascii: "\\"), index + 1 < raw.count {
        index += 1
        inside.append(raw[index])
      } else {
        inside.append(byte)
      }
      index += 1
    }
    return nil
  }

  private static func angle(_ raw: [UInt8], from start: Int, into piece: inout Piece) -> Int {
    var index = start + 1
    var inside: [UInt8] = []
    var isQuoted = false
    while index < raw.count {
      let byte = raw[index]
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      if byte == UInt8(ascii: ">"), !isQuoted {
        index += 1
        break
      }
      // A bracket that is never closed ends with its address.
      if byte == UInt8(ascii: ",") || byte == UInt8(ascii: ";"), !isQuoted,
        inside.first != UInt8(ascii: "@")
      {
        break
      }
      inside.append(byte)
      index += 1
    }
    if piece.angle == nil || piece.angle?.contains(UInt8(ascii: "@")) == false {
      piece.angle = inside
    }
    return index
  }

  private static func encodedWordEnd(_ raw: [UInt8], from start: Int) -> Int? {
    guard start + 1 < raw.count, raw[start + 1] == UInt8(ascii: "?") else { return nil }
    var questions = 0
    var index = start + 2
    // RFC 2047 allows 75 octets; what is far longer is no encoded word.
    while index < raw.count, index - start < 1000 {
      if raw[index] == UInt8(ascii: "?") {
        questions += 1
        if questions >= 3, index + 1 < raw.count, raw[index + 1] == UInt8(ascii: "=") {
          return index + 2
        }
      } else if questions >= 2, raw[index] == UInt8(ascii: "<") {
        return nil
      }
      index += 1
    }
    return nil
  }
}
