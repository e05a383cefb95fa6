/// A session with a mailbox, logged in; used from one thread at a time.
///
/// It blocks until a command is over, within the account's time-outs. After an error that leaves
/// open what the server will say next it closes itself; see `IMAPError`.
package final class IMAPConnection {
  package let account: IMAPAccount
  /// The folder that is open, with what the server said of it since.
  package internal(set) var mailbox: IMAPMailbox?
  /// What the server can do, in upper case.
  private(set) var capabilities: Set<String> = []
  /// Whether messages came since the last search began.
  var hasNews = false

  private var wire: IMAPWire?
  private var reader = IMAPReader()
  private var lastTag = 0
  private var isLoggingOut = false

  /// Connects and logs in.
  package init(_ account: IMAPAccount) throws(IMAPError) {
    self.account = account
    wire = try IMAPWire(account)
    // With STARTTLS libcurl has read the greeting; see `EasyHandle.configure`.
    if account.security != .startTLS {
      try closingOnError { () throws(IMAPError) in try greeting() }
    }
    try closingOnError { () throws(IMAPError) in
      if capabilities.isEmpty { try run(IMAPCommand("CAPABILITY")) }
      try logIn()
    }
  }

  package var isOpen: Bool { wire != nil }

  /// Ends the session with LOGOUT, waiting for the server at most five seconds.
  package func logOut() {
    guard wire != nil else { return }
    isLoggingOut = true
    _ = try? run(
      IMAPCommand("LOGOUT"), patience: IMAPPatience(total: min(account.replyTimeout, .seconds(5))))
    close()
  }

  /// Ends the connection at once, without a word.
  package func close() {
    wire = nil
    mailbox = nil
    reader = IMAPReader()
  }

  /// Whether it is Gmail (which names its own extensions so), where all that is sent is filed.
  package var isOfGmail: Bool { has("X-GM-EXT-1") }

  /// Lets the server tell what is new in the folder, for servers without IDLE.
  package func poll() throws(IMAPError) { try run(IMAPCommand("NOOP")) }

  func has(_ capability: String) -> Bool { capabilities.contains(capability) }

  /// The time-outs of an ordinary command.
  func patience() -> IMAPPatience {
    IMAPPatience(total: account.commandTimeout, silence: account.replyTimeout)
  }

  // MARK: Commands

  /// Sends a command and takes the server's responses until its end.
  ///
  /// - Parameters:
  ///   - take: gets every response but the last; it also gets those that are about something else.
  ///   - proceed: gives the answer to a `+` that no literal waits for, without CRLF.
  /// - Returns: the OK.
  /// - Throws: `refused` where it is NO or BAD.
  @discardableResult
  func run(
    _ command: IMAPCommand, patience: IMAPPatience? = nil,
    taking take: (IMAPResponse) throws(IMAPError) -> Void = { (_) throws(IMAPError) in },
    proceed: () throws(IMAPError) -> [UInt8]? = { () throws(IMAPError) in nil }
  ) throws(IMAPError) -> IMAPStatus {
    try closingOnError { () throws(IMAPError) in
      var patience = patience ?? self.patience()
      let tag = nextTag()
      var segments = command.segments[...]
      let first = Array("\(tag) ".utf8) + (segments.popFirst() ?? [])
      try send(first, endsLine: segments.isEmpty, &patience)
      while true {
        guard let response = try next(&patience) else { throw unansweredError(command.name) }
        if let status = try end(of: command.name, tag: tag, response) {
          // A literal that was not asked for was not sent: the command cannot be done.
          guard segments.isEmpty else {
            throw .protocolFault("\(account.server) ended \(command.name) before it was whole")
          }
          return status
        }
        guard case .proceed = response else {
          try take(response)
          continue
        }
        if let segment = segments.popFirst() {
          try send(segment, endsLine: segments.isEmpty, &patience)
        } else if let answer = try proceed() {
          try send(answer, endsLine: true, &patience)
        }
      }
    }
  }

  /// The OK that ends a command, or nil where a response does not end it.
  func end(
    of command: String, tag: String, _ response: IMAPResponse
  ) throws(IMAPError) -> IMAPStatus? {
    guard case .status(tag: let name?, let status) = response else { return nil }
    guard name == tag else {
      throw .protocolFault("\(account.server) answered a command that was not given")
    }
    guard status.condition == .ok else {
      throw .refused(status, command: command, server: account.server)
    }
    return status
  }

  func unansweredError(_ command: String) -> IMAPError {
    .unavailable("\(account.server) did not end its answer to \(command) in time")
  }

  /// The next response with its consequences for this session; nil when the patience is over or the
  /// stop set.
  func next(
    _ patience: inout IMAPPatience, stop: IMAPStop? = nil
  ) throws(IMAPError) -> IMAPResponse? {
    while true {
      if let response = try nextRead() { return response }
      guard let wire else { throw closedError }
      switch wire.receive(into: &reader, &patience, stop: stop) {
      case .bytes: continue
      case .stopped, .timedOut: return nil
      case .ended(let reason):
        throw .unavailable("\(account.server) ended the connection: \(reason)")
      }
    }
  }

  /// The next response among what is there.
  private func nextRead() throws(IMAPError) -> IMAPResponse? {
    let response: IMAPResponse?
    do {
      response = try reader.next()
    } catch {
      throw .protocolFault("\(account.server) is not understood: \(error)")
    }
    switch response {
    case .status(let tag, let status):
      let status = withoutSecrets(status)
      if status.condition == .bye, !isLoggingOut {
        throw .unavailable("\(account.server) ended the session: \(status)")
      }
      if status.code == "CAPABILITY" {
        capabilities = Set(IMAPResponseParser.capabilities(status.arguments))
      }
      return .status(tag: tag, status)
    case .capabilities(let names): capabilities = Set(names)
    case .exists(let count):
      if count > mailbox?.messageCount ?? .max { hasNews = true }
      mailbox?.messageCount = count
    case .expunge:
      if let count = mailbox?.messageCount, count > 0 { mailbox?.messageCount = count - 1 }
    default: break
    }
    return response
  }

  func send(
    _ bytes: [UInt8], endsLine: Bool, _ patience: inout IMAPPatience
  ) throws(IMAPError) {
    guard let wire else { throw closedError }
    let bytes = endsLine ? bytes + [0x0D, 0x0A] : bytes
    switch wire.send(bytes, reading: &reader, &patience) {
    case nil: return
    case .ended(let reason):
      // A BYE among what it said before is the better reason.
      while try nextRead() != nil {}
      throw .unavailable("\(account.server) ended the connection: \(reason)")
    case .timedOut, .stopped, .bytes:
      throw .unavailable("\(account.server) takes no more data")
    }
  }

  func nextTag() -> String {
    lastTag += 1
    return "L\(lastTag)"
  }

  func closingOnError<Result>(
    _ body: () throws(IMAPError) -> Result
  ) throws(IMAPError) -> Result {
    do {
      return try body()
    } catch {
      switch error {
      case .refused, .argument, .message, .unsupported: break
      default: close()
      }
      throw error
    }
  }

  /// Forgets what the server said it can do, which a login changes.
  func forgetCapabilities() { capabilities = [] }

  private var closedError: IMAPError {
    .unavailable("The connection to \(account.server) is closed")
  }

  private func greeting() throws(IMAPError) {
    var patience = IMAPPatience(total: account.connectTimeout, silence: account.replyTimeout)
    switch try next(&patience) {
    case .status(tag: nil, let status) where status.condition == .ok: return
    case .status(tag: nil, let status) where status.condition == .preauth:
      throw .insecure("\(account.server) takes us for somebody without a login")
    case nil: throw .unavailable("\(account.server) did not greet in time")
    default: throw .protocolFault("\(account.server) does not greet as an IMAP server")
    }
  }
}
