import Curl
import Scheduling
import Templating
import Tone

/// Sends what is due, exactly once: claim, write, gate, deliver, record.
///
/// The clock is a function, so three weeks pass in a test in milliseconds.
final class SendRun {
  private let store: Store
  private let benches: BenchCache
  private let transport: (SenderAccount) throws -> any Transport
  private let clock: () -> Instant
  /// Asked between messages; where it says yes, the run ends and gives back what it claimed.
  private let shouldStop: () -> Bool
  /// Whether the run is counted beside the database; one into a folder for trials is not.
  private let countsRuns: Bool
  private var isCounted = false
  private var transports: [String: any Transport] = [:]
  private var stopped: Set<String> = []
  /// How often in a row a sender's server could not be reached or took nothing at all.
  private var silences: [String: Int] = [:]
  /// After so many, the sender's other messages wait for the next run; each costs a time-out.
  private static let mostSilences = 3
  /// What was withheld at the last moment, though it was free to go when it was claimed.
  private var withheld: Set<String> = []
  /// How the last attempt ended; written in the same transaction as the next one's commitment, so
  /// that durability costs one sync for each message.
  private var pending: Settlement?
  private let ahead = WritingAhead()
  /// Made when the first attempt finds its day full.
  private var book: CapacityBook?
  private var report: SendReport
  private let progress: (SendEntry) -> Void

  init(
    store: Store, benches: BenchCache, clock: @escaping () -> Instant,
    shouldStop: @escaping () -> Bool = { false }, countsRuns: Bool = true,
    progress: @escaping (SendEntry) -> Void = { _ in },
    transport: @escaping (SenderAccount) throws -> any Transport
  ) {
    self.store = store
    self.benches = benches
    self.clock = clock
    self.shouldStop = shouldStop
    self.countsRuns = countsRuns
    self.progress = progress
    self.transport = transport
    report = SendReport(live: true)
  }

  /// Sends everything that is due now, at most `limit` messages.
  func deliverDue(limit: Int = .max, batch: Int = 32) throws -> SendReport {
    defer { ahead.finish() }
    if let restored = try store.restored() { throw restored }
    report.abandoned = try store.settleAbandoned(at: clock())
    report.stoppedSenders = try store.waitingHolds(at: clock())
    var left = limit
    while left > 0, !shouldStop() {
      // What was withheld goes back first, so that it can be claimed anew as it is now.
      try flush()
      let due = try store.claimDue(
        at: clock(), limit: min(batch, left), without: stopped, by: benches.rules)
      let claims = due.claims
      try putOff(due.overfull)
      if claims.isEmpty, due.overfull.isEmpty { break }
      left -= claims.count
      do {
        if !claims.isEmpty { try count() }
      } catch {
        // What cannot be counted does not go.
        try? store.release(claims)
        throw error
      }
      for (index, claim) in claims.enumerated() {
        if shouldStop() {
          try flush()
          try store.release(Array(claims[index...]))
          break
        }
        do {
          try process(claim, before: claims.dropFirst(index + 1).first)
        } catch {
          // The store failed. What is not begun goes back, if the store still can.
          try? flush()
          try? store.release(Array(claims[index...]))
          throw error
        }
      }
    }
    try flush()
    // So that a copy which was made while it ran is known to be older, too.
    if isCounted { try store.raiseCounter(at: clock()) }
    return report
  }

  /// Counts the run before its first message may go.
  private func count() throws {
    guard countsRuns, !isCounted else { return }
    try store.raiseCounter(at: clock())
    isCounted = true
  }

  private func process(_ claim: Claim, before next: Claim?) throws {
    let attempt = claim.attempt
    guard !stopped.contains(attempt.sender) else { return try settle(claim, .lost) }
    guard let sender = benches.sender(attempt.sender) else {
      return try stopSender(
        claim, "the sender '\(attempt.sender)' is not in liaison.json5 any more")
    }
    let now = clock()
    let prepared: PreparedAttempt
    do throws(AttemptObstacle) {
      if let written = try ahead.take(attempt, at: now) {
        prepared = written
      } else {
        prepared = try benches.prepare(attempt, at: now)
      }
    } catch {
      switch error {
      case .broken(let error): throw error
      case .held(let reason):
        try settle(claim, .held(reason: reason))
        return note(claim, .held, reason)
      case .putOff(let planned, let why): return try putOff(claim, planned, why)
      case .ended(let reason): return try finish(claim, reason)
      }
    }
    let transport: any Transport
    do {
      transport = try transports[sender.id] ?? self.transport(sender)
      transports[sender.id] = transport
    } catch {
      return try stopSender(claim, "\(error)")
    }
    if let next, !stopped.contains(next.attempt.sender),
      let draft = try? benches.draft(next.attempt, at: now)
    {
      ahead.begin(draft)
    }
    try deliver(claim, prepared, by: transport)
  }

  private func deliver(
    _ claim: Claim, _ prepared: PreparedAttempt, by transport: any Transport
  ) throws {
    var storeError: (any Error)?
    var decision = CommitDecision.lost
    let commitment = Commitment(
      claim: claim, emphasis: prepared.emphasis, subject: prepared.message.subject,
      merge: prepared.mergeJSON, datedAt: prepared.instant)
    let delivery: SMTPDelivery
    do {
      delivery = try transport.deliver(prepared.message.envelope) {
        do {
          decision = try store.beginCommit(
            commitment, settling: pending, by: benches.rules
          ) {
            let now = clock()
            return prepared.isOpen(at: now) ? now : nil
          }
          pending = nil
          return decision == .go
        } catch {
          storeError = error
          return false
        }
      }
    } catch {
      try settle(claim, .held(reason: "\(error)"))
      return note(claim, .held, "\(error)")
    }
    if let storeError { throw storeError }
    if case .full(let cap) = decision { return try putOff(claim, cap) }
    try conclude(claim, prepared, delivery)
  }

  private func conclude(
    _ claim: Claim, _ prepared: PreparedAttempt, _ delivery: SMTPDelivery
  ) throws {
    switch delivery {
    case .accepted(let reply, let queueID):
      silences[claim.attempt.sender] = 0
      let text = reply.description
      // Counted from the server's answer, which may come minutes after the Date line's moment.
      let next = prepared.next(after: clock(), limits: benches.rules.limits)
      try settle(claim, .sent(reply: text, queueID: queueID, next: next))
      note(claim, .sent, text)
    case .withheld:
      if prepared.isOpen(at: clock()) {
        if withheld.insert(claim.attempt.id).inserted {
          try settle(claim, .lost)
        } else {
          // Claimed and withheld again: a run that went on so would never end.
          return try wait(
            claim, prepared, "withheld twice at the last moment", countsAsTry: false)
        }
        note(claim, .withheld, "answered, suppressed, stopped or taken over at the last moment")
      } else if let planned = prepared.again(from: clock()) {
        try putOff(claim, planned, "the window closed")
      } else {
        try finish(claim, prepared.whyNever)
      }
    case .unavailable(let reason):
      try wait(claim, prepared, reason, countsAsTry: false)
      countSilence(of: claim.attempt.sender, reason)
    case .insecure(let reason):
      try stopSender(claim, reason)
    case .uncertain(let reason):
      try settle(claim, .unknown(reason: reason))
      note(claim, .unknown, reason)
    case .refused(let reply, let stage):
      try conclude(claim, prepared, reply, at: stage)
    }
  }

  private func conclude(
    _ claim: Claim, _ prepared: PreparedAttempt, _ reply: SMTPReply, at stage: SMTPStage
  ) throws {
    let text = reply.description
    switch ReplyVerdict(reply, at: stage) {
    case .later where ReplyVerdict.isOfAccount(stage):
      // Said to us before the person was named, so it uses up none of the person's tries.
      try wait(claim, prepared, text, countsAsTry: false)
      countSilence(of: claim.attempt.sender, text)
    case .later where claim.attempt.tries + 1 < BackOff.most:
      try wait(claim, prepared, text, countsAsTry: true)
    case .later, .refused:
      try fail(claim, .other, text)
    case .badAddress:
      try fail(claim, .address, text)
    case .policy:
      try fail(claim, .policy, text)
      try flush()
      let hour = clock().adding(seconds: -3600)
      if try store.policyRefusals(of: claim.attempt.sender, since: hour) >= 3 {
        try holdSender(
          claim.attempt.sender, until: nil,
          reason: "three domains refused it by policy within an hour; the last said: \(text)")
      }
    case .quota:
      let tomorrow = clock().adding(seconds: 86_400)
      guard let planned = prepared.again(from: tomorrow) else {
        return try fail(claim, .other, text)
      }
      try settle(
        claim,
        .deferred(
          until: planned.instant, reasons: ["not accepted yet: \(text)"], countsAsTry: false))
      note(claim, .deferred, text)
      try holdSender(
        claim.attempt.sender, until: tomorrow,
        reason: "its account has sent all it may for now: \(text)")
    case .account:
      try stopSender(claim, text)
    }
  }

  /// After some in a row the sender's others wait for the next run.
  private func countSilence(of sender: String, _ reason: String) {
    silences[sender, default: 0] += 1
    guard silences[sender] == Self.mostSilences else { return }
    stopped.insert(sender)
    report.stoppedSenders[sender] = "its server takes nothing now: \(reason)"
  }

  /// Puts an attempt back that goes later, for a reason that is no fault.
  private func putOff(_ claim: Claim, _ planned: PlannedSend, _ why: String) throws {
    try settle(
      claim,
      .deferred(
        until: planned.instant, reasons: planned.reasons.map(\.description), countsAsTry: false))
    note(claim, .deferred, "\(why); again at \(planned.instant)")
  }

  /// Puts an attempt back whose day was full when it was about to go.
  private func putOff(_ claim: Claim, _ cap: SendCap) throws {
    try settle(claim, .lost)
    try flush()
    try putOff([(claim.attempt, cap)])
  }

  /// Plans attempts anew whose day has no room: at their next minute on a day that has.
  private func putOff(_ overfull: [(attempt: AttemptRecord, cap: SendCap)]) throws {
    guard !overfull.isEmpty else { return }
    let moves = try benches.putOff(overfull, at: clock(), &book)
    try store.move(moves.map(\.move))
    for (attempt, move) in zip(overfull.map(\.attempt), moves) {
      let entry = benches.entry(
        attempt, .deferred, "\(move.why); again at \(move.move.planned.instant)")
      report.entries.append(entry)
      progress(entry)
    }
  }

  /// Ends a sequence whose step never can go.
  private func finish(_ claim: Claim, _ reason: String) throws {
    try settle(claim, .finished(reason: reason))
    note(claim, .ended, reason)
  }

  /// Puts an attempt back, into the window and after the back-off.
  private func wait(
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

  private func fail(_ claim: Claim, _ failure: SendFailure, _ text: String) throws {
    try settle(claim, .failed(failure, reply: text))
    note(claim, .failed, text)
  }

  private func holdSender(_ sender: String, until: Instant?, reason: String) throws {
    stopped.insert(sender)
    report.stoppedSenders[sender] = reason
    try store.holdSender(sender, until: until, reason: reason, at: clock())
  }

  /// Gives the claim back and writes nothing more from this sender in this run.
  private func stopSender(_ claim: Claim, _ reason: String) throws {
    stopped.insert(claim.attempt.sender)
    report.stoppedSenders[claim.attempt.sender] = reason
    try settle(claim, .lost)
  }

  private func settle(_ claim: Claim, _ outcome: Settlement.Outcome) throws {
    try flush()
    pending = Settlement(claim: claim, outcome: outcome, at: clock())
  }

  private func flush() throws {
    guard let settlement = pending else { return }
    pending = nil
    try store.settle(settlement)
  }

  private func note(_ claim: Claim, _ result: SendEntry.Result, _ detail: String) {
    let entry = benches.entry(claim.attempt, result, detail)
    report.entries.append(entry)
    progress(entry)
  }
}
