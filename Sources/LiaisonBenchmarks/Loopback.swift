import Glibc

/// Sockets of this machine's own.
enum Loopback {
  /// A port that nothing listens on.
  static func freePort() throws -> UInt16 {
    let (socket, port) = try listen(backlog: nil)
    close(socket)
    return port
  }

  /// A socket that listens on a free port; only bound to it where there is no backlog.
  static func listen(backlog: Int32?) throws -> (socket: Int32, port: UInt16) {
    let socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    guard socket >= 0 else { throw BenchmarkError("cannot make a socket") }
    var address = address(0)
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let code = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(socket, $0, size) == 0 && (backlog == nil || Glibc.listen(socket, backlog ?? 0) == 0)
          ? getsockname(socket, $0, &size) : -1
      }
    }
    guard code == 0 else {
      close(socket)
      throw BenchmarkError("there is no free port")
    }
    return (socket, UInt16(bigEndian: address.sin_port))
  }

  /// A socket connected to a port; nil where nothing listens there.
  static func connect(to port: UInt16) -> Int32? {
    let socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    guard socket >= 0 else { return nil }
    var address = address(port)
    let code = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        Glibc.connect(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    guard code == 0 else {
      close(socket)
      return nil
    }
    return socket
  }

  private static func address(_ port: UInt16) -> sockaddr_in {
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    return address
  }
}
