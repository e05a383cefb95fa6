import SQLite

/// Why the workspace's database cannot be used, in words for the person at the keyboard.
public enum StoreError: Error, Hashable, CustomStringConvertible {
  /// There is no database where one is expected.
  case missing(path: String)
  /// The file is empty, which a database of ours never is.
  case empty(path: String)
  /// The file is not a database, or a damaged one.
  case notADatabase(path: String)
  /// The database belongs to another program.
  case foreign(path: String)
  /// A newer version of Liaison wrote the database.
  case newer(path: String, found: Int, known: Int)
  /// There already is a file where a new database should go.
  case exists(path: String)
  /// The file or its folder cannot be written.
  case readOnly(path: String)
  /// Somebody else held the database for longer than we wait.
  case busy(path: String)
  /// The disk is full or failed.
  case disk(path: String, reason: String)
  /// Anything else that SQLite reports.
  case failed(path: String, reason: String)

  /// What is wrong and what to do about it.
  public var description: String {
    switch self {
    case .missing(let path):
      "there is no database at \(path); restore it from a backup, or make a new workspace with "
        + "'liaison init'"
    case .empty(let path):
      "the database \(path) is empty (0 bytes), so it is not one that Liaison left there; restore "
        + "it from a backup"
    case .notADatabase(let path):
      "\(path) is not a database or is damaged; restore it from a backup"
    case .foreign(let path):
      "\(path) is a database of another program; Liaison leaves it alone"
    case .newer(let path, let found, let known):
      "\(path) was written by a newer Liaison (schema \(found), this one knows \(known)); update "
        + "Liaison"
    case .exists(let path):
      "\(path) is there already; Liaison never overwrites a database"
    case .readOnly(let path):
      "\(path) cannot be written; check who owns the file and its folder"
    case .busy(let path):
      "\(path) is held by another process; try again in a moment"
    case .disk(let path, let reason):
      "\(path): the disk is full or failed (\(reason)); nothing was half written, make room and try "
        + "again"
    case .failed(let path, let reason):
      "\(path): \(reason)"
    }
  }

  init(_ error: any Error, path: String) {
    switch error {
    case let error as StoreError: self = error
    case SchemaError.foreign: self = .foreign(path: path)
    case SchemaError.newer(let found, let known):
      self = .newer(path: path, found: found, known: known)
    case let error as SQLiteError where error.isBusy: self = .busy(path: path)
    case let error as SQLiteError where error.isReadOnly: self = .readOnly(path: path)
    case let error as SQLiteError where error.isDiskTrouble:
      self = .disk(path: path, reason: error.message)
    case let error as SQLiteError where error.isDamaged: self = .notADatabase(path: path)
    default: self = .failed(path: path, reason: "\(error)")
    }
  }
}

extension StoreError {
  /// What an error met while working with an open database means, where it is the database's.
  public static func explaining(_ error: any Error) -> StoreError? {
    (error as? SQLiteError).map { StoreError($0, path: "the database") }
  }
}
