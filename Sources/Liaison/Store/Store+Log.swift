import SQLite
import Scheduling

/// One thing that somebody did in the workspace.
public struct LogEntry: Hashable, Sendable, Codable {
  /// When.
  public let at: Instant
  /// Who, by the name in `LIAISON_USER` or `USER`; `liaison` for what was done by rule.
  public let who: String
  /// What, such as `launch`, `suppress`, `import`.
  public let action: String
  /// To whom or what.
  public let subject: String
  /// With which words.
  public let detail: String
}

extension Store {
  /// What was done, newest first.
  ///
  /// - Parameters:
  ///   - subject: only what is about this, such as an address or a campaign.
  ///   - who: only what was done by them.
  ///   - since: nothing before.
  public func log(
    subject: String? = nil, who: String? = nil, since: Instant? = nil, limit: Int = .max
  ) throws -> [LogEntry] {
    try connection.all(
      """
      SELECT at, who, action, subject, detail FROM log
      WHERE ($1 IS NULL OR lower(subject) = lower($1)) AND ($2 IS NULL OR who = $2) AND at >= $3
      ORDER BY at DESC, id DESC LIMIT $4
      """,
      [
        .text(subject), .text(who), .integer(since?.microseconds ?? .min), .integer(limit),
      ]
    ) {
      LogEntry(
        at: Instant(microseconds: $0.integer(0)), who: $0.text(1), action: $0.text(2),
        subject: $0.text(3), detail: $0.text(4))
    }
  }
}
