import SQLite
import Scheduling

/// How a sender's latest messages fared.
struct SenderHealth: Hashable, Sendable {
  /// How many messages are looked at, the latest ones.
  let messages: Int
  /// How many of them came back because there is no such address.
  let bounces: Int
  /// How many people complained about them.
  let complaints: Int

  /// So many of the latest messages are looked at.
  static let window = 500
  /// With fewer messages a single bounce would weigh too much.
  static let leastMessages = 100

  /// Why the sender should be held, or nil where all is well.
  ///
  /// The shares, 5 % and 0.1 %, are those from which on providers begin to distrust a sender.
  var objection: String? {
    guard messages >= Self.leastMessages else { return nil }
    if complaints * 1000 > messages {
      return "of its last \(messages) messages \(complaints) were complained about, which is more "
        + "than 0.1 %"
    }
    if bounces * 20 > messages {
      return "of its last \(messages) messages \(bounces) came back because there is no such "
        + "address, which is more than 5 %"
    }
    return nil
  }
}

extension Store {
  /// How a sender's latest messages fared, without what a person has released it from.
  ///
  /// The latest ones are those that were due last: that is what an index knows.
  func health(of sender: String) throws -> SenderHealth {
    let released = try connection.integer(
      "SELECT coalesce(max(at), 0) FROM log WHERE action = 'release sender' AND subject = $1",
      [.text(sender)])
    var messages: [(due: Int64, isBounce: Bool, isComplaint: Bool)] = []
    // A query for each state, so that each walks the index from its end and stops.
    for state in ["sent", "failed"] {
      messages += try connection.all(
        """
        SELECT a.due_at,
          a.failure = 'address' AND a.settled_at > $3 OR EXISTS (SELECT 1 FROM inbound i
            WHERE i.attempt_id = a.id AND i.kind = 'bounce' AND i.recorded_at > $3),
          EXISTS (SELECT 1 FROM inbound i
            WHERE i.attempt_id = a.id AND i.kind = 'complaint' AND i.recorded_at > $3)
        FROM attempt a WHERE a.state = '\(state)' AND a.sender = $1
        ORDER BY a.due_at DESC LIMIT $2
        """, [.text(sender), .integer(SenderHealth.window), .integer(released)]
      ) { ($0.integer(0), $0.optionalInteger(1) == 1, $0.integer(2) == 1) }
    }
    let latest = messages.sorted { $0.due > $1.due }.prefix(SenderHealth.window)
    return SenderHealth(
      messages: latest.count, bounces: latest.count { $0.isBounce },
      complaints: latest.count { $0.isComplaint })
  }

  /// Holds a sender whose latest messages fared badly.
  ///
  /// - Returns: Why, where it was held.
  @discardableResult
  func holdWhereUnwell(_ sender: String, at now: Instant) throws -> String? {
    guard let objection = try health(of: sender).objection else { return nil }
    try holdSender(sender, until: nil, reason: objection, at: now)
    return objection
  }
}
