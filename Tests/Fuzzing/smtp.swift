// module: Curl/Credential.swift Curl/EnhancedStatus.swift Curl/Printable.swift Curl/QueueID.swift Curl/SMTPAccount.swift Curl/SMTPAccountError.swift Curl/SMTPDelivery.swift Curl/SMTPDialogue.swift Curl/SMTPReply.swift Curl/SMTPReplyReader.swift Curl/Security.swift

/// Reads any lines as a server's, between the commands of a client that logs in: a line that begins
/// with `C ` is the client's.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
  var reader = SMTPReplyReader()
  for line in lines {
    reader.take(Array(line))
    if let reply = reader.reply {
      check(reply)
      reader = SMTPReplyReader()
    }
  }

  for security in [Security.tls, .startTLS, .plain] {
    guard
      let account = try? SMTPAccount(
        host: "localhost", port: 25, security: security, user: "maya",
        credential: .password("canary"), helloName: "a.example")
    else { preconditionFailure("the account is well") }
    converse(lines, SMTPDialogue(account))
  }
  return 0
}

/// Whatever the server says, the session stops before mail that no login came before.
private func converse(_ lines: [ArraySlice<UInt8>], _ start: SMTPDialogue) {
  var dialogue = start
  dialogue.connect()
  var wasAuthAnswered = false
  for line in lines {
    if line.starts(with: Array("C ".utf8)) {
      dialogue.commandSent(line.dropFirst(2))
      continue
    }
    let stage = dialogue.stage
    let isNew = dialogue.reply == nil
    let mayGoOn = dialogue.lineReceived(Array(line))
    if isNew, let reply = dialogue.reply { check(reply) }
    if stage == .auth, dialogue.reply?.isPositive == true { wasAuthAnswered = true }
    if stage == .mailFrom, dialogue.reply != nil, !wasAuthAnswered, !dialogue.isQuitting {
      precondition(!mayGoOn, "mail goes on without a login")
    }
    if let reason = dialogue.insecurity {
      precondition(!reason.contains("canary"), "the password is told")
      precondition(isShown(reason), "a control character came through")
    }
    if !mayGoOn { return }
  }
}

private func check(_ reply: SMTPReply) {
  precondition((0...999).contains(reply.code), "no such code")
  // A byte that is none of UTF-8 becomes three.
  precondition(reply.text.utf8.count <= 3 * SMTPReply.maximumTextLength, "the text is long")
  precondition(reply.text.split(separator: "\n").allSatisfy { isShown($0) }, "controls in a text")
  precondition(isShown(reply.description), "controls in a description")
  if let id = reply.queueID {
    precondition(isShown(id) && !id.contains("\n") && id.count <= 128, "no queue id")
  }
}

private func isShown(_ text: some StringProtocol) -> Bool {
  text.unicodeScalars.allSatisfy { $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value) }
}
