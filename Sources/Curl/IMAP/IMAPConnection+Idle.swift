extension IMAPConnection {
  /// How waiting for messages ended.
  package enum IdleEnd: Hashable, Sendable {
    /// Messages came into the folder; look for them.
    case news
    case timeLimit
    case stopped
  }

  package var canIdle: Bool { has("IDLE") }

  /// Waits until messages come into the open folder (IDLE, RFC 2177).
  ///
  /// It ends at once where some came since the last search began, so that none is slept over.
  ///
  /// - Parameters:
  ///   - limit: at most 29 minutes count; servers hang up on longer ones.
  ///   - stop: ends the waiting early.
  package func idle(for limit: Duration, stop: IMAPStop? = nil) throws(IMAPError) -> IdleEnd {
    try requireOpenFolder()
    guard canIdle else { throw .unsupported("\(account.server) has no IDLE: look again by poll") }
    if hasNews { return .news }
    return try closingOnError { () throws(IMAPError) in
      let tag = nextTag()
      var patience = self.patience()
      try send(Array("\(tag) IDLE".utf8), endsLine: true, &patience)
      var response: IMAPResponse?
      repeat {
        response = try next(&patience)
        guard let response else { throw unansweredError("IDLE") }
        guard try end(of: "IDLE", tag: tag, response) == nil else { return .timeLimit }
      } while !isProceed(response)

      var idleEnd: IdleEnd?
      var waiting = IMAPPatience(total: min(limit, .seconds(29 * 60)))
      while !hasNews, idleEnd == nil {
        if let response = try next(&waiting, stop: stop) {
          // It may end IDLE by itself.
          guard try end(of: "IDLE", tag: tag, response) == nil else {
            return hasNews ? .news : .timeLimit
          }
        } else {
          idleEnd = waiting.milliseconds == 0 ? .timeLimit : .stopped
        }
      }
      patience = self.patience()
      try send(Array("DONE".utf8), endsLine: true, &patience)
      while true {
        guard let response = try next(&patience) else { throw unansweredError("IDLE") }
        if try end(of: "IDLE", tag: tag, response) != nil { return idleEnd ?? .news }
      }
    }
  }

  private func isProceed(_ response: IMAPResponse?) -> Bool {
    if case .proceed = response { true } else { false }
  }
}
