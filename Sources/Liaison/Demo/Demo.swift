import FoundationEssentials
import Scheduling

/// Three weeks of a campaign in a moment: the product's own planner, renderer, gate, message
/// builder and store, with a clock that is told what time it is.
public struct Demo {
  /// What the three weeks came to.
  public struct Outcome: Sendable, Codable {
    /// Where the workspace is.
    public let folder: String
    /// What the import did.
    public let imported: ImportReport
    /// What the launches did.
    public let launches: [LaunchReport]
    /// The plan as it stood right after the launches.
    public let plan: SendPlanList
    /// How many messages were filed in the outbox.
    public let filed: Int
    /// The answers, in the order in which they came.
    public let replies: [RecordedReply]
    /// The statistics at the end.
    public let statistics: [CampaignStatistics]
    /// When it began.
    public let start: Instant
    /// When it ended.
    public let end: Instant
  }

  /// How long it runs, in seconds.
  private static let span: Int64 = 21 * 86_400
  private static let who = "demo"

  private let folder: String
  private let end: Instant
  private var luck: SplitMix

  /// A demo in a folder that is new or empty, of the three weeks up to `end`.
  public init(folder: String, end: Instant, seed: UInt64 = 2026) {
    self.folder = folder
    self.end = Instant(seconds: end.seconds)
    luck = SplitMix(state: seed)
  }

  /// Runs it.
  ///
  /// - Parameter progress: Called with the simulated time after each message.
  public mutating func run(progress: @escaping (Instant) -> Void = { _ in }) throws -> Outcome {
    let start = end.adding(seconds: -Self.span)
    let workspace = try WorkspaceMaker.make(at: folder, now: start)
    let zones = try workspace.zoneDatabase()
    let store = try Store.open(at: workspace.databasePath, random: luck)
    let linter = try workspace.linter()
    let imported = try importProspects(into: store, zones, at: start)
    let desk = CampaignDesk(workspace: workspace, store: store, zones: zones, linter: linter)
    let launches = try workspace.campaignNames().sorted(by: >).map {
      try desk.launch(LaunchRequest(campaign: $0, who: Self.who), at: start)
    }
    let sending = try SendDesk(
      workspace: workspace, store: store, zones: zones, linter: linter, environment: [:])
    let plan = try sending.plan(from: start, to: end)
    let (filed, replies) = try simulate(store, sending, from: start, progress: progress)
    return Outcome(
      folder: folder, imported: imported, launches: launches, plan: plan, filed: filed,
      replies: replies, statistics: try store.statistics(), start: start, end: end)
  }

  private func importProspects(
    into store: Store, _ zones: ZoneDatabase, at now: Instant
  ) throws -> ImportReport {
    let name = "prospects.csv"
    let bytes = ShippedFiles.below("demo").first { $0.path == name }?.bytes ?? []
    try Data(bytes).write(to: URL(filePath: "\(folder)/\(name)"))
    var reader = try ImportReader(bytes: bytes, name: name, options: ImportOptions(zones: zones))
    return try ProspectImport(store: store, policy: .skip, who: Self.who)
      .run(&reader, from: name, at: now)
  }

  /// Goes from one due message or answer to the next until the three weeks are over.
  private mutating func simulate(
    _ store: Store, _ sending: SendDesk, from start: Instant, progress: @escaping (Instant) -> Void
  ) throws -> (filed: Int, replies: [RecordedReply]) {
    var now = start
    var filed = 0
    var replies: [RecordedReply] = []
    var answers: [(at: Instant, address: String, outcome: ReplyOutcome)] = []
    while true {
      let due = try store.nextDue()
      guard let next = [due, answers.first?.at].compactMap({ $0 }).min(), next <= end else { break }
      now = max(now, next)
      if let answer = answers.first, answer.at <= now {
        answers.removeFirst()
        let contact = try PreviewDesk.contact(answer.address, in: store)
        replies.append(
          try store.record(
            answer.outcome, from: contact, note: nil, receivedAt: answer.at, by: Self.who, at: now))
        continue
      }
      let clock = now
      let report = try sending.file(into: "\(folder)/outbox", clock: { clock }) { _ in
        progress(clock)
      }
      filed += report.count(.sent)
      if report.entries.isEmpty { break }
      for entry in report.entries where entry.result == .sent {
        guard let answer = answer(to: entry, sentAt: now) else { continue }
        answers.append(answer)
        answers.sort { ($0.at, $0.address) < ($1.at, $1.address) }
      }
    }
    return (filed, replies)
  }

  /// One in five answers, between two hours and three days later.
  private mutating func answer(
    to entry: SendEntry, sentAt: Instant
  ) -> (at: Instant, address: String, outcome: ReplyOutcome)? {
    guard luck.next() % 5 == 0 else { return nil }
    let seconds = 7_200 + Int64(luck.next() % 252_000)
    let outcomes: [ReplyOutcome] = [
      .interested, .interested, .question, .price, .notNow, .notInterested,
    ]
    let outcome = outcomes[Int(luck.next() % UInt64(outcomes.count))]
    return (sentAt.adding(seconds: seconds), entry.address, outcome)
  }
}

/// A small seeded generator (Steele, Lea and Flood 2014), so that every demo goes the same way.
private struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
