import Scheduling

extension SendDesk {
  /// Settles an attempt of unknown fate, by a person's word or by what was found.
  ///
  /// The step after one that was sent is planned. After a restore it may have gone as well, where its
  /// moment had come by then; it is unknown in its turn.
  /// - Parameter sentAt: When it went, where that was found out.
  /// - Returns: Whether it was still unknown.
  public func resolve(
    _ unknown: UnknownAttempt, wasSent: Bool, sentAt: Instant? = nil, by who: String,
    at now: Instant
  ) throws -> Bool {
    if let restored = try store.restored() { throw restored }
    _ = try store.settleAbandoned(at: now)
    guard let (attempt, _) = try store.attempt(id: unknown.id) else { return false }
    guard wasSent else {
      return try store.resolve(attempt, .notSent, by: who, at: now)
    }
    let earliest = sentAt ?? unknown.datedAt
    guard let doubtUntil = unknown.doubtUntil else {
      let next = try benches.next(after: attempt, sentAt: earliest)
      return try store.resolve(attempt, .sent(next, nil), by: who, at: now)
    }
    let kept = try benches.recollection(
      of: attempt, datedAt: earliest, handedOverBy: sentAt ?? doubtUntil)
    let soonest = try benches.next(after: attempt, sentAt: earliest)
    if case .next(let next) = soonest, next.planned.instant <= doubtUntil {
      return try store.resolve(
        attempt, .sent(soonest, kept, nextDoubtUntil: doubtUntil), by: who, at: now)
    }
    // Counted from the last moment at which it may have gone, so that nobody is hurried.
    let next = try benches.next(after: attempt, sentAt: kept.handedOverBy)
    return try store.resolve(attempt, .sent(next, kept), by: who, at: now)
  }
}

/// What a message must have been that went from a state of the database which was lost.
struct Recollection {
  let subject: String
  let merge: String
  let revision: Int
  let sender: String
  /// The instant of its Date line, as far as known.
  let datedAt: Instant
  /// The last moment at which it may have been handed over.
  let handedOverBy: Instant
}

extension BenchCache {
  /// Writes an attempt's message again as it must have been, for the thread that follows it.
  func recollection(
    of attempt: AttemptRecord, datedAt: Instant, handedOverBy: Instant
  ) throws(AttemptObstacle) -> Recollection {
    let bench = try bench(
      campaignID: attempt.campaignID, name: attempt.campaign, revision: attempt.revision)
    do throws(CompositionError) {
      let message = try bench.compose(
        CompositionRequest(
          contact: attempt.contact, language: attempt.language, step: attempt.step,
          messageID: attempt.messageID, earlier: attempt.earlier, instant: datedAt),
        sender: attempt.sender)
      return Recollection(
        subject: message.subject, merge: message.kept.json(), revision: attempt.revision,
        sender: attempt.sender, datedAt: datedAt, handedOverBy: handedOverBy)
    } catch {
      throw .held(reason: error.description)
    }
  }
}
