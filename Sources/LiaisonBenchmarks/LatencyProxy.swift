import Dispatch
import Glibc

/// Passes connections on to a server, and each of its replies on after a while: a server far away.
///
/// smtp-sink itself can only wait for whole seconds.
final class LatencyProxy {
  let port: UInt16
  private let listener: Int32

  /// Listens on a free port from now on, until it is let go of.
  init(to target: UInt16, milliseconds: UInt32) throws {
    let (listener, port) = try Loopback.listen(backlog: 64)
    self.listener = listener
    self.port = port
    // A queue each, so that each direction of each connection has its own thread.
    DispatchQueue(label: "liaison.latency").async {
      while true {
        let client = accept(listener, nil, nil)
        guard client >= 0 else { return }
        guard let server = Loopback.connect(to: target) else {
          close(client)
          continue
        }
        let ends = DispatchGroup()
        DispatchQueue(label: "liaison.latency.there").async(group: ends) {
          Self.copy(from: client, to: server, waiting: 0)
        }
        DispatchQueue(label: "liaison.latency.back").async(group: ends) {
          Self.copy(from: server, to: client, waiting: milliseconds)
        }
        ends.notify(queue: .global()) {
          close(client)
          close(server)
        }
      }
    }
  }

  deinit {
    // Ends the accept(2) above, which close(2) alone would not.
    shutdown(listener, Int32(SHUT_RDWR))
    close(listener)
  }

  private static func copy(from source: Int32, to target: Int32, waiting milliseconds: UInt32) {
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(source, &buffer, buffer.count)
      guard count > 0 else { break }
      if milliseconds > 0 { usleep(milliseconds * 1000) }
      var sent = 0
      while sent < count {
        let written = buffer[sent..<count].withUnsafeBytes {
          write(target, $0.baseAddress, $0.count)
        }
        guard written > 0 else { break }
        sent += written
      }
    }
    shutdown(target, Int32(SHUT_WR))
  }
}
