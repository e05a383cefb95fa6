/// Reads the parts of one response one after another (RFC 3501, section 9).
///
/// Each reading moves on where it succeeds, and gives nil where something else stands there.
struct IMAPCursor {
  private let bytes: ArraySlice<UInt8>
  private(set) var position: Int

  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    position = bytes.startIndex
  }

  var isAtEnd: Bool { position == bytes.endIndex }
  var rest: ArraySlice<UInt8> { bytes[position...] }
  private var next: UInt8? { position < bytes.endIndex ? bytes[position] : nil }

  mutating func skip(_ character: Unicode.Scalar) -> Bool {
    guard next == UInt8(ascii: character) else { return false }
    position += 1
    return true
  }

  /// The bytes up to one of these, or to the end.
  mutating func word(until stops: StaticString) -> ArraySlice<UInt8> {
    let start = position
    while let byte = next, !stops.withUTF8Buffer({ $0.contains(byte) }) { position += 1 }
    return bytes[start..<position]
  }

  /// Digits, as far as they fit.
  mutating func number() -> Int? {
    var value = 0
    let start = position
    while let byte = next, (0x30...0x39) ~= byte {
      guard position - start < 18 else { return nil }
      value = value * 10 + Int(byte - 0x30)
      position += 1
    }
    return position > start ? value : nil
  }

  /// A quoted string, a literal, or an atom (NIL too).
  mutating func astring() -> [UInt8]? {
    switch next {
    case UInt8(ascii: "\""), UInt8(ascii: "{"), UInt8(ascii: "~"): return string()
    default:
      let word = word(until: " ()\"")
      return word.isEmpty ? nil : Array(word)
    }
  }

  /// A quoted string or a literal.
  mutating func string() -> [UInt8]? {
    if skip("\"") {
      var text: [UInt8] = []
      while let byte = next {
        position += 1
        if byte == UInt8(ascii: "\"") { return text }
        if byte == UInt8(ascii: "\\") {
          guard let escaped = next else { return nil }
          position += 1
          text.append(escaped)
        } else {
          text.append(byte)
        }
      }
      return nil
    }
    // RFC 3516: `~{` before bytes that may hold NUL.
    _ = skip("~")
    guard skip("{"), let length = number() else { return nil }
    _ = skip("+")
    guard skip("}"), skip("\r"), skip("\n"), bytes.endIndex - position >= length else { return nil }
    position += length
    return Array(bytes[(position - length)..<position])
  }

  /// Whether NIL stood here.
  mutating func skipNil() -> Bool {
    let word = bytes[position...].prefix(3)
    guard String(decoding: word, as: UTF8.self).uppercased() == "NIL" else { return false }
    position += word.count
    return true
  }

  /// Moves over one value of any kind, lists of lists too.
  mutating func skipValue() -> Bool {
    var depth = 0
    repeat {
      switch next {
      case UInt8(ascii: "("):
        position += 1
        depth += 1
        guard depth <= IMAPLimits.depth else { return false }
      case UInt8(ascii: ")"):
        guard depth > 0 else { return false }
        position += 1
        depth -= 1
      case UInt8(ascii: " "):
        guard depth > 0 else { return false }
        position += 1
      case UInt8(ascii: "\""), UInt8(ascii: "{"), UInt8(ascii: "~"):
        guard string() != nil else { return false }
      case nil: return false
      default: _ = word(until: " ()\"")
      }
    } while depth > 0
    return true
  }
}
