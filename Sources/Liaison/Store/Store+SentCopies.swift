import SQLite
import Scheduling

/// Whether a sender's server files what it takes in the Sent folder itself, as far as was seen.
struct SentFolderHabit: Hashable {
  /// Whether it does.
  var isFiledByServer = false
  /// How many messages that it had taken were not there.
  var missing = 0

  /// After so many the server is taken not to file anything; a Sent folder may lag behind for one.
  static let enough = 3
}

extension Store {
  /// What was sent by a sender since an instant and is not known to be in its Sent folder, oldest
  /// first; `begun` says that a copy may have been handed over already.
  func uncopiedAttempts(
    of sender: String, since: Instant, limit: Int
  ) throws -> [(id: String, begun: Bool)] {
    try connection.all(
      """
      SELECT a.id, c.attempt_id IS NOT NULL FROM attempt a
      LEFT JOIN sent_copy c ON c.attempt_id = a.id
      WHERE a.state = 'sent' AND a.sender = $1 AND a.settled_at > $2 AND a.merge IS NOT NULL
        AND c.filed_at IS NULL
      ORDER BY a.settled_at LIMIT $3
      """, [.text(sender), .integer(since.microseconds), .integer(limit)]
    ) { ($0.text(0), $0.int(1) == 1) }
  }

  /// Writes down that a copy is about to be handed over.
  func beginCopy(of attemptID: String, at now: Instant) throws {
    try connection.run(
      """
      INSERT INTO sent_copy (attempt_id, begun_at) VALUES ($1, $2)
      ON CONFLICT (attempt_id) DO NOTHING
      """, [.text(attemptID), .integer(now.microseconds)])
  }

  /// Writes down that a copy is in the Sent folder.
  func endCopy(of attemptID: String, at now: Instant) throws {
    try connection.run(
      """
      INSERT INTO sent_copy (attempt_id, begun_at, filed_at) VALUES ($1, $2, $2)
      ON CONFLICT (attempt_id) DO UPDATE SET filed_at = excluded.filed_at
      """, [.text(attemptID), .integer(now.microseconds)])
  }

  /// What was seen of a sender's Sent folder so far.
  func sentFolderHabit(of sender: String) throws -> SentFolderHabit {
    try connection.first(
      "SELECT is_filed_by_server, missing FROM sent_folder WHERE sender = $1", [.text(sender)]
    ) { SentFolderHabit(isFiledByServer: $0.int(0) == 1, missing: $0.int(1)) } ?? SentFolderHabit()
  }

  /// Keeps what was seen of a sender's Sent folder.
  func keep(_ habit: SentFolderHabit, of sender: String, at now: Instant) throws {
    try connection.run(
      """
      INSERT INTO sent_folder (sender, is_filed_by_server, missing, seen_at) VALUES ($1, $2, $3, $4)
      ON CONFLICT (sender) DO UPDATE SET is_filed_by_server = excluded.is_filed_by_server,
        missing = excluded.missing, seen_at = excluded.seen_at
      """,
      [
        .text(sender), .integer(habit.isFiledByServer ? 1 : 0), .integer(habit.missing),
        .integer(now.microseconds),
      ])
  }

  /// The Message-IDs of the last messages that a sender sent before an instant and of which no copy
  /// was filed by us, newest first.
  func lastUncopied(of sender: String, before: Instant, limit: Int) throws -> [String] {
    try connection.all(
      """
      SELECT message_id FROM attempt a WHERE state = 'sent' AND sender = $1 AND settled_at < $2
        AND NOT EXISTS (SELECT 1 FROM sent_copy c WHERE c.attempt_id = a.id)
      ORDER BY settled_at DESC LIMIT $3
      """, [.text(sender), .integer(before.microseconds), .integer(limit)]
    ) { $0.text(0) }
  }
}
