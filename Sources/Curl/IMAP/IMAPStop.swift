import Glibc

/// Ends a waiting IDLE from another thread, or from a signal handler; it stays set.
package final class IMAPStop: Sendable {
  // Both ends of a pipe. Owned: made in `init`, closed in `deinit`.
  let descriptor: Int32
  private let writeEnd: Int32

  package init() throws(IMAPError) {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { throw .library("no more files can be opened") }
    for end in ends {
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
    }
    descriptor = ends[0]
    writeEnd = ends[1]
  }

  deinit {
    close(descriptor)
    close(writeEnd)
  }

  package func stop() {
    // Nobody reads it, so one byte is enough for good; with a full pipe it is set as well.
    _ = write(writeEnd, "s", 1)
  }
}
