import SQLite
import Scheduling
import Templating

/// Reading attempts.
extension Store {
  /// An attempt with its contact and what was sent before it, and the token of its last claim.
  func attempt(id: String) throws -> (AttemptRecord, Int64)? {
    try connection.first(
      """
      SELECT a.id, a.enrollment_id, a.campaign_id, c.name, c.revision, a.step, a.due_at, a.tries,
        a.message_id, e.language, e.sender, a.token, b.back_on, b.until_at,
        CASE WHEN a.step = 1 THEN (SELECT max(o.committed_at) FROM attempt o
          WHERE o.contact_id = a.contact_id AND o.campaign_id <> a.campaign_id
            AND o.state IN ('committing', 'sent', 'unknown')) END,
        \(Self.contactColumns)
      FROM attempt a
      JOIN enrollment e ON e.id = a.enrollment_id
      JOIN campaign c ON c.id = a.campaign_id
      JOIN contact k ON k.id = a.contact_id
      JOIN prospect p ON p.id = k.prospect_id
      LEFT JOIN absence b ON b.contact_id = a.contact_id
      WHERE a.id = $1
      """, [.text(id)]
    ) { row in
      let (earlier, lastSent) = try row.int(5) == 1 ? ([], nil) : sent(before: id)
      return (
        AttemptRecord(
          id: row.text(0), enrollmentID: row.text(1), campaignID: row.text(2),
          campaign: row.text(3), revision: row.int(4), step: row.int(5),
          dueAt: Instant(microseconds: row.integer(6)), tries: row.int(7),
          messageID: row.text(8), contact: Self.contact(from: row, at: 15),
          language: try LanguageTag(row.text(9)), sender: row.text(10), earlier: earlier,
          bounds: .init(
            lastSent: lastSent,
            lastElsewhere: row.optionalInteger(14).map(Instant.init(microseconds:)),
            back: row.optionalText(12).flatMap { CivilDate($0) },
            awayUntil: row.optionalInteger(13).map(Instant.init(microseconds:)))),
        row.integer(11)
      )
    }
  }

  /// The attempts of an enrollment that were sent before one, and when the last of them went.
  private func sent(before id: String) throws -> ([EarlierAttempt], last: Instant?) {
    var last: Instant?
    let earlier = try connection.all(
      """
      SELECT b.step, b.emphasis, b.message_id, b.subject, b.committed_at FROM attempt a
      JOIN attempt b ON b.contact_id = a.contact_id AND b.enrollment_id = a.enrollment_id
        AND b.step < a.step AND b.state = 'sent'
      WHERE a.id = $1 ORDER BY b.step
      """, [.text(id)]
    ) { row in
      last = row.optionalInteger(4).map(Instant.init(microseconds:))
      return Self.earlierAttempt(from: row)
    }
    return (earlier, last)
  }

  /// The attempts that nobody knows the fate of.
  ///
  /// - Parameter now: Where it is given, also those whose sender died while committing and whose
  ///   lease has run out since; the next run of the sender marks them.
  public func unknownAttempts(at now: Instant? = nil) throws -> [UnknownAttempt] {
    try connection.all(
      """
      SELECT a.id, k.address, c.name, a.step, a.message_id, coalesce(a.dated_at, a.due_at),
        coalesce(a.reply, 'its sender stopped before the server answered'), a.doubt_until,
        coalesce(a.sender, e.sender)
      FROM attempt a
      JOIN contact k ON k.id = a.contact_id JOIN campaign c ON c.id = a.campaign_id
      JOIN enrollment e ON e.id = a.enrollment_id
      WHERE a.state = 'unknown' OR a.state = 'committing' AND a.lease_until < $1
      ORDER BY a.dated_at
      """, [.integer(now?.microseconds)]
    ) {
      UnknownAttempt(
        id: $0.text(0), address: $0.text(1), campaign: $0.text(2), step: $0.int(3),
        messageID: $0.text(4), datedAt: Instant(microseconds: $0.integer(5)),
        reason: $0.text(6), sender: $0.text(8),
        doubtUntil: $0.optionalInteger(7).map(Instant.init(microseconds:)))
    }
  }
}

/// An attempt that a server may or may not have accepted.
public struct UnknownAttempt: Hashable, Sendable, Codable {
  /// The attempt's id.
  public let id: String
  /// To whom.
  public let address: String
  /// In which campaign.
  public let campaign: String
  /// Which step.
  public let step: Int
  /// The Message-ID, to look for in the Sent folder.
  public let messageID: String
  /// When it was handed over, or was due where it is in doubt after a restore.
  public let datedAt: Instant
  /// What happened.
  public let reason: String
  /// From which sender.
  public let sender: String
  /// Until when it may have gone, where the database was restored since; nil otherwise.
  public let doubtUntil: Instant?
}

/// An attempt that was sent, with what is needed to write its message again.
struct PastAttempt {
  let attempt: AttemptRecord
  let revision: Int
  let sender: String
  let merge: String
  let datedAt: Instant
}

extension Store {
  /// A step that was sent to a contact, or nil.
  func pastAttempt(campaignID: String, contactID: String, step: Int) throws -> PastAttempt? {
    try connection.first(
      """
      SELECT id FROM attempt WHERE campaign_id = $1 AND contact_id = $2 AND step = $3
        AND state IN ('sent', 'unknown')
      """, [.text(campaignID), .text(contactID), .integer(step)]
    ) { $0.text(0) }.flatMap(pastAttempt)
  }

  /// An attempt of which is kept what was sent; nil where nothing is.
  func pastAttempt(id: String) throws -> PastAttempt? {
    let found = try connection.first(
      "SELECT revision, sender, merge, dated_at FROM attempt WHERE id = $1 AND merge IS NOT NULL",
      [.text(id)]
    ) { ($0.int(0), $0.text(1), $0.text(2), Instant(microseconds: $0.integer(3))) }
    guard let (revision, sender, merge, datedAt) = found, let (attempt, _) = try attempt(id: id)
    else { return nil }
    return PastAttempt(
      attempt: attempt, revision: revision, sender: sender, merge: merge, datedAt: datedAt)
  }

  /// The attempts that were sent to a contact in a campaign, first step first.
  func sentAttempts(campaignID: String, contactID: String) throws -> [EarlierAttempt] {
    try connection.all(
      """
      SELECT step, emphasis, message_id, subject FROM attempt
      WHERE campaign_id = $1 AND contact_id = $2 AND state = 'sent' ORDER BY step
      """, [.text(campaignID), .text(contactID)], Self.earlierAttempt)
  }

  private static func earlierAttempt(from row: Row) -> EarlierAttempt {
    EarlierAttempt(
      step: row.int(0), emphasis: row.text(1), messageID: row.text(2), subject: row.text(3))
  }

  /// When a step that waits is due, or nil.
  func dueMoment(
    campaignID: String, contactID: String, step: Int
  ) throws -> (instant: Instant, reasons: [String])? {
    try connection.first(
      """
      SELECT due_at, reasons FROM attempt WHERE campaign_id = $1 AND contact_id = $2 AND step = $3
        AND state IN ('scheduled', 'claimed')
      """, [.text(campaignID), .text(contactID), .integer(step)]
    ) {
      (
        Instant(microseconds: $0.integer(0)), $0.text(1).split(separator: "\n").map(String.init)
      )
    }
  }

  /// The last step before one that was sent or waits, with its moment.
  func lastMoment(
    campaignID: String, contactID: String, before step: Int
  ) throws -> (step: Int, instant: Instant)? {
    try connection.first(
      """
      SELECT step, coalesce(sent_at, due_at) FROM attempt
      WHERE campaign_id = $1 AND contact_id = $2 AND step < $3
        AND state IN ('sent', 'scheduled', 'claimed')
      ORDER BY step DESC LIMIT 1
      """, [.text(campaignID), .text(contactID), .integer(step)]
    ) { ($0.int(0), Instant(microseconds: $0.integer(1))) }
  }

  /// The language and sender that an enrollment has for all its steps.
  func enrollment(
    campaignID: String, contactID: String
  ) throws -> (language: LanguageTag, sender: String)? {
    try connection.first(
      "SELECT language, sender FROM enrollment WHERE campaign_id = $1 AND contact_id = $2",
      [.text(campaignID), .text(contactID)]
    ) { (try LanguageTag($0.text(0)), $0.text(1)) }
  }

  /// The state of a contact's enrollment and the reason for it, or nil where there is none.
  func standing(
    campaignID: String, contactID: String
  ) throws -> (state: String, reason: String?)? {
    try connection.first(
      "SELECT state, reason FROM enrollment WHERE campaign_id = $1 AND contact_id = $2",
      [.text(campaignID), .text(contactID)]
    ) { ($0.text(0), $0.optionalText(1)) }
  }

  /// When the next attempt of a running campaign is due, or nil where none waits.
  ///
  /// - Parameter now: Where it is given, only what is due later counts.
  public func nextDue(after now: Instant? = nil) throws -> Instant? {
    try connection.first(
      """
      SELECT a.due_at FROM attempt a
      CROSS JOIN enrollment e ON e.id = a.enrollment_id
      CROSS JOIN campaign c ON c.id = a.campaign_id
      WHERE a.state = 'scheduled' AND a.due_at > $1 AND e.state = 'active' AND c.state = 'running'
      ORDER BY a.due_at LIMIT 1
      """, [.integer(now?.microseconds ?? .min)]
    ) { Instant(microseconds: $0.integer(0)) }
  }
}
