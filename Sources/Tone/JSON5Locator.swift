/// Walks JSON5 text to say where something stands in it.
///
/// `JSONDecoder` reads JSON5 and names a fault by its coding path only; this finds the path's
/// offset, or the first offset at which the text is not JSON5.
package struct JSON5Locator {
  package enum Key: Hashable {
    case name(String)
    case index(Int)
  }

  package struct Fault: Error {
    package var offset: Int
    package var reason: String
  }

  private let bytes: [UInt8]
  private var position = 0
  /// Steps of the wanted path, and how many of them have been matched.
  private let path: [Key]
  private var reached = 0
  private var offset = 0

  private static let maximumDepth = 32

  private init(_ bytes: [UInt8], path: [Key]) {
    self.bytes = bytes
    self.path = path
  }

  /// The offset of the value at `path`, or of the nearest value above it that is there.
  package static func offset(of path: [Key], in bytes: [UInt8]) -> Int {
    var locator = JSON5Locator(bytes, path: path)
    try? locator.document()
    return locator.offset
  }

  /// The first fault of the text, if it has one.
  package static func fault(in bytes: [UInt8]) -> Fault? {
    var locator = JSON5Locator(bytes, path: [])
    do {
      try locator.document()
      return nil
    } catch {
      return error
    }
  }

  /// The first byte that is not UTF-8, if there is one.
  ///
  /// `JSONDecoder` must not see such text: at a bare key inside an object it ends the process
  /// (swift-foundation of Swift 6.3).
  package static func encodingFault(in bytes: [UInt8]) -> Fault? {
    guard String(validating: bytes, as: UTF8.self) == nil else { return nil }
    // There the repaired text differs.
    let repaired = String(decoding: bytes, as: UTF8.self)
    let offset = zip(repaired.utf8, bytes).enumerated().first { $0.element.0 != $0.element.1 }?
      .offset
    return Fault(offset: offset ?? bytes.count, reason: "the file is not UTF-8: save it as UTF-8")
  }

  private var current: UInt8? { position < bytes.count ? bytes[position] : nil }

  private func fault(_ reason: String) -> Fault {
    Fault(offset: position, reason: current == nil ? "the file ends too early" : reason)
  }

  private mutating func document() throws(Fault) {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
    try blank()
    offset = position
    try value(depth: 0, matched: 0)
    try blank()
    if position < bytes.count { throw fault("something follows the end of the outermost value") }
  }

  /// White space and comments.
  private mutating func blank() throws(Fault) {
    while let byte = current {
      if ASCII.isWhite(byte) {
        position += 1
      } else if byte >= 0x80 {
        let scalar = UTF8Reader.scalar(in: bytes, at: position, end: bytes.count)
        let isMark = scalar.value == 0xFEFF
        guard ScalarClass(scalar.value) == .white || isMark else { return }
        position += scalar.length
      } else if byte == UInt8(ascii: "/") {
        try comment()
      } else {
        return
      }
    }
  }

  private mutating func comment() throws(Fault) {
    let start = position
    position += 1
    switch current {
    case UInt8(ascii: "/"):
      while let byte = current, byte != ASCII.newline, byte != ASCII.carriageReturn {
        position += 1
      }
    case UInt8(ascii: "*"):
      position += 1
      while position + 1 < bytes.count,
        bytes[position] != UInt8(ascii: "*") || bytes[position + 1] != UInt8(ascii: "/")
      {
        position += 1
      }
      guard position + 1 < bytes.count else {
        throw Fault(offset: start, reason: "the comment is not closed: write */")
      }
      position += 2
    default:
      position = start
      throw fault("a comment begins with // or /*")
    }
  }

  private mutating func value(depth: Int, matched: Int) throws(Fault) {
    guard depth <= Self.maximumDepth else { throw fault("values nest too deeply") }
    guard let byte = current else { throw fault("") }
    switch byte {
    case UInt8(ascii: "{"): try object(depth: depth, matched: matched)
    case UInt8(ascii: "["): try array(depth: depth, matched: matched)
    case UInt8(ascii: "\""), UInt8(ascii: "'"): _ = try string()
    default:
      guard !word().isEmpty else {
        throw fault("a value is missing: a text, a number, a list or an object")
      }
    }
  }

  /// Remembers the value at `position` where it lies further along the wanted path.
  private mutating func step(_ key: Key, matched: Int) -> Int {
    guard matched >= 0, matched < path.count, path[matched] == key else { return -1 }
    if matched + 1 > reached {
      reached = matched + 1
      offset = position
    }
    return matched + 1
  }

  private mutating func object(depth: Int, matched: Int) throws(Fault) {
    position += 1
    var names: Set<String> = []
    try blank()
    while current != UInt8(ascii: "}") {
      let start = position
      let name = try key()
      guard names.insert(name).inserted else {
        throw Fault(offset: start, reason: "the key \"\(name)\" stands twice")
      }
      try blank()
      guard current == UInt8(ascii: ":") else { throw fault("a colon is missing after a key") }
      position += 1
      try blank()
      let next = step(.name(name), matched: matched)
      try value(depth: depth + 1, matched: next)
      try separator(closing: UInt8(ascii: "}"))
    }
    position += 1
  }

  private mutating func array(depth: Int, matched: Int) throws(Fault) {
    position += 1
    var index = 0
    try blank()
    while current != UInt8(ascii: "]") {
      let next = step(.index(index), matched: matched)
      try value(depth: depth + 1, matched: next)
      try separator(closing: UInt8(ascii: "]"))
      index += 1
    }
    position += 1
  }

  private mutating func separator(closing: UInt8) throws(Fault) {
    try blank()
    if current == UInt8(ascii: ",") {
      position += 1
      try blank()
    } else if current != closing {
      throw fault("a comma is missing")
    }
  }

  private mutating func key() throws(Fault) -> String {
    if current == UInt8(ascii: "\"") || current == UInt8(ascii: "'") { return try string() }
    let name = word()
    guard !name.isEmpty else { throw fault("a key is missing") }
    return name
  }

  /// A bare key, number or literal.
  private mutating func word() -> String {
    let start = position
    let signs = Set("_$+-.".utf8)
    while let byte = current, ASCII.isAlphanumeric(byte) || byte >= 0x80 || signs.contains(byte) {
      position += 1
    }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }

  /// A quoted text.
  ///
  /// Escapes are kept as written: no key of a rule file needs one.
  private mutating func string() throws(Fault) -> String {
    let start = position
    let quote = bytes[position]
    position += 1
    while let byte = current, byte != quote {
      let isEscape = byte == UInt8(ascii: "\\")
      if byte == ASCII.newline || byte == ASCII.carriageReturn {
        throw Fault(offset: start, reason: "the text is not closed on its line")
      }
      position += 1
      if isEscape, current != nil { position += 1 }
    }
    guard current == quote else { throw Fault(offset: start, reason: "the text is not closed") }
    let text = String(decoding: bytes[(start + 1)..<position], as: UTF8.self)
    position += 1
    return text
  }
}
