import FoundationEssentials
import Glibc
import Testing

@testable import SQLite

/// A database file in a folder of its own, removed at the end.
private final class Place {
  let folder: String
  var path: String { folder + "/test.db" }

  init() throws {
    folder =
      FileManager.default.temporaryDirectory.appending(path: "liaison-sqlite-\(UUID().uuidString)")
      .path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  func create() throws -> Connection { try Connection(path: path, access: .create) }
}

private struct Refusal: Error, Equatable {}

struct ConnectionTests {
  private let place: Place

  init() throws { place = try Place() }

  @Test func `a new file is its owner's alone, with all that stands beside it`() throws {
    let connection = try place.create()
    try connection.write { try connection.execute("CREATE TABLE t (x TEXT) STRICT") }
    let names = try FileManager.default.contentsOfDirectory(atPath: place.folder).sorted()
    #expect(names.count >= 3)
    for name in names {
      var info = stat()
      #expect(stat(place.folder + "/" + name, &info) == 0)
      #expect(info.st_mode & 0o777 == 0o600, "\(name)")
    }
  }

  @Test func `creating never touches a file that is there`() throws {
    try Data("precious".utf8).write(to: URL(filePath: place.path))
    #expect(throws: SQLiteError.self) { try place.create() }
    #expect(try Data(contentsOf: URL(filePath: place.path)) == Data("precious".utf8))
  }

  @Test func `opening a missing file makes none`() throws {
    for access in [Connection.Access.read, .write] {
      #expect(throws: SQLiteError.self) { try Connection(path: place.path, access: access) }
    }
    #expect(!FileManager.default.fileExists(atPath: place.path))
  }

  @Test func `parameters are bound by the number in their name, not by their place`() throws {
    let connection = try place.create()
    let found = try connection.first(
      "SELECT $3, $1, $2, $1", ["one", "two", "three"]
    ) { row in (0..<4).map(row.text) }
    #expect(found == ["three", "one", "two", "one"])
  }

  @Test func `a parameter left out is null, also when the statement was used before`() throws {
    let connection = try place.create()
    let sql = "SELECT $1 IS NULL, $2 IS NULL"
    #expect(try connection.first(sql, ["a", "b"]) { [$0.flag(0), $0.flag(1)] } == [false, false])
    #expect(try connection.first(sql, ["a"]) { [$0.flag(0), $0.flag(1)] } == [false, true])
  }

  @Test(arguments: [
    Value.null, .integer(Int64.min), .integer(Int64.max), .integer(Int64(0)), .text(""),
    .text("a\u{0}b"),
    .text("ж漢🙂"), .blob([]), .blob([0, 255, 0]), .blob(Array(repeating: 7, count: 10_000)),
  ])
  func `a value comes back as it went in`(_ value: Value) throws {
    let connection = try place.create()
    try connection.execute("CREATE TABLE t (i INTEGER, x TEXT, b BLOB) STRICT")
    let column =
      switch value {
      case .integer, .null, .real: "i"
      case .text: "x"
      case .blob: "b"
      }
    try connection.run("INSERT INTO t (\(column)) VALUES ($1)", [value])
    let same = try connection.first("SELECT \(column) FROM t") { row -> Value in
      if row.isNull(0) { return .null }
      switch value {
      case .text: return .text(row.text(0))
      case .blob: return .blob(row.blob(0))
      default: return .integer(row.integer(0))
      }
    }
    #expect(same == value)
  }

  @Test func `an empty blob and an empty text are not null`() throws {
    let connection = try place.create()
    let found = try connection.first(
      "SELECT typeof($1), typeof($2), typeof($3)", [.blob([]), .text(""), .null]
    ) { row in (0..<3).map(row.text) }
    #expect(found == ["blob", "text", "null"])
  }

  @Test func `a row read under another kind gives no garbage`() throws {
    let connection = try place.create()
    try connection.first("SELECT NULL, 'x', 7") { row in
      #expect(row.integer(0) == 0 && row.text(0) == "" && row.blob(0) == [])
      #expect(row.optionalText(0) == nil && row.optionalInteger(0) == nil)
      #expect(row.integer(1) == 0)
      #expect(row.text(2) == "7")
    }
  }

  @Test func `what throws inside a transaction rolls all of it back, nested or not`() throws {
    let connection = try place.create()
    try connection.execute("CREATE TABLE t (x INTEGER) STRICT")
    #expect(throws: Refusal.self) {
      try connection.write {
        try connection.run("INSERT INTO t VALUES (1)")
        _ = try connection.write { try connection.run("INSERT INTO t VALUES (2)") }
        throw Refusal()
      }
    }
    #expect(try connection.integer("SELECT count(*) FROM t") == 0)
    try connection.write {
      try connection.run("INSERT INTO t VALUES (3)")
      _ = try connection.write { try connection.run("INSERT INTO t VALUES (4)") }
    }
    #expect(try connection.integer("SELECT sum(x) FROM t") == 7)
  }

  @Test func `a nested write commits nothing before the outermost one`() throws {
    let connection = try place.create()
    try connection.execute("CREATE TABLE t (x INTEGER) STRICT")
    let other = try Connection(path: place.path, access: .read)
    try connection.write {
      _ = try connection.write { try connection.run("INSERT INTO t VALUES (1)") }
      #expect(try other.integer("SELECT count(*) FROM t") == 0)
    }
    #expect(try other.integer("SELECT count(*) FROM t") == 1)
  }

  @Test func `a read sees one state, whatever others write meanwhile`() throws {
    let connection = try place.create()
    try connection.execute("CREATE TABLE t (x INTEGER) STRICT")
    let other = try Connection(path: place.path, access: .write)
    try connection.read {
      #expect(try connection.integer("SELECT count(*) FROM t") == 0)
      _ = try other.write { try other.run("INSERT INTO t VALUES (1)") }
      #expect(try connection.integer("SELECT count(*) FROM t") == 0)
    }
    #expect(try connection.integer("SELECT count(*) FROM t") == 1)
  }

  @Test func `the same query may run inside a loop over itself`() throws {
    let connection = try place.create()
    try connection.execute("CREATE TABLE t (x INTEGER) STRICT; INSERT INTO t VALUES (1), (2), (3)")
    var pairs: [[Int]] = []
    try connection.forEach("SELECT x FROM t ORDER BY x") { outer in
      let first = outer.int(0)
      try connection.forEach("SELECT x FROM t ORDER BY x") { pairs.append([first, $0.int(0)]) }
    }
    #expect(pairs.count == 9)
    #expect(pairs.last == [3, 3])
  }

  @Test func `a loop that is left by an error can be run again`() throws {
    let connection = try place.create()
    try connection.execute("CREATE TABLE t (x INTEGER) STRICT; INSERT INTO t VALUES (1), (2)")
    #expect(throws: Refusal.self) {
      try connection.forEach("SELECT x FROM t") { _ in throw Refusal() }
    }
    #expect(try connection.all("SELECT x FROM t ORDER BY x") { $0.int(0) } == [1, 2])
    // Nothing is left open that would keep a transaction from ending.
    try connection.write { try connection.execute("DROP TABLE t") }
  }

  @Test func `a broken constraint says its extended code and the statement`() throws {
    let connection = try place.create()
    try connection.execute("CREATE TABLE t (x TEXT PRIMARY KEY) STRICT, WITHOUT ROWID")
    try connection.run("INSERT INTO t VALUES ($1)", ["a"])
    let error = #expect(throws: SQLiteError.self) {
      try connection.run("INSERT INTO t VALUES ($1)", ["a"])
    }
    #expect(error?.code == 1555)
    #expect(error?.description.contains("INSERT INTO t") == true)
    // The statement can be used again after its failure.
    try connection.run("INSERT INTO t VALUES ($1)", ["b"])
    #expect(try connection.integer("SELECT count(*) FROM t") == 2)
  }

  @Test func `a write on a connection that only reads is an error`() throws {
    try place.create().execute("CREATE TABLE t (x INTEGER) STRICT")
    let reader = try Connection(path: place.path, access: .read)
    let error = #expect(throws: SQLiteError.self) { try reader.run("INSERT INTO t VALUES (1)") }
    #expect(error?.isReadOnly == true)
  }

  @Test func `settings for durability hold on every connection that writes`() throws {
    let connection = try place.create()
    #expect(try connection.first("PRAGMA journal_mode") { $0.text(0) } == "wal")
    #expect(try connection.integer("PRAGMA synchronous") == 2)
    #expect(try connection.integer("PRAGMA foreign_keys") == 1)
    let again = try Connection(path: place.path, access: .write)
    #expect(try again.integer("PRAGMA synchronous") == 2)
  }
}

struct MigrationTests {
  private let place: Place

  init() throws { place = try Place() }

  private static let first = Migration("one", "CREATE TABLE a (x INTEGER) STRICT")
  private static let second = Migration(
    "two", "ALTER TABLE a ADD COLUMN y INTEGER; INSERT INTO a VALUES (1, 2)")

  @Test func `migrations run once each, in order, and mark the file`() throws {
    let connection = try place.create()
    try connection.migrate([Self.first], applicationID: 77, isNew: true)
    #expect(try connection.integer("PRAGMA application_id") == 77)
    #expect(try connection.integer("PRAGMA user_version") == 1)
    try connection.migrate([Self.first, Self.second], applicationID: 77)
    try connection.migrate([Self.first, Self.second], applicationID: 77)
    #expect(try connection.integer("PRAGMA user_version") == 2)
    #expect(try connection.integer("SELECT count(*) FROM a") == 1)
  }

  @Test func `a migration that fails half-way leaves everything as it was`() throws {
    let connection = try place.create()
    try connection.migrate([Self.first], applicationID: 77, isNew: true)
    let broken = Migration("two", Self.second.statements + "; INSERT INTO nowhere VALUES (1)")
    #expect(throws: SQLiteError.self) {
      try connection.migrate([Self.first, broken], applicationID: 77)
    }
    let again = try Connection(path: place.path, access: .write)
    #expect(try again.integer("PRAGMA user_version") == 1)
    #expect(try again.integer("SELECT count(*) FROM pragma_table_info('a')") == 1)
    try again.migrate([Self.first, Self.second], applicationID: 77)
    #expect(try again.integer("PRAGMA user_version") == 2)
  }

  @Test func `a process killed half-way through a migration leaves the old schema`() throws {
    let connection = try place.create()
    try connection.migrate([Self.first], applicationID: 77, isNew: true)
    // What is on the disk while the migration is under way is what a kill would leave.
    try connection.write {
      try connection.execute(Self.second.statements)
      for ending in ["", "-wal"] where FileManager.default.fileExists(atPath: place.path + ending) {
        try FileManager.default.copyItem(
          atPath: place.path + ending, toPath: place.folder + "/killed.db" + ending)
      }
    }
    let killed = try Connection(path: place.folder + "/killed.db", access: .write)
    #expect(try killed.integer("PRAGMA user_version") == 1)
    #expect(try killed.integer("SELECT count(*) FROM pragma_table_info('a')") == 1)
    try killed.migrate([Self.first, Self.second], applicationID: 77)
    #expect(try killed.integer("SELECT count(*) FROM a") == 1)
  }

  @Test func `foreign and newer files are refused and stay untouched`() throws {
    let connection = try place.create()
    try connection.migrate([Self.first], applicationID: 77, isNew: true)
    #expect(throws: SchemaError.foreign(applicationID: 77)) {
      try connection.migrate([Self.first, Self.second], applicationID: 78)
    }
    try connection.execute("PRAGMA user_version = 9")
    #expect(throws: SchemaError.newer(found: 9, known: 2)) {
      try connection.migrate([Self.first, Self.second], applicationID: 77)
    }
    #expect(try connection.integer("SELECT count(*) FROM pragma_table_info('a')") == 1)
  }
}
