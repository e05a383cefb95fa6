/// Writes rows as CSV (RFC 4180): commas, CRLF, quotes where they are needed.
///
/// What a spreadsheet would take for a formula gets an apostrophe before it, the spreadsheets' own
/// mark for text; `Cell.trimmed` takes it away again.
struct CSVWriter {
  /// What has been written and not yet taken.
  private(set) var bytes: [UInt8] = []

  mutating func append(_ fields: some Sequence<String>) {
    var count = 0
    var isEmpty = true
    for field in fields {
      if count > 0 { bytes.append(0x2C) }
      count += 1
      isEmpty = isEmpty && field.isEmpty
      append(field)
    }
    // One empty field alone would be a blank line, which is no row.
    if count == 1 && isEmpty { bytes.append(contentsOf: [0x22, 0x22]) }
    bytes.append(contentsOf: [0x0D, 0x0A])
  }

  /// One row as text, with its end.
  static func line(_ fields: [String]) -> String {
    var writer = CSVWriter()
    writer.append(fields)
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }

  mutating func append(mark: [UInt8]) { bytes.append(contentsOf: mark) }

  private mutating func append(_ field: String) {
    var field = field
    if field.withUTF8(Cell.isFormula) { field = "'" + field }
    guard Self.needsQuotes(field) else {
      bytes.append(contentsOf: field.utf8)
      return
    }
    bytes.append(0x22)
    for byte in field.utf8 {
      if byte == 0x22 { bytes.append(0x22) }
      bytes.append(byte)
    }
    bytes.append(0x22)
  }

  /// Any delimiter is quoted, so that a reader who guesses from the header cannot guess wrong; and
  /// outer spaces, since some readers drop them.
  private static func needsQuotes(_ field: String) -> Bool {
    if field.utf8.first == 0x20 || field.utf8.last == 0x20 { return true }
    return field.utf8.contains { byte in
      switch byte {
      case 0x22, 0x2C, 0x3B, 0x09, 0x0A, 0x0D: true
      default: false
      }
    }
  }
}
