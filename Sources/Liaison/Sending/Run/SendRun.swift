import Scheduling

/// Sends what is due, exactly once: claim, write, gate, deliver, record.
///
/// The clock is a function, so three weeks pass in a test in milliseconds.
final class SendRun {
  private let record: RunRecord
  private let transport: (SenderAccount) throws -> any Transport
  /// Asked between messages; where it says yes, the run ends and gives back what it claimed.
  private let shouldStop: () -> Bool
  private let countsRuns: Bool

  init(
    store: Store, benches: BenchCache, clock: @escaping () -> Instant,
    shouldStop: @escaping () -> Bool = { false }, countsRuns: Bool = true,
    only allowed: AllowList? = nil, stock: MessageStock? = nil, keepsEntries: Bool = true,
    progress: @escaping (SendEntry) -> Void = { _ in },
    transport: @escaping (SenderAccount) throws -> any Transport
  ) {
    record = RunRecord(
      store: store, benches: benches, clock: clock, allowed: allowed, stock: stock,
      keepsEntries: keepsEntries, progress: progress)
    self.shouldStop = shouldStop
    self.countsRuns = countsRuns
    self.transport = transport
  }

  /// Sends everything that is due now, at most `limit` messages.
  func deliverDue(limit: Int = .max, batch: Int = 32) throws -> SendReport {
    if let restored = try record.store.restored() { throw restored }
    try record.begin()
    let connections = record.benches.mostConnections
    let feed = ClaimFeed(
      record, limit: limit, batch: max(batch, connections == 1 ? 0 : min(8 * connections, 256)),
      countsRuns: countsRuns)
    if connections == 1 {
      try OneByOne(record, shouldStop: shouldStop, transport: transport).run(feed)
    } else {
      try SideBySide(record, shouldStop: shouldStop, transport: transport).run(feed)
    }
    try record.journal.flush()
    try feed.finish()
    return record.report
  }
}
