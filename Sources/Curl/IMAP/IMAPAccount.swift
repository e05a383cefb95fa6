/// Where and how one sender's mailbox is read: server, protection, login; checked when built.
package struct IMAPAccount: Sendable {
  package let host: String
  package let port: Int
  package let security: Security
  package let user: String
  package let credential: Credential
  /// A PEM file with certificates to trust beside the system's.
  package let certificateAuthorityFile: String?
  /// Whether the server must prove who it is; it need not only on a loopback address, for a bridge
  /// program on this machine with a certificate of its own making.
  package let verifiesCertificate: Bool
  /// How long connecting may take: TCP and TLS, with STARTTLS the greeting too.
  package let connectTimeout: Duration
  /// How long the server may be silent while an answer is due, and how long it may take no data.
  package let replyTimeout: Duration
  /// How long one command may take as a whole, however busy the server seems.
  package let commandTimeout: Duration

  /// Throws when a part cannot be used, so that no connection is tried with it.
  package init(
    host: String, port: Int, security: Security, user: String, credential: Credential,
    certificateAuthorityFile: String? = nil, verifiesCertificate: Bool = true,
    connectTimeout: Duration = .seconds(30), replyTimeout: Duration = .seconds(120),
    commandTimeout: Duration = .seconds(900)
  ) throws(IMAPAccountError) {
    guard SMTPAccount.isHost(host) else { throw .host(host) }
    guard (1...65_535).contains(port) else { throw .port(port) }
    let isLoopback = SMTPAccount.isLoopback(host)
    guard security != .plain || isLoopback else { throw .plainTextAbroad(host) }
    guard verifiesCertificate || isLoopback else { throw .unverifiedAbroad(host) }
    guard !user.isEmpty, !user.utf8.contains(where: SMTPAccount.isControl) else { throw .user }
    guard credential.isUsable else { throw .credential }
    if let file = certificateAuthorityFile, file.isEmpty || file.utf8.contains(0) {
      throw .certificateAuthorityFile
    }
    for timeout in [connectTimeout, replyTimeout, commandTimeout] {
      guard timeout > .zero, timeout <= .seconds(86_400) else { throw .timeout(timeout) }
    }
    self.host = host
    self.port = port
    self.security = security
    self.user = user
    self.credential = credential
    self.certificateAuthorityFile = certificateAuthorityFile
    self.verifiesCertificate = verifiesCertificate
    self.connectTimeout = connectTimeout
    self.replyTimeout = replyTimeout
    self.commandTimeout = commandTimeout
  }

  /// `host:port` for messages.
  var server: String { "\(host):\(port)" }

  /// Host and port as a URL has them.
  var authority: String {
    host.utf8.contains(UInt8(ascii: ":")) ? "[\(host)]:\(port)" : server
  }
}
