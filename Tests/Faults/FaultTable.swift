import TestServers

/// What servers do wrong, and what must become of the message then.
extension FaultRow {
  static let table: [FaultRow] =
    manners + greetings + tls + logins + envelopes + messages + dots
    + connections

  /// Odd, but no fault.
  private static let manners = [
    FaultRow([], .sent),
    FaultRow([], .sent, manner: SMTPManner(piece: 1)),
    FaultRow([], .sent, manner: SMTPManner(linesBefore: 9)),
    FaultRow([], .sent, manner: SMTPManner(enhanced: true)),
    FaultRow([], .sent, manner: SMTPManner(piece: 1, linesBefore: 3, enhanced: true), login: true),
    FaultRow(.greeting, .say("220-one moment\n220-more\n220 ready"), .sent),
    FaultRow(.rcpt, .say("251 2.1.5 will forward"), .sent),
    FaultRow(.ehlo, .say("250 faulty.example"), .sent),
    FaultRow([SMTPFault(.ehlo, .say("502 5.5.1 what is EHLO?"), times: 1...1)], .sent),
  ]

  private static let greetings = [
    FaultRow(.greeting, .say("421 4.3.2 busy, come back later"), .deferred()),
    FaultRow(.greeting, .sayAndDrop("421 too many connections"), .deferred()),
    FaultRow(.greeting, .say("554 5.7.1 you are not welcome"), .stopped),
    FaultRow(.greeting, .say("SSH-2.0-OpenSSH_9.2"), .deferred()),
    FaultRow(.greeting, .drop, .deferred()),
    FaultRow(.greeting, .reset, .deferred()),
    FaultRow(.greeting, .stall, .deferred()),
    FaultRow(.greeting, .say(lines("220", kilobytes: 100)), .sent),
    // libcurl stops reading at 300 kilobytes.
    FaultRow(.greeting, .say(lines("220", kilobytes: 8192)), .deferred()),
    FaultRow(.ehlo, .say("421 4.3.2 going down"), .deferred()),
    FaultRow(.ehlo, .say("451 4.3.0 not now"), .deferred()),
    FaultRow(.ehlo, .say("554 5.7.1 refused"), .stopped),
    FaultRow(.ehlo, .say("502 5.5.1 what is EHLO?"), .stopped),
    FaultRow(.ehlo, .drop, .deferred()),
    FaultRow(.ehlo, .reset, .deferred()),
    FaultRow(.ehlo, .stall, .deferred()),
    FaultRow(.ehlo, .say(lines("250", kilobytes: 8)), .sent),
    FaultRow(.ehlo, .say(lines("250", kilobytes: 8192)), .deferred()),
  ]

  /// Where TLS is asked for nothing goes in clear.
  private static let tls = [
    FaultRow([], .stopped, security: "starttls", login: true),
    FaultRow([SMTPFault(.ehlo, .say("250 faulty.example"))], .stopped, security: "starttls"),
    offered(.say("454 4.7.0 TLS not available"), .stopped),
    offered(.say("501 5.5.4 no parameters"), .stopped),
    offered(.sayAndDrop("220 go on"), .stopped),
    offered(.say("220 go on\n250 pretended"), .stopped),
    offered(.say("220 go on\nthis is no TLS"), .stopped),
    offered(.drop, .deferred()),
    offered(.reset, .deferred()),
    offered(.stall, .deferred()),
    // The other way round: TLS from the first byte to a server that has none.
    FaultRow([], .stopped, security: "tls"),
  ]

  private static func offered(_ action: SMTPFault.Action, _ fate: Fate) -> FaultRow {
    FaultRow(
      [SMTPFault(.startTLS, action)], fate, manner: SMTPManner(offers: ["STARTTLS", "AUTH PLAIN"]),
      security: "starttls", login: true)
  }

  private static let logins = [
    FaultRow([], .sent, login: true),
    FaultRow([], .stopped, manner: SMTPManner(offers: ["8BITMIME"]), login: true),
    FaultRow([], .stopped, manner: SMTPManner(offers: ["AUTH CRAM-MD5 GSSAPI"]), login: true),
    FaultRow(.auth, .say("535 5.7.8 bad credentials"), .stopped, login: true),
    FaultRow(.auth, .say("534 5.7.9 an app password is required"), .stopped, login: true),
    FaultRow(.auth, .say("454 4.7.0 temporary authentication failure"), .deferred(), login: true),
    FaultRow(.auth, .say("421 4.7.0 try later"), .deferred(), login: true),
    FaultRow(.auth, .drop, .deferred(), login: true),
    FaultRow(.auth, .reset, .deferred(), login: true),
    FaultRow(.auth, .stall, .deferred(), login: true),
  ]

  private static let envelopes = [
    FaultRow(.mail, .say("421 4.3.2 going down"), .deferred()),
    FaultRow(.mail, .say("452 4.3.1 no space left here"), .deferred()),
    FaultRow(.mail, .say("530 5.7.0 log in first"), .stopped),
    FaultRow(.mail, .say("550 5.1.8 sender refused"), .stopped),
    FaultRow(.mail, .say("550 5.4.5 daily sending quota exceeded"), .quota),
    FaultRow(.mail, .drop, .deferred()),
    FaultRow(.mail, .reset, .deferred()),
    FaultRow(.mail, .stall, .deferred()),
    FaultRow(.rcpt, .say("421 4.3.2 going down"), .deferred(tries: 1)),
    FaultRow(.rcpt, .say("450 4.2.1 busy mailbox"), .deferred(tries: 1)),
    FaultRow(.rcpt, .say("451 4.7.1 greylisted"), .deferred(tries: 1)),
    FaultRow(
      [SMTPFault(.rcpt, .say("451 4.7.1 greylisted"), times: 1...2)], .sent, runs: 3),
    FaultRow(.rcpt, .say("550 5.1.1 no such user"), .suppressed),
    FaultRow(.rcpt, .say("550-5.1.1 the address\n550 5.1.1 does not exist"), .suppressed),
    FaultRow(.rcpt, .say("550 5.1.1 we distrust you"), .failed),
    FaultRow(.rcpt, .say("550 no such user"), .failed),
    FaultRow(.rcpt, .say("550 5.7.1 blocked by policy"), .failed),
    FaultRow(.rcpt, .say("552 5.2.2 mailbox full"), .failed),
    FaultRow(.rcpt, .say("550 5.4.5 Daily user sending limit exceeded"), .quota),
    FaultRow(.rcpt, .drop, .deferred()),
    FaultRow(.rcpt, .reset, .deferred()),
    FaultRow(.rcpt, .stall, .deferred()),
  ]

  private static let messages = [
    FaultRow(.data, .say("421 4.3.2 going down"), .deferred(tries: 1)),
    FaultRow(.data, .say("451 4.3.0 not now"), .deferred(tries: 1)),
    FaultRow(.data, .say("554 5.5.1 no valid recipients"), .failed),
    FaultRow(.data, .say("552 5.3.4 too big"), .failed),
    FaultRow(.data, .say("250 2.0.0 instead of 354"), .deferred()),
    FaultRow(.data, .drop, .deferred()),
    FaultRow(.data, .reset, .deferred()),
    FaultRow(.data, .stall, .deferred()),
    // The message is small enough to be on its way as a whole before the end is seen.
    FaultRow(.data, .sayAndDrop("354 go on"), .deferred(), orElse: .unknown),
    FaultRow(.body, .drop, .deferred(), orElse: .unknown),
    FaultRow(.body, .reset, .deferred(), orElse: .unknown),
    FaultRow(.body, .say("451 4.3.0 I have heard enough"), .deferred(), orElse: .unknown),
  ]

  private static let dots = [
    FaultRow(.dot, .say("421 4.3.2 going down"), .deferred(tries: 1)),
    FaultRow(.dot, .say("451 4.7.1 greylisted"), .deferred(tries: 1)),
    FaultRow(.dot, .say("452-4.2.2 the mailbox\n452 4.2.2 is full"), .deferred(tries: 1)),
    FaultRow(.dot, .sayAndDrop("451 4.3.0 not now"), .deferred(tries: 1)),
    FaultRow([SMTPFault(.dot, .say("451 4.7.1 greylisted"), times: 1...2)], .sent, runs: 3),
    FaultRow(.dot, .say("554 5.6.0 content refused"), .failed),
    FaultRow(.dot, .say("554 5.7.1 looks like spam"), .failed),
    FaultRow(.dot, .say("550 5.1.1 no such user"), .failed),
    FaultRow(.dot, .say("550 5.4.5 Daily sending quota exceeded"), .quota),
    FaultRow(.dot, .drop, .unknown),
    FaultRow(.dot, .reset, .unknown),
    FaultRow(.dot, .stall, .unknown),
    FaultRow(.dot, .say("354 and now?"), .unknown),
    FaultRow(.dot, .say("so be it"), .unknown),
    FaultRow(.dot, .sayAndDrop("so be it"), .unknown),
    FaultRow(.dot, .acceptAndDrop, .unknown, accepted: true),
    FaultRow(.dot, .acceptAndStall, .unknown, accepted: true),
    FaultRow(.dot, .sayAndDrop("250-2.0.0 nearly"), .unknown, accepted: true),
    FaultRow(.dot, .sayAndDrop("250 2.0.0 ok"), .sent),
    FaultRow(.dot, .say(lines("250", kilobytes: 100)), .sent),
    FaultRow(.dot, .say(lines("250", kilobytes: 8192)), .unknown, accepted: true),
    FaultRow(.dot, .say(lines("554", kilobytes: 100)), .failed),
    FaultRow(.dot, .say(lines("554", kilobytes: 8192)), .unknown),
  ]

  /// The connection that is kept for the next message is not there any more.
  private static let connections = [
    FaultRow([SMTPFault(.mail, .drop, times: 2...2)], .sent, people: 2),
    FaultRow([SMTPFault(.mail, .reset, times: 2...2)], .sent, people: 2),
    FaultRow(
      [SMTPFault(.mail, .say("421 4.4.2 idle for too long"), times: 2...2)], .sent, people: 2),
    FaultRow([SMTPFault(.dot, .sayAndDrop("250 2.0.0 ok"), times: 1...1)], .sent, people: 2),
  ]

  /// A long reply.
  private static func lines(_ code: String, kilobytes: Int) -> String {
    let line = "\(code)-\(String(repeating: "much ado ", count: 100))\n"
    let count = (kilobytes << 10) / line.utf8.count
    return String(repeating: line, count: count) + "\(code) 2.0.0 ok"
  }
}
