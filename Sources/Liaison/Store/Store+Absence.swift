import SQLite
import Scheduling

extension Store {
  /// Writes down until when somebody is away; a later word replaces an earlier one.
  func recordAbsence(
    of contact: ContactRecord, back: CivilDate, until: Instant, by who: String, at now: Instant
  ) throws {
    try connection.run(
      """
      INSERT INTO absence (contact_id, back_on, until_at, recorded_at, recorded_by)
      VALUES ($1, $2, $3, $4, $5)
      ON CONFLICT (contact_id) DO UPDATE SET back_on = excluded.back_on,
        until_at = excluded.until_at, recorded_at = excluded.recorded_at,
        recorded_by = excluded.recorded_by
      """,
      [
        .text(contact.id), .text("\(back)"), .integer(until.microseconds),
        .integer(now.microseconds), .text(who),
      ])
    try connection.run(
      """
      INSERT INTO inbound (id, contact_id, attempt_id, kind, outcome, note, received_at, recorded_at,
        recorded_by)
      VALUES ($1, $2, NULL, 'auto-reply', NULL, $3, $4, $4, $5)
      """,
      [
        .text(identifiers.next(at: now)), .text(contact.id), .text("away, back on \(back)"),
        .integer(now.microseconds), .text(who),
      ])
    try log("away", subject: contact.address, detail: "back on \(back)", by: who, at: now)
  }

  /// The attempts to a contact that wait and that no worker has claimed.
  func waitingAttempts(contactID: String) throws -> [AttemptRecord] {
    try connection.all(
      """
      SELECT a.id FROM attempt a JOIN enrollment e ON e.id = a.enrollment_id
      WHERE a.contact_id = $1 AND a.state = 'scheduled' AND e.state IN ('active', 'held')
      ORDER BY a.due_at
      """, [.text(contactID)]
    ) { $0.text(0) }.compactMap { id in try attempt(id: id)?.0 }
  }

  /// The attempts of a campaign's active enrollments that fell due before an instant.
  func overdueAttempts(campaignID: String, at now: Instant) throws -> [AttemptRecord] {
    try connection.all(
      """
      SELECT a.id FROM attempt a CROSS JOIN enrollment e ON e.id = a.enrollment_id
      WHERE a.state = 'scheduled' AND a.due_at < $2 AND a.campaign_id = $1 AND e.state = 'active'
      ORDER BY a.due_at
      """, [.text(campaignID), .integer(now.microseconds)]
    ) { $0.text(0) }.compactMap { id in try attempt(id: id)?.0 }
  }

  /// When somebody who is away may be written to again, and the date on which they are back.
  func absence(contactID: String, at now: Instant) throws -> (back: CivilDate, until: Instant)? {
    let found = try connection.first(
      "SELECT back_on, until_at FROM absence WHERE contact_id = $1 AND until_at > $2",
      [.text(contactID), .integer(now.microseconds)]
    ) { (CivilDate($0.text(0)), Instant(microseconds: $0.integer(1))) }
    guard let (date, until) = found, let back = date else { return nil }
    return (back, until)
  }

  /// Ends a sequence that cannot go on, with the reason.
  func finish(_ enrollmentID: String, because reason: String, at now: Instant) throws {
    try cancelAttempts(of: enrollmentID)
    try setEnrollment(enrollmentID, "finished", reason: reason, at: now)
  }
}
