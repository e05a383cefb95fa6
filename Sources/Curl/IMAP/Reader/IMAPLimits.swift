/// How much of a server's talk is taken at a time; what goes beyond ends the session with an error.
package struct IMAPLimits: Hashable, Sendable {
  /// The longest literal; messages are fetched in pieces of `fetchPiece`, well below it.
  var literal = 1 << 20
  /// The longest response, its lines and literals together: a SEARCH result of some 900,000 UIDs.
  var response = 8 << 20

  static let standard = IMAPLimits()

  /// How many bytes of a message one FETCH asks for.
  static let fetchPiece = 256 << 10
  /// How many messages one FETCH asks for.
  static let fetchMessages = 32
  /// How many UIDs the results of one SEARCH may have.
  static let searchResults = 4_000_000
  /// How many folders a LIST may have.
  static let folders = 20_000
  /// How many bytes of a status line's text are kept, and how many of them are shown.
  static let statusText = 16 << 10
  static let shownText = 500
  /// How deep parentheses may nest.
  static let depth = 64
  /// How many challenges a login may have.
  static let challenges = 4
}
