import Glibc
import SQLite
import Scheduling

/// The workspace's memory: every prospect, enrollment, attempt and answer, in one SQLite file.
///
/// Offers verbs of the domain, never rows or SQL. Used from one thread; each worker opens its own.
public final class Store {
  let connection: Connection
  /// Where the database is.
  public let path: String
  var identifiers: IdentifierSource

  /// How a store is opened.
  public enum Access: Sendable {
    /// Read and write.
    case write
    /// Read only; nothing can be changed.
    case read
  }

  /// Makes a new database, readable by its owner alone; an existing file is an error.
  ///
  /// - Throws: `StoreError`.
  public static func create(
    at path: String, now: Instant,
    random: any RandomNumberGenerator = SystemRandomNumberGenerator()
  ) throws(StoreError) -> Store {
    var info = stat()
    guard stat(path, &info) != 0 else { throw .exists(path: path) }
    do {
      let connection = try Connection(path: path, access: .create)
      try connection.migrate(Schema.migrations, applicationID: Schema.applicationID, isNew: true)
      let store = Store(connection, path: path, random: random)
      let id = store.identifiers.next(at: now)
      try connection.run(
        "INSERT INTO workspace (name, value) VALUES ('id', $1)", [.text(id)])
      // Whoever opens it looks at the file's own header first, which is in the log until now.
      try connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
      return store
    } catch {
      throw StoreError(error, path: path)
    }
  }

  /// Opens an existing database and brings its schema up to date.
  ///
  /// A missing, empty, damaged, foreign or newer file is an error, never a fresh start.
  /// - Throws: `StoreError`.
  public static func open(
    at path: String, access: Access = .write,
    random: any RandomNumberGenerator = SystemRandomNumberGenerator()
  ) throws(StoreError) -> Store {
    try inspect(path)
    do {
      if access == .read {
        let reader = try Connection(path: path, access: .read)
        try reader.checkSchema(Schema.migrations, applicationID: Schema.applicationID)
        if try reader.integer("PRAGMA user_version") < Int64(Schema.migrations.count) {
          // What this program reads may not be there yet.
          _ = try open(at: path, access: .write)
        }
        return Store(reader, path: path, random: random)
      }
      guard Glibc.access(path, W_OK) == 0 else { throw StoreError.readOnly(path: path) }
      let connection = try Connection(path: path, access: .write)
      try connection.migrate(Schema.migrations, applicationID: Schema.applicationID)
      return Store(connection, path: path, random: random)
    } catch {
      throw StoreError(error, path: path)
    }
  }

  private static func inspect(_ path: String) throws(StoreError) {
    var info = stat()
    guard stat(path, &info) == 0 else { throw .missing(path: path) }
    guard info.st_mode & S_IFMT == S_IFREG else { throw .notADatabase(path: path) }
    guard info.st_size > 0 else { throw .empty(path: path) }
    do {
      try checkOwner(of: path)
    } catch {
      throw StoreError(error, path: path)
    }
  }

  /// Makes sure that the file is ours before it is opened in a way that could change it.
  private static func checkOwner(of path: String) throws {
    guard let header = try DatabaseHeader(of: path) else {
      throw StoreError.notADatabase(path: path)
    }
    if hasLog(path) {
      // The header's newest state may be in the write-ahead log, so SQLite has to read it.
      try Connection(path: path, access: .look)
        .checkSchema(Schema.migrations, applicationID: Schema.applicationID)
    } else {
      // No connection at all, which would leave files beside it.
      try header.check(Schema.migrations, applicationID: Schema.applicationID)
      // Another process may have begun to write meanwhile.
      guard header.isWhole || hasLog(path) else { throw StoreError.notADatabase(path: path) }
    }
  }

  private static func hasLog(_ path: String) -> Bool {
    var log = stat()
    return stat(path + "-wal", &log) == 0 && log.st_size > 0
  }

  private init(_ connection: Connection, path: String, random: any RandomNumberGenerator) {
    self.connection = connection
    self.path = path
    identifiers = IdentifierSource(random: random)
  }

  /// The workspace's own id, which Message-IDs are derived from.
  public func workspaceID() throws -> String {
    try connection.first("SELECT value FROM workspace WHERE name = 'id'") { $0.text(0) } ?? ""
  }

  /// The number of schema steps that this database has seen.
  public func schemaVersion() throws -> Int { Int(try connection.integer("PRAGMA user_version")) }

  /// The schema version that this program writes.
  public static var newestSchemaVersion: Int { Schema.migrations.count }

  /// The version of the SQLite library in use.
  public static var libraryVersion: String { Connection.libraryVersion }

  /// Notes in the log who did what, for later questions.
  func log(_ action: String, subject: String, detail: String, by who: String, at now: Instant)
    throws
  {
    try connection.run(
      "INSERT INTO log (id, at, who, action, subject, detail) VALUES ($1, $2, $3, $4, $5, $6)",
      [
        .text(identifiers.next(at: now)), .integer(now.microseconds), .text(who), .text(action),
        .text(subject), .text(detail),
      ])
  }
}
