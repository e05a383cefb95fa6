import Foundation
import Glibc

/// Folders of our own, removed with all that is in them at the end.
enum ScratchFolder {
  /// Runs `body` with a new folder below `parent`, else below `TMPDIR` or `/tmp`.
  static func with<Result>(
    below parent: String? = nil, _ body: (_ path: String) throws -> Result
  ) throws -> Result {
    let base = parent ?? ProcessInfo.processInfo.environment["TMPDIR"] ?? "/tmp"
    var template = Array("\(base)/liaison-benchmarks-XXXXXX".utf8CString)
    let made = template.withUnsafeMutableBufferPointer { buffer in
      buffer.baseAddress.flatMap(mkdtemp).map { String(cString: $0) }
    }
    guard let made else { throw BenchmarkError("cannot make a folder in \(base)") }
    defer { try? FileManager.default.removeItem(atPath: made) }
    return try body(made)
  }

  /// The parent of folders in memory where the system has them, so that syncing costs nothing.
  static var memory: String? { access("/dev/shm", W_OK) == 0 ? "/dev/shm" : nil }
}
