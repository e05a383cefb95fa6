/// Why a transfer could not even be tried: a fault of the caller or of the libcurl installed.
///
/// What a server or the network does wrong is not an error but an outcome, see `SMTPDelivery`.
package enum CurlError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The address in `MAIL FROM` or `RCPT TO` cannot be put on an SMTP line.
  case address(String, role: AddressRole)
  /// The message cannot be sent as it is.
  case message(MessageFault)
  /// libcurl did not take an option, or could not start.
  case library(String)

  /// Which of the two addresses of the envelope.
  package enum AddressRole: String, Hashable, Sendable {
    case sender
    case recipient
  }

  /// What is wrong with the bytes of a message.
  package enum MessageFault: Hashable, Sendable {
    case empty
    /// A CR or LF that is not part of a CRLF; servers differ on whether it ends a line, and with
    /// a dot behind it some would see the end of the message (SMTP smuggling).
    case bareLineBreak(offset: Int)
    case nul(offset: Int)
    case noFinalLineBreak
  }

  package var description: String {
    switch self {
    case .address(let address, let role):
      "The \(role.rawValue)'s address \(quoted(address)) cannot be written on an SMTP line: "
        + "use printable ASCII without spaces and angle brackets (domains as A-labels)."
    case .message(.empty):
      "The message is empty; nothing was sent."
    case .message(.bareLineBreak(let offset)):
      "The message has a CR or LF outside of a CRLF at byte \(offset); end its lines with CRLF."
    case .message(.nul(let offset)):
      "The message has a NUL at byte \(offset); encode binary content as base64."
    case .message(.noFinalLineBreak):
      "The message does not end with CRLF; end its last line."
    case .library(let text):
      "libcurl (\(curlVersion())) cannot be used: \(text)."
    }
  }

  private func quoted(_ address: String) -> String {
    "\"" + printable(address.utf8.prefix(320)) + "\""
  }
}
