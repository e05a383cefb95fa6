/// What a run writes down: how attempts ended, and which may go, with one sync for as many as wait.
final class SendJournal {
  private let store: Store
  private let rules: SendingRules
  /// How attempts ended; written with the next commitment, so that durability costs one sync for
  /// each message or for several.
  private var settlements: [Settlement] = []
  /// So many are written at the latest, whether or not another message comes to its final dot.
  private static let most = 64

  init(store: Store, rules: SendingRules) {
    self.store = store
    self.rules = rules
  }

  /// Whether nothing waits to be written.
  var isEmpty: Bool { settlements.isEmpty }

  /// Notes how an attempt ended.
  func settle(_ settlement: Settlement) throws {
    settlements.append(settlement)
    if settlements.count >= Self.most { try flush() }
  }

  /// Asks which messages may go, and writes down all that ended before.
  ///
  /// Whoever finished one attempt and began another has both in the same transaction, so that a
  /// crash leaves no more than one attempt in doubt for each connection.
  func begin(_ looks: [LastLook]) throws -> [CommitDecision] {
    let decisions = try store.beginCommits(looks, settling: settlements, by: rules)
    settlements.removeAll(keepingCapacity: true)
    return decisions
  }

  /// Writes down what ended.
  func flush() throws {
    try store.settle(settlements)
    settlements.removeAll(keepingCapacity: true)
  }
}
