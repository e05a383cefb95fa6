/// Text with everything that could steer a terminal shown as a visible escape.
///
/// C0 and C1 controls, DEL, line and paragraph separators, and the bidirectional embeddings,
/// overrides and isolates (U+202A to U+202E, U+2066 to U+2069) become `\u{1B}` and the like; a new
/// line, a tab and a carriage return become `\n`, `\t` and `\r`. All else stays as it is.
///
/// - Parameter keepingLines: Leaves tabs and line ends in place, for text of several lines.
package func neutralised(_ text: String, keepingLines: Bool = false) -> String {
  Neutraliser(keepsLines: keepingLines, keepsStyle: false).apply(to: text)
}

/// The rule behind `neutralised(_:keepingLines:)`, which can also let the kit's own colours pass.
struct Neutraliser {
  var keepsLines: Bool
  var keepsStyle: Bool

  func apply(to text: String) -> String {
    guard text.utf8.contains(where: isSuspect) else { return text }
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + 16)
    var openEffects: Set<Style.Effect> = []
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte == 0x1B, keepsStyle, let sequence = Style.sequence(in: bytes, at: index) {
        result.append(contentsOf: bytes[index..<sequence.end])
        switch sequence.change {
        case .on(let effect): openEffects.insert(effect)
        case .off(let end): openEffects = openEffects.filter { $0.end != end }
        }
        index = sequence.end
        continue
      }
      let (value, length) = control(in: bytes, at: index)
      if let value {
        append(value, followedBy: index + 1 < bytes.count ? bytes[index + 1] : nil, to: &result)
      } else {
        result.append(contentsOf: bytes[index..<index + length])
      }
      index += length
    }
    // A stranger's text may hold the kit's own sequences too; it must not colour what follows.
    if !openEffects.isEmpty { result.append(contentsOf: Style.reset.utf8) }
    return String(decoding: result, as: UTF8.self)
  }

  /// Whether a byte is, or may begin, something to escape.
  private func isSuspect(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == 0x7F || byte == 0xC2 || byte == 0xE2
  }

  /// The control character at a place, if there is one, and how many bytes to move on.
  private func control(in bytes: [UInt8], at index: Int) -> (value: UInt32?, length: Int) {
    let byte = bytes[index]
    if byte < 0x20 || byte == 0x7F { return (UInt32(byte), 1) }
    if byte == 0xC2, index + 1 < bytes.count, bytes[index + 1] < 0xA0 {
      return (UInt32(bytes[index + 1]), 2)
    }
    if byte == 0xE2, index + 2 < bytes.count {
      let value = 0x2000 | UInt32(bytes[index + 1] & 0x3F) << 6 | UInt32(bytes[index + 2] & 0x3F)
      switch value {
      case 0x2028...0x202E, 0x2066...0x2069: return (value, 3)
      default: return (nil, 3)
      }
    }
    return (nil, 1)
  }

  private func append(_ value: UInt32, followedBy next: UInt8?, to result: inout [UInt8]) {
    switch value {
    case 0x0A where keepsLines, 0x09 where keepsLines: result.append(UInt8(value))
    case 0x0D where keepsLines && next == 0x0A: break
    case 0x0A: result.append(contentsOf: "\\n".utf8)
    case 0x09: result.append(contentsOf: "\\t".utf8)
    case 0x0D: result.append(contentsOf: "\\r".utf8)
    default:
      let hexadecimal = String(value, radix: 16, uppercase: true)
      result.append(contentsOf: "\\u{\(hexadecimal)}".utf8)
    }
  }
}
