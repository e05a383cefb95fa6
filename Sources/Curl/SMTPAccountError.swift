/// What is wrong with the configuration of a sender's server; carries no secret.
package enum SMTPAccountError: Error, Hashable, Sendable, CustomStringConvertible {
  case host(String)
  case port(Int)
  case plainTextAbroad(String)
  case halfALogin
  case user
  case credential
  case helloName(String)
  case certificateAuthorityFile
  case timeout(Duration)

  package var description: String {
    switch self {
    case .host(let host):
      "\"\(printable(host.utf8.prefix(300)))\" is not the name or address of a server: "
        + "write a host such as smtp.example.com, without port or scheme."
    case .port(let port):
      "\(port) is not a port: use 465 (TLS), 587 (STARTTLS) or what your provider names."
    case .plainTextAbroad(let host):
      "Mail to \(host) must go through TLS: only a loopback address may be written to in plain text."
    case .halfALogin:
      "A login needs both a user and a password or token: give both or neither."
    case .user:
      "The user name is empty or holds control characters."
    case .credential:
      "The password or token is empty or holds characters that a login cannot carry."
    case .helloName(let name):
      "\"\(printable(name.utf8.prefix(300)))\" cannot be said in EHLO: "
        + "write this machine's full domain name, such as mail.example.com."
    case .certificateAuthorityFile:
      "The path of the certificate file is empty or holds a NUL."
    case .timeout(let timeout):
      "A timeout of \(timeout) is out of range: use more than zero and at most a day."
    }
  }
}
