import CSQLite
import Glibc

/// The first 100 bytes of a database file, read without opening it as a database.
///
/// See "The Database Header" in SQLite's file format documentation.
package struct DatabaseHeader {
  private static let size = 100
  private let bytes: [UInt8]
  private let fileSize: Int64

  /// Reads the header; nil where the file is no database.
  ///
  /// - Throws: `SQLiteError` where the file cannot be read.
  package init?(of path: String) throws(SQLiteError) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw SQLiteError(
        code: SQLITE_CANTOPEN, message: "cannot read: \(String(cString: strerror(errno)))")
    }
    defer { close(descriptor) }
    var bytes = [UInt8](repeating: 0, count: Self.size)
    guard read(descriptor, &bytes, Self.size) == Self.size,
      bytes.starts(with: Array("SQLite format 3\0".utf8))
    else { return nil }
    self.bytes = bytes
    var info = stat()
    guard fstat(descriptor, &info) == 0 else {
      throw SQLiteError(
        code: SQLITE_IOERR, message: "cannot read: \(String(cString: strerror(errno)))")
    }
    fileSize = Int64(info.st_size)
  }

  /// Whether no page is missing and none is cut off; SQLite reads the rest of a page that is cut off
  /// as zeros, and says nothing.
  ///
  /// True of every file that has no write-ahead log beside it, which may hold the pages that are
  /// missing.
  package var isWhole: Bool {
    let coded = Int64(bytes[16]) << 8 | Int64(bytes[17])
    let pageSize = coded == 1 ? 65_536 : coded
    guard pageSize >= 512, fileSize % pageSize == 0 else { return false }
    // The count of pages holds only where the last writer knew of it.
    guard number(at: 24) == number(at: 92) else { return true }
    return fileSize >= number(at: 28) * pageSize
  }

  /// The number that says which program's file it is.
  private var applicationID: Int64 { number(at: 68) }
  /// How many steps its schema has seen, as of the last checkpoint.
  private var userVersion: Int64 { number(at: 60) }

  /// Refuses a database of another program or of a newer version of this one.
  package func check(_ migrations: [Migration], applicationID: Int64) throws(SchemaError) {
    guard self.applicationID == applicationID else {
      throw .foreign(applicationID: self.applicationID)
    }
    guard userVersion <= migrations.count else {
      throw .newer(found: Int(userVersion), known: migrations.count)
    }
  }

  private func number(at offset: Int) -> Int64 {
    Int64(Int32(bitPattern: bytes[offset..<offset + 4].reduce(0) { $0 << 8 | UInt32($1) }))
  }
}
