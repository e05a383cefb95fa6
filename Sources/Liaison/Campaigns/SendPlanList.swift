import Scheduling

/// One line of the plan: what goes to whom, when on both clocks, and why then.
public struct PlanEntry: Hashable, Sendable, Codable {
  /// When.
  public let instant: Instant
  /// The recipient's wall clock, `2026-11-24 10:32`.
  public let theirTime: String
  /// The recipient's zone.
  public let theirZone: String
  /// Our own wall clock.
  public let ourTime: String
  /// To whom.
  public let address: String
  /// How lists name the person.
  public let name: String
  /// In which campaign.
  public let campaign: String
  /// Which step.
  public let step: Int
  /// With which emphasis.
  public let emphasis: String
  /// From which sender.
  public let sender: String
  /// Whether it depends on earlier steps going as planned and nobody answering.
  public let isProjected: Bool
  /// Why then, a sentence each.
  public let reasons: [String]
}

/// A person who is enrolled but held, and why.
public struct HeldEntry: Hashable, Sendable, Codable {
  /// To whom.
  public let address: String
  /// How lists name the person.
  public let name: String
  /// In which campaign.
  public let campaign: String
  /// Why.
  public let reason: String
}

/// What goes when, for all campaigns that run, and who is held.
public struct SendPlanList: Sendable, Codable {
  /// The entries, soonest first.
  public let entries: [PlanEntry]
  /// Those who are held.
  public let held: [HeldEntry]
  /// Attempts of unknown fate, which hold their follow-ups back.
  public let unknown: [UnknownAttempt]
}

/// Draws up the plan from the store and the approved content.
public struct Planner {
  private let store: Store
  private let benches: BenchCache
  private let homeZone: Zone

  init(store: Store, benches: BenchCache, homeZone: Zone) {
    self.store = store
    self.benches = benches
    self.homeZone = homeZone
  }

  /// The plan up to `horizon`; an overdue attempt is shown at `now`, or when its window opens.
  public func plan(from now: Instant, to horizon: Instant, campaign: String? = nil) throws
    -> SendPlanList
  {
    var entries: [PlanEntry] = []
    try store.forEachWaitingAttempt(campaign: campaign) { attempt, reasons in
      guard
        let bench = try? benches.bench(
          campaignID: attempt.campaignID, name: attempt.campaign, revision: attempt.revision),
        let zone = try? bench.zone(of: attempt.contact),
        bench.campaign.steps.indices.contains(attempt.step - 1)
      else { return }
      let schedule = bench.schedule(for: attempt.contact)
      guard let next = moment(of: attempt, reasons, on: schedule, zone: zone, now: now) else {
        return
      }
      let later = schedule.projection(
        after: attempt.step, at: next.instant, contactID: attempt.contact.id, zone: zone
      ).map { Moment(step: $0.step, instant: $0.planned.instant, reasons: $0.planned.reasons) }
      for moment in [next] + later where moment.instant < horizon {
        entries.append(entry(attempt, moment, bench: bench, schedule, zone))
      }
    }
    entries.sort { ($0.instant, $0.address, $0.step) < ($1.instant, $1.address, $1.step) }
    return SendPlanList(
      entries: entries, held: try store.heldEntries(campaign: campaign),
      unknown: try store.unknownAttempts(at: now))
  }

  private struct Moment {
    let step: Int
    let instant: Instant
    let reasons: [String]

    init(step: Int, instant: Instant, reasons: [String]) {
      self.step = step
      self.instant = instant
      self.reasons = reasons
    }

    init(step: Int, instant: Instant, reasons: [PlanReason]) {
      self.init(step: step, instant: instant, reasons: reasons.map(\.description))
    }
  }

  /// When a waiting attempt goes: when it is due, or at the next chance where that has passed.
  private func moment(
    of attempt: AttemptRecord, _ reasons: [String], on schedule: CampaignSchedule, zone: Zone,
    now: Instant
  ) -> Moment? {
    if attempt.dueAt >= now {
      if schedule.isOpen(at: attempt.dueAt, zone: zone) {
        return Moment(step: attempt.step, instant: attempt.dueAt, reasons: reasons)
      }
      // The window was changed since; the sender will move it there when it is due.
      return schedule.again(
        step: attempt.step, contactID: attempt.contact.id, zone: zone, from: attempt.dueAt
      ).map { Moment(step: attempt.step, instant: $0.instant, reasons: $0.reasons) }
    }
    let overdue = PlanReason.overdue(LocalTime(attempt.dueAt, in: zone).date)
    if schedule.isOpen(at: now, zone: zone) {
      return Moment(step: attempt.step, instant: now, reasons: [overdue])
    }
    return schedule.again(
      step: attempt.step, contactID: attempt.contact.id, zone: zone, from: now
    ).map { Moment(step: attempt.step, instant: $0.instant, reasons: [overdue] + $0.reasons) }
  }

  private func entry(
    _ attempt: AttemptRecord, _ moment: Moment, bench: CampaignBench,
    _ schedule: CampaignSchedule, _ zone: Zone
  ) -> PlanEntry {
    PlanEntry(
      instant: moment.instant, theirTime: "\(LocalTime(moment.instant, in: zone))",
      theirZone: zone.name, ourTime: "\(LocalTime(moment.instant, in: homeZone))",
      address: attempt.contact.address, name: attempt.contact.displayName,
      campaign: attempt.campaign, step: moment.step,
      emphasis: bench.campaign.steps[moment.step - 1].emphasis.description,
      sender: attempt.sender, isProjected: moment.step != attempt.step,
      reasons: moment.reasons + [schedule.windowReason(at: moment.instant, zone: zone)])
  }
}
