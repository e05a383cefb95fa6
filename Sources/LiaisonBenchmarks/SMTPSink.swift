import Glibc

/// Postfix's smtp-sink on a free port of the loopback: a server that takes every mail and forgets it.
final class SMTPSink {
  let port: UInt16
  private let process: ChildProcess

  /// Starts it and waits until it listens; nil where it is not installed.
  init?() throws {
    guard let program = ChildProcess.find("smtp-sink") else { return nil }
    port = try Self.freePort()
    // Started by root it wants to be told whom to run as.
    let user = getuid() == 0 ? ["-u", "nobody"] : []
    process = try ChildProcess(program, user + ["127.0.0.1:\(port)", "128"])
    for _ in 0..<500 {
      if Self.isOpen(port) { return }
      usleep(10_000)
    }
    process.kill()
    throw BenchmarkError("\(program) did not open port \(port)")
  }

  deinit { process.kill() }

  private static func freePort() throws -> UInt16 {
    let socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    guard socket >= 0 else { throw BenchmarkError("cannot make a socket") }
    defer { close(socket) }
    var address = loopback(0)
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let code = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(socket, $0, size) == 0 ? getsockname(socket, $0, &size) : -1
      }
    }
    guard code == 0 else { throw BenchmarkError("there is no free port") }
    return UInt16(bigEndian: address.sin_port)
  }

  private static func isOpen(_ port: UInt16) -> Bool {
    let socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    guard socket >= 0 else { return false }
    defer { close(socket) }
    var address = loopback(port)
    return withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
      }
    }
  }

  private static func loopback(_ port: UInt16) -> sockaddr_in {
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    return address
  }
}
