import Glibc

/// Why a file could not be written, in the system's words.
struct FileTrouble: Error, CustomStringConvertible {
  let description: String

  /// What the last system call said.
  init(_ verb: String, _ path: String) {
    description = "cannot \(verb) \(path): \(String(cString: strerror(errno)))"
  }
}

/// Files that are there whole, also after a power cut, once a call has returned.
enum DurableFile {
  /// Writes a file that its owner alone may read, and its bytes to the disk.
  static func write(_ bytes: [UInt8], to path: String) throws(FileTrouble) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw FileTrouble("create", path) }
    defer { close(descriptor) }
    var done = 0
    while done < bytes.count {
      let written = bytes[done...].withUnsafeBytes {
        Glibc.write(descriptor, $0.baseAddress, $0.count)
      }
      if written < 0, errno == EINTR { continue }
      guard written > 0 else { throw FileTrouble("write", path) }
      done += written
    }
    guard fsync(descriptor) == 0 else { throw FileTrouble("sync", path) }
  }

  /// Brings a file's bytes, or a folder's names, to the disk.
  static func sync(_ path: String) throws(FileTrouble) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileTrouble("open", path) }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else { throw FileTrouble("sync", path) }
  }

  /// Gives a file its name, in place of any other of that name, for good.
  static func rename(_ old: String, to new: String) throws(FileTrouble) {
    guard Glibc.rename(old, new) == 0 else { throw FileTrouble("rename", new) }
    try sync(folder(of: new))
  }

  /// The folder that a path is in.
  static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }
}
