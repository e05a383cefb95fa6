import Glibc

/// Where a stream of output goes: the process's own, or a test's memory.
package struct Sink: Sendable {
  package let isTTY: Bool
  /// The columns of the terminal, asked anew each time since a window can be resized.
  let columns: @Sendable () -> Int?
  /// Writes all bytes, and returns 0 or the error number.
  let write: @Sendable ([UInt8]) -> Int32

  package init(
    isTTY: Bool, columns: @escaping @Sendable () -> Int? = { nil },
    write: @escaping @Sendable ([UInt8]) -> Int32
  ) {
    self.isTTY = isTTY
    self.columns = columns
    self.write = write
  }

  /// An open file of the process, such as 1 for standard output.
  package static func descriptor(_ descriptor: Int32) -> Sink {
    Sink(
      isTTY: isatty(descriptor) == 1,
      columns: {
        var size = winsize()
        guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
        return Int(size.ws_col)
      },
      write: { bytes in
        bytes.withUnsafeBytes { buffer in
          var offset = 0
          while offset < buffer.count {
            let count = Glibc.write(
              descriptor, buffer.baseAddress?.advanced(by: offset), buffer.count - offset)
            if count >= 0 {
              offset += count
            } else if errno == EAGAIN {
              // Whoever shares the terminal may have made it non-blocking.
              var waiting = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
              poll(&waiting, 1, -1)
            } else if errno != EINTR {
              return errno
            }
          }
          return 0
        }
      })
  }
}
