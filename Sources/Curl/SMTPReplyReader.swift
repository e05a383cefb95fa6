/// Puts the lines of one reply together as they arrive (RFC 5321, section 4.2.1).
struct SMTPReplyReader {
  private var text: [UInt8] = []
  private var lineCount = 0
  private var enhanced: EnhancedStatus?
  /// The reply, once its last line is there.
  private(set) var reply: SMTPReply?

  /// Takes one line with or without its CRLF; a line that is not of a reply's form is passed over,
  /// as libcurl does.
  ///
  /// - Returns: the line's text after code and separator, or nil where it was passed over.
  @discardableResult
  mutating func take(_ line: [UInt8]) -> ArraySlice<UInt8>? {
    guard reply == nil else { return nil }
    var line = line[...]
    while let last = line.last, last == 0x0D || last == 0x0A { line.removeLast() }
    guard line.count >= 3, line.prefix(3).allSatisfy({ (0x30...0x39) ~= $0 }) else { return nil }
    let code = line.prefix(3).reduce(0) { $0 * 10 + Int($1 - 0x30) }
    let separator = line.dropFirst(3).first ?? UInt8(ascii: " ")
    guard separator == UInt8(ascii: " ") || separator == UInt8(ascii: "-") else { return nil }
    let rest = line.dropFirst(4)
    append(rest, code: code)
    if separator == UInt8(ascii: " ") {
      let lines = text.split(separator: 0x0A, omittingEmptySubsequences: false).map(printable)
      // A status of another class than the code contradicts it, and then says nothing.
      let isConsistent = enhanced?.statusClass == code / 100
      reply = SMTPReply(
        code: code, enhanced: isConsistent ? enhanced : nil, text: lines.joined(separator: "\n"))
    }
    return rest
  }

  private mutating func append(_ rest: ArraySlice<UInt8>, code: Int) {
    var rest = rest
    if let (status, length) = EnhancedStatus.leading(rest), status.statusClass == code / 100 {
      if enhanced == nil { enhanced = status }
      rest = rest.dropFirst(length)
      if rest.first == UInt8(ascii: " ") { rest.removeFirst() }
    }
    let room = SMTPReply.maximumTextLength - text.count
    guard room > 1 else { return }
    if lineCount > 0 { text.append(0x0A) }
    text += rest.prefix(room - 1)
    lineCount &+= 1
  }
}
