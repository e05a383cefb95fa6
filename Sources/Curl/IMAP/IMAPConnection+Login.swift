import FoundationEssentials

extension IMAPConnection {
  /// Logs in the best way that the server offers: XOAUTH2 for a token; for a password SASL PLAIN
  /// (RFC 4616), else the LOGIN command.
  func logIn() throws(IMAPError) {
    let offered = capabilities
    switch account.credential {
    case .bearer where has("AUTH=XOAUTH2"): try authenticate("XOAUTH2")
    case .password where has("AUTH=PLAIN"): try authenticate("PLAIN")
    case .password where has("IMAP4REV1") && !has("LOGINDISABLED"):
      var command = IMAPCommand("LOGIN")
      command.add(string: Array(account.user.utf8))
      command.add(string: Array(account.credential.secret.utf8))
      try refusingLogin { () throws(IMAPError) in try run(command) }
    default:
      let names = offered.filter { $0.hasPrefix("AUTH=") || $0 == "LOGINDISABLED" }.sorted()
      let list = printable(names.joined(separator: ", ").utf8.prefix(IMAPLimits.shownText))
      let wanted = account.credential.mechanisms.joined(separator: " or ")
      throw .insecure(
        "\(account.server) offers no login by \(wanted), but \(list.isEmpty ? "none" : list)")
    }
    // Most servers have told them again with the OK.
    if capabilities == offered {
      forgetCapabilities()
      try run(IMAPCommand("CAPABILITY"))
    }
  }

  private func authenticate(_ mechanism: String) throws(IMAPError) {
    var command = IMAPCommand("AUTHENTICATE", mechanism)
    var answers = [saslResponse]
    if has("SASL-IR") {
      command.add(saslResponse)
      answers = []
    }
    var challenges = 0
    try refusingLogin { () throws(IMAPError) in
      try run(
        command,
        proceed: { () throws(IMAPError) in
          challenges += 1
          guard challenges <= IMAPLimits.challenges else {
            throw .protocolFault("\(account.server) does not end the login")
          }
          if !answers.isEmpty { return Array(answers.removeFirst().utf8) }
          // XOAUTH2 sends its refusal as a challenge, which takes an empty answer; else give up.
          return mechanism == "XOAUTH2" ? [] : [UInt8(ascii: "*")]
        })
    }
  }

  private func refusingLogin(_ body: () throws(IMAPError) -> IMAPStatus) throws(IMAPError) {
    do {
      _ = try body()
    } catch .refused(let status, _, let server) {
      throw .loginRefused(status, server: server)
    }
  }

  /// What proves us, in base64 as SASL in IMAP has it.
  private var saslResponse: String {
    let text =
      switch account.credential {
      case .password(let password): "\0\(account.user)\0\(password)"
      case .bearer(let token): "user=\(account.user)\u{1}auth=Bearer \(token)\u{1}\u{1}"
      }
    return Data(text.utf8).base64EncodedString()
  }

  /// A server could repeat a login in its words, which end up in errors and logs.
  func withoutSecrets(_ status: IMAPStatus) -> IMAPStatus {
    let secret = account.credential.secret
    let forms = [
      secret, printable(secret.utf8), Data(secret.utf8).base64EncodedString(), saslResponse,
    ]
    for text in [status.text, status.arguments, status.code ?? ""] {
      if forms.contains(where: { Self.contains($0, in: text) }) {
        return IMAPStatus(status.condition, text: "(not shown: it repeats the password or token)")
      }
    }
    return status
  }

  /// By bytes in lower case, as a code's name comes in upper case.
  private static func contains(_ part: String, in text: String) -> Bool {
    let part = Array(part.lowercased().utf8)
    let text = Array(text.lowercased().utf8)
    guard let first = part.first, text.count >= part.count else { return false }
    return (0...(text.count - part.count)).contains { start in
      text[start] == first && text[start..<(start + part.count)].elementsEqual(part)
    }
  }
}
