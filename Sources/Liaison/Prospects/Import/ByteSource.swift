import Glibc

/// Where the bytes of a prospects file come from: an open file, or memory.
///
/// It owns the file descriptor and closes it.
struct ByteSource: ~Copyable {
  /// The size of the whole, where it is known (a regular file, memory), for progress.
  let totalBytes: Int?
  private(set) var bytesRead = 0
  private let descriptor: Int32
  private let memory: [UInt8]

  init(bytes: [UInt8]) {
    descriptor = -1
    memory = bytes
    totalBytes = bytes.count
  }

  /// Opens a file for reading.
  ///
  /// - Throws: `SourceFault`: missing, a folder, or not readable.
  init(path: String) throws(SourceFault) {
    let opened = open(path, O_RDONLY | O_CLOEXEC)
    guard opened >= 0 else {
      switch errno {
      case ENOENT, ENOTDIR: throw .missing
      case EISDIR: throw .folder
      default: throw .unreadable(errno)
      }
    }
    var status = stat()
    guard fstat(opened, &status) == 0 else {
      let code = errno
      close(opened)
      throw .unreadable(code)
    }
    guard status.st_mode & S_IFMT != S_IFDIR else {
      close(opened)
      throw .folder
    }
    descriptor = opened
    memory = []
    totalBytes = status.st_mode & S_IFMT == S_IFREG ? Int(status.st_size) : nil
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
  }

  /// Fills the start of `buffer` and returns how many bytes came; 0 at the end.
  mutating func read(into buffer: UnsafeMutableBufferPointer<UInt8>) throws(SourceFault) -> Int {
    guard let base = buffer.baseAddress, !buffer.isEmpty else { return 0 }
    guard descriptor >= 0 else {
      let count = min(buffer.count, memory.count - bytesRead)
      let start = bytesRead
      memory.withUnsafeBufferPointer { source in
        if let from = source.baseAddress { base.update(from: from + start, count: count) }
      }
      bytesRead += count
      return count
    }
    while true {
      let count = Glibc.read(descriptor, base, buffer.count)
      if count >= 0 {
        bytesRead += count
        return count
      }
      if errno == EISDIR { throw .folder }
      if errno != EINTR { throw .unreadable(errno) }
    }
  }
}

/// Why a file's bytes cannot be had.
enum SourceFault: Error, Equatable {
  case missing
  case folder
  case unreadable(Int32)

  /// What the system says of an error number, for instance "Permission denied".
  static func reason(_ code: Int32) -> String {
    guard let text = strerror(code) else { return "error \(code)" }
    return String(cString: text)
  }
}
