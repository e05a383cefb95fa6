import Glibc
import SQLite
import Scheduling

/// The count of sending runs, which tells a backup that was put back from the newest state.
///
/// It stands in the database and in a file beside it, and is raised in that order before the first
/// message of a run may go and after the last one. A crash between the two leaves the database
/// ahead, which is no fault; a database behind its file has lost what was sent since.
extension Store {
  private static let runsName = "sending-runs"
  private static let copyName = "copy-of"

  private var counterFile: CounterFile { CounterFile(besideDatabase: path) }

  /// Whether the database is an older one that was put back, and by what that is known.
  ///
  /// - Returns: nil where it is the newest state.
  public func restored() throws -> RestoredDatabase? {
    if let instant = try workspaceNumber(Self.copyName) {
      return RestoredDatabase(sign: .copy(of: Instant(microseconds: instant)))
    }
    var found: CounterFile.Content?
    var known: Int64 = 0
    // The file is read first: the database is raised before it, so it is behind only where it is an
    // older one. The first file of all may be on its way from another sender, for moments.
    for _ in 1...50 {
      do {
        found = try counterFile.read()
      } catch {
        return RestoredDatabase(sign: .counterDamaged)
      }
      known = try workspaceNumber(Self.runsName) ?? 0
      if found != nil || known <= 1 { break }
      usleep(10_000)
    }
    // A first run that was killed before it wrote the file has sent nothing.
    guard let content = found else {
      return known > 1 ? RestoredDatabase(sign: .counterMissing) : nil
    }
    // A file that another workspace left says nothing of this one, as if there were none.
    guard try content.workspaceID == workspaceID() else {
      return known > 0 ? RestoredDatabase(sign: .counterMissing) : nil
    }
    guard content.runs > known else { return nil }
    return RestoredDatabase(sign: .behind(missingRuns: Int(clamping: content.runs - known)))
  }

  /// Counts the beginning or the end of a sending run, durably: here first, then in the file.
  func raiseCounter(at now: Instant) throws {
    try connection.write {
      try setWorkspaceNumber(Self.runsName, (try workspaceNumber(Self.runsName) ?? 0) + 1)
    }
    try writeCounter(at: now)
  }

  /// Writes the file as the database is by now; in the write lock, so that it never goes back.
  private func writeCounter(at now: Instant) throws {
    try connection.write {
      try counterFile.write(
        CounterFile.Content(
          runs: try workspaceNumber(Self.runsName) ?? 0, workspaceID: try workspaceID(),
          writtenAt: now))
    }
  }

  /// What was due by `$1`, also of campaigns that are paused and people who are held here: they may
  /// have gone on in the state that was lost.
  private static let mayHaveGone =
    "(state IN ('scheduled', 'claimed') AND due_at <= $1 OR state IN ('committing', 'unknown'))"

  /// Makes everything that may have gone unknown, and ends the hold on all else.
  ///
  /// What may have gone keeps until when that was, since the step after it may have gone as well.
  /// - Returns: How many attempts are unknown by it.
  public func reconcile(by who: String, at now: Instant) throws -> Int {
    guard let restored = try restored() else { return 0 }
    let file = (try? counterFile.read()) ?? nil
    let count = try connection.write {
      let count = try connection.run(
        """
        UPDATE attempt SET doubt_until = $1, lease_until = NULL, settled_at = $1,
          reply = CASE WHEN state = 'unknown' THEN reply ELSE $2 END,
          dated_at = CASE WHEN state IN ('committing', 'unknown') THEN dated_at ELSE due_at END,
          committed_at = CASE WHEN state IN ('committing', 'unknown') THEN committed_at ELSE $1 END,
          subject = CASE WHEN state IN ('committing', 'unknown') THEN subject END,
          merge = CASE WHEN state IN ('committing', 'unknown') THEN merge END,
          state = 'unknown'
        WHERE \(Self.mayHaveGone)
        """, [.integer(now.microseconds), .text(Self.doubtReason)])
      let known = try workspaceNumber(Self.runsName) ?? 0
      try setWorkspaceNumber(Self.runsName, max(known, file?.runs ?? 0) + 1)
      try connection.run("DELETE FROM workspace WHERE name = $1", [.text(Self.copyName)])
      try log(
        "reconcile", subject: "database", detail: "\(count) in doubt; \(restored.description)",
        by: who, at: now)
      return count
    }
    try writeCounter(at: now)
    return count
  }

  static let doubtReason = "it may have gone before the database was restored"

  /// Marks the database as a copy, so that nothing is sent from it until it is reconciled.
  func markAsCopy(of instant: Instant) throws {
    try setWorkspaceNumber(Self.copyName, instant.microseconds)
  }

  private func workspaceNumber(_ name: String) throws -> Int64? {
    try connection.first("SELECT value FROM workspace WHERE name = $1", [.text(name)]) {
      Int64($0.text(0))
    } ?? nil
  }

  private func setWorkspaceNumber(_ name: String, _ number: Int64) throws {
    try connection.run(
      """
      INSERT INTO workspace (name, value) VALUES ($1, $2)
      ON CONFLICT (name) DO UPDATE SET value = excluded.value
      """, [.text(name), .text("\(number)")])
  }
}
