import CCurl

/// A connection to a sender's server that is kept from one delivery to the next.
///
/// Used from one thread at a time; several run side by side with one connection each. After any
/// delivery that was not accepted the connection is thrown away: what is left of its dialogue would
/// be taken for the answers to the next message.
package final class SMTPConnection {
  private let account: SMTPAccount
  private var open: (handle: EasyHandle, exchange: SMTPExchange)?
  /// What the server offered when it was last connected to.
  package private(set) var offer: SMTPOffer?

  /// Makes the object; the connection itself is opened by the first delivery.
  package init(_ account: SMTPAccount) {
    self.account = account
  }

  deinit { close() }

  /// Ends the session with QUIT; the next delivery opens another.
  package func close() {
    open?.exchange.stopReading()
    open = nil
  }

  /// Delivers one message to one recipient and returns when its fate is known or cannot be.
  ///
  /// - Parameters:
  ///   - message: the whole message; lines end with CRLF, the last one too; not dot-stuffed.
  ///   - from: the address for `MAIL FROM`, printable ASCII without brackets.
  ///   - to: the one recipient, likewise.
  ///   - commit: asked at most once, after all of the message went out and before the final dot.
  ///     If it says no, the server does not get the dot and so not the message. It runs on the
  ///     calling thread and must not use this connection.
  /// - Throws: `CurlError` before anything is sent, where the arguments cannot be sent at all.
  package func deliver(
    _ message: [UInt8], from: String, to: String, beforeFinalDot commit: () -> Bool
  ) throws(CurlError) -> SMTPDelivery {
    try SMTPEnvelope.check(from, .sender)
    try SMTPEnvelope.check(to, .recipient)
    try SMTPEnvelope.check(message)
    // What comes in between two deliveries is a goodbye; the connection cannot be used.
    if let open, open.exchange.hasPendingInput { close() }
    let first = try attempt(message, from: from, to: to, commit)
    guard first.isStale else { return first.delivery }
    return try attempt(message, from: from, to: to, commit).delivery
  }

  /// Tries once.
  ///
  /// `isStale` says that the connection kept from before was at its end, by a drop or a 421 at the
  /// first command, so that another try on a new one is due and safe.
  private func attempt(
    _ message: [UInt8], from: String, to: String, _ commit: () -> Bool
  ) throws(CurlError) -> (delivery: SMTPDelivery, isStale: Bool) {
    let wasOpen = open != nil
    let (handle, exchange) = try connection()
    // libcurl copies the address but not the list: freed below, after the transfer.
    guard let recipients = curl_slist_append(nil, to) else {
      throw .library("it is out of memory")
    }
    defer {
      try? handle.set(CURLOPT_MAIL_RCPT, nil)
      curl_slist_free_all(recipients)
    }
    try handle.set(CURLOPT_MAIL_FROM, from)
    try handle.set(CURLOPT_MAIL_RCPT, recipients)
    // Both pointers last as long as the transfer: `end` takes them back before they go.
    let code = withoutActuallyEscaping(commit) { commit in
      message.withUnsafeBytes { bytes in
        exchange.begin(bytes, beforeFinalDot: commit)
        defer { exchange.end() }
        return handle.perform()
      }
    }
    offer = exchange.dialogue.offer
    let delivery = exchange.outcome(
      code, explanation: handle.explanation(of: code), server: account.server)
    if code == CURLE_OK, case .accepted = delivery {
      open = (handle, exchange)
      return (delivery, false)
    }
    exchange.stopReading()
    open = nil
    guard exchange.answer == nil, !exchange.hasConnected, code != CURLE_OPERATION_TIMEDOUT
    else { return (delivery, false) }
    switch delivery {
    case .unavailable:
      // Where the first command could not even be written, no stage was noted.
      let stage = exchange.dialogue.stage
      return (delivery, stage == .mailFrom || stage == nil && wasOpen)
    case .refused(let reply, at: .mailFrom): return (delivery, reply.code == 421)
    default: return (delivery, false)
    }
  }

  private func connection() throws(CurlError) -> (EasyHandle, SMTPExchange) {
    if let open { return open }
    let exchange = SMTPExchange(account)
    let handle = try EasyHandle(context: exchange)
    try handle.setSMTPCallbacks()
    try handle.configure(account)
    return (handle, exchange)
  }
}
