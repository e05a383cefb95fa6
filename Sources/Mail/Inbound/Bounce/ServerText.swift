/// What a server says, without the names in it, which are not its words.
enum ServerText {
  /// Replaces addresses by `@`, and takes out links and host names in brackets.
  static func withoutNames(_ text: String) -> String {
    var output: [UInt8] = []
    let bytes = Array(text.utf8.prefix(32 * 1024))
    output.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      if bytes[index] <= 0x20 {
        output.append(bytes[index])
        index += 1
        continue
      }
      var end = index
      while end < bytes.count, bytes[end] > 0x20 { end += 1 }
      append(bytes[index..<end], to: &output)
      index = end
    }
    return String(decoding: output, as: UTF8.self)
  }

  /// What a notice quotes of a server: the paragraphs with a reply code, from the code on.
  static func quoted(in notice: String) -> String {
    let bytes = Array(notice.utf8.prefix(32 * 1024))
    var output: [UInt8] = []
    var isQuoting = false
    for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      let line = line.trimmedBlanks
      if line.isEmpty {
        isQuoting = false
      } else if isQuoting {
        output += line + [0x0A]
      } else if let start = codeStart(line) {
        isQuoting = true
        output += line[start...] + [0x0A]
      }
    }
    return String(decoding: output, as: UTF8.self)
  }

  /// Where a reply code (`550 `, `550-`) or an enhanced one (`5.1.1`) stands in a line.
  private static func codeStart(_ line: ArraySlice<UInt8>) -> Int? {
    var previous: UInt8 = 0x20
    for index in line.indices {
      let byte = line[index]
      defer { previous = byte }
      guard byte == 0x34 || byte == 0x35, !previous.isAlphanumeric, previous != 0x2E,
        index + 3 < line.endIndex
      else { continue }
      let next = line[index + 1]
      let last = line[index + 3]
      if next.isDigit, next <= 0x35, line[index + 2].isDigit,
        last == 0x20 || last == 0x2D || last == 0x3A
      {
        return index
      }
      if next == 0x2E, !StatusCode.all(in: Array(line[index...].prefix(12))).isEmpty {
        return index
      }
    }
    return nil
  }

  /// Whether a well-known list of bad senders is named, in a link at least.
  static func namesBlockList(_ text: String) -> Bool {
    let start = String(decoding: text.utf8.prefix(2000), as: UTF8.self)
    return start.range(ofIgnoringCase: "spamhaus") || start.range(ofIgnoringCase: "dnsbl")
      || start.range(ofIgnoringCase: "sorbs.net") || start.range(ofIgnoringCase: "spamcop")
      || start.range(ofIgnoringCase: "barracuda") || start.range(ofIgnoringCase: "/rbl")
      || start.range(ofIgnoringCase: "surbl") || start.range(ofIgnoringCase: "uceprotect")
  }

  private static func append(_ word: ArraySlice<UInt8>, to output: inout [UInt8]) {
    var rest = word
    if let link = find("http", in: rest), find("://", in: rest[link...]) != nil {
      output.append(contentsOf: rest[..<link])
      return
    }
    // A word may hold several: `RCPT:<maya@example.com>:`.
    while let at = rest.firstIndex(of: UInt8(ascii: "@")) {
      var start = at
      while start > rest.startIndex, isNamePart(rest[start - 1]) { start -= 1 }
      var end = at + 1
      while end < rest.endIndex, isNamePart(rest[end]) { end += 1 }
      output.append(contentsOf: rest[..<start])
      output.append(UInt8(ascii: "@"))
      rest = rest[end...]
    }
    output.append(contentsOf: rest)
  }

  private static func isNamePart(_ byte: UInt8) -> Bool {
    byte.isAlphanumeric || byte >= 0x80
      || [0x2B, 0x2D, 0x2E, 0x3D, 0x5F, 0x25, 0x26].contains(byte)
  }

  private static func find(_ text: StaticString, in bytes: ArraySlice<UInt8>) -> Int? {
    let count = text.utf8CodeUnitCount
    guard bytes.count >= count else { return nil }
    return (bytes.startIndex...(bytes.endIndex - count)).first {
      bytes[$0..<($0 + count)].equalsIgnoringCase(text)
    }
  }
}
