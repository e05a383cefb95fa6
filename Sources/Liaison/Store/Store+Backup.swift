import Glibc
import SQLite
import Scheduling

/// Why a backup could not be made or put back.
public enum BackupError: Error, Hashable, CustomStringConvertible {
  /// There is a file of that name.
  case exists(path: String)
  /// The copy's pages do not fit together.
  case damaged(path: String, reason: String)
  /// The backup is of another workspace.
  case otherWorkspace(path: String)
  /// Somebody is sending from the database that would be replaced.
  case sending
  /// A file could not be written.
  case file(reason: String)

  /// What is wrong and what to do about it.
  public var description: String {
    switch self {
    case .exists(let path): "\(path) is there already; name another file, or add --force"
    case .damaged(let path, let reason): "\(path) is damaged (\(reason)); use an older backup"
    case .otherWorkspace(let path):
      "\(path) is a backup of another workspace; its messages would get other Message-IDs"
    case .sending:
      "'liaison send' is at work with this database; let it end, or wait 15 minutes if it was killed"
    case .file(let reason): reason
    }
  }
}

/// What putting a backup back came to.
public struct Restoration: Hashable, Sendable {
  /// Where the old database is now; nil where there was none.
  public internal(set) var kept: String?
  /// How many suppressions of the old database were taken over.
  public internal(set) var suppressed = 0
  /// How many people of the backup were erased again.
  public internal(set) var erased = 0
}

/// Who must not be written to whichever state of the database is put back.
struct NeverAgain {
  var suppressions: [Suppression] = []
  var erased: ErasedPeople?
}

extension Store {
  /// Takes over who must not be written to.
  fileprivate func keep(
    _ never: NeverAgain, by who: String, at now: Instant
  ) throws -> (suppressed: Int, erased: Int) {
    let known = Set(try suppressions().map(\.key))
    let missing = never.suppressions.filter { !known.contains($0.key) }
    for entry in missing {
      try suppress(key: entry.key, reason: entry.reason, by: entry.createdBy, at: entry.createdAt)
    }
    return (missing.count, try never.erased.map { try erase($0, by: who, at: now) } ?? 0)
  }

  /// Writes a whole copy of the database as it is now into a file that its owner alone may read.
  ///
  /// The file is written and checked beside its place and then moved there. It is marked, so that
  /// nothing is sent from it wherever it is put back, until that is reconciled.
  /// - Parameter overwrites: Whether a file of that name may be replaced.
  /// - Throws: `BackupError`.
  public func backup(to file: String, overwrites: Bool, at now: Instant) throws {
    guard overwrites || access(file, F_OK) != 0 else { throw BackupError.exists(path: file) }
    var own = stat()
    var other = stat()
    if stat(path, &own) == 0, stat(file, &other) == 0, own.st_ino == other.st_ino,
      own.st_dev == other.st_dev
    {
      throw BackupError.file(reason: "\(file) is the database itself; name another file")
    }
    let draft = try draft(beside: file, at: now)
    do throws(FileTrouble) {
      // Looked at again, since a large database takes a while; where it may not be, by its name.
      if overwrites {
        try DurableFile.rename(draft, to: file)
      } else {
        guard link(draft, file) == 0 else { throw FileTrouble("write", file) }
        unlink(draft)
        try DurableFile.sync(DurableFile.folder(of: file))
      }
    } catch {
      unlink(draft)
      throw BackupError.file(reason: error.description)
    }
  }

  /// Puts a backup in a database's place.
  ///
  /// The old database is kept aside, and nothing is sent until the new one is reconciled. Who was
  /// suppressed or erased since the backup stays so.
  /// - Throws: `BackupError`, `StoreError` where the file is no database of ours.
  public static func restore(
    from file: String, to path: String, by who: String, at now: Instant
  ) throws -> Restoration {
    let backup = try Store.open(at: file, access: .read)
    var never = NeverAgain()
    if let current = try? Store.open(at: path, access: .read) {
      guard try current.workspaceID() == backup.workspaceID() else {
        throw BackupError.otherWorkspace(path: file)
      }
      guard try !current.isSending(at: now) else { throw BackupError.sending }
      never = try NeverAgain(
        suppressions: current.suppressions(), erased: current.erasedPeople())
      try? current.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    }
    var result = Restoration()
    let draft = try backup.draft(beside: path, at: now) { copy in
      (result.suppressed, result.erased) = try copy.keep(never, by: who, at: now)
    }
    let stamp = now.iso8601.filter { $0.isNumber || $0 == "T" || $0 == "Z" }
    let aside = "\(path)-before-\(stamp)"
    do throws(FileTrouble) {
      // With its log, without which it may lack what was written last.
      for ending in ["", "-wal", "-shm"] where access(path + ending, F_OK) == 0 {
        try DurableFile.rename(path + ending, to: aside + ending)
        result.kept = aside
      }
      try DurableFile.rename(draft, to: path)
    } catch {
      unlink(draft)
      throw BackupError.file(reason: error.description)
    }
    return result
  }

  /// Whether somebody has claimed messages or hands one over right now.
  private func isSending(at now: Instant) throws -> Bool {
    try connection.integer(
      """
      SELECT EXISTS (SELECT 1 FROM attempt
        WHERE state IN ('claimed', 'committing') AND lease_until >= $1)
      """, [.integer(now.microseconds)]) != 0
  }

  /// A whole copy beside a file, checked, marked and on the disk.
  private func draft(
    beside file: String, at now: Instant, change: (Store) throws -> Void = { _ in }
  ) throws -> String {
    let draft = "\(file)-partial-\(getpid())"
    do {
      try DurableFile.write([], to: draft)
      // What is read must not be kept from it: a copy of a reader writes another file only.
      try connection.execute("PRAGMA query_only = OFF")
      try connection.run("VACUUM INTO $1", [.text(draft)])
      do {
        let copy = try Store.open(at: draft)
        let found = try copy.connection.first("PRAGMA quick_check") { $0.text(0) }
        guard found == "ok" else {
          throw BackupError.damaged(path: file, reason: found ?? "no answer")
        }
        try change(copy)
        try copy.markAsCopy(of: now)
        try copy.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
      }
      for ending in ["-wal", "-shm", "-lock"] { unlink(draft + ending) }
      try DurableFile.sync(draft)
      return draft
    } catch {
      for ending in ["", "-wal", "-shm", "-lock"] { unlink(draft + ending) }
      throw (error as? FileTrouble).map { BackupError.file(reason: $0.description) } ?? error
    }
  }
}
