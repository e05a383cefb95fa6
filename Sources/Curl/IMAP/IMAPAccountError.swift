/// What is wrong with the configuration of a sender's mailbox; carries no secret.
package enum IMAPAccountError: Error, Hashable, Sendable, CustomStringConvertible {
  case host(String)
  case port(Int)
  case plainTextAbroad(String)
  case unverifiedAbroad(String)
  case user
  case credential
  case certificateAuthorityFile
  case timeout(Duration)

  package var description: String {
    switch self {
    case .host(let host):
      "\"\(printable(host.utf8.prefix(300)))\" is not the name or address of a server: "
        + "write a host such as imap.example.com, without port or scheme."
    case .port(let port):
      "\(port) is not a port: use 993 (TLS), 143 (STARTTLS) or what your provider names."
    case .plainTextAbroad(let host):
      "Mail from \(host) must come through TLS: only a loopback address may be read in plain text."
    case .unverifiedAbroad(let host):
      "The certificate of \(host) must be verified: only a loopback address may do without."
    case .user:
      "The user name is empty or holds control characters."
    case .credential:
      "The password or token is empty or holds characters that a login cannot carry."
    case .certificateAuthorityFile:
      "The path of the certificate file is empty or holds a NUL."
    case .timeout(let timeout):
      "A timeout of \(timeout) is out of range: use more than zero and at most a day."
    }
  }
}
