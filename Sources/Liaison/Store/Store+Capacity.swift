import SQLite
import Scheduling

/// Why a message may not go at the last moment, or that it may.
enum CommitDecision: Hashable, Sendable {
  /// It is written down as going.
  case go
  /// The claim was lost, or something about person, content, campaign or sender has changed.
  case lost
  /// The day has no room for it.
  case full(SendCap)
}

/// A waiting attempt that takes room on a day to come.
struct WaitingAttempt {
  let sender: String
  let step: Int
  let dueAt: Instant
  let campaignID: String
  let campaign: String
  let revision: Int
  /// Who is new in it; nil for a follow-up.
  let newContact: NewContactKeys?
}

/// What the store knows of the senders' days.
///
/// `sender_day` counts the messages whose final dot was allowed on a day, whatever their server then
/// said of them: to its provider a sender is who hands messages in, taken or not.
extension Store {
  /// How many messages a sender has handed over on a day.
  func sent(by sender: String, on date: CivilDate) throws -> Int {
    Int(
      try connection.integer(
        "SELECT sent FROM sender_day WHERE sender = $1 AND day = $2",
        [.text(sender), .integer(date.dayNumber)]))
  }

  /// The date of a sender's first message ever, or nil.
  func firstSend(of sender: String) throws -> CivilDate? {
    try connection.first(
      "SELECT min(day) FROM sender_day WHERE sender = $1", [.text(sender)]
    ) { $0.optionalInteger(0).map { CivilDate(dayNumber: Int($0)) } } ?? nil
  }

  /// How many messages a sender may send on a day, all in all.
  func allowance(of sender: String, on date: CivilDate, by rules: SendingRules) throws -> Int {
    let cap = rules.cap(of: sender)
    guard cap.rampUp != nil else { return cap.daily }
    let first = try firstSend(of: sender) ?? date
    return cap.messages(age: date.dayNumber - first.dayNumber)
  }

  /// What of a new contact was first written to on a day, by another attempt; nil where nothing was.
  func taken(_ keys: NewContactKeys, on date: CivilDate, besides attempt: String) throws -> SendCap?
  {
    for (key, cap) in keys.all {
      let isTaken =
        try connection.first(
          "SELECT 1 FROM first_touch_day WHERE day = $1 AND key = $2 AND attempt_id <> $3",
          [.integer(date.dayNumber), .text(key), .text(attempt)]
        ) { _ in true } ?? false
      if isTaken { return cap }
    }
    return nil
  }

  /// The marks of who is new in an attempt.
  func newContactKeys(contactID: String) throws -> NewContactKeys? {
    try connection.first(
      "SELECT address_key, prospect_id FROM contact WHERE id = $1", [.text(contactID)]
    ) { NewContactKeys(addressKey: $0.text(0), prospectID: $0.text(1)) }
  }

  /// Whether a day has room for an attempt that is about to go, and takes the room if so.
  ///
  /// Within the transaction that lets it go, so that two senders at once cannot pass a cap.
  /// - Parameter commits: Writes the attempt down, and says whether it could.
  func takeRoom(
    for attempt: AttemptRecord, on date: CivilDate, by rules: SendingRules,
    committing commits: () throws -> Bool
  ) throws -> CommitDecision {
    let allowance = try allowance(of: attempt.sender, on: date, by: rules)
    guard try sent(by: attempt.sender, on: date) < allowance else {
      return .full(.sender(daily: allowance))
    }
    var keys: NewContactKeys?
    if attempt.step == 1, let found = try newContactKeys(contactID: attempt.contact.id) {
      keys = found
      if let cap = try taken(found, on: date, besides: attempt.id) { return .full(cap) }
    }
    guard try commits() else { return .lost }
    try connection.run(
      """
      INSERT INTO sender_day (sender, day, sent) VALUES ($1, $2, 1)
      ON CONFLICT (sender, day) DO UPDATE SET sent = sender_day.sent + 1
      """, [.text(attempt.sender), .integer(date.dayNumber)])
    for (key, _) in keys?.all ?? [] {
      try connection.run(
        """
        INSERT INTO first_touch_day (day, key, attempt_id) VALUES ($1, $2, $3)
        ON CONFLICT (day, key) DO NOTHING
        """, [.integer(date.dayNumber), .text(key), .text(attempt.id)])
    }
    return .go
  }

  /// Forgets the new contacts of days long past, which bound nothing any more.
  func forgetNewContacts(before date: CivilDate) throws {
    let old: [Value] = [.integer(date.dayNumber - 7)]
    let isThere =
      try connection.first("SELECT 1 FROM first_touch_day WHERE day < $1 LIMIT 1", old) { _ in
        true
      } ?? false
    guard isThere else { return }
    _ = try connection.write {
      try connection.run("DELETE FROM first_touch_day WHERE day < $1", old)
    }
  }

  /// The new contacts of a day so far.
  func newContacts(on date: CivilDate) throws -> [String] {
    try connection.all(
      "SELECT key FROM first_touch_day WHERE day = $1", [.integer(date.dayNumber)]
    ) { $0.text(0) }
  }

  /// How many follow-ups of each sender still wait for the rest of a day.
  func waitingFollowUps(until end: Instant) throws -> [String: Int] {
    let found = try connection.all(
      """
      SELECT e.sender, count(*) FROM attempt a
      CROSS JOIN enrollment e ON e.id = a.enrollment_id
      CROSS JOIN campaign c ON c.id = a.campaign_id
      WHERE a.state = 'scheduled' AND a.due_at < $1 AND a.step > 1
        AND e.state = 'active' AND c.state = 'running'
      GROUP BY e.sender
      """, [.integer(end.microseconds)]
    ) { ($0.text(0), $0.int(1)) }
    return Dictionary(uniqueKeysWithValues: found)
  }

  /// Calls `body` with each attempt that waits, in whatever order, as far as it takes room.
  func forEachWaiting(_ body: (WaitingAttempt) throws -> Void) throws {
    try connection.forEach(
      """
      SELECT e.sender, a.step, a.due_at, a.campaign_id, c.name, c.revision, k.address_key,
        k.prospect_id
      FROM attempt a
      CROSS JOIN enrollment e ON e.id = a.enrollment_id
      CROSS JOIN campaign c ON c.id = a.campaign_id
      LEFT JOIN contact k ON k.id = a.contact_id AND a.step = 1
      WHERE a.state IN ('scheduled', 'claimed') AND e.state = 'active' AND c.state <> 'stopped'
      """
    ) { row in
      try body(
        WaitingAttempt(
          sender: row.text(0), step: row.int(1), dueAt: Instant(microseconds: row.integer(2)),
          campaignID: row.text(3), campaign: row.text(4), revision: row.int(5),
          newContact: row.optionalText(6).map {
            NewContactKeys(addressKey: $0, prospectID: row.text(7))
          }))
    }
  }

  /// Moves attempts that wait to other moments; one that was claimed or moved meanwhile stays.
  func move(_ moves: [AttemptMove]) throws {
    guard !moves.isEmpty else { return }
    try connection.write {
      for move in moves {
        try connection.run(
          """
          UPDATE attempt SET due_at = $3, reasons = $4
          WHERE id = $1 AND state = 'scheduled' AND due_at = $2
          """,
          [
            .text(move.attemptID), .integer(move.from.microseconds),
            .integer(move.planned.instant.microseconds), .text(move.planned.reasonText),
          ])
      }
    }
  }
}

/// A waiting attempt's new moment.
struct AttemptMove {
  let attemptID: String
  let from: Instant
  let planned: PlannedSend
}

extension PlannedSend {
  /// The reasons as an attempt keeps them, one a line.
  var reasonText: String { reasons.map(\.description).joined(separator: "\n") }
}

/// An attempt that some worker has claimed and not yet handed over.
struct LiveClaim {
  let id: String
  let sender: String
  let step: Int
  let contactID: String
}

extension Store {
  /// The claims that still hold.
  func liveClaims(at now: Instant) throws -> [LiveClaim] {
    try connection.all(
      """
      SELECT a.id, e.sender, a.step, a.contact_id FROM attempt a
      JOIN enrollment e ON e.id = a.enrollment_id
      WHERE a.state = 'claimed' AND a.lease_until >= $1
      """, [.integer(now.microseconds)]
    ) { LiveClaim(id: $0.text(0), sender: $0.text(1), step: $0.int(2), contactID: $0.text(3)) }
  }
}
