import Glibc
import Synchronization

/// Whether a signal came; outside of the type, since a C function may capture nothing.
private let wanted = Atomic(false)
/// Whether the configuration is to be read again.
private let reload = Atomic(false)
/// The end of a pipe that a signal writes to, so that whoever sleeps wakes; -1 while there is none.
private let alarm = Atomic<Int32>(-1)

/// Lets a run end cleanly on Ctrl-C, SIGTERM or a closed terminal.
///
/// The messages under way are finished and written down, and nothing more is begun. A second Ctrl-C
/// ends the program at once.
enum Interruption {
  /// What a closed terminal, or `kill -HUP`, means.
  enum HangUp {
    /// The run ends.
    case ends
    /// The configuration is read again, as services do.
    case reloads
  }

  /// Whether somebody asked the program to end.
  static var isWanted: Bool { wanted.load(ordering: .relaxed) }

  /// Whether somebody asked for the configuration to be read again.
  static var wantsReload: Bool { reload.load(ordering: .relaxed) }

  /// Whether somebody asked for the configuration to be read again, since this was last asked.
  static func takeReload() -> Bool { reload.exchange(false, ordering: .relaxed) }

  /// Listens for the signals from now on.
  static func listen(hangUp: HangUp = .ends) {
    if alarm.load(ordering: .relaxed) < 0 {
      var ends: [Int32] = [-1, -1]
      if pipe(&ends) == 0 {
        for end in ends {
          _ = fcntl(end, F_SETFD, FD_CLOEXEC)
          _ = fcntl(end, F_SETFL, O_NONBLOCK)
        }
        sleeper = ends[0]
        alarm.store(ends[1], ordering: .relaxed)
      }
    }
    var action = sigaction()
    // Runs inside a signal handler, where an atomic store and a write are allowed and little else.
    action.__sigaction_handler.sa_handler = { _ in
      wanted.store(true, ordering: .relaxed)
      ring()
    }
    // Reset to the default after the first, so that a second one is not caught.
    action.sa_flags = Int32(bitPattern: UInt32(SA_RESETHAND))
    sigaction(SIGINT, &action, nil)
    sigaction(SIGTERM, &action, nil)
    if hangUp == .reloads {
      action.__sigaction_handler.sa_handler = { _ in
        reload.store(true, ordering: .relaxed)
        ring()
      }
      action.sa_flags = SA_RESTART
    }
    sigaction(SIGHUP, &action, nil)
  }

  /// Sleeps, at most until a signal comes; one that came since the last sleep counts.
  static func sleep(seconds: Int64) {
    var waited = pollfd(fd: sleeper, events: Int16(POLLIN), revents: 0)
    poll(&waited, 1, Int32(clamping: max(seconds, 0) * 1000))
    var bytes: [UInt8] = Array(repeating: 0, count: 64)
    while read(sleeper, &bytes, bytes.count) > 0 {}
  }

  /// The end of the pipe that the main thread sleeps at, which alone sets it.
  nonisolated(unsafe) private static var sleeper: Int32 = -1
}

/// Wakes whoever sleeps.
private func ring() {
  let number = errno
  var byte: UInt8 = 1
  // A full pipe wakes as well.
  _ = write(alarm.load(ordering: .relaxed), &byte, 1)
  errno = number
}
