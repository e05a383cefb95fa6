import SQLite
import Scheduling
import Templating

/// The send state machine: `scheduled → claimed → committing → sent | failed | unknown`, back to
/// `scheduled` when deferred, `cancelled` when the person answered or the campaign stopped.
extension Store {
  /// How long a claim holds, in seconds: longer than connecting, sending and the ten minutes that
  /// RFC 5321 section 4.5.3.2.6 gives a server for its last reply.
  static let leaseSeconds: Int64 = 900

  /// Turns attempts that were committing when their sender died into `unknown`.
  ///
  /// The server may or may not have them, so nobody sends them again; they wait for a person.
  /// - Returns: How many there were.
  func settleAbandoned(at now: Instant) throws -> Int {
    try connection.write {
      try connection.run(
        """
        UPDATE attempt SET state = 'unknown', settled_at = $1,
          reply = 'the sender stopped before the server''s last reply was written down'
        WHERE state = 'committing' AND lease_until < $1
        """, [.integer(now.microseconds)])
    }
  }

  /// Claims attempts that are due, oldest first, for one worker, as far as the day has room.
  ///
  /// An attempt whose claim has run out may be claimed again; its token grows, and the older
  /// holder has lost it. Where a sender's day is short, first touches leave room for the follow-ups
  /// of the rest of it. Those for which there is no room are named and not claimed.
  func claimDue(
    at now: Instant, limit: Int, without senders: Set<String> = [], only allowed: AllowList? = nil,
    by rules: SendingRules
  ) throws -> DueAttempts {
    try connection.write {
      var due = try due(at: now, limit: limit, without: senders, only: allowed, by: rules)
      for (index, claim) in due.claims.enumerated() {
        try connection.run(
          """
          UPDATE attempt SET state = 'claimed', token = token + 1, lease_until = $2 WHERE id = $1
          """,
          [
            .text(claim.attempt.id),
            .integer(now.adding(seconds: Self.leaseSeconds).microseconds),
          ])
        due.claims[index] = Claim(attempt: claim.attempt, token: claim.token + 1)
      }
      return due
    }
  }

  /// The attempts that are due, without claiming them: what a dry run shows.
  func dueAttempts(
    at now: Instant, limit: Int, only allowed: AllowList? = nil, by rules: SendingRules
  ) throws -> DueAttempts {
    try connection.read {
      try due(at: now, limit: limit, without: [], only: allowed, by: rules)
    }
  }

  /// So many attempts without room are named at a time; the others come with the next claim.
  private static let overfullPage = 512

  private func due(
    at now: Instant, limit: Int, without senders: Set<String>, only allowed: AllowList?,
    by rules: SendingRules
  ) throws -> DueAttempts {
    let (ids, overfull) = try dueIDs(
      at: now, limit: limit, without: senders, only: allowed, by: rules)
    return DueAttempts(
      claims: try ids.compactMap { id in try attempt(id: id).map(Claim.init) },
      overfull: try overfull.compactMap { id, cap in try attempt(id: id).map { ($0.0, cap) } })
  }

  /// How many attempts would be claimed, counted up to a limit.
  func dueCount(
    at now: Instant, limit: Int, only allowed: AllowList? = nil, by rules: SendingRules
  ) throws -> Int {
    try connection.read {
      try dueIDs(at: now, limit: limit, without: [], only: allowed, by: rules).ids.count
    }
  }

  private func dueIDs(
    at now: Instant, limit: Int, without senders: Set<String>, only allowed: AllowList?,
    by rules: SendingRules
  ) throws -> (ids: [String], overfull: [(id: String, cap: SendCap)]) {
    let held = try heldSenders(at: now).map(\.sender)
    let excluded = senders.union(held).sorted()
    // The names are bound, not pasted: $3 and up.
    let marks = excluded.indices.map { "$\($0 + 3)" }.joined(separator: ", ")
    let only = allowed.map { allowed in
      """
      AND EXISTS (SELECT 1 FROM contact k WHERE k.id = a.contact_id
        AND \(allowed.condition(on: "k.address_key", first: excluded.count + 3)))
      """
    }
    let claimed = try liveClaims(at: now)
    func look(among most: Int) throws -> (ids: [String], overfull: [(id: String, cap: SendCap)]) {
      let values: [Value] =
        [.integer(now.microseconds), .integer(most)] + excluded.map(Value.text)
        + (allowed?.keys ?? []).map(Value.text)
      var room = DayRoom(day: rules.day(of: now), rules: rules, store: self)
      try room.count(claimed)
      var ids: [String] = []
      var overfull: [(id: String, cap: SendCap)] = []
      // Two queries, so that each walks the index in its own order and stops at the limit.
      for condition in [
        "a.state = 'claimed' AND a.lease_until < $1", "a.state = 'scheduled' AND a.due_at <= $1",
      ] where ids.count < limit {
        let candidates = try connection.all(
          """
          SELECT a.id, a.step, e.sender, a.contact_id FROM attempt a
          CROSS JOIN enrollment e ON e.id = a.enrollment_id
          CROSS JOIN campaign c ON c.id = a.campaign_id
          WHERE \(condition) AND c.state = 'running' AND e.state = 'active'
            \(excluded.isEmpty ? "" : "AND e.sender NOT IN (\(marks))")
            \(only ?? "")
          ORDER BY a.due_at LIMIT $2
          """, values
        ) { (id: $0.text(0), step: $0.int(1), sender: $0.text(2), contactID: $0.text(3)) }
        for candidate in candidates where ids.count < limit {
          if let cap = try room.take(
            candidate.id, step: candidate.step, sender: candidate.sender,
            contactID: candidate.contactID)
          {
            overfull.append((candidate.id, cap))
          } else {
            ids.append(candidate.id)
          }
        }
      }
      return (ids, overfull)
    }
    let found = try look(among: limit)
    if !found.overfull.isEmpty, limit < Int.max - Self.overfullPage {
      // Many may be without room; they are named together, since they are moved together.
      return try look(among: limit + Self.overfullPage)
    }
    return found
  }

  /// Settles the attempt before and asks whether this one may go, in one durable transaction.
  ///
  /// - Parameter moment: The instant once the write lock is held, which may have taken a while;
  ///   nil where the window has closed by then.
  func beginCommit(
    _ commitment: Commitment, settling earlier: Settlement?, by rules: SendingRules,
    moment: () -> Instant?
  ) throws -> CommitDecision {
    try withoutActuallyEscaping(moment) { moment in
      try beginCommits(
        [LastLook(commitment: commitment, moment: moment)], settling: [earlier].compactMap { $0 },
        by: rules)
    }[0]
  }

  /// Settles the attempts before and asks which of these may go, all in one durable transaction.
  ///
  /// Called when the servers have the whole messages but not the final dots. Says no where the claim
  /// was lost, the person answered, was suppressed or stopped, the campaign no longer runs or has
  /// other content by now, the contact was changed or is away, the sender is held, 72 hours since the
  /// step before have not passed, the person has had all attempts, or another campaign wrote to them
  /// too short a while ago; and that the day has no room left. Each sees what those before it in the
  /// list have done.
  ///
  /// - Returns: A decision for each, in their order; none of them counts unless all are durable.
  func beginCommits(
    _ looks: [LastLook], settling earlier: [Settlement], by rules: SendingRules
  ) throws -> [CommitDecision] {
    try connection.write {
      for settlement in earlier { try apply(settlement) }
      return try looks.map { look in
        guard let now = look.moment() else { return .lost }
        let attempt = look.commitment.claim.attempt
        guard try !isSuppressed(address: attempt.contact.address) else {
          try stop(attempt.enrollmentID, because: "suppressed", at: now)
          return .lost
        }
        return try takeRoom(for: attempt, on: rules.day(of: now).date, by: rules) {
          try commit(look.commitment, at: now, limits: rules.limits)
        }
      }
    }
  }

  /// Writes an attempt down as going, where nothing stands against it.
  private func commit(
    _ commitment: Commitment, at now: Instant, limits: OutreachLimits
  ) throws -> Bool {
    let attempt = commitment.claim.attempt
    let handedOver = "('committing', 'sent', 'unknown')"
    let changed = try connection.run(
      """
      UPDATE attempt SET state = 'committing', lease_until = $3, revision = $4, sender = $5,
        emphasis = $6, subject = $7, merge = $8, dated_at = $9, committed_at = $11
      WHERE id = $1 AND token = $2 AND state = 'claimed'
        AND EXISTS (SELECT 1 FROM enrollment e WHERE e.id = enrollment_id AND e.state = 'active')
        AND EXISTS (SELECT 1 FROM campaign c
          WHERE c.id = campaign_id AND c.state = 'running' AND c.revision = $4)
        AND EXISTS (SELECT 1 FROM contact k WHERE k.id = contact_id AND k.updated_at = $10)
        AND NOT EXISTS (SELECT 1 FROM sender_hold h
          WHERE h.sender = $5 AND (h.until IS NULL OR h.until > $11))
        AND NOT EXISTS (SELECT 1 FROM absence b
          WHERE b.contact_id = attempt.contact_id AND b.until_at > $11)
        AND NOT EXISTS (SELECT 1 FROM attempt b
          WHERE b.contact_id = attempt.contact_id AND b.id <> attempt.id
            AND b.enrollment_id = attempt.enrollment_id
            AND b.state IN \(handedOver) AND b.committed_at > $12)
        AND (SELECT count(*) FROM attempt b
          WHERE b.contact_id = attempt.contact_id AND b.id <> attempt.id
            AND b.enrollment_id = attempt.enrollment_id
            AND b.state IN \(handedOver)) < $13
        AND (step > 1 OR NOT EXISTS (SELECT 1 FROM attempt b
          WHERE b.contact_id = attempt.contact_id AND b.campaign_id <> attempt.campaign_id
            AND b.state IN \(handedOver) AND b.committed_at > $14))
      """,
      [
        .text(attempt.id), .integer(commitment.claim.token),
        .integer(now.adding(seconds: Self.leaseSeconds).microseconds),
        .integer(attempt.revision), .text(attempt.sender), .text(commitment.emphasis),
        .text(commitment.subject), .text(commitment.merge),
        .integer(commitment.datedAt.microseconds),
        .integer(attempt.contact.updatedAt.microseconds), .integer(now.microseconds),
        .integer(now.adding(seconds: -Gap.minimumSeconds).microseconds),
        .integer(limits.attempts),
        .integer(now.adding(seconds: -Int64(limits.coolingOff) * 86_400).microseconds),
      ])
    return changed == 1
  }

  /// Writes down how an attempt ended.
  func settle(_ settlement: Settlement) throws { try settle([settlement]) }

  /// Writes down how attempts ended, in the order in which they did.
  func settle(_ settlements: [Settlement]) throws {
    guard !settlements.isEmpty else { return }
    try connection.write { for settlement in settlements { try apply(settlement) } }
  }

  /// Gives claims back that were not begun, so that another worker may take them at once.
  func release(_ claims: [Claim]) throws {
    guard !claims.isEmpty else { return }
    try connection.write {
      for claim in claims {
        try connection.run(
          """
          UPDATE attempt SET state = 'scheduled', lease_until = NULL
          WHERE id = $1 AND token = $2 AND state = 'claimed'
          """, [.text(claim.attempt.id), .integer(claim.token)])
      }
    }
  }

  private func apply(_ settlement: Settlement) throws {
    let attempt = settlement.claim.attempt
    let key: [Value] = [
      .text(attempt.id), .integer(settlement.claim.token), .integer(settlement.at.microseconds),
    ]
    switch settlement.outcome {
    case .sent(let reply, let queueID, let continuation):
      // An attempt that was given up as unknown while its answer was under way is settled by it,
      // also where a person has meanwhile said that it was not sent: the server knows better.
      let changed = try connection.run(
        """
        UPDATE attempt SET state = 'sent', sent_at = dated_at, settled_at = $3, lease_until = NULL,
          reply = $4, queue_id = $5
        WHERE id = $1 AND (token = $2 AND state IN ('committing', 'unknown')
          OR token >= $2 AND state IN ('scheduled', 'claimed', 'cancelled'))
        """, key + [.text(reply), .text(queueID)])
      guard changed == 1 else { return }
      try continueSequence(of: attempt, with: continuation, at: settlement.at)
    case .deferred(let until, let reasons, let countsAsTry):
      // A refusal that comes late settles what was given up as unknown: the server has it not.
      try connection.run(
        """
        UPDATE attempt SET state = 'scheduled', lease_until = NULL, due_at = $3, reasons = $4,
          tries = tries + $5
        WHERE id = $1 AND token = $2 AND state IN ('claimed', 'committing', 'unknown')
        """,
        Array(key.prefix(2)) + [
          .integer(until.microseconds), .text(reasons.joined(separator: "\n")),
          .integer(countsAsTry ? 1 : 0),
        ])
    case .failed(let failure, let reply):
      let changed = try connection.run(
        """
        UPDATE attempt SET state = 'failed', settled_at = $3, lease_until = NULL, failure = $4,
          reply = $5, sender = $6
        WHERE id = $1 AND token = $2 AND state IN ('claimed', 'committing', 'unknown')
        """,
        key + [.text(failure.rawValue), .text(reply), .text(attempt.sender)])
      guard changed == 1 else { return }
      try setEnrollment(attempt.enrollmentID, "failed", reason: reply, at: settlement.at)
      if failure == .address {
        try suppress(
          key: attempt.contact.addressKey, reason: "bounced: \(reply)", by: "liaison",
          at: settlement.at)
      }
    case .unknown(let reason):
      try connection.run(
        """
        UPDATE attempt SET state = 'unknown', settled_at = $3, lease_until = NULL, reply = $4
        WHERE id = $1 AND token = $2 AND state = 'committing'
        """, key + [.text(reason)])
    case .held(let reason):
      let changed = try connection.run(
        """
        UPDATE attempt SET state = 'scheduled', lease_until = NULL
        WHERE id = $1 AND token = $2 AND state = 'claimed'
        """, Array(key.prefix(2)))
      guard changed == 1 else { return }
      try setEnrollment(attempt.enrollmentID, "held", reason: reason, at: settlement.at)
    case .finished(let reason):
      let changed = try connection.run(
        """
        UPDATE attempt SET state = 'cancelled', lease_until = NULL
        WHERE id = $1 AND token = $2 AND state = 'claimed'
        """, Array(key.prefix(2)))
      guard changed == 1 else { return }
      try setEnrollment(attempt.enrollmentID, "finished", reason: reason, at: settlement.at)
    case .lost:
      try connection.run(
        """
        UPDATE attempt SET state = 'scheduled', lease_until = NULL
        WHERE id = $1 AND token = $2 AND state = 'claimed'
        """, Array(key.prefix(2)))
    }
  }

  /// Schedules the step after one that was sent, or ends the sequence.
  func continueSequence(
    of attempt: AttemptRecord, with continuation: Continuation, at now: Instant
  ) throws {
    switch continuation {
    case .finished(let reason):
      try connection.run(
        """
        UPDATE enrollment SET state = 'finished', reason = $3, changed_at = $2
        WHERE id = $1 AND state = 'active'
        """, [.text(attempt.enrollmentID), .integer(now.microseconds), .text(reason)])
    case .next(let next):
      try insertAttempt(
        next, enrollmentID: attempt.enrollmentID, campaignID: attempt.campaignID,
        contactID: attempt.contact.id)
    }
  }

  /// Writes down an attempt to come, where the enrollment is still active.
  ///
  /// - Returns: Whether it was not there before.
  @discardableResult
  func insertAttempt(
    _ next: NextAttempt, enrollmentID: String, campaignID: String, contactID: String
  ) throws -> Bool {
    try connection.run(
      """
      INSERT INTO attempt (id, enrollment_id, campaign_id, contact_id, step, emphasis, state,
        due_at, reasons, message_id, token, tries)
      SELECT $1, $2, $3, $4, $5, $6, 'scheduled', $7, $8, $9, 0, 0
      FROM enrollment WHERE id = $2 AND state = 'active'
      ON CONFLICT (campaign_id, contact_id, step) DO NOTHING
      """,
      [
        .text("\(enrollmentID).\(next.step)"), .text(enrollmentID), .text(campaignID),
        .text(contactID), .integer(next.step), .text(next.emphasis),
        .integer(next.planned.instant.microseconds),
        .text(next.planned.reasonText),
        .text(next.messageID),
      ]) == 1
  }

  /// Sets an enrollment's state, where it is still under way.
  func setEnrollment(_ id: String, _ state: String, reason: String?, at now: Instant) throws {
    try connection.run(
      """
      UPDATE enrollment SET state = $2, reason = $3, changed_at = $4
      WHERE id = $1 AND state IN ('active', 'held')
      """, [.text(id), .text(state), .text(reason), .integer(now.microseconds)])
  }

  /// Ends an enrollment and cancels what has not gone out of it.
  func stop(_ enrollmentID: String, because reason: String, at now: Instant) throws {
    try setEnrollment(enrollmentID, "stopped", reason: reason, at: now)
    try cancelAttempts(of: enrollmentID)
  }

  /// The attempts of the enrollment $1, found by their ids, which are made of it.
  static let ofEnrollment = "enrollment_id = $1 AND id BETWEEN $1 || '.1' AND $1 || '.9'"

  /// Cancels the attempts of an enrollment that no server has seen the final dot of.
  func cancelAttempts(of enrollmentID: String) throws {
    try connection.run(
      """
      UPDATE attempt SET state = 'cancelled', lease_until = NULL
      WHERE \(Self.ofEnrollment) AND state IN ('scheduled', 'claimed')
      """, [.text(enrollmentID)])
  }
}
