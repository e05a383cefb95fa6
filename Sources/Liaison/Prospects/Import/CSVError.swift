/// Why a CSV file cannot be read further, and where.
///
/// Rows count from 1 with the header, as a spreadsheet numbers them; lines are those of the file,
/// where a quoted field may hold several.
public enum CSVError: Error, Equatable, Sendable, CustomStringConvertible {
  case missing
  case folder
  case unreadable(reason: String)
  /// It is no text; `kind` says what it seems to be, for instance "an Excel workbook".
  case binary(kind: String)
  case zeroByte(row: Int, line: Int, column: Int)
  case invalidBytes(
    row: Int, line: Int, column: Int, bytes: [UInt8], encoding: SourceEncoding,
    guess: SourceEncoding?)
  case encodingNotInstalled(SourceEncoding)
  case unterminatedQuote(row: Int, line: Int, column: Int)
  case textAfterQuote(row: Int, line: Int, column: Int)
  case rowTooLong(row: Int, line: Int, limit: Int, openQuote: Bool)
  case tooManyColumns(row: Int, line: Int, limit: Int)

  /// A sentence that says what is wrong, where, and what to do.
  public var description: String {
    switch self {
    case .missing: return "There is no such file."
    case .folder: return "This is a folder. Name the CSV file in it."
    case .unreadable(let reason): return "The file cannot be read (\(reason))."
    case .binary(let kind):
      return "This is \(kind), not a CSV file. Save it as CSV (UTF-8) and import that."
    case .zeroByte(let row, let line, let column):
      return "\(Self.place(row, line)), column \(column): There is a zero byte, so this is no text "
        + "file. Save it as CSV (UTF-8) and import that."
    case .invalidBytes(let row, let line, let column, let bytes, let encoding, let guess):
      let hex = bytes.map { Self.hex($0) }.joined(separator: " ")
      let advice =
        if let guess {
          guess == .utf8
            ? "It looks like UTF-8: leave --encoding out."
            : "It looks like \(guess): try --encoding \(guess)."
        } else {
          "Say what it was written in with --encoding (\(SourceEncoding.names))."
        }
      return "\(Self.place(row, line)), column \(column): The bytes \(hex) are not \(encoding). "
        + advice
    case .encodingNotInstalled(let encoding):
      return "This system's C library cannot convert \(encoding). Save the file as UTF-8."
    case .unterminatedQuote(let row, let line, let column):
      return "\(Self.place(row, line)), column \(column): The quote that begins here is never "
        + "closed. Close it, or double a quote that belongs to the text (\"\")."
    case .textAfterQuote(let row, let line, let column):
      return "\(Self.place(row, line)), column \(column): Text follows a closing quote. Double "
        + "each quote that belongs to the text (\"\")."
    case .rowTooLong(let row, let line, let limit, let openQuote):
      return "\(Self.place(row, line)): The row is longer than \(limit / (1024 * 1024)) MB."
        + (openQuote ? " A quote that begins here is probably never closed." : "")
    case .tooManyColumns(let row, let line, let limit):
      return "\(Self.place(row, line)): There are more than \(limit) columns. "
        + "Is the delimiter right?"
    }
  }

  private static func place(_ row: Int, _ line: Int) -> String {
    row == line ? "Row \(row)" : "Row \(row) (line \(line))"
  }

  private static func hex(_ byte: UInt8) -> String {
    let text = String(byte, radix: 16, uppercase: true)
    return byte < 16 ? "0" + text : text
  }
}
