/// The values of header fields as text: encoded words (RFC 2047) and raw octets alike.
enum HeaderText {
  /// Decodes a value.
  ///
  /// Neighbouring encoded words of one charset and encoding are decoded as one,
  /// since many programs split characters between them.
  static func decode(_ raw: ArraySlice<UInt8>, charset: String?) -> String {
    guard let first = firstWord(raw, from: raw.startIndex) else {
      return clean(CharsetDecoder.decode(raw, charset: charset))
    }
    var text = ""
    var index = raw.startIndex
    var next: Word? = first
    while let word = next {
      let gap = raw[index..<word.start]
      if !gap.isEmpty { text += CharsetDecoder.decode(gap, charset: charset) }
      var octets = word.octets(of: raw)
      index = word.end
      next = firstWord(raw, from: index)
      // Blanks between encoded words are not part of the text.
      while let follower = next, raw[index..<follower.start].allSatisfy({ $0 <= 0x20 }) {
        if follower.charset == word.charset, follower.isBase64 == word.isBase64 {
          octets += follower.octets(of: raw)
          index = follower.end
          next = firstWord(raw, from: index)
        } else {
          index = follower.start
          break
        }
      }
      text += CharsetDecoder.decode(octets[...], charset: word.charset)
    }
    text += CharsetDecoder.decode(raw[index...], charset: charset)
    return clean(text)
  }

  /// Without line breaks and other controls, which have no place in a header.
  private static func clean(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F }) else { return text }
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if scalar.value >= 0x20, scalar.value != 0x7F {
        scalars.append(scalar)
      } else if scalars.last != " " {
        scalars.append(" ")
      }
    }
    return String(scalars)
  }

  private struct Word {
    let start: Int
    let end: Int
    let charset: String
    let isBase64: Bool
    let payload: Range<Int>

    func octets(of raw: ArraySlice<UInt8>) -> [UInt8] {
      if isBase64 { return Base64.decode(raw[payload]) }
      var text = Array(raw[payload])
      for index in text.indices where text[index] == UInt8(ascii: "_") { text[index] = 0x20 }
      return QuotedPrintable.decode(text[...])
    }
  }

  /// The next `=?charset?Q?payload?=` at or behind a place.
  private static func firstWord(_ raw: ArraySlice<UInt8>, from start: Int) -> Word? {
    let question = UInt8(ascii: "?")
    var index = start
    while index + 1 < raw.endIndex {
      guard raw[index] == UInt8(ascii: "="), raw[index + 1] == question else {
        index += 1
        continue
      }
      let label = index + 2
      let labelEnd = (label..<min(label + 60, raw.endIndex)).first { raw[$0] == question }
      if let labelEnd, labelEnd > label, labelEnd + 2 < raw.endIndex, raw[labelEnd + 2] == question
      {
        let kind = raw[labelEnd + 1].lowerASCII
        let payload = labelEnd + 3
        if kind == UInt8(ascii: "b") || kind == UInt8(ascii: "q") {
          var end = payload
          while end + 1 < raw.endIndex,
            !(raw[end] == question && raw[end + 1] == UInt8(ascii: "=")
              && !isEarly(raw, end, payload: payload, kind: kind))
          {
            end += 1
          }
          if end + 1 < raw.endIndex {
            return Word(
              start: index, end: end + 2,
              charset: String(decoding: raw[label..<labelEnd], as: UTF8.self).lowercased(),
              isBase64: kind == UInt8(ascii: "b"), payload: payload..<end)
          }
          // None is closed behind this place.
          return nil
        }
      }
      index += 2
    }
    return nil
  }

  /// `=?utf-8?Q?=C3…`: the `?=` that opens the payload is no end.
  private static func isEarly(
    _ raw: ArraySlice<UInt8>, _ end: Int, payload: Int, kind: UInt8
  ) -> Bool {
    end + 2 < raw.endIndex && kind == UInt8(ascii: "q") && hexValue(raw[end + 2]) != nil
      && end + 3 < raw.endIndex && hexValue(raw[end + 3]) != nil
  }

  /// The value without comments in parentheses, blanks trimmed.
  static func withoutComments(_ raw: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard raw.contains(UInt8(ascii: "(")) else { return raw.trimmedBlanks }
    var output: [UInt8] = []
    var depth = 0
    var isQuoted = false
    for byte in raw {
      switch byte {
      case UInt8(ascii: "\"") where depth == 0:
        isQuoted.toggle()
        output.append(byte)
      case UInt8(ascii: "(") where !isQuoted: depth += 1
      case UInt8(ascii: ")") where !isQuoted && depth > 0: depth -= 1
      default:
        if depth == 0 { output.append(byte) }
      }
    }
    return output[...].trimmedBlanks
  }
}
