import SQLite
import Scheduling
import Templating

/// Which attempts wait.
enum WaitingKind {
  case firstTouches, followUps
}

extension Store {
  /// Calls `body` with each attempt that waits to be sent in a running campaign and is due before an
  /// instant, soonest first, with the reasons for its moment and the prospect's id; `earlier` is left
  /// empty.
  func forEachWaitingAttempt(
    _ kind: WaitingKind, before horizon: Instant,
    _ body: (AttemptRecord, [String], _ prospectID: String) throws -> Void
  ) throws {
    try connection.forEach(
      """
      SELECT a.id, a.enrollment_id, a.campaign_id, c.name, c.revision, a.step, a.due_at, a.tries,
        a.message_id, e.language, e.sender, a.reasons, k.prospect_id, \(Self.contactColumns)
      FROM attempt a
      CROSS JOIN enrollment e ON e.id = a.enrollment_id
      CROSS JOIN campaign c ON c.id = a.campaign_id
      CROSS JOIN contact k ON k.id = a.contact_id
      CROSS JOIN prospect p ON p.id = k.prospect_id
      WHERE a.state IN ('scheduled', 'claimed') AND a.due_at < $1
        AND a.step \(kind == .firstTouches ? "=" : ">") 1
        AND e.state = 'active' AND c.state = 'running'
      ORDER BY a.due_at
      """, [.integer(horizon.microseconds)]
    ) { row in
      try body(
        AttemptRecord(
          id: row.text(0), enrollmentID: row.text(1), campaignID: row.text(2),
          campaign: row.text(3), revision: row.int(4), step: row.int(5),
          dueAt: Instant(microseconds: row.integer(6)), tries: row.int(7),
          messageID: row.text(8), contact: Self.contact(from: row, at: 13),
          language: try LanguageTag(row.text(9)), sender: row.text(10), earlier: []),
        row.text(11).split(separator: "\n").map(String.init), row.text(12))
    }
  }

  /// The people who are enrolled but held.
  func heldEntries(campaign: String?) throws -> [HeldEntry] {
    try connection.all(
      """
      SELECT k.address, coalesce(k.full_name, trim(coalesce(k.first_name, '') || ' ' ||
        coalesce(k.last_name, ''))), c.name, coalesce(e.reason, '')
      FROM enrollment e JOIN contact k ON k.id = e.contact_id
      JOIN campaign c ON c.id = e.campaign_id
      WHERE e.state = 'held' AND c.state <> 'stopped' AND ($1 IS NULL OR c.name = $1)
      ORDER BY c.name, k.address
      """, [.text(campaign)]
    ) { HeldEntry(address: $0.text(0), name: $0.text(1), campaign: $0.text(2), reason: $0.text(3)) }
  }
}
