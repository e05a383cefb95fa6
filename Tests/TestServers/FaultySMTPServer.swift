import Foundation
import Synchronization

/// An SMTP server (RFC 5321) on the loopback, made to misbehave, and honest about what it accepted.
///
/// It runs in threads of the test's process, one for each connection.
package final class FaultySMTPServer: Sendable {
  package let port: Int
  package let ledger: SMTPLedger
  private let manner: SMTPManner
  private let folder: URL
  private let listener: Int32
  private let state: Mutex<State>
  private let going = NSCondition()

  private struct State {
    var faults: [SMTPFault]
    /// How often a session came to a place.
    var visits: [SMTPFault.Place: Int] = [:]
    var connections = 0
    var connectionsSoFar = 0
    var mayGoOn = false
  }

  package struct NotStarted: Error {}

  package init(_ faults: [SMTPFault] = [], _ manner: SMTPManner = SMTPManner()) throws {
    folder = try makeTemporaryFolder()
    ledger = try SMTPLedger(in: folder)
    guard let (socket, port) = Loopback.listen() else { throw NotStarted() }
    listener = socket
    self.port = port
    self.manner = manner
    state = Mutex(State(faults: faults))
    // The thread holds the object until `close`.
    Thread.detachNewThread { self.listen() }
  }

  /// Takes no more connections, and removes the ledger's file.
  package func close() {
    goOn()
    shutdown(listener, Int32(SHUT_RDWR))
    try? FileManager.default.removeItem(at: folder)
  }

  /// How often a session came to a place.
  package func visits(_ place: SMTPFault.Place) -> Int {
    state.withLock { $0.visits[place] ?? 0 }
  }

  /// How often a session came to any place.
  package var visits: Int { state.withLock { $0.visits.values.reduce(0, +) } }

  /// How many clients are connected now.
  package var connections: Int { state.withLock { $0.connections } }

  /// How many clients ever connected.
  package var connectionsSoFar: Int { state.withLock { $0.connectionsSoFar } }

  /// Makes it do right from now on.
  package func mend() { state.withLock { $0.faults = [] } }

  /// Lets what waits by `wait` go on, now and later.
  package func goOn() {
    going.lock()
    defer { going.unlock() }
    state.withLock { $0.mayGoOn = true }
    going.broadcast()
  }

  private func listen() {
    while true {
      let client = accept(listener, nil, nil)
      if client < 0 {
        if errno == EINTR || errno == ECONNABORTED { continue }
        Glibc.close(listener)
        return
      }
      _ = fcntl(client, F_SETFD, FD_CLOEXEC)
      state.withLock { state in
        state.connections += 1
        state.connectionsSoFar += 1
      }
      Thread.detachNewThread {
        SMTPSession(client, server: self).run()
        self.state.withLock { $0.connections -= 1 }
      }
    }
  }

  // MARK: For the sessions

  var speech: SMTPManner { manner }

  /// What goes wrong at a place, which a session has just come to.
  func fault(at place: SMTPFault.Place) -> SMTPFault.Action? {
    state.withLock { state in
      let visit = state.visits[place, default: 0] + 1
      state.visits[place] = visit
      return state.faults.first { $0.place == place && $0.times.contains(visit) }?.action
    }
  }

  func waitToGoOn() {
    going.lock()
    defer { going.unlock() }
    while !state.withLock({ $0.mayGoOn }) { going.wait() }
  }
}
