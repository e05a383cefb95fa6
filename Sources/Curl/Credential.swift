/// What proves to a mail server who we are.
///
/// It never shows itself: descriptions, dumps and mirrors read `•••`.
package enum Credential: Sendable {
  /// A password or an app password, sent by SASL PLAIN or LOGIN inside TLS.
  case password(String)
  /// An OAuth 2.0 access token, sent by SASL XOAUTH2.
  case bearer(String)

  var secret: String {
    switch self {
    case .password(let text), .bearer(let text): text
    }
  }

  /// Whether a login can carry it.
  var isUsable: Bool {
    switch self {
    case .password(let text): !text.isEmpty && !text.utf8.contains(0)
    // XOAUTH2 separates its fields by control characters.
    case .bearer(let text): !text.isEmpty && text.utf8.allSatisfy { (0x21...0x7E) ~= $0 }
    }
  }

  /// The SASL mechanisms it may be sent with, in the server's spelling.
  var mechanisms: [String] {
    switch self {
    case .password: ["PLAIN", "LOGIN"]
    case .bearer: ["XOAUTH2"]
    }
  }
}

extension Credential: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  package var description: String { "•••" }
  package var debugDescription: String { "•••" }
  // Without this, `dump` and crash printers would walk into the payload.
  package var customMirror: Mirror { Mirror(self, children: []) }
}
