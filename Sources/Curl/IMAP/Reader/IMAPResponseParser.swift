/// Reads one whole response, from its first byte to before its last CRLF.
struct IMAPResponseParser {
  private var cursor: IMAPCursor

  init(_ bytes: ArraySlice<UInt8>) {
    cursor = IMAPCursor(bytes)
  }

  /// Whether a response's first line ends in free text, where braces mean nothing.
  static func isText(_ line: ArraySlice<UInt8>) -> Bool {
    var cursor = IMAPCursor(line)
    let tag = cursor.word(until: " ")
    if tag.elementsEqual("+".utf8) { return true }
    guard cursor.skip(" ") else { return false }
    return IMAPStatus.Condition(rawValue: upper(cursor.word(until: " ").prefix(8))) != nil
  }

  /// The length of the literal that follows where a line ends in `{N}`.
  ///
  /// One that is longer than any limit counts as `Int.max >> 2`.
  static func literalLength(atEndOf line: ArraySlice<UInt8>) -> Int? {
    guard line.last == UInt8(ascii: "}") else { return nil }
    var digits = line.dropLast()
    if digits.last == UInt8(ascii: "+") { digits.removeLast() }
    guard let brace = digits.lastIndex(where: { !((0x30...0x39) ~= $0) }),
      digits[brace] == UInt8(ascii: "{"), brace + 1 < digits.endIndex
    else { return nil }
    var cursor = IMAPCursor(digits[(brace + 1)...])
    return cursor.number() ?? Int.max >> 2
  }

  mutating func response() throws(IMAPFault) -> IMAPResponse {
    let tag = cursor.word(until: " ")
    if tag.elementsEqual("+".utf8) {
      _ = cursor.skip(" ")
      return .proceed(Self.text(cursor.rest))
    }
    guard cursor.skip(" ") else { return .other("") }
    if !tag.elementsEqual("*".utf8) {
      let name = Self.upper(cursor.word(until: " ").prefix(16))
      guard let condition = IMAPStatus.Condition(rawValue: name), condition != .bye,
        condition != .preauth
      else { throw .malformed("tagged") }
      return .status(tag: Self.text(tag.prefix(32)), status(condition))
    }
    let name = cursor.word(until: " ")
    if let first = name.first, (0x30...0x39) ~= first { return try numbered(name) }
    return try named(Self.upper(name.prefix(32)))
  }

  /// `* 12 EXISTS` and the like.
  private mutating func numbered(_ digits: ArraySlice<UInt8>) throws(IMAPFault) -> IMAPResponse {
    var number = IMAPCursor(digits)
    let value = number.number()
    guard cursor.skip(" ") else { return .other("") }
    let name = Self.upper(cursor.word(until: " ").prefix(32))
    switch name {
    case "EXISTS":
      guard let value, number.isAtEnd else { throw .malformed(name) }
      return .exists(value)
    case "EXPUNGE": return .expunge
    case "FETCH":
      guard cursor.skip(" "), let fetched = fetched() else { throw .malformed(name) }
      return .fetch(fetched)
    default: return .other(name)
    }
  }

  private mutating func named(_ name: String) throws(IMAPFault) -> IMAPResponse {
    if let condition = IMAPStatus.Condition(rawValue: name) {
      return .status(tag: nil, status(condition))
    }
    switch name {
    case "CAPABILITY": return .capabilities(Self.capabilities(Self.text(cursor.rest)))
    case "SEARCH":
      guard let numbers = searchResults() else { throw .malformed(name) }
      return .search(numbers)
    // A folder that cannot be read is left out; the others still can be used.
    case "LIST": return folder().map { .folder($0) } ?? .other(name)
    default: return .other(name)
    }
  }

  static func capabilities(_ text: String) -> [String] {
    text.uppercased().split(separator: " ").map(String.init)
  }

  // MARK: The parts

  private mutating func status(_ condition: IMAPStatus.Condition) -> IMAPStatus {
    _ = cursor.skip(" ")
    let line = cursor.rest.prefix(IMAPLimits.statusText)
    guard line.first == UInt8(ascii: "["), let end = line.firstIndex(of: UInt8(ascii: "]")) else {
      return IMAPStatus(condition, text: Self.text(line))
    }
    var code = IMAPCursor(line[(line.startIndex + 1)..<end])
    let name = Self.upper(code.word(until: " "))
    _ = code.skip(" ")
    var text = line[(end + 1)...]
    if text.first == UInt8(ascii: " ") { text.removeFirst() }
    return IMAPStatus(
      condition, code: name, arguments: Self.text(code.rest), text: Self.text(text))
  }

  private mutating func searchResults() -> [UInt32]? {
    var numbers: [UInt32] = []
    while cursor.skip(" ") {
      // RFC 7162 puts `(MODSEQ N)` behind the numbers; some servers end the line with a space.
      if cursor.isAtEnd || cursor.rest.first == UInt8(ascii: "(") { return numbers }
      guard let value = cursor.number(), let number = UInt32(exactly: value), number > 0 else {
        return nil
      }
      numbers.append(number)
    }
    return cursor.isAtEnd ? numbers : nil
  }

  private mutating func folder() -> IMAPFolder? {
    guard cursor.skip(" "), cursor.skip("(") else { return nil }
    var attributes: Set<String> = []
    while !cursor.skip(")") {
      let word = cursor.word(until: " )")
      if !word.isEmpty { attributes.insert(Self.text(word.prefix(64)).lowercased()) }
      guard cursor.skip(" ") || cursor.rest.first == UInt8(ascii: ")"), attributes.count < 100
      else { return nil }
    }
    guard cursor.skip(" ") else { return nil }
    var delimiter: String?
    if !cursor.skipNil() {
      guard let separator = cursor.string(), separator.count == 1 else { return nil }
      delimiter = Self.text(separator[...])
    }
    guard cursor.skip(" "), let name = cursor.astring(),
      (1...IMAPFolderName.maximumLength).contains(name.count)
    else { return nil }
    return IMAPFolder(
      name: IMAPFolderName(wire: name), delimiter: delimiter, attributes: attributes)
  }

  private mutating func fetched() -> IMAPFetched? {
    guard cursor.skip("(") else { return nil }
    var message = IMAPFetched()
    while !cursor.skip(")") {
      if cursor.skip(" ") { continue }
      guard item(&message) else { return nil }
    }
    return message
  }

  /// One name with its value.
  private mutating func item(_ message: inout IMAPFetched) -> Bool {
    let name = Self.upper(cursor.word(until: " ([)").prefix(64))
    var isWhole = false
    var origin: Int?
    if cursor.skip("[") {
      isWhole = cursor.word(until: "]").isEmpty
      guard cursor.skip("]") else { return false }
      if cursor.skip("<") {
        origin = cursor.number()
        guard origin != nil, cursor.skip(">") else { return false }
      }
    }
    guard !name.isEmpty, cursor.skip(" ") else { return false }
    switch name {
    case "UID":
      guard let value = cursor.number(), let uid = UInt32(exactly: value), uid > 0 else {
        return false
      }
      message.uid = uid
    case "RFC822.SIZE":
      guard let size = cursor.number() else { return false }
      message.size = size
    case "INTERNALDATE":
      if cursor.skipNil() { return true }
      guard let text = cursor.string() else { return false }
      message.received = IMAPDate.seconds(text)
    case "BODY" where isWhole:
      message.origin = origin
      if cursor.skipNil() { return true }
      guard let body = cursor.string() else { return false }
      message.body = body
    default: return cursor.skipValue()
    }
    return true
  }

  private static func text(_ bytes: ArraySlice<UInt8>) -> String {
    printable(bytes.prefix(IMAPLimits.statusText))
  }

  private static func upper(_ bytes: ArraySlice<UInt8>) -> String {
    printable(bytes.prefix(64)).uppercased()
  }
}
