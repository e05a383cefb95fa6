/// Why something could not be done with a mailbox; carries no secret and only printable text.
///
/// After `refused`, `argument`, `message` and `unsupported` the connection goes on; after every other
/// it is closed.
package enum IMAPError: Error, Hashable, Sendable, CustomStringConvertible {
  /// Something that cannot be said in a command; nothing was sent.
  case argument(String)
  /// A message that cannot be appended as it is; nothing was sent.
  case message(CurlError.MessageFault)
  /// The server has no such feature.
  case unsupported(String)
  /// libcurl did not take an option, or could not start.
  case library(String)
  /// Not reached, dropped, timed out, or sent away by BYE: try again later.
  case unavailable(String)
  /// TLS, the certificate or a login that we know was not to be had: no secret was sent.
  case insecure(String)
  /// The server did not take user and secret.
  case loginRefused(IMAPStatus, server: String)
  /// The server said NO or BAD to a command.
  case refused(IMAPStatus, command: String, server: String)
  /// The server broke the protocol or went beyond `IMAPLimits`.
  case protocolFault(String)

  package var description: String {
    switch self {
    case .argument(let text): "\(text); nothing was sent."
    case .message(let fault): CurlError.message(fault).description
    case .unsupported(let text): "\(text)."
    case .library(let text): CurlError.library(text).description
    case .unavailable(let text), .insecure(let text), .protocolFault(let text): "\(text)."
    case .loginRefused(let status, let server):
      "\(server) refused the login: \(status)"
    case .refused(let status, let command, let server):
      "\(server) refused \(command): \(status)"
    }
  }
}
