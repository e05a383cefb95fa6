import SQLite
import Scheduling

/// A sender that writes to nobody for now, and why.
public struct SenderHold: Hashable, Sendable, Codable {
  /// The sender's id.
  public let sender: String
  /// When it may write again; nil until a person says so.
  public let until: Instant?
  /// Why it was held.
  public let reason: String
}

extension Store {
  /// The senders that are held at an instant.
  public func heldSenders(at now: Instant) throws -> [SenderHold] {
    try connection.all(
      """
      SELECT sender, until, reason FROM sender_hold
      WHERE until IS NULL OR until > $1 ORDER BY sender
      """, [.integer(now.microseconds)]
    ) {
      SenderHold(
        sender: $0.text(0), until: $0.optionalInteger(1).map(Instant.init(microseconds:)),
        reason: $0.text(2))
    }
  }

  /// The senders that are held at an instant while messages of theirs are due, and why.
  func waitingHolds(at now: Instant) throws -> [String: String] {
    var found: [String: String] = [:]
    for hold in try heldSenders(at: now) where try hasDue(hold.sender, at: now) {
      let end = hold.until.map { "until \($0)" } ?? "until 'liaison sender release \(hold.sender)'"
      found[hold.sender] = "held \(end): \(hold.reason)"
    }
    return found
  }

  private func hasDue(_ sender: String, at now: Instant) throws -> Bool {
    try connection.first(
      """
      SELECT 1 FROM attempt a
      CROSS JOIN enrollment e ON e.id = a.enrollment_id
      CROSS JOIN campaign c ON c.id = a.campaign_id
      WHERE a.state = 'scheduled' AND a.due_at <= $1 AND e.sender = $2
        AND c.state = 'running' AND e.state = 'active'
      LIMIT 1
      """, [.integer(now.microseconds), .text(sender)]
    ) { _ in true } ?? false
  }

  /// Lets a held sender write again, by a person's word.
  ///
  /// - Returns: Whether it was held.
  public func releaseSender(_ sender: String, by who: String, at now: Instant) throws -> Bool {
    try connection.write {
      let changed = try connection.run(
        "DELETE FROM sender_hold WHERE sender = $1", [.text(sender)])
      guard changed == 1 else { return false }
      try log("release sender", subject: sender, detail: "", by: who, at: now)
      return true
    }
  }

  /// Holds a sender until an instant; a hold that waits for a person is never made shorter.
  func holdSender(_ sender: String, until: Instant?, reason: String, at now: Instant) throws {
    try connection.write {
      try connection.run(
        """
        INSERT INTO sender_hold (sender, until, reason, created_at) VALUES ($1, $2, $3, $4)
        ON CONFLICT (sender) DO UPDATE SET until = excluded.until, reason = excluded.reason,
          created_at = excluded.created_at
        WHERE sender_hold.until IS NOT NULL
        """,
        [
          .text(sender), .integer(until?.microseconds), .text(reason), .integer(now.microseconds),
        ])
      try log("hold sender", subject: sender, detail: reason, by: "liaison", at: now)
    }
  }

  /// How many different recipient domains refused a sender by policy since an instant.
  func policyRefusals(of sender: String, since: Instant) throws -> Int {
    Set(
      try connection.all(
        """
        SELECT k.address_key FROM attempt a JOIN contact k ON k.id = a.contact_id
        WHERE a.state = 'failed' AND a.failure = 'policy' AND a.sender = $1 AND a.settled_at >= $2
        """, [.text(sender), .integer(since.microseconds)]
      ) { $0.text(0).drop { $0 != "@" } }
    ).count
  }
}
