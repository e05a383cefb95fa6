extension DaysOff {
  /// Reads a table of two columns, date and name, such as `2026-12-24,Christmas Eve`.
  ///
  /// UTF-8; a first line that begins with `date` is a header; a name may stand between quotes. Empty
  /// lines and those that begin with `#` are passed over. Throws ``DaysOffError`` at the first line
  /// that cannot be read.
  public init(csv bytes: [UInt8]) throws(DaysOffError) {
    var entries: [Entry] = []
    let lines = try Self.lines(bytes)
    for (index, line) in lines.enumerated() {
      let fields = line.split(separator: ",", maxSplits: 1, omittingEmptySubsequences: false)
      let first = String(fields.first ?? "").trimmed()
      if first.isEmpty, fields.count < 2 { continue }
      if first.hasPrefix("#") || (index == 0 && first.lowercased() == "date") { continue }
      guard let date = CivilDate(first) else {
        throw DaysOffError(
          line: index + 1, reason: "“\(shortened(first))” is not a date; write it as 2026-11-24")
      }
      let name = fields.count == 2 ? Self.unquoted(String(fields[1]).trimmed()) : "Day off"
      guard let name else {
        throw DaysOffError(line: index + 1, reason: "the name is not closed by its quote")
      }
      guard entries.count < Self.maximumEntries else { throw Self.tooMany(line: index + 1) }
      entries.append(Entry(name: name.isEmpty ? "Day off" : name, first: date))
    }
    self.init(entries: entries)
  }

  /// A field without its quotes; nil where they do not close at its end.
  private static func unquoted(_ field: String) -> String? {
    guard field.hasPrefix("\"") else { return field }
    var result = ""
    var rest = field.dropFirst()
    while let character = rest.popFirst() {
      guard character == "\"" else {
        result.append(character)
        continue
      }
      guard rest.first == "\"" else { return rest.isEmpty ? result : nil }
      rest.removeFirst()
      result.append("\"")
    }
    return nil
  }

  /// The lines of a file, of any kind of line end.
  static func lines(_ bytes: [UInt8]) throws(DaysOffError) -> [String] {
    guard bytes.count <= maximumBytes else {
      throw DaysOffError(
        line: 1, reason: "the file has more than \(maximumBytes / 1_000_000) million bytes")
    }
    var bytes = bytes[...]
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = bytes.dropFirst(3) }
    var lines: [String] = []
    while !bytes.isEmpty {
      let end = bytes.firstIndex(of: UInt8(ascii: "\n")) ?? bytes.endIndex
      var line = bytes[bytes.startIndex..<end]
      if line.last == UInt8(ascii: "\r") { line = line.dropLast() }
      guard let text = String(validating: line, as: UTF8.self) else {
        throw DaysOffError(
          line: lines.count + 1, reason: "the file is not UTF-8: save it as UTF-8")
      }
      lines.append(text)
      bytes = bytes[min(end + 1, bytes.endIndex)...]
    }
    return lines
  }

  static func tooMany(line: Int) -> DaysOffError {
    DaysOffError(line: line, reason: "the file has more than \(maximumEntries) entries")
  }
}

extension String {
  /// Without spaces and tabs at both ends.
  func trimmed() -> String {
    func isBlank(_ character: Character) -> Bool { character == " " || character == "\t" }
    var text = self[...]
    while let first = text.first, isBlank(first) { text = text.dropFirst() }
    while let last = text.last, isBlank(last) { text = text.dropLast() }
    return String(text)
  }
}

/// The beginning of a text, as much as an error shows.
func shortened(_ text: String) -> String {
  text.count > 40 ? text.prefix(40) + "…" : text
}
