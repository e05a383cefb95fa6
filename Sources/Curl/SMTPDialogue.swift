/// Where an SMTP session stands, told by the commands libcurl reports having sent and the lines that
/// came back.
///
/// It also stops a session that would go on without the login that is configured. It does no I/O.
struct SMTPDialogue {
  private let account: SMTPAccount
  /// Whose turn it is; nil before the first command of a delivery and during STARTTLS.
  private(set) var stage: SMTPStage?
  private(set) var isStartingTLS = false
  private(set) var isQuitting = false
  /// Why the session must not go on, where it must not.
  private(set) var insecurity: String?
  private var reader = SMTPReplyReader()
  private var isAnsweringChallenge = false
  private var isEncrypted = false
  private var isLoggedIn = false
  /// What the server offered in its last answer to EHLO.
  private(set) var offer: SMTPOffer?

  init(_ account: SMTPAccount) {
    self.account = account
  }

  /// The complete reply to the last command, once it is there.
  var reply: SMTPReply? { reader.reply }

  /// A further delivery begins, perhaps on a connection that is open and logged in.
  mutating func begin() {
    expect(nil)
    isQuitting = false
    insecurity = nil
    isAnsweringChallenge = false
  }

  /// A connection is made: the server speaks first.
  mutating func connect() {
    isEncrypted = account.security == .tls
    isLoggedIn = false
    expect(.greeting)
  }

  /// Follows the session by its verbs.
  ///
  /// The rest of a line may be a secret and is not looked at.
  mutating func commandSent(_ line: some Sequence<UInt8>) {
    guard !isQuitting else { return }
    if isAnsweringChallenge {
      isAnsweringChallenge = false
      return expect(.auth)
    }
    switch String(decoding: line.prefix { $0 > 0x20 }.prefix(8), as: UTF8.self) {
    case "EHLO", "HELO":
      offer = SMTPOffer(isEncrypted: isEncrypted)
      expect(.hello)
    case "STARTTLS":
      expect(nil)
      isStartingTLS = true
    case "AUTH": expect(.auth)
    case "MAIL": expect(.mailFrom)
    case "RCPT": expect(.recipient)
    case "DATA": expect(.data)
    // libcurl says QUIT after a refusal too: the reply before it stays the one that counts.
    case "QUIT": isQuitting = true
    default: break
    }
  }

  /// Takes one line from the server.
  ///
  /// - Returns: false where the session must stop before libcurl says anything more.
  mutating func lineReceived(_ line: [UInt8]) -> Bool {
    guard !isQuitting else { return true }
    let text = reader.take(line)
    if stage == .hello, let text { offer?.take(text) }
    guard let reply else { return true }
    switch stage {
    case nil where isStartingTLS && reply.code == 220: isEncrypted = true
    case .hello where reply.isPositive: checkLoginIsOffered()
    // Not a server that knows no EHLO but one that is going away: libcurl would try HELO.
    case .hello where reply.isTransient: return false
    case .auth:
      isAnsweringChallenge = reply.code == 334
      if reply.isPositive { isLoggedIn = true }
    // A second lock behind `checkLoginIsOffered`: whatever libcurl left out, no mail goes out
    // without the login that was asked for.
    case .mailFrom where account.user != nil && !isLoggedIn:
      insecurity = "\(account.server) was not logged in to as configured"
    case .data where reply.code == 354: expect(.message)
    default: break
    }
    return insecurity == nil
  }

  private mutating func expect(_ stage: SMTPStage?) {
    self.stage = stage
    isStartingTLS = false
    reader = SMTPReplyReader()
  }

  /// Where no AUTH that we can use is offered libcurl goes on unauthenticated: stop it here.
  private mutating func checkLoginIsOffered() {
    guard let credential = account.credential else { return }
    // Before STARTTLS nothing counts: what matters is what is offered inside TLS.
    guard isEncrypted || account.security == .plain else { return }
    let mechanisms = offer?.mechanisms ?? []
    if mechanisms.contains(where: credential.mechanisms.contains) { return }
    let wanted = credential.mechanisms.joined(separator: " or ")
    let offered = mechanisms.isEmpty ? "nothing" : mechanisms.joined(separator: ", ")
    insecurity =
      "\(account.server) offers no login by \(wanted) (it offers \(printable(offered.utf8)))"
  }
}
