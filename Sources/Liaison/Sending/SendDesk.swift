import Curl
import Scheduling
import Tone

/// Sends a workspace's mail: dry or live, now or by a simulated clock.
public struct SendDesk {
  let workspace: Workspace
  let store: Store
  let benches: BenchCache
  let zones: ZoneDatabase
  private let homeZone: Zone
  let environment: [String: String]

  /// A desk over a workspace and its open store.
  ///
  /// - Parameter environment: Where passwords of the form `{ env: … }` are looked up.
  public init(
    workspace: Workspace, store: Store, zones: ZoneDatabase, linter: Linter,
    environment: [String: String]
  ) throws {
    self.workspace = workspace
    self.store = store
    self.environment = environment
    self.zones = zones
    homeZone = try workspace.homeZone(in: zones)
    benches = try BenchCache(workspace: workspace, store: store, zones: zones, linter: linter)
  }

  /// What would go now, without sending or changing anything.
  public func rehearse(
    at now: Instant, limit: Int = .max, only allowed: AllowList? = nil
  ) throws -> SendReport {
    if let restored = try store.restored() { throw restored }
    var report = SendReport(live: false)
    report.stoppedSenders = try store.waitingHolds(at: now)
    let due = try store.dueAttempts(at: now, limit: limit, only: allowed, by: benches.rules)
    for attempt in due.claims.map(\.attempt) {
      do throws(AttemptObstacle) {
        let prepared = try benches.prepare(attempt, at: now)
        report.add(benches.entry(attempt, .wouldSend, prepared.message.subject))
      } catch {
        switch error {
        case .broken(let error): throw error
        case .held(let reason): report.add(benches.entry(attempt, .held, reason))
        case .putOff(let planned, let why):
          report.add(benches.entry(attempt, .deferred, "\(why); again at \(planned.instant)"))
        case .ended(let reason): report.add(benches.entry(attempt, .ended, reason))
        }
      }
    }
    var book: CapacityBook?
    let moves = try benches.putOff(due.overfull, at: now, &book)
    for (attempt, move) in zip(due.overfull.map(\.attempt), moves) {
      report.add(
        benches.entry(
          attempt, .deferred, "\(move.why); again at \(move.move.planned.instant)"))
    }
    return report
  }

  /// Whether more than so many messages would go now.
  public func hasMoreDue(
    than count: Int, at now: Instant, only allowed: AllowList? = nil
  ) throws -> Bool {
    try store.dueCount(at: now, limit: count + 1, only: allowed, by: benches.rules) > count
  }

  /// Sends what is due by each sender's SMTP account, on as many connections as it has, and then
  /// files copies where they are wanted.
  ///
  /// - Parameters:
  ///   - allowed: To whom alone is written, for trial runs; nil for everybody.
  ///   - keepsEntries: Whether the report has an entry for each attempt; `progress` is given each
  ///     in any case, on the calling thread.
  ///   - shouldStop: Asked between messages; where it says yes, the run ends early.
  public func deliver(
    clock: @escaping () -> Instant, limit: Int = .max, only allowed: AllowList? = nil,
    keepsEntries: Bool = true, shouldStop: @escaping () -> Bool = { false },
    progress: @escaping (SendEntry) -> Void = { _ in }
  ) throws -> SendReport {
    try deliver(
      clock: clock, limit: limit, only: allowed, stock: nil, keepsEntries: keepsEntries,
      shouldStop: shouldStop, progress: progress)
  }

  /// The same with messages that were written before.
  package func deliver(_ stock: MessageStock, clock: @escaping () -> Instant) throws -> SendReport {
    try deliver(
      clock: clock, limit: .max, only: nil, stock: stock, keepsEntries: false,
      shouldStop: { false }, progress: { _ in })
  }

  private func deliver(
    clock: @escaping () -> Instant, limit: Int, only allowed: AllowList?, stock: MessageStock?,
    keepsEntries: Bool, shouldStop: @escaping () -> Bool, progress: @escaping (SendEntry) -> Void
  ) throws -> SendReport {
    var accounts: [String: SMTPAccount] = [:]
    let run = SendRun(
      store: store, benches: benches, clock: clock, shouldStop: shouldStop, only: allowed,
      stock: stock, keepsEntries: keepsEntries, progress: progress
    ) { sender in
      // Kept, since asking for a password may run a program.
      let account =
        try accounts[sender.id] ?? sender.account(environment: environment, workspace: workspace)
      accounts[sender.id] = account
      return SMTPTransport(account)
    }
    var report = try run.deliverDue(limit: limit)
    fileCopies(into: &report, clock: clock)
    return report
  }

  /// Files what is due into a Maildir instead of sending it.
  ///
  /// - Throws: `WorkspaceError.cannotWrite` where the folder cannot be made.
  public func file(
    into folder: String, clock: @escaping () -> Instant, limit: Int = .max,
    progress: @escaping (SendEntry) -> Void = { _ in }
  ) throws -> SendReport {
    let outbox = try MaildirTransport(folder: folder)
    let run = SendRun(
      store: store, benches: benches, clock: clock, countsRuns: false, progress: progress
    ) { _ in outbox }
    return try run.deliverDue(limit: limit)
  }

  /// The plan up to an instant.
  public func plan(from now: Instant, to horizon: Instant, campaign: String? = nil) throws
    -> SendPlanList
  {
    try Planner(store: store, benches: benches, homeZone: homeZone)
      .plan(from: now, to: horizon, campaign: campaign)
  }
}
