import CSQLite

/// An error that SQLite reported, with the statement that met it.
package struct SQLiteError: Error, Hashable, CustomStringConvertible {
  /// The extended result code, such as 2067 for a broken unique constraint.
  package let code: Int32
  /// What SQLite says of it.
  package let message: String
  /// The statement under way, if any.
  package let statement: String?

  package init(code: Int32, message: String, statement: String? = nil) {
    self.code = code
    self.message = message
    self.statement = statement
  }

  init(_ database: OpaquePointer?, statement: String? = nil) {
    guard let database else {
      self.init(code: SQLITE_NOMEM, message: "out of memory", statement: statement)
      return
    }
    self.init(
      code: sqlite3_extended_errcode(database),
      message: String(cString: sqlite3_errmsg(database)),
      statement: statement)
  }

  /// The primary result code: the lowest eight bits of the extended one.
  package var primaryCode: Int32 { code & 0xFF }
  /// Whether somebody else held the database for longer than the busy timeout.
  package var isBusy: Bool { primaryCode == SQLITE_BUSY || primaryCode == SQLITE_LOCKED }
  /// Whether the file cannot be written.
  package var isReadOnly: Bool { primaryCode == SQLITE_READONLY || primaryCode == SQLITE_PERM }
  /// Whether the file is not a database, or a damaged one.
  package var isDamaged: Bool { primaryCode == SQLITE_NOTADB || primaryCode == SQLITE_CORRUPT }
  /// Whether the disk is full or failed.
  package var isDiskTrouble: Bool { primaryCode == SQLITE_FULL || primaryCode == SQLITE_IOERR }

  package var description: String {
    guard let statement else { return "\(message) (SQLite code \(code))" }
    let words = statement.split(whereSeparator: \.isWhitespace).prefix(8).joined(separator: " ")
    return "\(message) (SQLite code \(code), at \"\(words)\")"
  }
}
