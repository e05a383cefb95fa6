import FoundationEssentials
import Scheduling
import Templating
import Tone

/// Why an attempt cannot go right now.
enum AttemptObstacle: Error {
  /// Something about the contact or the content must be mended first.
  case held(reason: String)
  /// The recipient's window is closed; the next moment in it.
  case tooEarlyOrLate(PlannedSend)
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

  /// The step after this one, planned from when this one was sent.
  func next(after sent: Instant) -> NextAttempt? {
    bench.next(after: attempt, sentAt: sent, zone: zone)
  }
}

extension CampaignBench {
  /// The step after one that was sent, or nil after the last.
  func next(after attempt: AttemptRecord, sentAt: Instant, zone: Zone) -> NextAttempt? {
    let step = attempt.step + 1
    guard
      let planned = schedule(for: attempt.contact).followUp(
        step: step, contactID: attempt.contact.id, zone: zone, after: sentAt)
    else { return nil }
    return NextAttempt(
      step: step, emphasis: campaign.steps[step - 1].emphasis.description,
      messageID: messageID(contact: attempt.contact, sender: attempt.sender, step: step),
      planned: planned)
  }
}

/// The campaigns' benches for approved content, each parsed once.
final class BenchCache {
  private let workspace: Workspace
  private let store: Store
  private let zones: ZoneDatabase
  private let homeZone: Zone
  private let linter: Linter
  private let calendars: WorkspaceCalendars
  private let workspaceID: String
  private var benches: [String: Result<CampaignBench, AttemptObstacle>] = [:]
  private var overrides: [String: Set<String>] = [:]

  init(workspace: Workspace, store: Store, zones: ZoneDatabase, linter: Linter) throws {
    self.workspace = workspace
    self.store = store
    self.zones = zones
    self.linter = linter
    homeZone = try workspace.homeZone(in: zones)
    calendars = try WorkspaceCalendars(of: workspace)
    workspaceID = try store.workspaceID()
  }

  /// A sender's account by its id.
  func sender(_ id: String) -> SenderAccount? { workspace.configuration.sender(id) }

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
  ) throws(AttemptObstacle) -> NextAttempt? {
    let bench = try bench(
      campaignID: attempt.campaignID, name: attempt.campaign, revision: attempt.revision)
    do throws(CompositionError) {
      return bench.next(after: attempt, sentAt: sentAt, zone: try bench.zone(of: attempt.contact))
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
    if !schedule.isOpen(at: now, zone: zone) {
      guard
        let planned = schedule.again(
          step: attempt.step, contactID: attempt.contact.id, zone: zone, from: now)
      else { throw .held(reason: bench.neverOpens(for: attempt.contact)) }
      throw .tooEarlyOrLate(planned)
    }
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
      sender: attempt.sender, result: result, detail: detail)
  }

  /// The rules whose errors somebody has overridden for a campaign.
  func overrides(campaignID: String) throws -> Set<String> {
    if let found = overrides[campaignID] { return found }
    let found = try store.overrides(campaignID: campaignID)
    overrides[campaignID] = found
    return found
  }
}
