import CSQLite
import Glibc

/// One connection to a database file, used from one thread at a time.
package final class Connection {
  /// What a connection may do with its file.
  package enum Access: Sendable {
    /// Make a new file, readable by its owner alone (0600); an existing one is an error.
    case create
    /// Read and write an existing file; a missing one is an error.
    case write
    /// Only read.
    case read
    /// Only read, and clear nothing of SQLite's away: for a file that may be another program's.
    case look
  }

  // Owned: opened in `init`, closed in `deinit`; statements are finalised before (see `deinit`).
  private let database: OpaquePointer
  private let path: String
  private let access: Access
  private var statements: [String: Statement] = [:]
  private var writeLock: FileLock?
  private var isWriting = false

  /// The version of the SQLite library in use, such as `3.40.1`.
  package static var libraryVersion: String { String(cString: sqlite3_libversion()) }

  /// What is set for the whole library, once, before the first connection; where another part of the
  /// process was faster it stays as it is, which costs speed alone.
  private static let settings = csqlite_do_not_count_memory()

  package init(path: String, access: Access) throws(SQLiteError) {
    if access == .create {
      let descriptor = Glibc.open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
      guard descriptor >= 0 else {
        throw SQLiteError(
          code: SQLITE_CANTOPEN, message: "cannot create: \(String(cString: strerror(errno)))")
      }
      close(descriptor)
    }
    // A reader that may write opens so, and is then forbidden to: only a connection that could
    // write clears SQLite's -wal and -shm files away when it is the last to close.
    let mayWrite =
      switch access {
      case .create, .write: true
      case .read: Glibc.access(path, W_OK) == 0
      case .look: false
      }
    let mode = mayWrite ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READONLY
    _ = Self.settings
    var handle: OpaquePointer?
    let code = sqlite3_open_v2(
      path, &handle, mode | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, nil)
    guard code == SQLITE_OK, let handle else {
      let error = SQLiteError(handle)
      sqlite3_close_v2(handle)
      throw error
    }
    database = handle
    self.path = path
    self.access = access
    sqlite3_busy_timeout(handle, 10_000)
    do {
      try execute("PRAGMA foreign_keys = ON")
      switch access {
      case .look: break
      case .read: try execute("PRAGMA query_only = ON")
      case .create, .write:
        try execute("PRAGMA journal_mode = WAL")
        try execute("PRAGMA synchronous = FULL")
        // Both in place of SQLite's smaller defaults, for a sender's sake, whose
        // every mail touches pages all over the indexes: the log is copied into the database less
        // often, each page once for many mails, and most pages stay at hand. The memory is taken
        // only as it is used. What is committed is as durable as before: it is in the log.
        try execute("PRAGMA wal_autocheckpoint = 16000")
        try execute("PRAGMA cache_size = -16000")
      }
    } catch {
      sqlite3_close_v2(handle)
      throw error
    }
  }

  deinit {
    statements.removeAll()  // finalises them; a database with open statements would not close
    sqlite3_close_v2(database)
  }

  /// Runs statements that take no parameters and give no rows.
  package func execute(_ sql: String) throws(SQLiteError) {
    guard sqlite3_exec(database, sql, nil, nil, nil) == SQLITE_OK else {
      throw SQLiteError(database, statement: sql)
    }
  }

  /// The compiled statement for a text, compiled once per connection.
  package func statement(_ sql: String) throws(SQLiteError) -> Statement {
    if let found = statements[sql], !found.isStepping { return found }
    let made = try Statement(sql, database: database)
    statements[sql] = made
    return made
  }

  /// Runs a statement with its parameters in order and gives the number of rows it changed.
  @discardableResult
  package func run(_ sql: String, _ values: [Value] = []) throws(SQLiteError) -> Int {
    let statement = try bound(sql, values)
    return try statement.run()
  }

  /// Every row of a query, each made into a value by `make`.
  package func all<T>(
    _ sql: String, _ values: [Value] = [], _ make: (Row) throws -> T
  ) throws -> [T] {
    var found: [T] = []
    try bound(sql, values).forEach { row in
      found.append(try make(row))
      return true
    }
    return found
  }

  /// The first row of a query, made into a value by `make`, or nil where there is none.
  package func first<T>(
    _ sql: String, _ values: [Value] = [], _ make: (Row) throws -> T
  ) throws -> T? {
    var found: T?
    try bound(sql, values).forEach { row in
      found = try make(row)
      return false
    }
    return found
  }

  /// Calls `body` for each row, one at a time, so that a large answer is never held whole.
  package func forEach(
    _ sql: String, _ values: [Value] = [], _ body: (Row) throws -> Void
  ) throws {
    try bound(sql, values).forEach { row in
      try body(row)
      return true
    }
  }

  /// The first column of the first row as an integer, or 0.
  package func integer(_ sql: String, _ values: [Value] = []) throws -> Int64 {
    try first(sql, values) { $0.integer(0) } ?? 0
  }

  /// Runs `body` in one transaction that holds the write lock, and commits it durably.
  ///
  /// Whatever `body` throws rolls everything back. Calls may nest; the outermost one commits.
  ///
  /// - Parameter cacheMegabytes: how much memory the pages may take, for work all over the indexes;
  ///   it is taken as it is used, and given back at the end.
  package func write<T>(cacheMegabytes: Int? = nil, _ body: () throws -> T) throws -> T {
    if isWriting { return try body() }
    if let cacheMegabytes {
      let before = try integer("PRAGMA cache_size")
      try execute("PRAGMA cache_size = -\(cacheMegabytes * 1000)")
      defer {
        sqlite3_exec(database, "PRAGMA cache_size = \(before)", nil, nil, nil)
        sqlite3_db_release_memory(database)
      }
      return try write(body)
    }
    let lock = try writeLock ?? FileLock(path: path + "-lock")
    writeLock = lock
    try lock.lock()
    defer { lock.unlock() }
    try execute("BEGIN IMMEDIATE")
    isWriting = true
    defer { isWriting = false }
    do {
      let result = try body()
      try execute("COMMIT")
      return result
    } catch {
      // A failed COMMIT or a full disk may already have rolled back; then this has nothing to do.
      sqlite3_exec(database, "ROLLBACK", nil, nil, nil)
      throw error
    }
  }

  /// Runs `body` on one unchanging view of the database.
  package func read<T>(_ body: () throws -> T) throws -> T {
    if isWriting || sqlite3_get_autocommit(database) == 0 { return try body() }
    try execute("BEGIN")
    defer { sqlite3_exec(database, "COMMIT", nil, nil, nil) }
    return try body()
  }

  private func bound(_ sql: String, _ values: [Value]) throws(SQLiteError) -> Statement {
    let statement = try statement(sql)
    for (offset, value) in values.enumerated() { try statement.bind(value, at: offset + 1) }
    return statement
  }
}
