import FoundationEssentials
import Glibc
import SQLite
import Scheduling
import Testing

@testable import Liaison

/// Opening and making databases: never a fresh start by mistake.
struct StoreTests {
  private let folder: TemporaryFolder
  private let path: String
  private let now = Instant(seconds: 1_772_438_400)

  init() throws {
    folder = try TemporaryFolder()
    path = folder.path + "/liaison.db"
  }

  @Test func `a missing database is an error and none is made`() throws {
    for access in [Store.Access.read, .write] {
      #expect(throws: StoreError.missing(path: path)) { try Store.open(at: path, access: access) }
    }
    #expect(try folder.names().isEmpty)
  }

  @Test func `an empty file is an error and stays empty`() throws {
    try folder.write([], to: "liaison.db")
    #expect(throws: StoreError.empty(path: path)) { try Store.open(at: path) }
    #expect(try folder.bytes(of: "liaison.db").isEmpty)
    #expect(try folder.names() == ["liaison.db"])
  }

  @Test(arguments: [
    [UInt8(0)], Array("SQLite format 3\u{0}".utf8), Array("hello, I am no database\n".utf8),
    Array(repeating: 0xA5, count: 99), Array(repeating: 0x5A, count: 8192),
    Array("SQLite format 3\u{0}".utf8) + Array(repeating: 0x11, count: 4096),
    Array(repeating: 0, count: 4096),
  ])
  func `garbage is an error and stays as it is`(_ bytes: [UInt8]) throws {
    try folder.write(bytes, to: "liaison.db")
    for access in [Store.Access.read, .write] {
      let error = #expect(throws: StoreError.self) { try Store.open(at: path, access: access) }
      switch error {
      case .notADatabase, .foreign: break
      default: Issue.record("\(String(describing: error))")
      }
    }
    #expect(try folder.bytes(of: "liaison.db") == bytes)
    #expect(try folder.names() == ["liaison.db"])
  }

  @Test func `a folder in the database's place is an error`() throws {
    try folder.write("x", to: "liaison.db/x")
    #expect(throws: StoreError.notADatabase(path: path)) { try Store.open(at: path) }
  }

  @Test func `another program's database is left alone`() throws {
    let other = try Connection(path: path, access: .create)
    try other.execute("PRAGMA journal_mode = DELETE; CREATE TABLE t (x TEXT)")
    let before = try folder.bytes(of: "liaison.db")
    let names = try folder.names()
    #expect(throws: StoreError.foreign(path: path)) { try Store.open(at: path) }
    #expect(try folder.bytes(of: "liaison.db") == before)
    #expect(try folder.names() == names)
  }

  @Test func `a newer database is refused with both versions`() throws {
    let store = try Store.create(at: path, now: now)
    try store.connection.execute("PRAGMA user_version = 99")
    let known = Store.newestSchemaVersion
    #expect(throws: StoreError.newer(path: path, found: 99, known: known)) {
      try Store.open(at: path)
    }
    #expect(StoreError.newer(path: path, found: 99, known: known).description.contains("99"))
  }

  @Test func `a damaged page is reported, not crashed on`() throws {
    try Store.create(at: path, now: now).connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    var bytes = try folder.bytes(of: "liaison.db")
    for index in 100..<min(bytes.count, 40_000) { bytes[index] = UInt8(truncatingIfNeeded: index) }
    try folder.write(bytes, to: "liaison.db")
    let error = #expect(throws: (any Error).self) {
      let store = try Store.open(at: path)
      _ = try store.contactCount()
      _ = try store.campaigns()
    }
    let explained = (error as? StoreError) ?? error.flatMap(StoreError.explaining)
    guard case .notADatabase = explained else {
      Issue.record("\(String(describing: error))")
      return
    }
  }

  @Test func `a new database is its owner's alone`() throws {
    let store = try Store.create(at: path, now: now)
    _ = try store.suppress(key: "a@b.example", reason: "x", by: "test", at: now)
    for name in try folder.names() {
      var info = stat()
      #expect(stat(folder.path + "/" + name, &info) == 0)
      #expect(info.st_mode & 0o777 == 0o600, "\(name)")
    }
  }

  @Test(arguments: [[UInt8](), Array("mine".utf8)])
  func `creating refuses a file that is there`(_ bytes: [UInt8]) throws {
    try folder.write(bytes, to: "liaison.db")
    #expect(throws: StoreError.exists(path: path)) { try Store.create(at: path, now: now) }
    #expect(try folder.bytes(of: "liaison.db") == bytes)
  }

  @Test func `creating refuses a link that leads nowhere`() throws {
    #expect(symlink(folder.path + "/elsewhere", path) == 0)
    #expect(throws: StoreError.self) { try Store.create(at: path, now: now) }
    #expect(try folder.names() == ["liaison.db"])
  }

  @Test func `what is written stays, and every workspace has its own id`() throws {
    let first = try Store.create(at: path, now: now)
    let id = try first.workspaceID()
    #expect(id.count == 36)
    #expect(try Store.open(at: path).workspaceID() == id)
    #expect(try Store.open(at: path, access: .read).workspaceID() == id)
    let other = try Store.create(at: folder.path + "/other.db", now: now)
    #expect(try other.workspaceID() != id)
  }

  @Test func `a store opened to read changes nothing`() throws {
    _ = try Store.create(at: path, now: now)
    let store = try Store.open(at: path, access: .read)
    #expect(throws: (any Error).self) {
      try store.suppress(key: "a@b.example", reason: "x", by: "test", at: now)
    }
    #expect(try store.suppressions().isEmpty)
  }

  @Test func `a person has one attempt for a step, whatever a caller does`() throws {
    let office = try Office()
    try office.launch()
    let row = try office.attempt()
    let error = #expect(throws: SQLiteError.self) {
      try office.store.connection.run(
        """
        INSERT INTO attempt SELECT 'other', enrollment_id, campaign_id, contact_id, step, emphasis,
          state, due_at, reasons, 'other', token, lease_until, tries, revision, sender, subject,
          merge, dated_at, sent_at, settled_at, failure, reply, queue_id, committed_at, doubt_until
        FROM attempt WHERE id = $1
        """, [.text(row.id)])
    }
    #expect(error?.message.contains("UNIQUE") == true)
  }
}
