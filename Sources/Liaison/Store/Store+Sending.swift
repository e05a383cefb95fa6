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

  /// Claims attempts that are due, oldest first, for one worker.
  ///
  /// An attempt whose claim has run out may be claimed again; its token grows, and the older
  /// holder has lost it.
  func claimDue(at now: Instant, limit: Int, without senders: Set<String> = []) throws -> [Claim] {
    try connection.write {
      let found = try due(at: now, limit: limit, without: senders)
      var claims: [Claim] = []
      for (attempt, token) in found {
        try connection.run(
          """
          UPDATE attempt SET state = 'claimed', token = token + 1, lease_until = $2 WHERE id = $1
          """,
          [.text(attempt.id), .integer(now.adding(seconds: Self.leaseSeconds).microseconds)])
        claims.append(Claim(attempt: attempt, token: token + 1))
      }
      return claims
    }
  }

  /// The attempts that are due, without claiming them: what a dry run shows.
  func dueAttempts(at now: Instant, limit: Int) throws -> [AttemptRecord] {
    try connection.read { try due(at: now, limit: limit, without: []).map(\.0) }
  }

  private func due(
    at now: Instant, limit: Int, without senders: Set<String>
  ) throws -> [(AttemptRecord, Int64)] {
    let held = try heldSenders(at: now).map(\.sender)
    let excluded = senders.union(held).sorted()
    // The names are bound, not pasted: $3 and up.
    let marks = excluded.indices.map { "$\($0 + 3)" }.joined(separator: ", ")
    let values: [Value] =
      [.integer(now.microseconds), .integer(limit)] + excluded.map(Value.text)
    // Two queries, so that each walks the index in its own order and stops at the limit.
    let conditions = [
      "a.state = 'claimed' AND a.lease_until < $1",
      "a.state = 'scheduled' AND a.due_at <= $1",
    ]
    let ids = try conditions.flatMap { condition in
      try connection.all(
        """
        SELECT a.id FROM attempt a
        CROSS JOIN enrollment e ON e.id = a.enrollment_id
        CROSS JOIN campaign c ON c.id = a.campaign_id
        WHERE \(condition) AND c.state = 'running' AND e.state = 'active'
          \(excluded.isEmpty ? "" : "AND e.sender NOT IN (\(marks))")
        ORDER BY a.due_at LIMIT $2
        """, values
      ) { $0.text(0) }
    }.prefix(limit)
    return try ids.compactMap { id in try attempt(id: id) }
  }

  /// Settles the attempt before and asks whether this one may go, in one durable transaction.
  ///
  /// Called when the server has the whole message but not the final dot. Says no where the claim
  /// was lost, the person answered, was suppressed or stopped, the campaign no longer runs or has
  /// other content by now, the contact was changed, or the sender is held.
  ///
  /// - Parameter moment: The instant once the write lock is held, which may have taken a while;
  ///   nil where the window has closed by then.
  func beginCommit(
    _ commitment: Commitment, settling earlier: Settlement?, moment: () -> Instant?
  ) throws -> Bool {
    try connection.write {
      if let earlier { try apply(earlier) }
      guard let now = moment() else { return false }
      let attempt = commitment.claim.attempt
      guard try !isSuppressed(address: attempt.contact.address) else {
        try stop(attempt.enrollmentID, because: "suppressed", at: now)
        return false
      }
      let changed = try connection.run(
        """
        UPDATE attempt SET state = 'committing', lease_until = $3, revision = $4, sender = $5,
          emphasis = $6, subject = $7, merge = $8, dated_at = $9
        WHERE id = $1 AND token = $2 AND state = 'claimed'
          AND EXISTS (SELECT 1 FROM enrollment e WHERE e.id = enrollment_id AND e.state = 'active')
          AND EXISTS (SELECT 1 FROM campaign c
            WHERE c.id = campaign_id AND c.state = 'running' AND c.revision = $4)
          AND EXISTS (SELECT 1 FROM contact k WHERE k.id = contact_id AND k.updated_at = $10)
          AND NOT EXISTS (SELECT 1 FROM sender_hold h
            WHERE h.sender = $5 AND (h.until IS NULL OR h.until > $11))
        """,
        [
          .text(attempt.id), .integer(commitment.claim.token),
          .integer(now.adding(seconds: Self.leaseSeconds).microseconds),
          .integer(attempt.revision), .text(attempt.sender), .text(commitment.emphasis),
          .text(commitment.subject), .text(commitment.merge),
          .integer(commitment.datedAt.microseconds),
          .integer(attempt.contact.updatedAt.microseconds), .integer(now.microseconds),
        ])
      return changed == 1
    }
  }

  /// Writes down how an attempt ended.
  func settle(_ settlement: Settlement) throws { try connection.write { try apply(settlement) } }

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
    case .sent(let reply, let queueID, let next):
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
      try continueSequence(of: attempt, with: next, at: settlement.at)
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
    of attempt: AttemptRecord, with next: NextAttempt?, at now: Instant
  ) throws {
    guard let next else {
      try connection.run(
        """
        UPDATE enrollment SET state = 'finished', changed_at = $2
        WHERE id = $1 AND state = 'active'
        """, [.text(attempt.enrollmentID), .integer(now.microseconds)])
      return
    }
    try insertAttempt(
      next, enrollmentID: attempt.enrollmentID, campaignID: attempt.campaignID,
      contactID: attempt.contact.id)
  }

  /// Writes down an attempt to come, where the enrollment is still active.
  func insertAttempt(
    _ next: NextAttempt, enrollmentID: String, campaignID: String, contactID: String
  ) throws {
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
        .text(next.planned.reasons.map(\.description).joined(separator: "\n")),
        .text(next.messageID),
      ])
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

  /// Cancels the attempts of an enrollment that no server has seen the final dot of.
  func cancelAttempts(of enrollmentID: String) throws {
    try connection.run(
      """
      UPDATE attempt SET state = 'cancelled', lease_until = NULL
      WHERE enrollment_id = $1 AND state IN ('scheduled', 'claimed')
      """, [.text(enrollmentID)])
  }
}
