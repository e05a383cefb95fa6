import Glibc

/// An advisory lock on a file beside the database, held while somebody writes.
///
/// SQLite's own busy handler sleeps and tries again, so under several busy writers the unlucky one
/// can wait for seconds. `flock` queues instead, which keeps the waits fair; see flock(2).
final class FileLock {
  // Owned: closed in `deinit`, which also releases the lock.
  private let descriptor: Int32

  init(path: String) throws(SQLiteError) {
    descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
      throw SQLiteError(
        code: 8, message: "cannot open \(path) for writing: \(String(cString: strerror(errno)))")
    }
  }

  deinit { close(descriptor) }

  func lock() throws(SQLiteError) {
    while flock(descriptor, LOCK_EX) != 0 {
      guard errno == EINTR else {
        throw SQLiteError(code: 5, message: "cannot lock: \(String(cString: strerror(errno)))")
      }
    }
  }

  func unlock() { flock(descriptor, LOCK_UN) }
}
