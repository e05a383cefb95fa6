import Glibc
import Synchronization

/// Whether a signal came; outside of the type, since a C function may capture nothing.
private let wanted = Atomic(false)

/// Lets a run end cleanly on Ctrl-C, SIGTERM or a closed terminal.
///
/// The message under way is finished and written down, and nothing more is begun. A second Ctrl-C
/// ends the program at once.
enum Interruption {
  /// Whether somebody asked the program to end.
  static var isWanted: Bool { wanted.load(ordering: .relaxed) }

  /// Listens for the signals from now on.
  static func listen() {
    var action = sigaction()
    // Runs inside a signal handler, where an atomic store is allowed and little else.
    action.__sigaction_handler.sa_handler = { _ in wanted.store(true, ordering: .relaxed) }
    // Reset to the default after the first, so that a second one is not caught.
    action.sa_flags = Int32(bitPattern: UInt32(SA_RESETHAND))
    sigaction(SIGINT, &action, nil)
    sigaction(SIGTERM, &action, nil)
    sigaction(SIGHUP, &action, nil)
  }
}
