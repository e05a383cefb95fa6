import Glibc

/// Where and how one sender submits mail: server, protection, login; checked when built.
package struct SMTPAccount: Sendable {
  package let host: String
  package let port: Int
  package let security: Security
  package let user: String?
  package let credential: Credential?
  /// Our own name, said in EHLO: a fully qualified domain name or an address literal.
  package let helloName: String
  /// A PEM file with certificates to trust beside the system's.
  package let certificateAuthorityFile: String?
  /// How long connecting may take: TCP, TLS, greeting, EHLO and login together.
  package let connectTimeout: Duration
  /// How long the server may take for one reply, and how long it may take no data at all.
  ///
  /// Ten minutes by default: what RFC 5321, section 4.5.3.2.6 asks for the reply after the dot.
  package let replyTimeout: Duration

  /// Throws when a part cannot be used, so that no connection is tried with it.
  package init(
    host: String, port: Int, security: Security, user: String? = nil,
    credential: Credential? = nil, helloName: String, certificateAuthorityFile: String? = nil,
    connectTimeout: Duration = .seconds(30), replyTimeout: Duration = .seconds(600)
  ) throws(SMTPAccountError) {
    guard Self.isHost(host) else { throw .host(host) }
    guard (1...65_535).contains(port) else { throw .port(port) }
    guard security != .plain || Self.isLoopback(host) else { throw .plainTextAbroad(host) }
    guard (user == nil) == (credential == nil) else { throw .halfALogin }
    if let user {
      guard !user.isEmpty, !user.utf8.contains(where: Self.isControl) else { throw .user }
    }
    if let credential, !credential.isUsable { throw .credential }
    guard Self.isHelloName(helloName) else { throw .helloName(helloName) }
    if let file = certificateAuthorityFile, file.isEmpty || file.utf8.contains(0) {
      throw .certificateAuthorityFile
    }
    for timeout in [connectTimeout, replyTimeout] {
      guard timeout > .zero, timeout <= .seconds(86_400) else { throw .timeout(timeout) }
    }
    self.host = host
    self.port = port
    self.security = security
    self.user = user
    self.credential = credential
    self.helloName = helloName
    self.certificateAuthorityFile = certificateAuthorityFile
    self.connectTimeout = connectTimeout
    self.replyTimeout = replyTimeout
  }

  /// `host:port` for messages.
  var server: String { "\(host):\(port)" }

  /// The URL for libcurl; the path is what it says in EHLO.
  var url: String {
    let scheme = security == .tls ? "smtps" : "smtp"
    let place = host.utf8.contains(UInt8(ascii: ":")) ? "[\(host)]" : host
    var hello = ""
    for byte in helloName.utf8 {
      let isPlain = Self.isLetterOrDigit(byte) || byte == UInt8(ascii: ".")
      hello += isPlain ? String(UnicodeScalar(byte)) : "%" + String(byte, radix: 16)
    }
    return "\(scheme)://\(place):\(port)/\(hello)"
  }

  /// Whether a host names this machine itself: `localhost` (which libcurl never looks up), `::1`
  /// and 127.0.0.0/8 in dotted decimal.
  static func isLoopback(_ host: String) -> Bool {
    if host == "localhost" || host == "::1" { return true }
    let parts = host.split(separator: ".", omittingEmptySubsequences: false)
    let numbers = parts.compactMap { part in
      part.utf8.allSatisfy { (0x30...0x39) ~= $0 } && part.utf8.first != UInt8(ascii: "0")
        || part == "0" ? UInt8(part) : nil
    }
    return parts.count == 4 && numbers.count == 4 && numbers[0] == 127
  }

  static func isHost(_ host: String) -> Bool {
    guard (1...253).contains(host.utf8.count), host.utf8.first != UInt8(ascii: ".") else {
      return false
    }
    if host.utf8.contains(UInt8(ascii: ":")) {
      var address = in6_addr()
      return inet_pton(AF_INET6, host, &address) == 1
    }
    return host.utf8.allSatisfy { isLetterOrDigit($0) || ".-_".utf8.contains($0) }
  }

  private static func isHelloName(_ name: String) -> Bool {
    guard (1...253).contains(name.utf8.count) else { return false }
    if name.utf8.first == UInt8(ascii: "["), name.utf8.last == UInt8(ascii: "]") {
      let literal = name.utf8.dropFirst().dropLast()
      return !literal.isEmpty
        && literal.allSatisfy { isLetterOrDigit($0) || $0 == 0x2E || $0 == 0x3A }
    }
    return name.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { label in
      (1...63).contains(label.utf8.count)
        && label.utf8.allSatisfy { isLetterOrDigit($0) || $0 == UInt8(ascii: "-") }
    }
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    (0x30...0x39) ~= byte || (0x41...0x5A) ~= byte || (0x61...0x7A) ~= byte
  }

  static func isControl(_ byte: UInt8) -> Bool { byte < 0x20 || byte == 0x7F }
}
