import Scheduling

/// What resuming a paused campaign did.
public struct ResumeReport: Sendable, Codable {
  /// The campaign's name.
  public let campaign: String
  /// Whether it was paused before.
  public let changed: Bool
  /// How many messages had fallen due meanwhile and were planned anew.
  public let replanned: Int
}

extension SendDesk {
  /// Lets a paused campaign go on.
  ///
  /// What fell due meanwhile does not go all at once: each person has one such message at most, which
  /// goes at their own minute from now on, on a day that has room. The steps after it are counted from
  /// when it is really sent.
  public func resume(
    _ campaign: CampaignRecord, by who: String, at now: Instant
  ) throws -> ResumeReport {
    // Planned before the database is locked; what is claimed or moved meanwhile is left as it is.
    let plans = try store.connection.read { try overdue(campaign, at: now) }
    return try store.connection.write {
      let changed = try store.setState(.running, of: campaign, by: who, at: now)
      guard changed else {
        return ResumeReport(campaign: campaign.name, changed: false, replanned: 0)
      }
      try store.move(plans.moves)
      for (enrollmentID, reason) in plans.endings {
        try store.finish(enrollmentID, because: reason, at: now)
      }
      return ResumeReport(campaign: campaign.name, changed: true, replanned: plans.moves.count)
    }
  }

  private typealias Plans = (
    moves: [AttemptMove], endings: [(enrollmentID: String, reason: String)]
  )

  private func overdue(_ campaign: CampaignRecord, at now: Instant) throws -> Plans {
    var plans: Plans = ([], [])
    let attempts = try store.overdueAttempts(campaignID: campaign.id, at: now)
    guard !attempts.isEmpty else { return plans }
    var book = try benches.waitingBook(from: now)
    let bench = try benches.bench(
      campaignID: campaign.id, name: campaign.name, revision: campaign.revision)
    // Follow-ups take their days first.
    for attempt in attempts.filter({ $0.step > 1 }) + attempts.filter({ $0.step == 1 }) {
      guard let zone = try? bench.zone(of: attempt.contact) else { continue }
      let schedule = bench.schedule(for: attempt.contact)
      let again = { (instant: Instant) in
        schedule.replanned(
          step: attempt.step, contactID: attempt.contact.id, zone: zone,
          after: attempt.bounds.lastSent, from: instant,
          because: .pause(until: LocalTime(now, in: zone).date))
      }
      let keys = attempt.step == 1 ? try store.newContactKeys(contactID: attempt.contact.id) : nil
      if let planned = again(now),
        let placed = book.place(
          planned, sender: attempt.sender, touch: keys?.touch ?? .followUp, again: again)
      {
        plans.moves.append(
          AttemptMove(attemptID: attempt.id, from: attempt.dueAt, planned: placed))
      } else if schedule.hasEnd {
        plans.endings.append((attempt.enrollmentID, schedule.whyNever(step: attempt.step)))
      }
    }
    return plans
  }
}
