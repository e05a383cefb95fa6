/// The header of a message or of one of its parts, in the order in which it was written.
package struct InboundHeader: Sendable {
  /// One field: its name in lower case, and its value unfolded but not decoded.
  package struct Field: Sendable {
    package let name: String
    package let raw: [UInt8]
  }

  package private(set) var fields: [Field] = []

  /// What raw 8-bit values are written in, where they are not UTF-8.
  var charset: String?

  init() {}

  private static let mostFields = 2000
  private static let longestValue = 64 * 1024

  /// Reads fields from `start` on, and gives where the body starts.
  ///
  /// A line that is neither a field nor the continuation of one ends the header without a blank
  /// line, except for the `From ` line of a mailbox file.
  static func read(_ bytes: [UInt8], from start: Int, to end: Int) -> (InboundHeader, body: Int) {
    var header = InboundHeader()
    var index = start
    var name = ""
    var value: [UInt8] = []
    func finish() {
      guard !name.isEmpty, header.fields.count < mostFields else { return }
      header.fields.append(Field(name: name, raw: value))
    }
    while index < end {
      let lineEnd = bytes.lineEnd(from: index, to: end)
      let next = bytes.nextLine(lineEnd, to: end)
      if lineEnd == index {
        finish()
        return (header, next)
      }
      let first = bytes[index]
      if first == 0x20 || first == 0x09 {
        if bytes[index..<lineEnd].allSatisfy({ $0 == 0x20 || $0 == 0x09 }), !name.isEmpty,
          isFieldOrBlank(bytes, from: next, to: end) == false
        {
          // A line of spaces is what some programs leave of the blank line.
          finish()
          return (header, next)
        }
        if value.count < longestValue {
          if !value.isEmpty { value.append(0x20) }
          value.append(contentsOf: bytes[index..<lineEnd].trimmedBlanks)
        }
      } else if let colon = fieldNameEnd(bytes, from: index, to: lineEnd) {
        finish()
        name = String(decoding: bytes[index..<colon].trimmedBlanks, as: UTF8.self).lowercased()
        value = Array(bytes[(colon + 1)..<lineEnd].trimmedBlanks.prefix(longestValue))
      } else if !isMailboxLine(bytes[index..<lineEnd]) {
        finish()
        return (header, index)
      }
      index = next
    }
    finish()
    return (header, end)
  }

  private static func isFieldOrBlank(_ bytes: [UInt8], from start: Int, to end: Int) -> Bool {
    let lineEnd = bytes.lineEnd(from: start, to: end)
    return lineEnd == start || bytes[start] == 0x20 || bytes[start] == 0x09
      || fieldNameEnd(bytes, from: start, to: lineEnd) != nil
  }

  /// Where the colon of a field stands; `nil` where the line is no field.
  private static func fieldNameEnd(_ bytes: [UInt8], from start: Int, to end: Int) -> Int? {
    var index = start
    var isOver = false
    while index < end, index - start < 100 {
      let byte = bytes[index]
      if byte == UInt8(ascii: ":") { return index > start ? index : nil }
      if byte == 0x20 || byte == 0x09 {
        isOver = true
      } else if isOver || byte <= 0x20 || byte >= 0x7F {
        return nil
      }
      index += 1
    }
    return nil
  }

  private static func isMailboxLine(_ line: ArraySlice<UInt8>) -> Bool {
    line.starts(with: "From ".utf8) || line.starts(with: ">From ".utf8)
  }

  /// The first value of a field as it was written; the name is in lower case.
  package func raw(_ name: String) -> [UInt8]? { fields.first { $0.name == name }?.raw }

  /// Whether a field is there, with whatever value; the name is in lower case.
  package func has(_ name: String) -> Bool { fields.contains { $0.name == name } }

  /// The first value of a field as text, encoded words decoded; the name is in lower case.
  package func text(_ name: String) -> String? {
    raw(name).map { HeaderText.decode($0[...], charset: charset) }
  }

  /// The first value of a field in lower case ASCII, without comments: for values of a machine.
  package func token(_ name: String) -> String? {
    guard let raw = raw(name) else { return nil }
    return String(decoding: HeaderText.withoutComments(raw[...]), as: UTF8.self).lowercased()
  }

  /// The addresses of all fields of this name.
  package func addresses(_ name: String) -> [InboundAddress] {
    fields.lazy.filter { $0.name == name }.flatMap {
      AddressListReader.read($0.raw, charset: charset)
    }
  }

  /// The message identifiers in all fields of this name, without angle brackets.
  package func messageIDs(_ name: String) -> [String] {
    var found: [String] = []
    for field in fields where field.name == name {
      for piece in field.raw.split(whereSeparator: { $0 <= 0x20 || $0 == UInt8(ascii: ",") }) {
        // Some leave out the blank between two identifiers.
        for part in piece.split(separator: UInt8(ascii: ">")) {
          let open = part.lastIndex(of: UInt8(ascii: "<")).map { $0 + 1 } ?? part.startIndex
          let id = part[open...]
          if id.count > 2, id.count < 1000, id.contains(UInt8(ascii: "@")), found.count < 1000 {
            found.append(String(decoding: id, as: UTF8.self))
          }
        }
      }
    }
    return found
  }
}
