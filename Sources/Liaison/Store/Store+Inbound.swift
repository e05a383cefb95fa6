import SQLite
import Scheduling

extension Store {
  /// Records an answer by hand and stops every sequence to the person at once.
  ///
  /// It counts for the last attempt that was sent before it. An opt-out is not a reply in any
  /// rate, and suppresses the address.
  public func record(
    _ outcome: ReplyOutcome, from contact: ContactRecord, note: String?, receivedAt: Instant,
    by who: String, at now: Instant
  ) throws -> RecordedReply {
    try connection.write {
      let credited = try lastAttempt(to: contact, sentBy: receivedAt)
      try connection.run(
        """
        INSERT INTO inbound (id, contact_id, attempt_id, kind, outcome, note, received_at,
          recorded_at, recorded_by)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
        """,
        [
          .text(identifiers.next(at: now)), .text(contact.id), .text(credited?.id),
          .text(outcome == .optOut ? "opt-out" : "reply"), .text(outcome.rawValue), .text(note),
          .integer(receivedAt.microseconds), .integer(now.microseconds), .text(who),
        ])
      let open = try connection.all(
        """
        SELECT id FROM enrollment WHERE contact_id = $1 AND state IN ('active', 'held', 'finished')
        """, [.text(contact.id)]
      ) { $0.text(0) }
      for id in open {
        try connection.run(
          """
          UPDATE enrollment SET state = 'replied', reason = $2, changed_at = $3 WHERE id = $1
          """, [.text(id), .text(outcome.rawValue), .integer(now.microseconds)])
        try cancelAttempts(of: id)
      }
      if outcome == .optOut {
        try suppress(key: contact.addressKey, reason: "opted out", by: who, at: now)
      }
      try log(
        "reply \(outcome.rawValue)", subject: contact.address, detail: note ?? "", by: who, at: now)
      return RecordedReply(
        address: contact.address, name: contact.displayName, outcome: outcome,
        credited: credited.map {
          CreditedAttempt(campaign: $0.campaign, step: $0.step, emphasis: $0.emphasis)
        }, stopped: open.count)
    }
  }

  private func lastAttempt(
    to contact: ContactRecord, sentBy instant: Instant
  ) throws -> (id: String, campaign: String, step: Int, emphasis: String)? {
    try connection.first(
      """
      SELECT a.id, c.name, a.step, a.emphasis FROM attempt a
      JOIN campaign c ON c.id = a.campaign_id
      WHERE a.contact_id = $1 AND a.state IN ('sent', 'committing', 'unknown')
        AND coalesce(a.sent_at, a.dated_at) <= $2
      ORDER BY coalesce(a.sent_at, a.dated_at) DESC LIMIT 1
      """, [.text(contact.id), .integer(instant.microseconds)]
    ) { ($0.text(0), $0.text(1), $0.int(2), $0.text(3)) }
  }
}
