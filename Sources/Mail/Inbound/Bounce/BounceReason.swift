/// Finds out why one recipient was refused, from the status and from what the server said.
enum BounceReason {
  /// Why, by a notice that a person is to read: by what it quotes of the server, unless the rest of
  /// it is clearer.
  static func kind(status: StatusCode?, notice: String, isAfterData: Bool) -> BounceKind {
    let whole = kind(status: status, text: notice, isAfterData: isAfterData)
    let quoted = ServerText.quoted(in: notice)
    guard !quoted.isEmpty else { return whole }
    let kind = kind(status: status, text: quoted, isAfterData: isAfterData)
    switch (kind, whole) {
    case (.other, _), (.system, .userUnknown), (.system, .mailboxFull), (.userUnknown, .disabled),
      (.network, .domainUnknown):
      return whole
    default: return kind
    }
  }

  /// - Parameters:
  ///   - status: the field Status of a report, or what stands for it.
  ///   - text: the server's words.
  ///   - isAfterData: whether the server said it when it had the message, not at the address.
  static func kind(status: StatusCode?, text: String, isAfterData: Bool) -> BounceKind {
    let folded = FoldedText(ServerText.withoutNames(text), limit: 8192).bytes
    let codes = StatusCode.all(in: folded) + (status.map { [$0] } ?? [])
    // Of several codes the last that says something: relays write their own before the server's.
    let spoken = codes.last { $0.kind != nil && $0 != status } ?? codes.last { $0.kind != nil }
    var found = BouncePhrases.table.matches(in: folded).min {
      ($0.meaning.rank, $0.range.lowerBound) < ($1.meaning.rank, $1.range.lowerBound)
    }?.meaning
    if found == nil, ServerText.namesBlockList(text) {
      found = BouncePhrases.Meaning(kind: .reputation, rank: 32)
    }
    let isForNow = spoken.map { !$0.isPermanent } ?? (status.map { !$0.isPermanent } ?? false)

    if spoken?.kind == .senderRejected { return .senderRejected }
    guard let found, found.rank < BouncePhrases.weak || spoken == nil else {
      return spoken?.kind ?? .other
    }
    switch found.kind {
    case .domainUnknown where isForNow:
      return .network
    case .userUnknown where found.rank == BouncePhrases.unknownUser:
      // Filters say that a user is unknown, too: by a code of policy, or when they have read the
      // message. A server that knows its users says so at the address.
      if spoken?.subject == 7 || isAfterData && spoken?.kind == nil { return .filtered }
      return .userUnknown
    case .expired, .network, .system:
      // How it ended; a code may say why.
      if let kind = spoken?.kind, found.rank >= BouncePhrases.ending { return kind }
      return found.kind
    default:
      return found.kind
    }
  }

  /// Whether a notice or a session's transcript shows that the refusal came after `DATA`.
  static func isAfterData(_ notice: String) -> Bool {
    let folded = FoldedText(notice, limit: 8192).bytes
    return dataMarks.first(in: folded) != nil
  }

  private static let dataMarks = PhraseTable<Bool>([
    (
      true,
      ">>> data|end of data|smtp command data|-------smtp command data|in reply to data|our final data"
    )
  ])
}
