/// One thing that keeps a row from being imported.
public struct RowProblem: Hashable, Sendable, CustomStringConvertible {
  /// The row's number, the header being 1.
  public let row: Int
  /// The line of the file on which the row begins.
  public let line: Int
  /// The column's header; `nil` where the row as a whole is at fault.
  public let column: String?
  /// The beginning of what stands there, safe to print.
  public let value: String
  /// What is wrong and what to do.
  public let reason: String

  init(_ row: CSVRow, column: String?, value: String, reason: String) {
    self.row = row.number
    self.line = row.line
    self.column = column
    self.value = Excerpt.of(value)
    self.reason = Excerpt.of(reason, limit: 400)
  }

  /// A sentence that says what is wrong, where, and what to do.
  public var description: String {
    let place = row == line ? "Row \(row)" : "Row \(row) (line \(line))"
    guard let column else { return "\(place): \(reason)" }
    if value.isEmpty { return "\(place), \(column): \(reason)" }
    return "\(place), \(column) “\(value)”: \(reason)"
  }
}

/// The beginning of a text from a file, safe to print on a terminal.
enum Excerpt {
  static func of(_ text: String, limit: Int = 40) -> String {
    var shown = ""
    for (count, character) in text.enumerated() {
      if count == limit { return shown + "…" }
      switch character {
      case "\n", "\r\n", "\r": shown += "⏎"
      case "\t": shown += "⇥"
      default:
        let isControl = character.unicodeScalars.contains {
          $0.properties.generalCategory == .control
            || $0.properties.generalCategory == .format
              && $0 != "\u{200D}" && $0 != "\u{200C}"
        }
        if isControl { shown += "\u{FFFD}" } else { shown.append(character) }
      }
    }
    return shown
  }
}
