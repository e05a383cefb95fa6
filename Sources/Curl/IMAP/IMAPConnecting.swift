import CCurl
import Glibc

/// What libcurl reports while it connects.
final class IMAPConnecting {
  /// The last line the server said to libcurl, for an error's text.
  private(set) var lastLine: [UInt8] = []

  func lineReceived(_ line: UnsafeRawBufferPointer) {
    lastLine = Array(line.prefix(IMAPLimits.shownText))
  }
}

extension EasyHandle {
  /// Sets up a transfer that only connects, after which IMAP is spoken by `send` and `receive`.
  ///
  /// The scheme decides what libcurl 7.88.1 says by itself before it hands the connection over, and
  /// so what it may lose: it reads ahead, and what it read ahead is not given to `receive`.
  ///
  /// - `https` without ALPN connects and does the TLS handshake, and neither says nor reads a byte
  ///   of any protocol above. `http` likewise without TLS. Here all of IMAP is ours.
  /// - `imap` is the one way to STARTTLS: greeting, CAPABILITY, STARTTLS, handshake, CAPABILITY.
  ///   Without a user it then stops. It refuses (`CURLE_USE_SSL_FAILED`) where STARTTLS is missing
  ///   or comes after PREAUTH, and anything slipped in behind the reply to STARTTLS; what it may
  ///   lose is only what the server says unasked behind its last reply, inside TLS. The login is
  ///   ours: with a user libcurl would log in as it sees fit, and lose what follows.
  func configure(_ account: IMAPAccount) throws(CurlError) {
    let scheme =
      switch account.security {
      case .tls: "https"
      case .startTLS: "imap"
      case .plain: "http"
      }
    try set(CURLOPT_URL, "\(scheme)://\(account.authority)/")
    try set(CURLOPT_PROTOCOLS_STR, scheme)
    try set(CURLOPT_CONNECT_ONLY, true)
    try set(CURLOPT_SSL_ENABLE_ALPN, false)
    try configureConnecting(
      account.security, certificateAuthorityFile: account.certificateAuthorityFile,
      timeout: account.connectTimeout)
    if !account.verifiesCertificate {
      try set(CURLOPT_SSL_VERIFYPEER, false)
      try set(CURLOPT_SSL_VERIFYHOST, 0)
    }
    let replyTimeout = max(Int((account.replyTimeout / .seconds(1)).rounded(.up)), 1)
    try set(CURLOPT_SERVER_RESPONSE_TIMEOUT, replyTimeout)
    // IDLE is silent for long; a router between would forget the connection.
    try set(CURLOPT_TCP_KEEPALIVE, true)
    try setCallback { ccurl_set_header($0, receiveLine, $1) }
    try setCallback { ccurl_set_socket($0, openSocket, closeSocket, $1) }
  }
}

private func receiveLine(
  bytes: UnsafeMutablePointer<CChar>?, size: Int, count: Int, context: UnsafeMutableRawPointer?
) -> Int {
  guard let bytes, let context else { return 0 }
  // The context is the `IMAPConnecting` that the handle holds. The line is libcurl's, valid for
  // this call only, and copied inside.
  let line = UnsafeRawBufferPointer(start: bytes, count: size &* count)
  Unmanaged<IMAPConnecting>.fromOpaque(context).takeUnretainedValue().lineReceived(line)
  return line.count
}

private func openSocket(
  context: UnsafeMutableRawPointer?, socket: curl_socket_t, purpose: curlsocktype
) -> Int32 {
  // So that no child process inherits the connection.
  _ = fcntl(socket, F_SETFD, FD_CLOEXEC)
  return CURL_SOCKOPT_OK
}

private func closeSocket(context: UnsafeMutableRawPointer?, socket: curl_socket_t) -> Int32 {
  // Closing is ours to do once the callback is set.
  close(socket)
}
