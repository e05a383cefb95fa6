import Glibc
import Synchronization

/// Where standard input comes from: the process's own, or a test's bytes.
package struct Source: Sendable {
  package let isTTY: Bool
  /// Reads up to so many bytes: none at the end, and an error number where it cannot.
  let read: @Sendable (Int) -> Result<[UInt8], Errno>

  package struct Errno: Error {
    let number: Int32
  }

  package init(isTTY: Bool, read: @escaping @Sendable (Int) -> Result<[UInt8], Errno>) {
    self.isTTY = isTTY
    self.read = read
  }

  package static func descriptor(_ descriptor: Int32) -> Source {
    Source(isTTY: isatty(descriptor) == 1) { limit in
      while true {
        var outcome: Int = 0
        var number: Int32 = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: max(limit, 1)) { buffer, count in
          outcome = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
          number = errno
          count = max(outcome, 0)
        }
        if outcome >= 0 { return .success(bytes) }
        if number != EINTR { return .failure(Errno(number: number)) }
      }
    }
  }

  /// Bytes that are already there.
  package static func bytes(_ bytes: [UInt8], isTTY: Bool = false) -> Source {
    let rest = Rest(bytes)
    return Source(isTTY: isTTY) { limit in .success(rest.take(limit)) }
  }

  private final class Rest: Sendable {
    private let bytes: Mutex<ArraySlice<UInt8>>

    init(_ bytes: [UInt8]) {
      self.bytes = Mutex(bytes[...])
    }

    func take(_ limit: Int) -> [UInt8] {
      bytes.withLock { rest in
        let taken = rest.prefix(max(limit, 1))
        rest = rest.dropFirst(taken.count)
        return Array(taken)
      }
    }
  }
}
