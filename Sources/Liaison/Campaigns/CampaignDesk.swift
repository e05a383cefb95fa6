import Mail
import Scheduling
import Templating
import Tone

/// Checks and launches campaigns: the only way from a workspace's files into the send queue.
public struct CampaignDesk {
  private let workspace: Workspace
  let store: Store
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
    try store.connection.read { try judge(prepare(name), at: now).check }
  }

  /// Launches a campaign, or enrolls new matches of one that runs.
  ///
  /// Everybody is judged before the database is locked, and only looked at once more while it is, so
  /// that senders need not wait for it.
  /// - Throws: `LaunchRefusal` and what `check` throws; then nothing was changed.
  public func launch(_ request: LaunchRequest, at now: Instant) throws -> LaunchReport {
    let early = try store.connection.read { try readied(request, at: now) }
    return try store.connection.write {
      var (desk, judged) = early
      if try store.campaign(named: request.campaign) != desk.record {
        // Somebody else launched, paused or approved it meanwhile.
        (desk, judged) = try readied(request, at: now)
      }
      try record(&desk, request, at: now)
      guard let campaign = desk.record else {
        throw WorkspaceError.unknownCampaign(name: request.campaign, known: [])
      }
      var firstTouches: [Instant] = []
      for person in judged.people {
        if let first = try enroll(person, in: campaign, &desk, &judged.check, at: now) {
          firstTouches.append(first)
        }
      }
      return LaunchReport(
        campaign: request.campaign, revision: campaign.revision,
        enrolled: firstTouches.count, enrolledBefore: judged.check.enrolled,
        held: judged.check.held, advice: judged.check.advice, cooling: judged.check.cooling,
        suppressed: judged.check.suppressed.count,
        firstTouches: [firstTouches.min(), firstTouches.max()].compactMap { $0 })
    }
  }

  /// Everything of a launch that can be found out without changing anything.
  private func readied(
    _ request: LaunchRequest, at now: Instant
  ) throws -> (desk: Prepared, judged: Judged) {
    var desk = try prepare(request.campaign)
    let findings = try findings(desk)
    for rule in request.overrides
    where !findings.contains(where: { $0.finding.rule == rule && $0.finding.severity == .error }) {
      throw LaunchRefusal.idleOverride(rule: rule)
    }
    desk.overridden.formUnion(request.overrides)
    let blocking = findings.filter {
      $0.finding.severity == .error && !desk.overridden.contains($0.finding.rule)
    }
    guard blocking.isEmpty else { throw LaunchRefusal.findings(blocking) }
    if let found = desk.record {
      guard found.state != .stopped else { throw LaunchRefusal.stopped(campaign: found.name) }
      guard desk.changes.isEmpty || request.approve else {
        throw LaunchRefusal.changed(desk.changes)
      }
    }
    var judged = try judge(desk, at: now)
    try placeFirstTouches(of: &judged.people, desk, at: now)
    return (desk, judged)
  }

  /// What is found in the campaign's files, and whether the brand can answer those it writes to.
  private func findings(_ desk: Prepared) throws -> [CampaignCheck.FileFinding] {
    var found = desk.bench.fileFindings(desk.content, linter: linter)
    let segment = desk.bench.campaign.definition.segment
    // Who answered knows the brand already.
    guard !segment.answered else { return found }
    let markets = segment.countries.isEmpty ? try store.countries() : Set(segment.countries)
    let readiness = try workspace.brandReadiness(markets: markets)
    if !readiness.isEnough {
      found.append(
        CampaignCheck.FileFinding(
          path: BrandAnswers.path,
          finding: Finding(
            rule: BrandReadiness.rule, severity: .error, line: 1, column: 1, endColumn: 1,
            match: "",
            message: "The brand can answer \(readiness.score) of 100 points of what creators ask "
              + "first, and a first touch needs \(readiness.bar); see 'liaison brand check'.")))
    }
    return found
  }

  /// A campaign's bench for the content in the workspace, and what the store knows of it.
  struct Prepared {
    let content: CampaignContent
    let bench: CampaignBench
    let rules: SendingRules
    var record: CampaignRecord?
    var overridden: Set<String>
    var changes: [ContentChange]
  }

  /// A contact that is to be enrolled or held, as it was when it was judged.
  struct Person {
    var contact: ContactRecord
    var readiness: Readiness
  }

  private struct Judged {
    var check: CampaignCheck
    var people: [Person] = []
  }

  /// A campaign as a launch would find it, and everybody whom it would enroll or hold.
  func prepared(_ name: String, at now: Instant) throws -> (desk: Prepared, people: [Person]) {
    let desk = try prepare(name)
    return (desk, try judge(desk, at: now).people)
  }

  private func prepare(_ name: String) throws -> Prepared {
    let definition = try workspace.campaign(named: name)
    let content = try CampaignContent(of: definition, in: workspace)
    let compiled = try CompiledCampaign(name: name, content: content)
    let home = try workspace.homeZone(in: zones)
    let bench = CampaignBench(
      campaign: compiled, workspace: workspace, workspaceID: try store.workspaceID(),
      zones: zones, calendars: try WorkspaceCalendars(of: workspace), homeZone: home,
      linter: linter)
    var prepared = Prepared(
      content: content, bench: bench,
      rules: SendingRules(workspace.configuration, home: home),
      record: try store.campaign(named: name), overridden: [], changes: [])
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
      if !desk.changes.isEmpty {
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
  }

  /// Judges everybody in the segment who is not yet enrolled.
  private func judge(_ desk: Prepared, at now: Instant) throws -> Judged {
    var judged = Judged(check: CampaignCheck(campaign: desk.bench.campaign.name))
    judged.check.overridden = desk.overridden
    judged.check.changes = desk.changes
    judged.check.findings = try findings(desk)
    judged.check.advice = desk.bench.senderAdvice(workspace) + desk.bench.campaign.borrowedBlocks
    if desk.bench.campaign.offersMeetings, workspace.configuration.country == nil {
      judged.check.advice.append(
        "times to talk are offered, but liaison.json5 names no 'country': your own public holidays "
          + "are offered too")
    }
    var strangers: [String: Int] = [:]
    let segment = desk.bench.campaign.definition.segment
    var known = MergeValues.known
    var unknownHolidays: Set<String> = []
    var fit = ListFit()
    let clock = FilterClock(now: now, home: desk.rules.home)
    try store.forEachContact(in: (segment, clock)) { contact in
      judged.check.matched += 1
      known.formUnion(contact.fields.keys)
      if let person = try judge(contact, desk, &judged.check, at: now) {
        judged.people.append(person)
        if case .ready = person.readiness { fit.count(contact) }
        if let warning = desk.bench.campaign.match(for: contact)?.warning {
          strangers[warning, default: 0] += 1
        }
        if case .ready = person.readiness, let country = contact.country,
          !desk.bench.knowsHolidays(of: country)
        {
          unknownHolidays.insert(country)
        }
      }
    }
    if !unknownHolidays.isEmpty {
      judged.check.advice.append(
        "no public holidays are known for \(unknownHolidays.sorted().joined(separator: ", ")); add "
          + "a file such as calendars/holidays.\(unknownHolidays.min()?.lowercased() ?? "xx").csv "
          + "with lines of date,name")
    }
    judged.check.advice += fit.advice(segment)
    judged.check.advice += desk.bench.sizeWarnings.sorted { $0.key < $1.key }
      .map { "\($0.key): \($0.value)" }
    judged.check.advice += strangers.sorted { $0.key < $1.key }.map { warning, count in
      "\(count) contact\(count == 1 ? "" : "s"): \(warning)"
    }
    // Without a contact nobody knows yet which columns of the team's own there will be.
    let unknown = judged.check.matched == 0 ? [] : desk.bench.campaign.unknownNames(known: known)
    guard unknown.isEmpty else { throw ContentFaults(faults: unknown) }
    return judged
  }

  /// Judges one contact, and counts it; nil where it is left out.
  private func judge(
    _ contact: ContactRecord, _ desk: Prepared, _ check: inout CampaignCheck, at now: Instant
  ) throws -> Person? {
    let state = try desk.record.flatMap {
      try store.standing(campaignID: $0.id, contactID: contact.id)?.state
    }
    guard state == nil || state == "held" else {
      check.enrolled += 1
      return nil
    }
    guard try !store.isSuppressed(address: contact.address) else {
      check.suppressed.append(contact.address)
      return nil
    }
    let segment = desk.bench.campaign.definition.segment
    guard try segment.answered || !store.hasAnswered(contactID: contact.id) else {
      check.answered.append(contact.address)
      return nil
    }
    if let other = try store.otherCampaign(
      of: contact.id, besides: desk.record?.id, at: now, limits: desk.rules.limits)
    {
      check.cooling.append(
        .init(
          address: contact.address, name: contact.displayName,
          reason: other.reason(in: desk.rules.home), until: other.until))
      return nil
    }
    let readiness = desk.bench.readiness(
      of: contact, at: now, absence: try store.absence(contactID: contact.id, at: now),
      overridden: desk.overridden)
    switch readiness {
    case .ready(let language, _, _): check.ready[language.description, default: 0] += 1
    case .held(_, _, let reasons):
      check.held.append(
        .init(address: contact.address, name: contact.displayName, reasons: reasons))
    }
    return Person(contact: contact, readiness: readiness)
  }

  /// Moves first touches to days that have room, soonest first, each with the steps after it.
  private func placeFirstTouches(
    of people: inout [Person], _ desk: Prepared, at now: Instant
  ) throws {
    let benches = try BenchCache(
      workspace: workspace, store: store, zones: zones, linter: linter)
    var book = try benches.waitingBook(from: now)
    let steps = min(desk.bench.campaign.steps.count, desk.rules.limits.attempts)
    let order = people.indices.compactMap { index -> (at: Instant, index: Int)? in
      guard case .ready(_, _, let first) = people[index].readiness else { return nil }
      return (first.instant, index)
    }.sorted { ($0.at, $0.index) < ($1.at, $1.index) }
    for (_, index) in order {
      let contact = people[index].contact
      guard case .ready(let language, let sender, let first) = people[index].readiness,
        let keys = try store.newContactKeys(contactID: contact.id),
        let zone = try? desk.bench.zone(of: contact)
      else { continue }
      let schedule = desk.bench.schedule(for: contact)
      let placed = book.place(first, sender: sender, touch: keys.touch) {
        schedule.again(step: 1, contactID: contact.id, zone: zone, from: $0)
      }
      guard let placed else {
        people[index].readiness = .held(
          language: language, sender: sender, reasons: [desk.bench.whyNever(step: 1, to: contact)])
        continue
      }
      people[index].readiness = .ready(language: language, sender: sender, first: placed)
      var last = placed.instant
      for step in 1..<max(steps, 1) {
        guard
          let planned = schedule.followUp(
            step: step + 1, contactID: contact.id, zone: zone, after: last),
          let later = book.place(
            planned, sender: sender, touch: .followUp,
            again: { schedule.again(step: step + 1, contactID: contact.id, zone: zone, from: $0) })
        else { break }
        last = later.instant
      }
    }
  }

  /// Enrolls a contact and schedules its first touch, whose moment is given back.
  private func enroll(
    _ person: Person, in campaign: CampaignRecord, _ desk: inout Prepared,
    _ check: inout CampaignCheck, at now: Instant
  ) throws -> Instant? {
    var person = person
    let isAsBefore = try store.mayEnroll(
      person.contact, in: campaign, answered: desk.bench.campaign.definition.segment.answered,
      limits: desk.rules.limits, at: now)
    if !isAsBefore {
      // Something happened since it was judged. What it was counted as is taken back.
      check.withdraw(person.contact, person.readiness)
      guard let contact = try store.contact(addressKey: person.contact.addressKey),
        contact.id == person.contact.id,
        let again = try judge(contact, desk, &check, at: now)
      else { return nil }
      person = again
    }
    let contact = person.contact
    switch person.readiness {
    case .held(let language, let sender, let reasons):
      _ = try store.enroll(
        contact, in: campaign, language: language, sender: sender,
        heldBecause: reasons.joined(separator: "; "), at: now)
      return nil
    case .ready(let language, let sender, let first):
      let id = try store.enroll(
        contact, in: campaign, language: language, sender: sender, heldBecause: nil, at: now)
      let isNew = try store.insertAttempt(
        NextAttempt(
          step: 1, emphasis: desk.bench.campaign.steps[0].emphasis.description,
          messageID: desk.bench.messageID(contact: contact, sender: sender, step: 1),
          planned: first),
        enrollmentID: id, campaignID: campaign.id, contactID: contact.id)
      // Taken up again: what waited while it was held does not all go at once.
      if !isNew { try replanOverdue(of: contact, in: campaign, desk.bench, at: now) }
      return first.instant
    }
  }

  /// Plans what fell due while a person was held anew, each at its own minute from now on.
  private func replanOverdue(
    of contact: ContactRecord, in campaign: CampaignRecord, _ bench: CampaignBench, at now: Instant
  ) throws {
    guard let zone = try? bench.zone(of: contact) else { return }
    let moves = try store.waitingAttempts(contactID: contact.id)
      .filter { $0.campaignID == campaign.id && $0.dueAt < now }
      .compactMap { attempt in
        bench.schedule(for: contact).replanned(
          step: attempt.step, contactID: contact.id, zone: zone, after: attempt.bounds.lastSent,
          from: now, because: .overdue(LocalTime(attempt.dueAt, in: zone).date)
        ).map { AttemptMove(attemptID: attempt.id, from: attempt.dueAt, planned: $0) }
      }
    try store.move(moves)
  }
}

extension CampaignCheck {
  /// Takes back what a contact was counted as.
  fileprivate mutating func withdraw(_ contact: ContactRecord, _ readiness: Readiness) {
    switch readiness {
    case .ready(let language, _, _): ready[language.description, default: 1] -= 1
    case .held: held.removeAll { $0.address == contact.address }
    }
  }
}
