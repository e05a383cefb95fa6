import SQLite
import Scheduling

/// Another campaign that writes to a person, or wrote too short a while ago.
struct OtherCampaign {
  let name: String
  /// When it wrote last; nil where it has not written yet.
  let sentAt: Instant?
  /// From when on others may write; nil while it is still writing.
  let until: Instant?

  /// Why the person is left alone, with the dates as our own calendar has them.
  func reason(in home: Zone) -> String {
    func date(_ instant: Instant) -> CivilDate { LocalTime(instant, in: home).date }
    guard let sentAt, let until else {
      return "'\(name)' is writing to this person; one campaign at a time"
    }
    return "'\(name)' wrote to this person on \(date(sentAt)); left alone until \(date(until))"
  }
}

extension Store {
  /// The other campaign because of which a person is left alone, or nil.
  func otherCampaign(
    of contactID: String, besides campaignID: String?, at now: Instant, limits: OutreachLimits
  ) throws -> OtherCampaign? {
    let active = try connection.first(
      """
      SELECT c.name FROM enrollment e JOIN campaign c ON c.id = e.campaign_id
      WHERE e.contact_id = $1 AND e.campaign_id <> $2 AND e.state = 'active'
      """, [.text(contactID), .text(campaignID ?? "")]
    ) { $0.text(0) }
    if let active { return OtherCampaign(name: active, sentAt: nil, until: nil) }
    return try connection.first(
      """
      SELECT c.name, a.committed_at FROM attempt a JOIN campaign c ON c.id = a.campaign_id
      WHERE a.contact_id = $1 AND a.campaign_id <> $2
        AND a.state IN ('committing', 'sent', 'unknown') AND a.committed_at > $3
      ORDER BY a.committed_at DESC LIMIT 1
      """,
      [
        .text(contactID), .text(campaignID ?? ""),
        .integer(now.adding(seconds: -Int64(limits.coolingOff) * 86_400).microseconds),
      ]
    ) { row in
      let sent = Instant(microseconds: row.integer(1))
      return OtherCampaign(name: row.text(0), sentAt: sent, until: limits.end(after: sent))
    }
  }

  /// Whether a contact is still as it was judged for a launch: unchanged, in no other campaign, and
  /// not answered, suppressed, enrolled or written to since.
  func mayEnroll(
    _ contact: ContactRecord, in campaign: CampaignRecord, answered: Bool, limits: OutreachLimits,
    at now: Instant
  ) throws -> Bool {
    let isFree =
      try connection.first(
        """
        SELECT 1 FROM contact k WHERE k.id = $1 AND k.updated_at = $2
          AND NOT EXISTS (SELECT 1 FROM enrollment e WHERE e.contact_id = k.id
            AND (CASE WHEN e.campaign_id = $3 THEN e.state <> 'held' ELSE e.state = 'active' END))
          AND ($4 = 1 OR NOT EXISTS (SELECT 1 FROM inbound i WHERE i.contact_id = k.id
            AND i.kind IN ('reply', 'bounce', 'opt-out', 'complaint')))
          AND NOT EXISTS (SELECT 1 FROM absence b WHERE b.contact_id = k.id AND b.recorded_at > $6)
          AND NOT EXISTS (SELECT 1 FROM attempt a WHERE a.contact_id = k.id
            AND a.campaign_id <> $3 AND a.state IN ('committing', 'sent', 'unknown')
            AND a.committed_at > $5)
        """,
        [
          .text(contact.id), .integer(contact.updatedAt.microseconds), .text(campaign.id),
          .integer(answered ? 1 : 0),
          .integer(now.adding(seconds: -Int64(limits.coolingOff) * 86_400).microseconds),
          .integer(now.microseconds),
        ]
      ) { _ in true } ?? false
    return try isFree && !isSuppressed(address: contact.address)
  }
}
