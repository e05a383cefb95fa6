import Curl
import Scheduling

/// What a run knows and writes down: which senders go on, what became of each attempt.
///
/// Used from one thread, the one that called the run; connections on other threads hand their
/// messages' fates to it.
final class RunRecord {
  let store: Store
  let benches: BenchCache
  let clock: () -> Instant
  /// To whom alone a trial run writes; nil for everybody.
  let allowed: AllowList?
  /// Messages that were written before the run; nil where it writes all of them.
  let stock: MessageStock?
  let journal: SendJournal
  private(set) var report = SendReport(live: true)
  /// The senders that write nothing more in this run.
  private(set) var stopped: Set<String> = []
  /// How often in a row a sender's server could not be reached or took nothing at all.
  private var silences: [String: Int] = [:]
  /// After so many, the sender's other messages wait for the next run; each costs a time-out.
  private static let mostSilences = 3
  /// What was withheld at the last moment, though it was free to go when it was claimed.
  private var withheld: Set<String> = []
  /// Made when the first attempt finds its day full.
  private var book: CapacityBook?
  private let keepsEntries: Bool
  private let progress: (SendEntry) -> Void

  init(
    store: Store, benches: BenchCache, clock: @escaping () -> Instant, allowed: AllowList?,
    stock: MessageStock? = nil, keepsEntries: Bool, progress: @escaping (SendEntry) -> Void
  ) {
    self.store = store
    self.benches = benches
    self.clock = clock
    self.allowed = allowed
    self.stock = stock
    self.keepsEntries = keepsEntries
    self.progress = progress
    journal = SendJournal(store: store, rules: benches.rules)
  }

  /// Settles what a dead sender left, holds senders that fared badly, and names those that are held.
  func begin() throws {
    report.abandoned = try store.settleAbandoned(at: clock())
    let held = Set(try store.heldSenders(at: clock()).map(\.sender))
    for sender in benches.senders where !held.contains(sender) {
      try store.holdWhereUnwell(sender, at: clock())
    }
    report.stoppedSenders = try store.waitingHolds(at: clock())
  }

  /// Whether a sender writes nothing more in this run.
  func isStopped(_ sender: String) -> Bool { stopped.contains(sender) }

  /// The account of a claim's sender; where there is none the claim is given back.
  func sender(of claim: Claim) throws -> SenderAccount? {
    let id = claim.attempt.sender
    if let sender = benches.sender(id) { return sender }
    try stopSender(claim, "the sender '\(id)' is not in liaison.json5 any more")
    return nil
  }

  /// What is written down when the server has all of a message but the final dot.
  func lastLook(_ claim: Claim, _ prepared: PreparedAttempt) -> LastLook {
    LastLook(
      commitment: Commitment(
        claim: claim, emphasis: prepared.emphasis, subject: prepared.message.subject,
        merge: prepared.mergeJSON, datedAt: prepared.instant)
    ) { [clock] in
      let now = clock()
      return prepared.isOpen(at: now) ? now : nil
    }
  }

  // MARK: How an attempt ends

  func settle(_ claim: Claim, _ outcome: Settlement.Outcome) throws {
    try journal.settle(Settlement(claim: claim, outcome: outcome, at: clock()))
  }

  /// Gives a claim back of which nothing is to be told.
  func giveBack(_ claim: Claim) throws { try settle(claim, .lost) }

  /// Puts an attempt back that goes later, for a reason that is no fault.
  func putOff(_ claim: Claim, _ planned: PlannedSend, _ why: String) throws {
    try settle(
      claim,
      .deferred(
        until: planned.instant, reasons: planned.reasons.map(\.description), countsAsTry: false))
    note(claim, .deferred, "\(why); again at \(planned.instant)")
  }

  /// Puts an attempt back whose day was full when it was about to go.
  func putOff(_ claim: Claim, _ cap: SendCap) throws {
    try settle(claim, .lost)
    try journal.flush()
    try putOff([(claim.attempt, cap)])
  }

  /// Plans attempts anew whose day has no room: at their next minute on a day that has.
  func putOff(_ overfull: [(attempt: AttemptRecord, cap: SendCap)]) throws {
    guard !overfull.isEmpty else { return }
    let moves = try benches.putOff(overfull, at: clock(), &book)
    try store.move(moves.map(\.move))
    for (attempt, move) in zip(overfull.map(\.attempt), moves) {
      note(attempt, .deferred, "\(move.why); again at \(move.move.planned.instant)")
    }
  }

  /// Ends a sequence whose step never can go.
  func finish(_ claim: Claim, _ reason: String) throws {
    try settle(claim, .finished(reason: reason))
    note(claim, .ended, reason)
  }

  /// Puts an attempt back, into the window and after the back-off.
  func wait(
    _ claim: Claim, _ prepared: PreparedAttempt, _ reason: String, countsAsTry: Bool
  ) throws {
    let soonest = clock().adding(seconds: BackOff.seconds(tries: claim.attempt.tries + 1))
    // Their own minute is past. Spread anew over the day a quarter of an hour becomes many.
    let until = prepared.isOpen(at: soonest) ? soonest : prepared.again(from: soonest)?.instant
    guard let until else { return try fail(claim, .other, reason) }
    try settle(
      claim,
      .deferred(
        until: until, reasons: ["not accepted yet: \(reason)"], countsAsTry: countsAsTry))
    note(claim, .deferred, reason)
  }

  func fail(_ claim: Claim, _ failure: SendFailure, _ text: String) throws {
    try settle(claim, .failed(failure, reply: text))
    note(claim, .failed, text)
  }

  func note(_ claim: Claim, _ result: SendEntry.Result, _ detail: String) {
    note(claim.attempt, result, detail)
  }

  private func note(_ attempt: AttemptRecord, _ result: SendEntry.Result, _ detail: String) {
    let entry = benches.entry(attempt, result, detail)
    report.add(entry, keeping: keepsEntries)
    progress(entry)
  }

  /// Whether this is the first time that a message was withheld in this run.
  func isFirstWithheld(_ claim: Claim) -> Bool { withheld.insert(claim.attempt.id).inserted }

  // MARK: What a sender may go on with

  /// A server has taken a message.
  func endSilence(of sender: String) { silences[sender] = 0 }

  /// After some in a row the sender's others wait for the next run.
  func countSilence(of sender: String, _ reason: String) {
    silences[sender, default: 0] += 1
    guard silences[sender] == Self.mostSilences else { return }
    stop(sender, "its server takes nothing now: \(reason)")
  }

  /// Writes nothing more from a sender, until an instant or until a person says so.
  func holdSender(_ sender: String, until: Instant?, reason: String) throws {
    stop(sender, reason)
    try store.holdSender(sender, until: until, reason: reason, at: clock())
  }

  /// Holds a sender whose latest messages fared badly, this one included.
  func checkHealth(of sender: String) throws {
    try journal.flush()
    if let objection = try store.holdWhereUnwell(sender, at: clock()) { stop(sender, objection) }
  }

  /// Gives the claim back and writes nothing more from this sender in this run.
  func stopSender(_ claim: Claim, _ reason: String) throws {
    stop(claim.attempt.sender, reason)
    try giveBack(claim)
  }

  private func stop(_ sender: String, _ reason: String) {
    stopped.insert(sender)
    report.stoppedSenders[sender] = reason
  }
}
