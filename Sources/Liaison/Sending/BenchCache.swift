import FoundationEssentials
import Scheduling
import Templating
import Tone

/// Why an attempt cannot go right now.
enum AttemptObstacle: Error {
  /// Something about the contact or the content must be mended first.
  case held(reason: String)
  /// It goes later: why, and when.
  case putOff(PlannedSend, why: String)
  /// It never can go, so the sequence ends here.
  case ended(reason: String)
  /// The store failed, which says nothing about the attempt.
  case broken(any Error)
}

/// A message ready to be handed over, and the clock that it goes by.
struct PreparedAttempt {
  let message: ComposedMessage
  let mergeJSON: String
  let emphasis: String
  let instant: Instant
  private let attempt: AttemptRecord
  private let bench: CampaignBench
  private let schedule: CampaignSchedule
  private let zone: Zone

  init(_ draft: AttemptDraft, message: ComposedMessage) {
    self.message = message
    attempt = draft.attempt
    bench = draft.bench
    schedule = draft.schedule
    zone = draft.zone
    instant = draft.instant
    mergeJSON = message.kept.json()
    emphasis = bench.campaign.steps[attempt.step - 1].emphasis.description
  }

  /// Whether the person may be written to at this instant.
  func isOpen(at now: Instant) -> Bool { schedule.isOpen(at: now, zone: zone) }

  /// The next moment in the window at or after an instant.
  func again(from now: Instant) -> PlannedSend? {
    schedule.again(
      step: attempt.step, contactID: attempt.contact.id, zone: zone, from: now)
  }

  /// What comes after this step, planned from when it was sent.
  func next(after sent: Instant, limits: OutreachLimits) -> Continuation {
    bench.next(after: attempt, sentAt: sent, zone: zone, limits: limits)
  }

  /// Why it can never go, where `again` gives nothing.
  var whyNever: String { bench.schedule(for: attempt.contact).whyNever(step: attempt.step) }
}

extension CampaignBench {
  /// What comes after a step that was sent.
  func next(
    after attempt: AttemptRecord, sentAt: Instant, zone: Zone, limits: OutreachLimits
  ) -> Continuation {
    let step = attempt.step + 1
    guard step <= campaign.steps.count else { return .finished() }
    guard step <= limits.attempts else {
      return .finished(reason: Self.attemptsReason(limits))
    }
    let schedule = schedule(for: attempt.contact)
    guard
      var planned = schedule.followUp(
        step: step, contactID: attempt.contact.id, zone: zone, after: sentAt)
    else { return .finished(reason: schedule.whyNever(step: step)) }
    // Somebody who is away as it is sent is left alone until they are back.
    if let back = attempt.bounds.back, let until = attempt.bounds.awayUntil, planned.instant < until
    {
      guard
        let later = schedule.replanned(
          step: step, contactID: attempt.contact.id, zone: zone, after: sentAt, from: until,
          because: .absence(back: back))
      else { return .finished(reason: schedule.whyNever(step: step)) }
      planned = later
    }
    return .next(
      NextAttempt(
        step: step, emphasis: campaign.steps[step - 1].emphasis.description,
        messageID: messageID(contact: attempt.contact, sender: attempt.sender, step: step),
        planned: planned))
  }

  static func attemptsReason(_ limits: OutreachLimits) -> String {
    "a person gets at most \(limits.attempts) message\(limits.attempts == 1 ? "" : "s") of a campaign"
  }
}

/// The campaigns' benches for approved content, each parsed once.
final class BenchCache {
  private let workspace: Workspace
  let store: Store
  let zones: ZoneDatabase
  private let homeZone: Zone
  private let linter: Linter
  private let calendars: WorkspaceCalendars
  private let workspaceID: String
  /// What bounds the sending of the whole workspace.
  let rules: SendingRules
  private var benches: [String: Result<CampaignBench, AttemptObstacle>] = [:]
  private var overrides: [String: Set<String>] = [:]

  init(workspace: Workspace, store: Store, zones: ZoneDatabase, linter: Linter) throws {
    self.workspace = workspace
    self.store = store
    self.zones = zones
    self.linter = linter
    homeZone = try workspace.homeZone(in: zones)
    calendars = try WorkspaceCalendars(of: workspace)
    rules = SendingRules(workspace.configuration, home: homeZone)
    workspaceID = try store.workspaceID()
  }

  /// A sender's account by its id.
  func sender(_ id: String) -> SenderAccount? { workspace.configuration.sender(id) }

  /// The ids of the senders that there are.
  var senders: [String] { rules.senders }

  /// How many connections deliver for a sender side by side.
  func connections(of sender: String) -> Int { self.sender(sender)?.connections ?? 1 }

  /// The most connections that any sender has.
  var mostConnections: Int { senders.map(connections).max() ?? 1 }

  /// The bench for a campaign's approved revision.
  func bench(
    campaignID: String, name: String, revision: Int
  ) throws(AttemptObstacle) -> CampaignBench {
    let key = "\(campaignID) \(revision)"
    if let found = benches[key] { return try found.get() }
    let content: CampaignContent
    do {
      content = try store.approvedContent(campaignID: campaignID, revision: revision)
    } catch {
      throw .broken(error)
    }
    let made: Result<CampaignBench, AttemptObstacle>
    do {
      made = .success(
        CampaignBench(
          campaign: try CompiledCampaign(name: name, content: content), workspace: workspace,
          workspaceID: workspaceID, zones: zones, calendars: calendars, homeZone: homeZone,
          linter: linter))
    } catch {
      made = .failure(.held(reason: "the approved content of '\(name)' is faulty: \(error)"))
    }
    benches[key] = made
    return try made.get()
  }

  /// The step after an attempt that turned out to have been sent.
  func next(
    after attempt: AttemptRecord, sentAt: Instant
  ) throws(AttemptObstacle) -> Continuation {
    let bench = try bench(
      campaignID: attempt.campaignID, name: attempt.campaign, revision: attempt.revision)
    do throws(CompositionError) {
      return bench.next(
        after: attempt, sentAt: sentAt, zone: try bench.zone(of: attempt.contact),
        limits: rules.limits)
    } catch {
      throw .held(reason: error.description)
    }
  }

  /// Writes an attempt's message and passes it through the gate, or says why it cannot go.
  func prepare(
    _ attempt: AttemptRecord, at now: Instant
  ) throws(AttemptObstacle) -> PreparedAttempt {
    try draft(attempt, at: now).written()
  }

  /// Lays out what writing an attempt's message takes, or says why it cannot go.
  func draft(_ attempt: AttemptRecord, at now: Instant) throws(AttemptObstacle) -> AttemptDraft {
    let bench = try bench(
      campaignID: attempt.campaignID, name: attempt.campaign, revision: attempt.revision)
    let zone: Zone
    do throws(CompositionError) {
      zone = try bench.zone(of: attempt.contact)
    } catch {
      throw .held(reason: error.description)
    }
    let schedule = bench.schedule(for: attempt.contact)
    try checkBounds(of: attempt, at: now, bench, zone)
    guard bench.campaign.steps.indices.contains(attempt.step - 1) else {
      throw .held(reason: "the approved campaign has no step \(attempt.step) any more")
    }
    let emphasis = bench.campaign.steps[attempt.step - 1].emphasis.description
    if attempt.earlier.contains(where: { $0.emphasis == emphasis }) {
      throw .held(reason: "the emphasis '\(emphasis)' went to this person in an earlier step")
    }
    do {
      return AttemptDraft(
        attempt: attempt, bench: bench, schedule: schedule, zone: zone,
        overridden: try overrides(campaignID: attempt.campaignID), instant: now)
    } catch {
      throw .broken(error)
    }
  }

  /// Says where an attempt has to wait, and until when, or that it never can go.
  private func checkBounds(
    of attempt: AttemptRecord, at now: Instant, _ bench: CampaignBench, _ zone: Zone
  ) throws(AttemptObstacle) {
    let schedule = bench.schedule(for: attempt.contact)
    let contact = attempt.contact.id
    let bounds = attempt.bounds
    guard attempt.step <= rules.limits.attempts else {
      throw .ended(reason: CampaignBench.attemptsReason(rules.limits))
    }
    func putOff(_ planned: PlannedSend?, _ why: String) -> AttemptObstacle {
      guard let planned else { return never(attempt, bench) }
      return .putOff(planned, why: why)
    }
    if attempt.step == 1, let elsewhere = bounds.lastElsewhere {
      let end = rules.limits.end(after: elsewhere)
      if now < end {
        throw putOff(
          schedule.replanned(
            step: 1, contactID: contact, zone: zone, after: nil, from: end,
            because: .coolingOff(until: LocalTime(end, in: zone).date)),
          "another campaign wrote to this person")
      }
    }
    if let until = bounds.awayUntil, let back = bounds.back, now < until {
      throw putOff(
        schedule.replanned(
          step: attempt.step, contactID: contact, zone: zone, after: bounds.lastSent, from: until,
          because: .absence(back: back)), "the person is away")
    }
    if let sent = bounds.lastSent, now < schedule.soonest(after: sent, zone: zone) {
      throw putOff(
        schedule.followUp(
          step: attempt.step, contactID: contact, zone: zone, after: sent, notBefore: now),
        "too soon after the message before")
    }
    if !schedule.isOpen(at: now, zone: zone) {
      throw putOff(
        schedule.again(step: attempt.step, contactID: contact, zone: zone, from: now),
        "outside the window")
    }
  }

  /// Why an attempt for which no moment is found does not go.
  private func never(_ attempt: AttemptRecord, _ bench: CampaignBench) -> AttemptObstacle {
    let reason = bench.whyNever(step: attempt.step, to: attempt.contact)
    return bench.schedule(for: attempt.contact).hasEnd
      ? .ended(reason: reason) : .held(reason: reason)
  }

  /// An attempt's line in a report.
  func entry(_ attempt: AttemptRecord, _ result: SendEntry.Result, _ detail: String) -> SendEntry {
    let bench = try? bench(
      campaignID: attempt.campaignID, name: attempt.campaign, revision: attempt.revision)
    let steps = bench?.campaign.steps ?? []
    return SendEntry(
      address: attempt.contact.address, name: attempt.contact.displayName,
      campaign: attempt.campaign, step: attempt.step,
      emphasis: steps.indices.contains(attempt.step - 1)
        ? steps[attempt.step - 1].emphasis.description : "",
      sender: attempt.sender, contactID: attempt.contact.id, messageID: attempt.messageID,
      result: result, detail: detail)
  }

  /// The rules whose errors somebody has overridden for a campaign.
  func overrides(campaignID: String) throws -> Set<String> {
    if let found = overrides[campaignID] { return found }
    let found = try store.overrides(campaignID: campaignID)
    overrides[campaignID] = found
    return found
  }
}
