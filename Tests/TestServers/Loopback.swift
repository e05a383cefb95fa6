import Glibc

/// TCP on this machine's loopback address, for servers of the tests.
package enum Loopback {
  /// A socket that listens on a free port, to be closed by the caller.
  package static func listen() -> (socket: Int32, port: Int)? {
    let socket = newSocket()
    guard let port = bound(socket), Glibc.listen(socket, 8) == 0 else {
      Glibc.close(socket)
      return nil
    }
    return (socket, port)
  }

  /// Ports that were free a moment ago, all different.
  package static func freePorts(_ count: Int) -> [Int] {
    let sockets = (0..<count).map { _ in newSocket() }
    defer { for socket in sockets { Glibc.close(socket) } }
    return sockets.compactMap(bound)
  }

  package static func canConnect(to port: Int) -> Bool {
    let socket = newSocket()
    defer { Glibc.close(socket) }
    var address = address(port)
    return withAddress(&address) { connect(socket, $0, $1) == 0 }
  }

  private static func newSocket() -> Int32 {
    socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
  }

  /// The port that the system chose for the socket.
  private static func bound(_ socket: Int32) -> Int? {
    var address = address(0)
    guard withAddress(&address, { bind(socket, $0, $1) == 0 }) else { return nil }
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isNamed = withUnsafeMutablePointer(to: &address) { pointer in
      // `getsockname` fills at most `length` bytes of what is a `sockaddr_in`.
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        getsockname(socket, $0, &length) == 0
      }
    }
    return isNamed ? Int(UInt16(bigEndian: address.sin_port)) : nil
  }

  private static func address(_ port: Int) -> sockaddr_in {
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = in_port_t(UInt16(port).bigEndian)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    return address
  }

  private static func withAddress<Result>(
    _ address: inout sockaddr_in, _ body: (UnsafePointer<sockaddr>, socklen_t) -> Result
  ) -> Result {
    withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        body($0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
  }
}
