import Scheduling

extension BenchCache {
  /// Where attempts go for which their day has no room, and what was full.
  ///
  /// - Parameter book: The senders' days, made with the first attempt that needs them.
  func putOff(
    _ overfull: [(attempt: AttemptRecord, cap: SendCap)], at now: Instant,
    _ book: inout CapacityBook?
  ) throws -> [(move: AttemptMove, why: String)] {
    guard !overfull.isEmpty else { return [] }
    var days = try book ?? waitingBook(from: now)
    defer { book = days }
    let tomorrow = rules.day(of: now).end
    return try overfull.map { attempt, cap in
      let keys = attempt.step == 1 ? try store.newContactKeys(contactID: attempt.contact.id) : nil
      days.close(cap, sender: attempt.sender, keys: keys)
      let found = try moment(of: attempt, keys, cap: cap, from: tomorrow, at: now, in: &days)
      return (
        AttemptMove(attemptID: attempt.id, from: attempt.dueAt, planned: found), Self.words(cap)
      )
    }
  }

  /// A book with everybody who waits in it.
  func waitingBook(from now: Instant) throws -> CapacityBook {
    var book = try CapacityBook(store: store, rules: rules, from: now)
    try book.promiseWaiting(in: store) { waiting in
      let bench = try? self.bench(
        campaignID: waiting.campaignID, name: waiting.campaign, revision: waiting.revision)
      return bench?.campaign.steps.count ?? Cadence.maximumSteps
    }
    return book
  }

  private func moment(
    of attempt: AttemptRecord, _ keys: NewContactKeys?, cap: SendCap, from tomorrow: Instant,
    at now: Instant, in days: inout CapacityBook
  ) throws -> PlannedSend {
    let reason = PlanReason.cap(cap, rules.day(of: now).date)
    // Whatever is wrong with it otherwise is found, and told, when it is due again.
    let fallback = PlannedSend(instant: tomorrow, gapDays: nil, reasons: [reason])
    guard
      let bench = try? bench(
        campaignID: attempt.campaignID, name: attempt.campaign, revision: attempt.revision),
      let zone = try? bench.zone(of: attempt.contact)
    else { return fallback }
    let schedule = bench.schedule(for: attempt.contact)
    let again = { (instant: Instant) in
      schedule.replanned(
        step: attempt.step, contactID: attempt.contact.id, zone: zone,
        after: attempt.bounds.lastSent, from: instant, because: reason)
    }
    guard let planned = again(tomorrow) else { return fallback }
    return days.place(
      planned, sender: attempt.sender, touch: keys?.touch ?? .followUp, again: again) ?? fallback
  }

  private static func words(_ cap: SendCap) -> String {
    switch cap {
    case .sender(let daily):
      "the sender's \(daily) message\(daily == 1 ? "" : "s") of today are taken"
    case .domain: "somebody else at that domain is first written to today"
    case .prospect: "somebody else of that prospect is first written to today"
    }
  }
}
