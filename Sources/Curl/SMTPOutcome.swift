import CCurl

extension SMTPExchange {
  /// What a delivery came to, judged by what was seen on the connection; libcurl's code alone would
  /// mislead after the dot.
  func outcome(_ code: CURLcode, explanation: String, server: String) -> SMTPDelivery {
    if answer == false { return .withheld }
    // `CURLE_OK` without an answer cannot be; should it be, the server's reply still holds.
    if answer == true && !isInterrupted || code == CURLE_OK {
      return afterDot(explanation: explanation, server: server)
    }
    if let insecurity = dialogue.insecurity { return .insecure(insecurity) }
    if isInterrupted {
      return .unavailable("\(server) spoke or hung up before the message was complete")
    }
    let isTLSRefused = dialogue.isStartingTLS && dialogue.reply != nil
    if code.isTLSFault || (isTLSRefused && code != CURLE_OPERATION_TIMEDOUT) {
      return .insecure("\(server) is not protected by TLS as configured: \(explanation)")
    }
    if let reply = dialogue.reply, let stage = dialogue.stage {
      if reply.isTransient || reply.isPermanent { return .refused(reply, at: stage) }
      // A refused access token comes as one more challenge, which libcurl does not answer.
      if stage == .auth, code == CURLE_LOGIN_DENIED { return .refused(reply, at: .auth) }
    }
    return .unavailable("\(server) could not be sent to: \(explanation)")
  }

  private func afterDot(explanation: String, server: String) -> SMTPDelivery {
    guard dialogue.stage == .message, let reply = dialogue.reply else {
      return .uncertain("\(server) gave no complete reply to the message: \(explanation)")
    }
    if hasAnsweredEarly {
      return .uncertain("\(server) answered before it had the whole message: \(reply)")
    }
    if reply.isPositive { return .accepted(reply, queueID: reply.queueID) }
    if reply.isTransient || reply.isPermanent { return .refused(reply, at: .message) }
    return .uncertain("\(server) answered the message with \(reply)")
  }
}
