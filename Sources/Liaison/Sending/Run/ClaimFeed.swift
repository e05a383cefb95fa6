import Scheduling

/// What a run may still send, a batch of claims at a time, oldest first.
final class ClaimFeed {
  private let record: RunRecord
  private let batch: Int
  private var left: Int
  /// Whether the run is counted beside the database; one into a folder for trials is not.
  private let countsRuns: Bool
  private var isCounted = false

  init(_ record: RunRecord, limit: Int, batch: Int, countsRuns: Bool) {
    self.record = record
    self.batch = batch
    self.countsRuns = countsRuns
    left = limit
  }

  /// The next claims, none where nothing more is due.
  ///
  /// - Parameter others: Senders that want none now.
  func next(without others: Set<String> = []) throws -> [Claim] {
    // What was withheld goes back first, so that it can be claimed anew as it is now.
    try record.journal.flush()
    while left > 0 {
      let due = try record.store.claimDue(
        at: record.clock(), limit: min(batch, left), without: record.stopped.union(others),
        only: record.allowed, by: record.benches.rules)
      try record.putOff(due.overfull)
      if due.claims.isEmpty {
        if due.overfull.isEmpty { return [] }
        continue
      }
      left -= due.claims.count
      do {
        try count()
      } catch {
        // What cannot be counted does not go.
        try? record.store.release(due.claims)
        throw error
      }
      return due.claims
    }
    return []
  }

  /// Counts the end of the run as well, so that a copy which was made while it ran is known to be
  /// older, too.
  func finish() throws {
    if isCounted { try record.store.raiseCounter(at: record.clock()) }
  }

  /// Counts the run before its first message may go.
  private func count() throws {
    guard countsRuns, !isCounted else { return }
    try record.store.raiseCounter(at: record.clock())
    isCounted = true
  }
}
