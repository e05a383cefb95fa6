/// One response of a server, as far as this client has a use for it (RFC 3501, section 7).
enum IMAPResponse: Hashable, Sendable {
  /// `+`: the server waits for the rest of the command, or challenges.
  case proceed(String)
  /// How the command with this tag ended; without a tag, a word in between.
  case status(tag: String?, IMAPStatus)
  /// The names in upper case.
  case capabilities([String])
  /// How many messages the folder has.
  case exists(Int)
  case expunge
  case search([UInt32])
  case folder(IMAPFolder)
  case fetch(IMAPFetched)
  /// One that is passed over, by its name.
  case other(String)
}

/// What one FETCH response tells of a message; nil is what it does not tell.
struct IMAPFetched: Hashable, Sendable {
  var uid: UInt32?
  /// The size of the whole message by the server's count, which is not always right.
  var size: Int?
  /// When the server got it, in seconds since 1970.
  var received: Int?
  /// A piece of `BODY[]`; nil also where the server says NIL.
  var body: [UInt8]?
  /// Where the piece begins; nil where the server gave the body as a whole.
  var origin: Int?
}
