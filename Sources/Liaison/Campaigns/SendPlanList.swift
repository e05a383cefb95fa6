import Scheduling

/// One line of the plan: what goes to whom, when on both clocks, and why then.
public struct PlanEntry: Hashable, Sendable, Codable {
  /// When.
  public let instant: Instant
  /// The recipient's wall clock, `2026-11-24 10:32`.
  public let theirTime: String
  /// The recipient's zone.
  public let theirZone: String
  /// What the recipient's zone was found by.
  public let zoneSource: ZoneFinding.Source
  /// How sure the recipient's zone is.
  public let zoneConfidence: ZoneFinding.Confidence
  /// How the recipient's zone was found, such as `from the area code 415`.
  public let zoneDetail: String
  /// All zones that the recipient may be in; the window is open in each.
  public let zones: [String]
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

extension HeldEntry {
  fileprivate init(_ attempt: AttemptRecord, reason: String) {
    self.init(
      address: attempt.contact.address, name: attempt.contact.displayName,
      campaign: attempt.campaign, reason: reason)
  }
}

/// What goes when, for all campaigns that run, and who is held.
public struct SendPlanList: Sendable, Codable {
  /// The entries, soonest first.
  public let entries: [PlanEntry]
  /// Those who are held.
  public let held: [HeldEntry]
  /// Attempts of unknown fate, which hold their follow-ups back.
  public let unknown: [UnknownAttempt]
  /// Set where the database is an older one that was put back, from which nothing is sent.
  public let restored: RestoredDatabase?

  /// What of it is about one contact.
  func only(_ address: String) -> SendPlanList {
    SendPlanList(
      entries: entries.filter { $0.address == address },
      held: held.filter { $0.address == address },
      unknown: unknown.filter { $0.address == address }, restored: restored)
  }
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
    var held = try store.heldEntries(campaign: campaign)
    var book = try CapacityBook(store: store, rules: benches.rules, from: now)
    // Follow-ups first, as they are sent where a day is short; other campaigns take room, too.
    for kind in [WaitingKind.followUps, .firstTouches] {
      try store.forEachWaitingAttempt(kind, before: horizon) { attempt, reasons, prospectID in
        let isShown = campaign == nil || campaign == attempt.campaign
        let touch =
          kind == .followUps
          ? .followUp
          : NewContactKeys(addressKey: attempt.contact.addressKey, prospectID: prospectID).touch
        do {
          let found = try self.entries(
            of: attempt, reasons, touch, from: now, to: horizon, in: &book)
          if isShown { entries += found.filter { $0.instant < horizon } }
        } catch AttemptObstacle.broken(let error) {
          throw error
        } catch AttemptObstacle.held(let reason) {
          if isShown { held.append(HeldEntry(attempt, reason: reason)) }
        } catch let error as CompositionError {
          if isShown { held.append(HeldEntry(attempt, reason: error.description)) }
        }
      }
    }
    entries.sort { ($0.instant, $0.address, $0.step) < ($1.instant, $1.address, $1.step) }
    return SendPlanList(
      entries: entries, held: held, unknown: try store.unknownAttempts(at: now),
      restored: try store.restored())
  }

  /// The lines of a waiting attempt and of the steps after it, or why it cannot go.
  private func entries(
    of attempt: AttemptRecord, _ reasons: [String], _ touch: CapacityPlanner.Touch,
    from now: Instant, to horizon: Instant, in book: inout CapacityBook
  ) throws -> [PlanEntry] {
    let bench = try benches.bench(
      campaignID: attempt.campaignID, name: attempt.campaign, revision: attempt.revision)
    let zone = try bench.zone(of: attempt.contact)
    let found = try bench.zoneFinding(of: attempt.contact)
    let schedule = bench.schedule(for: attempt.contact)
    let steps = min(bench.campaign.steps.count, benches.rules.limits.attempts)
    guard attempt.step <= steps else { return [] }
    guard let next = moment(of: attempt, reasons, on: schedule, zone: zone, now: now) else {
      throw CompositionError.faulty(bench.whyNever(step: attempt.step, to: attempt.contact))
    }
    return moments(
      of: attempt, next, touch, schedule: schedule, zone: zone, steps: steps, to: horizon,
      in: &book
    ).map { entry(attempt, $0, bench: bench, schedule, zone, found) }
  }

  /// When a waiting attempt and the steps after it go, each on a day that has room for it.
  private func moments(
    of attempt: AttemptRecord, _ next: Moment, _ touch: CapacityPlanner.Touch,
    schedule: CampaignSchedule, zone: Zone, steps: Int, to horizon: Instant,
    in book: inout CapacityBook
  ) -> [Moment] {
    let contact = attempt.contact.id
    let placed = book.place(
      PlannedSend(instant: next.instant, gapDays: nil, reasons: []), sender: attempt.sender,
      touch: touch,
      again: { schedule.again(step: attempt.step, contactID: contact, zone: zone, from: $0) })
    guard let placed else { return [] }
    var found = [
      Moment(
        step: attempt.step, instant: placed.instant,
        reasons: next.reasons + placed.reasons.map(\.description))
    ]
    var last = placed.instant
    for step in attempt.step..<steps where last < horizon {
      guard
        let planned = schedule.followUp(
          step: step + 1, contactID: contact, zone: zone, after: last), planned.instant < horizon,
        let placed = book.place(
          planned, sender: attempt.sender, touch: .followUp,
          again: { schedule.again(step: step + 1, contactID: contact, zone: zone, from: $0) })
      else { break }
      found.append(
        Moment(step: step + 1, instant: placed.instant, reasons: placed.reasons))
      last = placed.instant
    }
    return found
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
    _ schedule: CampaignSchedule, _ zone: Zone, _ found: ZoneFinding
  ) -> PlanEntry {
    PlanEntry(
      instant: moment.instant, theirTime: "\(LocalTime(moment.instant, in: zone))",
      theirZone: zone.name, zoneSource: found.source, zoneConfidence: found.confidence,
      zoneDetail: found.detail, zones: found.zones,
      ourTime: "\(LocalTime(moment.instant, in: homeZone))",
      address: attempt.contact.address, name: attempt.contact.displayName,
      campaign: attempt.campaign, step: moment.step,
      emphasis: bench.campaign.steps[moment.step - 1].emphasis.description,
      sender: attempt.sender, isProjected: moment.step != attempt.step,
      reasons: moment.reasons + [schedule.windowReason(at: moment.instant, zone: zone)])
  }
}
