import SQLite
import Scheduling
import Templating

/// A campaign as the store knows it.
public struct CampaignRecord: Hashable, Sendable, Codable {
  /// The campaign's state.
  public enum State: String, Sendable, Codable {
    /// Its attempts are sent when they are due.
    case running
    /// Nothing is sent until it is resumed.
    case paused
    /// Ended for good.
    case stopped
  }

  /// The campaign's id.
  public let id: String
  /// Its name, which is also its file's.
  public let name: String
  /// Its state.
  public let state: State
  /// How many times its content was approved.
  public let revision: Int
  /// When it was first launched.
  public let launchedAt: Instant
}

extension Store {
  /// A launched campaign, or nil.
  public func campaign(named name: String) throws -> CampaignRecord? {
    try campaigns().first { $0.name == name }
  }

  /// All launched campaigns, by name.
  public func campaigns() throws -> [CampaignRecord] {
    try connection.all(
      "SELECT id, name, state, revision, launched_at FROM campaign ORDER BY name"
    ) { row in
      CampaignRecord(
        id: row.text(0), name: row.text(1), state: .init(rawValue: row.text(2)) ?? .paused,
        revision: row.int(3), launchedAt: Instant(microseconds: row.integer(4)))
    }
  }

  /// Pauses, resumes or ends a campaign.
  ///
  /// Ending it cancels what has not gone out; a campaign that was ended stays so.
  /// - Returns: Whether the state changed.
  public func setState(
    _ state: CampaignRecord.State, of campaign: CampaignRecord, by who: String, at now: Instant
  ) throws -> Bool {
    try connection.write {
      let changed = try connection.run(
        "UPDATE campaign SET state = $2 WHERE id = $1 AND state <> $2 AND state <> 'stopped'",
        [.text(campaign.id), .text(state.rawValue)])
      guard changed == 1 else { return false }
      if state == .stopped {
        try connection.run(
          """
          UPDATE attempt SET state = 'cancelled', lease_until = NULL
          WHERE campaign_id = $1 AND state IN ('scheduled', 'claimed')
          """, [.text(campaign.id)])
        try connection.run(
          """
          UPDATE enrollment SET state = 'stopped', reason = 'the campaign was stopped',
            changed_at = $2
          WHERE campaign_id = $1 AND state IN ('active', 'held')
          """, [.text(campaign.id), .integer(now.microseconds)])
      }
      try log("campaign \(state.rawValue)", subject: campaign.name, detail: "", by: who, at: now)
      return true
    }
  }

  /// Writes down a campaign's first launch.
  func insertCampaign(
    named name: String, content: CampaignContent, by who: String, at now: Instant
  ) throws -> CampaignRecord {
    let id = identifiers.next(at: now)
    try connection.run(
      """
      INSERT INTO campaign (id, name, state, revision, launched_at, launched_by)
      VALUES ($1, $2, 'running', 1, $3, $4)
      """, [.text(id), .text(name), .integer(now.microseconds), .text(who)])
    try approve(content, campaignID: id, revision: 1)
    try log("launch", subject: name, detail: "revision 1", by: who, at: now)
    return CampaignRecord(id: id, name: name, state: .running, revision: 1, launchedAt: now)
  }

  /// Approves changed content; it applies to attempts that have not gone out.
  func revise(
    _ campaign: CampaignRecord, content: CampaignContent, by who: String, at now: Instant
  ) throws {
    let revision = campaign.revision + 1
    try connection.run(
      "UPDATE campaign SET revision = $2 WHERE id = $1", [.text(campaign.id), .integer(revision)])
    try approve(content, campaignID: campaign.id, revision: revision)
    try log("approve", subject: campaign.name, detail: "revision \(revision)", by: who, at: now)
  }

  private func approve(_ content: CampaignContent, campaignID: String, revision: Int) throws {
    for (path, bytes) in content.files.sorted(by: { $0.key < $1.key }) {
      let hash = SHA256.hex(bytes)
      try connection.run(
        "INSERT INTO content (hash, bytes) VALUES ($1, $2) ON CONFLICT (hash) DO NOTHING",
        [.text(hash), .blob(bytes)])
      try connection.run(
        """
        INSERT INTO campaign_file (campaign_id, revision, path, hash) VALUES ($1, $2, $3, $4)
        """, [.text(campaignID), .integer(revision), .text(path), .text(hash)])
    }
  }

  /// The content that was approved as a revision.
  func approvedContent(campaignID: String, revision: Int) throws -> CampaignContent {
    let files = try connection.all(
      """
      SELECT f.path, c.bytes FROM campaign_file f JOIN content c ON c.hash = f.hash
      WHERE f.campaign_id = $1 AND f.revision = $2
      """, [.text(campaignID), .integer(revision)]
    ) { ($0.text(0), $0.blob(1)) }
    return CampaignContent(files: Dictionary(uniqueKeysWithValues: files))
  }

  /// The rules whose errors somebody has overridden for a campaign.
  func overrides(campaignID: String) throws -> Set<String> {
    Set(
      try connection.all(
        "SELECT rule FROM campaign_override WHERE campaign_id = $1", [.text(campaignID)]
      ) { $0.text(0) })
  }

  /// Overrides a rule's errors for a campaign, with who, when and why.
  func override(
    rule: String, reason: String, campaign: CampaignRecord, by who: String, at now: Instant
  ) throws {
    try connection.run(
      """
      INSERT INTO campaign_override (campaign_id, rule, reason, created_at, created_by)
      VALUES ($1, $2, $3, $4, $5)
      ON CONFLICT (campaign_id, rule) DO UPDATE SET reason = excluded.reason,
        created_at = excluded.created_at, created_by = excluded.created_by
      """,
      [
        .text(campaign.id), .text(rule), .text(reason), .integer(now.microseconds), .text(who),
      ])
    try log(
      "override \(rule)", subject: campaign.name, detail: reason, by: who, at: now)
  }

  /// Enrolls a contact, or takes a held one up again; `reason` says why it is held.
  ///
  /// Language and sender stay as they are once a step is written down, so that a thread keeps them.
  func enroll(
    _ contact: ContactRecord, in campaign: CampaignRecord, language: LanguageTag, sender: String,
    heldBecause reason: String?, at now: Instant
  ) throws -> String {
    let anyAttempt = """
      SELECT 1 FROM attempt a
      WHERE a.contact_id = enrollment.contact_id AND a.enrollment_id = enrollment.id
      """
    let id = try connection.first(
      """
      INSERT INTO enrollment (id, campaign_id, contact_id, state, reason, language, sender,
        enrolled_at, changed_at)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $8)
      ON CONFLICT (campaign_id, contact_id) DO UPDATE SET state = excluded.state,
        reason = excluded.reason, changed_at = excluded.changed_at,
        language = CASE WHEN EXISTS (\(anyAttempt))
          THEN enrollment.language ELSE excluded.language END,
        sender = CASE WHEN EXISTS (\(anyAttempt))
          THEN enrollment.sender ELSE excluded.sender END
      WHERE enrollment.state = 'held'
      RETURNING id
      """,
      [
        .text(identifiers.next(at: now)), .text(campaign.id), .text(contact.id),
        .text(reason == nil ? "active" : "held"), .text(reason), .text(language.description),
        .text(sender), .integer(now.microseconds),
      ]
    ) { $0.text(0) }
    guard let id else { throw StoreError.failed(path: path, reason: "cannot enroll \(contact.id)") }
    return id
  }
}
