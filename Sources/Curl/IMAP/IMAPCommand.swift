/// One command without its tag: words and strings, the latter quoted or as literals as they need.
struct IMAPCommand {
  /// The verb, for errors; never an argument.
  let name: String
  /// What is sent between one wait for the server's `+` and the next; each but the last ends with
  /// the announcement of a literal, with which the following one begins.
  private(set) var segments: [[UInt8]]

  init(_ name: String, _ words: String...) {
    self.name = name
    segments = [Array(([name] + words).joined(separator: " ").utf8)]
  }

  /// Adds a string behind a space: quoted where it is of a line's printable ASCII.
  mutating func add(string bytes: [UInt8]) {
    let isPlain = bytes.count <= 1_000 && bytes.allSatisfy { (0x20...0x7E) ~= $0 }
    guard isPlain else { return add(literal: bytes) }
    append(" \"")
    for byte in bytes {
      if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { append("\\") }
      segments[segments.count - 1].append(byte)
    }
    append("\"")
  }

  /// Adds bytes that are counted; they must not hold NUL.
  mutating func add(literal bytes: [UInt8]) {
    append(" {\(bytes.count)}\r\n")
    segments.append(bytes)
  }

  mutating func add(_ word: String) { append(" " + word) }

  private mutating func append(_ text: String) {
    segments[segments.count - 1] += text.utf8
  }
}
