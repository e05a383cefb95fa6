import SQLite
import Scheduling
import Templating

/// A contact's enrollment as the store knows it.
struct EnrollmentRecord {
  let campaignID: String
  let campaign: String
  let campaignState: String
  let revision: Int
  let state: String
  let reason: String?
  let sender: String
}

/// A message that a contact got, or may have got.
struct PastMessage {
  let step: Int
  let emphasis: String
  let instant: Instant
  let state: String
}

/// What `why` asks.
extension Store {
  /// A contact's enrollments, the newest first.
  func enrollments(of contactID: String) throws -> [EnrollmentRecord] {
    try connection.all(
      """
      SELECT c.id, c.name, c.state, c.revision, e.state, e.reason, e.sender
      FROM enrollment e JOIN campaign c ON c.id = e.campaign_id
      WHERE e.contact_id = $1 ORDER BY e.enrolled_at DESC, c.name
      """, [.text(contactID)]
    ) {
      EnrollmentRecord(
        campaignID: $0.text(0), campaign: $0.text(1), campaignState: $0.text(2),
        revision: $0.int(3), state: $0.text(4), reason: $0.optionalText(5), sender: $0.text(6))
    }
  }

  /// What of a campaign left for a contact: sent, failed or of unknown fate.
  func pastMessages(campaignID: String, contactID: String) throws -> [PastMessage] {
    try connection.all(
      """
      SELECT step, emphasis, coalesce(sent_at, settled_at, dated_at, due_at), state FROM attempt
      WHERE campaign_id = $1 AND contact_id = $2
        AND state IN ('sent', 'failed', 'unknown', 'committing') ORDER BY step
      """, [.text(campaignID), .text(contactID)]
    ) {
      PastMessage(
        step: $0.int(0), emphasis: $0.text(1), instant: Instant(microseconds: $0.integer(2)),
        state: $0.text(3))
    }
  }

  /// Why an address is suppressed, or nil where it is not.
  func suppressionReason(of contact: ContactRecord) throws -> String? {
    guard try isSuppressed(address: contact.address) else { return nil }
    let domain = contact.addressKey.lastIndex(of: "@").map { String(contact.addressKey[$0...]) }
    return try connection.first(
      "SELECT reason FROM suppression WHERE key IN ($1, $2)",
      [.text(contact.addressKey), .text(domain)]
    ) { $0.text(0) } ?? "it is on the list"
  }
}
