import Glibc

/// Why a file could not be read.
struct ZoneFileError: Error {
  /// The system's error number, or nil where the file is no regular file or too large.
  var code: Int32?
  var reason: String

  var isMissing: Bool { code == ENOENT || code == ENOTDIR }

  static func system(_ code: Int32) -> ZoneFileError {
    ZoneFileError(code: code, reason: String(cString: strerror(code)))
  }
}

/// Reads small regular files whole; a pipe or a device never blocks it.
enum ZoneFile {
  /// Compiled zones have at most a few kilobytes, `tzdata.zi` some hundred.
  static let sizeLimit = 4 << 20

  static func read(_ path: String, atMost limit: Int = sizeLimit) throws(ZoneFileError) -> [UInt8] {
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard file >= 0 else { throw .system(errno) }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0 else { throw .system(errno) }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw ZoneFileError(code: nil, reason: "Not a regular file")
    }
    guard status.st_size <= sizeLimit else {
      throw ZoneFileError(code: nil, reason: "Larger than any time zone file")
    }
    let size = min(Int(status.st_size), limit)
    var bytes = [UInt8](repeating: 0, count: size)
    var filled = 0
    while filled < size {
      let count = bytes.withUnsafeMutableBytes { buffer in
        Glibc.read(file, buffer.baseAddress?.advanced(by: filled), size - filled)
      }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw .system(errno) }
      guard count > 0 else { break }
      filled += count
    }
    bytes.removeLast(size - filled)
    return bytes
  }
}
