import Mail
import Scheduling
import Templating
import Tone

/// A message as it is, was or would be sent, with its bytes.
public struct Preview: Sendable {
  /// Where the message stands.
  public enum Standing: String, Sendable, Codable {
    /// These very bytes were sent.
    case sent
    /// It waits for its moment; these bytes go at that instant.
    case planned
    /// The contact is not enrolled, or the step depends on earlier ones; so it would go.
    case wouldBe = "would be"
  }

  /// Where the message stands.
  public let standing: Standing
  /// The instant of its Date line.
  public let instant: Instant
  /// Why then, a sentence each, such as the holidays that were passed over.
  public internal(set) var reasons: [String] = []
  /// To whom.
  public let address: String
  /// Which step.
  public let step: Int
  /// With which emphasis.
  public let emphasis: String
  /// In which language.
  public let language: String
  /// The subject.
  public let subject: String
  /// The text part.
  public let text: String
  /// The HTML part.
  public let html: String
  /// What to say of an HTML part near the size at which mailboxes cut it, or nil.
  public let sizeWarning: String?
  /// The whole message, byte for byte.
  public let bytes: [UInt8]
  /// The recipient's zone and how it was found; nil where none is known.
  public internal(set) var zone: ZoneFinding?
  /// Why it does not go at all as things stand, such as that the person is suppressed; else nil.
  public internal(set) var obstacle: String?
  /// The message before it became bytes.
  let outgoing: OutgoingMessage
  /// Error-level findings that would hold it back.
  public let objections: [Finding]
}

/// Why there is nothing to preview.
public enum PreviewError: Error, Hashable, CustomStringConvertible {
  /// No contact has the address.
  case unknownContact(address: String, near: [String])
  /// The campaign has fewer steps.
  case noStep(Int, of: Int)
  /// The message cannot be written.
  case cannotWrite(String)
  /// Previews go to our own senders only.
  case notOurOwn(address: String, own: [String])

  /// What is wrong and what to do.
  public var description: String {
    switch self {
    case .unknownContact(let address, let near):
      near.isEmpty
        ? "nobody with the address \(address) is known"
        : "nobody with the address \(address) is known; near it: \(near.joined(separator: ", "))"
    case .noStep(let step, let count):
      "there is no step \(step); this campaign has steps 1 to \(count)"
    case .cannotWrite(let reason): "the message cannot be written: \(reason)"
    case .notOurOwn(let address, let own):
      "\(address) is not one of our own senders; a preview goes only to: "
        + own.joined(separator: ", ")
    }
  }
}

/// Shows messages before they go, and again afterwards.
public struct PreviewDesk {
  private let workspace: Workspace
  let store: Store
  private let zones: ZoneDatabase
  private let linter: Linter
  let benches: BenchCache

  /// A desk over a workspace and its open store.
  public init(workspace: Workspace, store: Store, zones: ZoneDatabase, linter: Linter) throws {
    self.workspace = workspace
    self.store = store
    self.zones = zones
    self.linter = linter
    benches = try BenchCache(workspace: workspace, store: store, zones: zones, linter: linter)
  }

  /// The contact with an address as somebody typed it.
  ///
  /// - Throws: `PreviewError.unknownContact` with addresses that begin alike.
  public static func contact(_ address: String, in store: Store) throws -> ContactRecord {
    let key = (try? EmailAddress(address))?.key ?? address.lowercased()
    if let found = try store.contact(addressKey: key) { return found }
    let start = key.split(separator: "@").first.map { String($0.prefix(4)) } ?? key
    throw PreviewError.unknownContact(
      address: address, near: try store.addresses(beginningWith: start, limit: 3))
  }

  /// A contact's message: as it was sent, or as it goes at its planned moment or at `instant`.
  ///
  /// A launched campaign shows its approved content, one that is not launched the files.
  public func preview(
    campaign name: String, address: String, step: Int, at instant: Instant?, now: Instant
  ) throws -> Preview {
    let contact = try Self.contact(address, in: store)
    let record = try store.campaign(named: name)
    let bench = try bench(name, record)
    guard bench.campaign.steps.indices.contains(step - 1) else {
      throw PreviewError.noStep(step, of: bench.campaign.steps.count)
    }
    if instant == nil, let record,
      let past = try store.pastAttempt(campaignID: record.id, contactID: contact.id, step: step)
    {
      return try again(past, contact)
    }
    let enrolled = try record.flatMap {
      try store.enrollment(campaignID: $0.id, contactID: contact.id)
    }
    let language = enrolled?.language ?? bench.campaign.language(for: contact)
    let sender = enrolled?.sender ?? bench.senderID(for: contact)
    let due = try record.flatMap {
      try store.dueMoment(campaignID: $0.id, contactID: contact.id, step: step)
    }
    let sent = try record.map {
      try store.sentAttempts(campaignID: $0.id, contactID: contact.id)
    }
    let overridden = try record.map { try benches.overrides(campaignID: $0.id) } ?? []
    let moment =
      try instant.map { Moment(instant: $0) }
      ?? due.map {
        inWindow(Moment(instant: $0.instant, reasons: $0.reasons), bench, contact, step: step)
      } ?? projected(bench, contact, record, step: step, now: now)
    let message: ComposedMessage
    do throws(CompositionError) {
      message = try bench.preview(
        contact: contact, sender: sender, language: language, step: step, at: moment.instant,
        sent: sent ?? [])
    } catch {
      throw PreviewError.cannotWrite(error.description)
    }
    var preview = shown(
      message, standing: instant == nil && due != nil ? .planned : .wouldBe, moment.instant,
      step, language, bench, overridden)
    preview.reasons = moment.reasons
    if let zone = try? bench.zone(of: contact) {
      preview.reasons.append(
        bench.schedule(for: contact).windowReason(at: moment.instant, zone: zone))
    }
    preview.obstacle = try obstacle(to: contact, record, bench, at: moment.instant)
    preview.zone = try? bench.zoneFinding(of: contact)
    return preview
  }

  /// Why nothing goes to a contact as things stand, or nil.
  private func obstacle(
    to contact: ContactRecord, _ record: CampaignRecord?, _ bench: CampaignBench,
    at instant: Instant
  ) throws -> String? {
    if try store.isSuppressed(address: contact.address) { return "the address is suppressed" }
    if let record,
      let (state, reason) = try store.standing(campaignID: record.id, contactID: contact.id),
      state != "active"
    {
      return "\(state)\(reason.map { ": \($0)" } ?? "")"
    }
    do throws(CompositionError) {
      let zone = try bench.zone(of: contact)
      return bench.schedule(for: contact).closedDay(at: instant, zone: zone)
    } catch {
      return error.description
    }
  }

  func bench(_ name: String, _ record: CampaignRecord?) throws -> CampaignBench {
    if let record {
      return try benches.bench(campaignID: record.id, name: name, revision: record.revision)
    }
    let content = try CampaignContent(of: workspace.campaign(named: name), in: workspace)
    return CampaignBench(
      campaign: try CompiledCampaign(name: name, content: content), workspace: workspace,
      workspaceID: try store.workspaceID(), zones: zones,
      calendars: try WorkspaceCalendars(of: workspace), homeZone: try workspace.homeZone(in: zones),
      linter: linter)
  }

  /// The very message that was sent, written again from what was kept of it.
  private func again(_ past: PastAttempt, _ contact: ContactRecord) throws -> Preview {
    let bench = try benches.bench(
      campaignID: past.attempt.campaignID, name: past.attempt.campaign, revision: past.revision)
    let overridden = try benches.overrides(campaignID: past.attempt.campaignID)
    do throws(CompositionError) {
      return shown(
        try bench.message(sentAs: past), standing: .sent, past.datedAt, past.attempt.step,
        past.attempt.language, bench, overridden)
    } catch {
      throw PreviewError.cannotWrite(error.description)
    }
  }

  /// When a step goes that is due at an instant: then, or later where the window was changed since.
  private func inWindow(
    _ due: Moment, _ bench: CampaignBench, _ contact: ContactRecord, step: Int
  ) -> Moment {
    let schedule = bench.schedule(for: contact)
    guard let zone = try? bench.zone(of: contact), !schedule.isOpen(at: due.instant, zone: zone)
    else { return due }
    return schedule.again(step: step, contactID: contact.id, zone: zone, from: due.instant)
      .map(Moment.init) ?? due
  }

  /// When the step would go if the campaign were launched, or went on, at `now`.
  private func projected(
    _ bench: CampaignBench, _ contact: ContactRecord, _ record: CampaignRecord?, step: Int,
    now: Instant
  ) throws -> Moment {
    guard let zone = try? bench.zone(of: contact) else { return Moment(instant: now) }
    let schedule = bench.schedule(for: contact)
    var start: (step: Int, moment: Moment)?
    if let record {
      start = try store.lastMoment(campaignID: record.id, contactID: contact.id, before: step)
        .map { ($0.step, Moment(instant: $0.instant)) }
    }
    if start == nil {
      start = schedule.firstTouch(contactID: contact.id, zone: zone, from: now)
        .map { (1, Moment($0)) }
    }
    guard let start, start.step < step else { return start?.moment ?? Moment(instant: now) }
    return schedule.projection(
      after: start.step, at: start.moment.instant, contactID: contact.id, zone: zone
    ).first { $0.step == step }.map { Moment($0.planned) } ?? Moment(instant: now)
  }

  /// When a message goes, and why then.
  private struct Moment {
    let instant: Instant
    let reasons: [String]

    init(instant: Instant, reasons: [String] = []) {
      self.instant = instant
      self.reasons = reasons
    }

    init(_ planned: PlannedSend) {
      self.init(instant: planned.instant, reasons: planned.reasons.map(\.description))
    }
  }

  private func shown(
    _ message: ComposedMessage, standing: Preview.Standing, _ instant: Instant, _ step: Int,
    _ language: LanguageTag, _ bench: CampaignBench, _ overridden: Set<String>
  ) -> Preview {
    Preview(
      standing: standing, instant: instant, address: message.envelope.to.description, step: step,
      emphasis: bench.campaign.steps[step - 1].emphasis.description,
      language: language.description, subject: message.subject, text: message.text,
      html: message.html, sizeWarning: message.sizeWarning, bytes: message.envelope.message,
      outgoing: message.outgoing,
      objections: bench.objections(
        to: message, step: step, language: language, overridden: overridden))
  }
}
