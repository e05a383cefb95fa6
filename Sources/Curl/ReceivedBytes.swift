import Glibc

/// How many bytes the peer of a TCP connection has sent so far, as the kernel counts them.
///
/// The kernel's count shows what a look at the socket cannot: input that libcurl has read already and
/// keeps for its next turn.
///
/// - Returns: nil where the socket is not connected or the kernel does not count (before Linux 4.1).
func receivedBytes(_ socket: Int32) -> UInt64? {
  // `tcpi_bytes_received` of struct tcp_info in <linux/tcp.h>, which <netinet/tcp.h> leaves out.
  let offset = 128
  return withUnsafeTemporaryAllocation(byteCount: 256, alignment: 8) { info -> UInt64? in
    var length = socklen_t(info.count)
    guard getsockopt(socket, Int32(IPPROTO_TCP), TCP_INFO, info.baseAddress, &length) == 0,
      Int(length) >= offset + MemoryLayout<UInt64>.size
    else { return nil }
    return info.load(fromByteOffset: offset, as: UInt64.self)
  }
}
