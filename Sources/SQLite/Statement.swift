import CSQLite

/// A compiled statement with numbered parameters.
///
/// Parameters are written `$1`, `$2` and so on. SQLite numbers them by first appearance, so the
/// number in the name is looked up once, when the statement is compiled; PostgreSQL reads the same
/// text the same way.
package final class Statement {
  // Owned: finalised in `deinit`, never handed out, and used from the connection's thread only.
  private let handle: OpaquePointer
  private let database: OpaquePointer
  private let text: String
  /// SQLite's index of `$1`, `$2` …; 0 where a number is not used.
  private let indexes: [Int32]
  /// Whether a loop over this statement's rows is under way.
  private(set) var isStepping = false

  init(_ text: String, database: OpaquePointer) throws(SQLiteError) {
    var handle: OpaquePointer?
    let code = sqlite3_prepare_v3(
      database, text, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &handle, nil)
    guard code == SQLITE_OK, let handle else {
      throw SQLiteError(database, statement: text)
    }
    self.handle = handle
    self.database = database
    self.text = text
    let count = sqlite3_bind_parameter_count(handle)
    indexes = (0..<max(count, 0)).map { sqlite3_bind_parameter_index(handle, "$\($0 + 1)") }
  }

  deinit { sqlite3_finalize(handle) }

  /// Binds one parameter by its number, counted from 1.
  package func bind(_ value: Value, at number: Int) throws(SQLiteError) {
    switch value {
    case .null: try check(sqlite3_bind_null(handle, index(number)))
    case .integer(let value): try check(sqlite3_bind_int64(handle, index(number), value))
    case .real(let value): try check(sqlite3_bind_double(handle, index(number), value))
    case .text(let value): try bind(text: value, at: number)
    case .blob(let bytes):
      let code = bytes.withUnsafeBytes {
        // SQLite copies the bytes (SQLITE_TRANSIENT) before the closure ends. A null pointer
        // would bind NULL, so an empty blob is bound as one of zero length.
        $0.isEmpty
          ? sqlite3_bind_zeroblob(handle, index(number), 0)
          : csqlite_bind_blob(handle, index(number), $0.baseAddress, Int32(clamping: $0.count))
      }
      try check(code)
    }
  }

  /// Binds text without making a `Value` of it, for loops over many rows.
  package func bind(text value: String, at number: Int) throws(SQLiteError) {
    var value = value
    let code = value.withUTF8 { bytes in
      // SQLite copies the bytes (SQLITE_TRANSIENT) before the closure ends.
      bytes.withMemoryRebound(to: CChar.self) {
        csqlite_bind_text(handle, index(number), $0.baseAddress, Int32(clamping: $0.count))
      }
    }
    try check(code)
  }

  /// Binds text, or null where there is none.
  package func bind(text value: String?, at number: Int) throws(SQLiteError) {
    if let value {
      try bind(text: value, at: number)
    } else {
      try check(sqlite3_bind_null(handle, index(number)))
    }
  }

  /// Binds an integer, or null where there is none.
  package func bind(integer value: Int64?, at number: Int) throws(SQLiteError) {
    if let value {
      try check(sqlite3_bind_int64(handle, index(number), value))
    } else {
      try check(sqlite3_bind_null(handle, index(number)))
    }
  }

  /// Runs the statement to its end with what is bound, and gives the number of rows it changed.
  @discardableResult
  package func run() throws(SQLiteError) -> Int {
    defer { reset() }
    while try step() {}
    return Int(sqlite3_changes(database))
  }

  /// Runs the statement and calls `body` for each row until it returns false.
  package func forEach(_ body: (Row) throws -> Bool) throws {
    isStepping = true
    defer {
      isStepping = false
      reset()
    }
    while try step() {
      guard try body(Row(handle)) else { return }
    }
  }

  private func step() throws(SQLiteError) -> Bool {
    switch sqlite3_step(handle) {
    case SQLITE_ROW: return true
    case SQLITE_DONE: return false
    default: throw SQLiteError(database, statement: text)
    }
  }

  private func reset() {
    sqlite3_reset(handle)
    sqlite3_clear_bindings(handle)
  }

  private func index(_ number: Int) -> Int32 {
    precondition(
      indexes.indices.contains(number - 1) && indexes[number - 1] > 0,
      "no parameter $\(number) in: \(text)")
    return indexes[number - 1]
  }

  private func check(_ code: Int32) throws(SQLiteError) {
    guard code == SQLITE_OK else { throw SQLiteError(database, statement: text) }
  }
}
