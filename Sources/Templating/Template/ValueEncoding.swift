/// How values are written among the text of a template.
enum ValueEncoding {
  /// As they are.
  case plain
  /// With HTML entities.
  case html
  /// On one line, each byte marked as one that means nothing to Markdown.
  case literal

  func append(_ value: String, isRaw: Bool, to output: inout [UInt8]) {
    switch self {
    case .html where !isRaw:
      for byte in value.utf8 { HTMLText.append(byte, to: &output) }
    case .plain, .html: output.append(contentsOf: value.utf8)
    case .literal: Literal.append(value, to: &output)
    }
  }
}

/// Bytes that mean nothing to Markdown.
///
/// Backslashes do not work in code spans and autolinks, so values are protected in another way. In
/// UTF-8 no byte is above 0xF4. An ASCII byte `abc_defg` of a value is written as `11111abc
/// 1000defg`: to the Markdown parser that is one odd letter, to the renderers it is the byte itself.
/// ASCII letters need no protection and stay short.
enum Literal {
  static func isLead(_ byte: UInt8) -> Bool { byte >= 0xF8 }

  /// The ASCII byte that two bytes stand for.
  static func decode(_ lead: UInt8, _ trail: UInt8) -> UInt8 {
    (lead & 0x07) << 4 | trail & 0x0F
  }

  /// The bytes with every mark taken off.
  static func decoded(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let byte = bytes[index]
      if isLead(byte), index + 1 < bytes.endIndex {
        result.append(decode(byte, bytes[index + 1]))
        index += 2
      } else {
        result.append(byte)
        index += 1
      }
    }
    return result
  }

  static func append(_ value: String, to output: inout [UInt8]) {
    SingleLine.forEachByte(of: value) { byte in
      if byte >= 0x80 || byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A {
        output.append(byte)
      } else {
        output.append(0xF8 | byte >> 4)
        output.append(0x80 | byte & 0x0F)
      }
    }
  }
}

/// Text on one line: line ends and controls become a space, and the ends are trimmed.
enum SingleLine {
  static func text(_ bytes: [UInt8]) -> String {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    bytes.withUnsafeBufferPointer { forEachByte(of: $0) { result.append($0) } }
    return String(decoding: result, as: UTF8.self)
  }

  static func forEachByte(of value: String, _ body: (UInt8) -> Void) {
    var value = value
    value.withUTF8 { forEachByte(of: $0, body) }
  }

  private static func forEachByte(
    of bytes: UnsafeBufferPointer<UInt8>, _ body: (UInt8) -> Void
  ) {
    var spaces = 0
    var hasControl = false
    var isStart = true
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      let control = controlLength(bytes, index)
      if control > 0 {
        hasControl = true
        index += control
        continue
      }
      if byte == 0x20 {
        spaces += 1
      } else {
        if !isStart {
          for _ in 0..<(hasControl ? 1 : spaces) { body(0x20) }
        }
        spaces = 0
        hasControl = false
        isStart = false
        body(byte)
      }
      index += 1
    }
  }

  /// The length of the control character here: C0, DEL, C1, or Unicode's line and paragraph ends.
  private static func controlLength(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Int {
    switch bytes[index] {
    case 0..<0x20, 0x7F: return 1
    case 0xC2:
      return index + 1 < bytes.count && bytes[index + 1] < 0xA0 ? 2 : 0
    case 0xE2:
      guard index + 2 < bytes.count, bytes[index + 1] == 0x80 else { return 0 }
      return bytes[index + 2] == 0xA8 || bytes[index + 2] == 0xA9 ? 3 : 0
    default: return 0
    }
  }
}

/// The invisible characters that turn the direction of text, which formats of right-to-left
/// languages bring along: a subject is no place for them.
enum DirectionMarks {
  static func removed(from text: String) -> String {
    guard text.unicodeScalars.contains(where: isMark) else { return text }
    return String(String.UnicodeScalarView(text.unicodeScalars.filter { !isMark($0) }))
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }
}
