import CCurl
import Glibc

extension EasyHandle {
  /// Connects the handle's callbacks to the exchange that is its context.
  func setSMTPCallbacks() throws(CurlError) {
    try setCallback { ccurl_set_read($0, readMessage, $1) }
    try setCallback { ccurl_set_header($0, receiveLine, $1) }
    try setCallback { ccurl_set_debug($0, observe, $1) }
    try setCallback { ccurl_set_socket($0, openSocket, closeSocket, $1) }
  }
}

// The context of every callback is the `SMTPExchange` given to `EasyHandle.init`, which holds it
// until libcurl has been cleaned up; so the pointer is never dangling and never of another type.
private func exchange(_ context: UnsafeMutableRawPointer?) -> SMTPExchange? {
  context.map { Unmanaged<SMTPExchange>.fromOpaque($0).takeUnretainedValue() }
}

private func readMessage(
  bytes: UnsafeMutablePointer<CChar>?, size: Int, count: Int, context: UnsafeMutableRawPointer?
) -> Int {
  guard let bytes, let exchange = exchange(context) else { return Int(CURL_READFUNC_ABORT) }
  // libcurl owns size * count bytes here for the length of this call (`size` is 1).
  return exchange.fill(UnsafeMutableRawBufferPointer(start: bytes, count: size &* count))
}

private func receiveLine(
  bytes: UnsafeMutablePointer<CChar>?, size: Int, count: Int, context: UnsafeMutableRawPointer?
) -> Int {
  guard let bytes, let exchange = exchange(context) else { return 0 }
  // The line is libcurl's, not ended by NUL, and valid for this call only; it is copied inside.
  let line = UnsafeRawBufferPointer(start: bytes, count: size &* count)
  // Any other number than was given stops the transfer; a line is never empty.
  return exchange.lineReceived(line) ? line.count : 0
}

/// The debug callback is the documented way to see what libcurl says to the server.
private func observe(
  handle: UnsafeMutableRawPointer?, type: curl_infotype, bytes: UnsafeMutablePointer<CChar>?,
  size: Int, context: UnsafeMutableRawPointer?
) -> Int32 {
  guard type == CURLINFO_HEADER_OUT, let bytes, let exchange = exchange(context) else { return 0 }
  // As above: libcurl's bytes, for this call only.
  exchange.commandSent(UnsafeRawBufferPointer(start: bytes, count: size))
  return 0
}

private func openSocket(
  context: UnsafeMutableRawPointer?, socket: curl_socket_t, purpose: curlsocktype
) -> Int32 {
  exchange(context)?.socketOpened(socket)
  return CURL_SOCKOPT_OK
}

private func closeSocket(context: UnsafeMutableRawPointer?, socket: curl_socket_t) -> Int32 {
  exchange(context)?.socketClosing(socket)
  // Closing is ours to do once the callback is set.
  return close(socket)
}
