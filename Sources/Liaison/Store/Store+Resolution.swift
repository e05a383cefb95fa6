import SQLite
import Scheduling

/// What was found out about an attempt of unknown fate.
enum Resolution {
  case notSent
  /// The server has it.
  ///
  /// `recollection` stands in for what was lost with a state of the database, and with
  /// `nextDoubtUntil` the next step may have gone by then as well.
  case sent(Continuation, Recollection?, nextDoubtUntil: Instant? = nil)
}

extension Store {
  /// Settles an attempt of unknown fate, and goes on with the sequence or sends the step again.
  func resolve(
    _ attempt: AttemptRecord, _ finding: Resolution, by who: String, at now: Instant
  ) throws -> Bool {
    try connection.write {
      let changed =
        switch finding {
        case .notSent: try takeBack(attempt, by: who, at: now)
        case .sent(_, let recollection, _):
          try setSent(attempt, recollection, by: who, at: now)
        }
      guard changed else { return false }
      var word = "not sent"
      if case .sent(let next, let recollection, let nextDoubtUntil) = finding {
        word = "sent"
        if let recollection {
          try activate(attempt, at: now)
          try bound(before: attempt, recollection)
        }
        try continueSequence(of: attempt, with: next, at: now)
        if let nextDoubtUntil, case .next(let step) = next {
          try doubt(attempt, step: step.step, until: nextDoubtUntil, at: now)
        }
      }
      try log(
        "resolve", subject: attempt.contact.address,
        detail: "\(attempt.campaign) step \(attempt.step): \(word)", by: who, at: now)
      return true
    }
  }

  private func setSent(
    _ attempt: AttemptRecord, _ recollection: Recollection?, by who: String, at now: Instant
  ) throws -> Bool {
    // What stands there of the message is what was handed over, and is never written over.
    try connection.run(
      """
      UPDATE attempt SET state = 'sent', settled_at = $2, reply = $3, doubt_until = NULL,
        sent_at = CASE WHEN merge IS NULL THEN coalesce($8, dated_at) ELSE dated_at END,
        dated_at = CASE WHEN merge IS NULL THEN coalesce($8, dated_at) ELSE dated_at END,
        committed_at = CASE WHEN merge IS NULL THEN coalesce($9, committed_at)
          ELSE committed_at END,
        subject = coalesce(subject, $4), merge = coalesce(merge, $5),
        revision = coalesce(revision, $6), sender = coalesce(sender, $7)
      WHERE id = $1 AND state = 'unknown'
      """,
      [
        .text(attempt.id), .integer(now.microseconds), .text("\(who) found that it was sent"),
        .text(recollection?.subject), .text(recollection?.merge),
        .integer(recollection.map { Int64($0.revision) }), .text(recollection?.sender),
        .integer(recollection?.datedAt.microseconds),
        .integer(recollection?.handedOverBy.microseconds),
      ]) == 1
  }

  private func takeBack(_ attempt: AttemptRecord, by who: String, at now: Instant) throws -> Bool {
    try connection.run(
      """
      UPDATE attempt SET due_at = $2, reasons = $3, doubt_until = NULL,
        state = CASE WHEN (SELECT state FROM enrollment WHERE id = enrollment_id)
          IN ('active', 'held') THEN 'scheduled' ELSE 'cancelled' END
      WHERE id = $1 AND state = 'unknown'
      """,
      [
        .text(attempt.id), .integer(now.microseconds),
        .text("\(who) found that it was not sent"),
      ]) == 1
  }

  /// The steps before one went at least the shortest gap before it, whatever was assumed of them.
  private func bound(before attempt: AttemptRecord, _ recollection: Recollection) throws {
    try connection.run(
      """
      UPDATE attempt SET committed_at = $3
      WHERE \(Self.ofEnrollment) AND step < $2 AND state = 'sent' AND committed_at > $3
      """,
      [
        .text(attempt.enrollmentID), .integer(attempt.step),
        .integer(recollection.handedOverBy.adding(seconds: -Gap.minimumSeconds).microseconds),
      ])
  }

  /// Lets a person's sequence go on who is held here and must have been released in the state that
  /// was lost, unless another campaign writes to them.
  private func activate(_ attempt: AttemptRecord, at now: Instant) throws {
    try connection.run(
      """
      UPDATE enrollment SET state = 'active', reason = NULL, changed_at = $2
      WHERE id = $1 AND state = 'held' AND NOT EXISTS (SELECT 1 FROM enrollment other
        WHERE other.contact_id = enrollment.contact_id AND other.state = 'active')
      """, [.text(attempt.enrollmentID), .integer(now.microseconds)])
  }

  /// Makes a step unknown that follows one which went before the database was restored.
  private func doubt(
    _ attempt: AttemptRecord, step: Int, until: Instant, at now: Instant
  ) throws {
    try connection.run(
      """
      UPDATE attempt SET state = 'unknown', doubt_until = $3, committed_at = $3,
        dated_at = due_at, settled_at = $4, reply = $5
      WHERE \(Self.ofEnrollment) AND step = $2 AND state = 'scheduled'
      """,
      [
        .text(attempt.enrollmentID), .integer(step), .integer(until.microseconds),
        .integer(now.microseconds), .text(Self.doubtReason),
      ])
  }
}
