/// A value of JSON5 text with the line on which it begins.
///
/// Foundation's decoder reads JSON5 too but names no lines. Left out, since data files need none:
/// numbers that are not whole, and escapes in texts other than of quotes and backslashes.
struct JSON5Value {
  enum Content {
    case text(String)
    case number(Int)
    case flag(Bool)
    case list([JSON5Value])
    case object([(key: String, value: JSON5Value)])
  }

  var line: Int
  var content: Content

  /// What a person would call it.
  var kindName: String {
    switch content {
    case .text: "a text"
    case .number: "a number"
    case .flag: "true or false"
    case .list: "a list"
    case .object: "an object"
    }
  }
}

/// A fault in a data file, on a line.
struct JSON5Fault: Error, Hashable {
  var line: Int
  var reason: String
}

/// Reads JSON5 text into values.
struct JSON5Reader {
  private let bytes: [UInt8]
  private var position = 0
  private var line = 1

  private static let maximumDepth = 16

  /// Reads a whole text, which must be UTF-8.
  static func read(_ bytes: [UInt8]) throws(JSON5Fault) -> JSON5Value {
    var reader = JSON5Reader(bytes: bytes)
    guard String(validating: bytes, as: UTF8.self) != nil else {
      throw JSON5Fault(line: 1, reason: "the file is not UTF-8: save it as UTF-8")
    }
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { reader.position = 3 }
    try reader.blank()
    let value = try reader.value(depth: 0)
    try reader.blank()
    if reader.next != nil {
      throw reader.fault("something follows the end of the outermost value")
    }
    return value
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private var next: UInt8? { position < bytes.count ? bytes[position] : nil }

  private func fault(_ reason: String) -> JSON5Fault {
    JSON5Fault(line: line, reason: next == nil ? "the file ends too early" : reason)
  }

  private mutating func step() {
    if next == UInt8(ascii: "\n") { line += 1 }
    position += 1
  }

  /// White space and comments.
  private mutating func blank() throws(JSON5Fault) {
    while let byte = next {
      switch byte {
      case UInt8(ascii: " "), UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: "\t"):
        step()
      case UInt8(ascii: "/"):
        try comment()
      default:
        return
      }
    }
  }

  private mutating func comment() throws(JSON5Fault) {
    let start = line
    step()
    if next == UInt8(ascii: "/") {
      while let byte = next, byte != UInt8(ascii: "\n") { step() }
    } else if next == UInt8(ascii: "*") {
      step()
      while position + 1 < bytes.count,
        bytes[position] != UInt8(ascii: "*") || bytes[position + 1] != UInt8(ascii: "/")
      {
        step()
      }
      guard position + 1 < bytes.count else {
        throw JSON5Fault(line: start, reason: "the comment is not closed: write */")
      }
      position += 2
    } else {
      throw fault("a comment begins with // or /*")
    }
  }

  private mutating func value(depth: Int) throws(JSON5Fault) -> JSON5Value {
    guard depth < Self.maximumDepth else { throw fault("values nest too deeply") }
    let start = line
    switch next {
    case UInt8(ascii: "{"):
      return JSON5Value(line: start, content: .object(try object(depth: depth)))
    case UInt8(ascii: "["):
      return JSON5Value(line: start, content: .list(try list(depth: depth)))
    case UInt8(ascii: "\""), UInt8(ascii: "'"):
      return JSON5Value(line: start, content: .text(try text()))
    default:
      let word = word()
      if word == "true" { return JSON5Value(line: start, content: .flag(true)) }
      if word == "false" { return JSON5Value(line: start, content: .flag(false)) }
      if let number = Int(word) { return JSON5Value(line: start, content: .number(number)) }
      throw fault(
        word.isEmpty
          ? "a value is missing: a text, a number, a list or an object"
          : "“\(word)” is no value: write a text between quotes")
    }
  }

  private mutating func object(
    depth: Int
  ) throws(JSON5Fault) -> [(key: String, value: JSON5Value)] {
    step()
    var members: [(key: String, value: JSON5Value)] = []
    try blank()
    while next != UInt8(ascii: "}") {
      let quote = next
      let isQuoted = quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'")
      let key = isQuoted ? try text() : word()
      guard !key.isEmpty else { throw fault("a key is missing") }
      guard !members.contains(where: { $0.key == key }) else {
        throw fault("the key “\(key)” stands twice")
      }
      try blank()
      guard next == UInt8(ascii: ":") else { throw fault("a colon is missing after “\(key)”") }
      step()
      try blank()
      members.append((key, try value(depth: depth + 1)))
      try separator(closing: UInt8(ascii: "}"))
    }
    step()
    return members
  }

  private mutating func list(depth: Int) throws(JSON5Fault) -> [JSON5Value] {
    step()
    var values: [JSON5Value] = []
    try blank()
    while next != UInt8(ascii: "]") {
      values.append(try value(depth: depth + 1))
      try separator(closing: UInt8(ascii: "]"))
    }
    step()
    return values
  }

  private mutating func separator(closing: UInt8) throws(JSON5Fault) {
    try blank()
    if next == UInt8(ascii: ",") {
      step()
      try blank()
    } else if next != closing {
      throw fault("a comma is missing")
    }
  }

  /// A bare key, number or literal.
  private mutating func word() -> String {
    let start = position
    while let byte = next,
      byte.isASCIILetter || byte.isASCIIDigit || byte == UInt8(ascii: "_")
        || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
    {
      step()
    }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }

  private mutating func text() throws(JSON5Fault) -> String {
    let quote = next
    step()
    var content: [UInt8] = []
    while let byte = next, byte != quote {
      if byte == UInt8(ascii: "\n") { throw fault("the text is not closed on its line") }
      step()
      guard byte == UInt8(ascii: "\\") else {
        content.append(byte)
        continue
      }
      guard let escaped = next, [0x22, 0x27, 0x5C].contains(escaped) else {
        throw fault("after a backslash only a quote or a backslash is read")
      }
      content.append(escaped)
      step()
    }
    guard next == quote else { throw fault("the text is not closed") }
    step()
    return String(decoding: content, as: UTF8.self)
  }
}
