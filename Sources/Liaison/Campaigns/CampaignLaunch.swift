import Mail
import Scheduling
import Templating
import Tone

/// Why a launch was refused; nothing was changed.
public enum LaunchRefusal: Error, Sendable, CustomStringConvertible {
  /// The tone gate found errors in the campaign's files.
  case findings([CampaignCheck.FileFinding])
  /// The content is not what was approved; the changes are to be looked at first.
  case changed([ContentChange])
  /// The campaign was stopped, and stays so.
  case stopped(campaign: String)
  /// An override names a rule that has no error-level finding here.
  case idleOverride(rule: String)

  /// What is wrong and what to do.
  public var description: String {
    switch self {
    case .findings(let findings):
      "the launch is refused: \(findings.count) tone error\(findings.count == 1 ? "" : "s") "
        + "(\(Set(findings.map(\.finding.rule)).sorted().joined(separator: ", ")))"
    case .changed(let changes):
      "the content changed since it was approved: \(changes.map(\.path).joined(separator: ", "))"
    case .stopped(let campaign): "the campaign '\(campaign)' was stopped and stays so"
    case .idleOverride(let rule): "there is no error of the rule '\(rule)' to override"
    }
  }
}

/// What a launch is asked for.
public struct LaunchRequest: Sendable {
  /// The campaign's name.
  public var campaign: String
  /// Whether changed content is approved.
  public var approve = false
  /// Rules whose errors are overridden, with the reason for all of them.
  public var overrides: [String] = []
  /// Why they are overridden.
  public var reason = ""
  /// Who launches.
  public var who: String

  /// A plain launch.
  public init(campaign: String, who: String) {
    self.campaign = campaign
    self.who = who
  }
}

/// What a launch did.
public struct LaunchReport: Sendable, Codable {
  /// The campaign's name.
  public let campaign: String
  /// The approved revision that applies now.
  public let revision: Int
  /// How many people were newly enrolled.
  public let enrolled: Int
  /// How many were enrolled before.
  public let enrolledBefore: Int
  /// Those that are held, and why.
  public let held: [CampaignCheck.Held]
  /// How many are suppressed and left out.
  public let suppressed: Int
  /// The first and the last moment of the new first touches.
  public let firstTouches: [Instant]
}

/// Checks and launches campaigns: the only way from a workspace's files into the send queue.
public struct CampaignDesk {
  private let workspace: Workspace
  private let store: Store
  private let zones: ZoneDatabase
  private let linter: Linter

  /// A desk over a workspace and its open store.
  public init(workspace: Workspace, store: Store, zones: ZoneDatabase, linter: Linter) {
    self.workspace = workspace
    self.store = store
    self.zones = zones
    self.linter = linter
  }

  /// Checks a campaign against everybody in its segment, without changing anything.
  ///
  /// - Throws: `ContentFaults`, `ConfigurationError`, `WorkspaceError`.
  public func check(_ name: String, at now: Instant) throws -> CampaignCheck {
    try store.connection.read { try check(prepare(name), at: now) { _, _ in } }
  }

  /// Launches a campaign, or enrolls new matches of one that runs.
  ///
  /// - Throws: `LaunchRefusal` and what `check` throws; then nothing was changed.
  public func launch(_ request: LaunchRequest, at now: Instant) throws -> LaunchReport {
    try store.connection.write {
      var desk = try prepare(request.campaign)
      let findings = desk.bench.fileFindings(desk.content, linter: linter)
      for rule in request.overrides
      where !findings.contains(where: { $0.finding.rule == rule && $0.finding.severity == .error })
      {
        throw LaunchRefusal.idleOverride(rule: rule)
      }
      let overridden = desk.overridden.union(request.overrides)
      let blocking = findings.filter {
        $0.finding.severity == .error && !overridden.contains($0.finding.rule)
      }
      guard blocking.isEmpty else { throw LaunchRefusal.findings(blocking) }
      try record(&desk, request, at: now)
      let campaign = desk.record
      var firstTouches: [Instant] = []
      let check = try check(desk, at: now) { contact, readiness in
        guard let campaign else { return }
        if let first = try enroll(contact, readiness, in: campaign, desk.bench, at: now) {
          firstTouches.append(first)
        }
      }
      return LaunchReport(
        campaign: request.campaign, revision: campaign?.revision ?? 1,
        enrolled: firstTouches.count, enrolledBefore: check.enrolled, held: check.held,
        suppressed: check.suppressed.count,
        firstTouches: [firstTouches.min(), firstTouches.max()].compactMap { $0 })
    }
  }

  /// A campaign's bench for the content in the workspace, and what the store knows of it.
  private struct Prepared {
    let content: CampaignContent
    let bench: CampaignBench
    var record: CampaignRecord?
    var overridden: Set<String>
    var changes: [ContentChange]
  }

  private func prepare(_ name: String) throws -> Prepared {
    let definition = try workspace.campaign(named: name)
    let content = try CampaignContent(of: definition, in: workspace)
    let compiled = try CompiledCampaign(name: name, content: content)
    let bench = CampaignBench(
      campaign: compiled, workspace: workspace, workspaceID: try store.workspaceID(),
      zones: zones, calendars: try WorkspaceCalendars(of: workspace),
      homeZone: try workspace.homeZone(in: zones),
      linter: linter)
    var prepared = Prepared(
      content: content, bench: bench, record: try store.campaign(named: name), overridden: [],
      changes: [])
    if let record = prepared.record {
      prepared.overridden = try store.overrides(campaignID: record.id)
      let approved = try store.approvedContent(campaignID: record.id, revision: record.revision)
      prepared.changes = ContentChange.between(approved, content)
    }
    return prepared
  }

  /// Writes the campaign, its approved content and overrides down.
  private func record(_ desk: inout Prepared, _ request: LaunchRequest, at now: Instant) throws {
    if let found = desk.record {
      guard found.state != .stopped else { throw LaunchRefusal.stopped(campaign: found.name) }
      if !desk.changes.isEmpty {
        guard request.approve else { throw LaunchRefusal.changed(desk.changes) }
        try store.revise(found, content: desk.content, by: request.who, at: now)
      }
    } else {
      _ = try store.insertCampaign(
        named: request.campaign, content: desk.content, by: request.who, at: now)
    }
    desk.record = try store.campaign(named: request.campaign)
    if let campaign = desk.record {
      for rule in request.overrides {
        try store.override(
          rule: rule, reason: request.reason, campaign: campaign, by: request.who, at: now)
      }
    }
    desk.overridden.formUnion(request.overrides)
  }

  /// Judges everybody in the segment and hands each that is not yet enrolled to `body`.
  private func check(
    _ desk: Prepared, at now: Instant, _ body: (ContactRecord, Readiness) throws -> Void
  ) throws -> CampaignCheck {
    var check = CampaignCheck(campaign: desk.bench.campaign.name)
    check.overridden = desk.overridden
    check.changes = desk.changes
    check.findings = desk.bench.fileFindings(desk.content, linter: linter)
    check.advice = desk.bench.senderAdvice(workspace)
    let segment = desk.bench.campaign.definition.segment
    var known = MergeValues.builtIn
    var unknownHolidays: Set<String> = []
    try store.forEachContact { contact in
      guard segment.contains(contact) else { return }
      check.matched += 1
      known.formUnion(contact.fields.keys)
      let state = try desk.record.flatMap {
        try store.standing(campaignID: $0.id, contactID: contact.id)?.state
      }
      guard state == nil || state == "held" else {
        check.enrolled += 1
        return
      }
      guard try !store.isSuppressed(address: contact.address) else {
        check.suppressed.append(contact.address)
        return
      }
      guard try segment.answered || !store.hasAnswered(contactID: contact.id) else {
        check.answered.append(contact.address)
        return
      }
      let readiness = desk.bench.readiness(of: contact, at: now, overridden: desk.overridden)
      switch readiness {
      case .ready(let language, _, _):
        check.ready[language.description, default: 0] += 1
        if let country = contact.country, !desk.bench.knowsHolidays(of: country) {
          unknownHolidays.insert(country)
        }
      case .held(_, _, let reasons):
        check.held.append(
          .init(address: contact.address, name: contact.displayName, reasons: reasons))
      }
      try body(contact, readiness)
    }
    if !unknownHolidays.isEmpty {
      check.advice.append(
        "no public holidays are known for \(unknownHolidays.sorted().joined(separator: ", ")); add "
          + "a file such as calendars/holidays.\(unknownHolidays.min()?.lowercased() ?? "xx").csv "
          + "with lines of date,name")
    }
    // Without a contact nobody knows yet which columns of the team's own there will be.
    let unknown = check.matched == 0 ? [] : desk.bench.campaign.unknownNames(known: known)
    guard unknown.isEmpty else { throw ContentFaults(faults: unknown) }
    return check
  }

  /// Enrolls a contact and schedules its first touch, whose moment is given back.
  private func enroll(
    _ contact: ContactRecord, _ readiness: Readiness, in campaign: CampaignRecord,
    _ bench: CampaignBench, at now: Instant
  ) throws -> Instant? {
    switch readiness {
    case .held(let language, let sender, let reasons):
      _ = try store.enroll(
        contact, in: campaign, language: language, sender: sender,
        heldBecause: reasons.joined(separator: "; "), at: now)
      return nil
    case .ready(let language, let sender, let first):
      let id = try store.enroll(
        contact, in: campaign, language: language, sender: sender, heldBecause: nil, at: now)
      try store.insertAttempt(
        NextAttempt(
          step: 1, emphasis: bench.campaign.steps[0].emphasis.description,
          messageID: bench.messageID(contact: contact, sender: sender, step: 1), planned: first),
        enrollmentID: id, campaignID: campaign.id, contactID: contact.id)
      return first.instant
    }
  }
}
