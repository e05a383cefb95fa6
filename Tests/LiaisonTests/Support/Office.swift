import FoundationEssentials
import SQLite
import Scheduling
import Templating
import Testing
import Tone

@testable import Liaison

/// A small workspace with a store and a clock of its own, for tests of what a campaign does.
final class Office {
  static let zones = Result { try ZoneDatabase() }
  static let linter = Result { try Linter.shipped() }

  let folder: TemporaryFolder
  private(set) var workspace: Workspace
  let store: Store
  let zones: ZoneDatabase
  let linter: Linter
  /// What the clock shows.
  var now: Instant
  private lazy var benches = Result { try makeBenches(store) }

  /// A workspace with these contacts, or with the people of `ada@one.example` and so on.
  init(
    people count: Int = 1, rows: [String]? = nil, senders: [String] = ["me"], cap: String = "",
    limits: String = "", header: String = Office.header, seed: UInt64 = 20_260_302
  ) throws {
    folder = try TemporaryFolder()
    zones = try Self.zones.get()
    linter = try Self.linter.get()
    now = try #require(Instant(iso8601: "2026-03-02T09:30:00Z"))
    try folder.write(
      Self.configuration(senders, cap: cap, limits: limits), to: "liaison.json5")
    try folder.write(Self.campaign(senders), to: "campaigns/spring.json5")
    // These tests are about other things than what the brand has to offer.
    try folder.write("{ bar: 0 }", to: "brand/answers.json5")
    for (index, emphasis) in Self.emphases.enumerated() {
      try folder.write(Self.template(index + 1, emphasis), to: "templates/s/\(index + 1).md")
    }
    workspace = try Workspace(folder: folder.path)
    // People's minutes come of their ids, which must be the same ones in every run.
    store = try Store.create(
      at: workspace.databasePath, now: now, random: SplitMix64(seed: seed))
    let rows = rows ?? (0..<count).map(Self.row)
    if !rows.isEmpty { try importRows(rows, header: header) }
  }

  static let header = "email,first_name,kind,language,timezone"
  static let emphases = ["brand-story", "partner-benefit", "social-proof", "parting"]

  /// The row of one made-up person, each in a domain of their own.
  static func row(_ index: Int) -> String {
    "person\(index)@domain\(index).example,Name\(index),creator,en,Europe/Berlin"
  }

  static func address(_ index: Int) -> String { "person\(index)@domain\(index).example" }

  /// The configuration; `cap` is what each sender has besides, such as `daily: 5`.
  static func configuration(
    _ senders: [String], cap: String = "", limits: String = ""
  ) -> String {
    let list = senders.map {
      "{ id: '\($0)', name: 'Lina Berg', address: '\($0)@acme.example', \(cap) }"
    }
    return """
      {
        brand: { name: 'Acme', postalAddress: 'Werkstattgasse 12', kit: { file: 'kit.txt' } },
        timeZone: 'Europe/Berlin',
        senders: [\(list.joined(separator: ", "))], limits: { \(limits) },
      }
      """
  }

  static func campaign(_ senders: [String], window: String = "Mon-Fri 10:00-18:00") -> String {
    """
    {
      language: 'en', senders: [\(senders.map { "'\($0)'" }.joined(separator: ", "))],
      window: '\(window)', kit: 'none',
      steps: [
        { template: 's/1.md' }, { template: 's/2.md' }, { template: 's/3.md', gap: 4 },
        { template: 's/4.md', gap: [4, 5] },
      ],
    }
    """
  }

  static func template(_ step: Int, _ emphasis: String) -> String {
    """
    ---
    \(step == 1 ? "subject: A jacket for {{first_name}}\n" : "")emphasis: \(emphasis)
    ---
    {{salutation}}

    This message stresses MARK\(step) and nothing else.

    """
  }

  /// Reads the configuration again after a test has changed it.
  func reload() throws {
    workspace = try Workspace(folder: folder.path)
    benches = Result { try makeBenches(store) }
  }

  @discardableResult
  func importRows(
    _ rows: [String], header: String = Office.header, policy: DuplicatePolicy = .update
  ) throws -> ImportReport {
    let text = ([header] + rows).joined(separator: "\r\n") + "\r\n"
    var reader = try ImportReader(
      bytes: Array(text.utf8), name: "rows.csv", options: ImportOptions(zones: zones))
    return try ProspectImport(store: store, policy: policy, who: "test")
      .run(&reader, from: "rows.csv", at: now)
  }

  /// Another connection to the same database, as another process would have.
  func secondStore() throws -> Store { try Store.open(at: workspace.databasePath) }

  var desk: CampaignDesk {
    CampaignDesk(workspace: workspace, store: store, zones: zones, linter: linter)
  }

  @discardableResult
  func launch(
    _ campaign: String = "spring", _ change: (inout LaunchRequest) -> Void = { _ in }
  ) throws -> LaunchReport {
    var request = LaunchRequest(campaign: campaign, who: "test")
    change(&request)
    return try desk.launch(request, at: now)
  }

  /// What bounds the sending, by the configuration as it was last read.
  var rules: SendingRules {
    get throws {
      SendingRules(workspace.configuration, home: try workspace.homeZone(in: zones))
    }
  }

  func makeBenches(_ store: Store) throws -> BenchCache {
    try BenchCache(workspace: workspace, store: store, zones: zones, linter: linter)
  }

  /// Sends what is due now by a transport.
  @discardableResult
  func send(
    _ transport: any Transport, through other: Store? = nil, limit: Int = .max
  ) throws -> SendReport {
    let benches = try other.map(makeBenches) ?? self.benches.get()
    return try SendRun(store: other ?? store, benches: benches, clock: { self.now }) { _ in
      transport
    }.deliverDue(limit: limit)
  }

  /// Sets the clock to when the next attempt is due.
  func goToNextDue() throws { now = max(now, try #require(try store.nextDue())) }

  func contact(_ address: String = Office.address(0)) throws -> ContactRecord {
    try PreviewDesk.contact(address, in: store)
  }

  @discardableResult
  func reply(
    _ outcome: ReplyOutcome = .interested, from address: String = Office.address(0),
    receivedAt: Instant? = nil, through other: Store? = nil
  ) throws -> RecordedReply {
    let store = other ?? store
    return try store.record(
      outcome, from: PreviewDesk.contact(address, in: store), note: nil,
      receivedAt: receivedAt ?? now, by: "test", at: now)
  }

  func berlin() throws -> Zone { try zones.zone(TimeZoneName("Europe/Berlin", in: zones)) }
}

/// An attempt as it stands in the database.
struct AttemptRow: Equatable {
  let id: String
  let address: String
  let step: Int
  let emphasis: String
  let state: String
  let due: Instant
  let reasons: String
  let sent: Instant?
  let tries: Int
  let token: Int
  let failure: String?
  let reply: String?
  let messageID: String
}

extension Office {
  func attempts(of address: String? = nil) throws -> [AttemptRow] {
    try store.connection.all(
      """
      SELECT a.id, k.address, a.step, a.emphasis, a.state, a.due_at, a.reasons, a.sent_at, a.tries,
        a.token, a.failure, a.reply, a.message_id
      FROM attempt a JOIN contact k ON k.id = a.contact_id ORDER BY k.address, a.step
      """
    ) {
      AttemptRow(
        id: $0.text(0), address: $0.text(1), step: $0.int(2), emphasis: $0.text(3),
        state: $0.text(4), due: Instant(microseconds: $0.integer(5)), reasons: $0.text(6),
        sent: $0.optionalInteger(7).map(Instant.init(microseconds:)), tries: $0.int(8),
        token: $0.int(9), failure: $0.optionalText(10), reply: $0.optionalText(11),
        messageID: $0.text(12))
    }.filter { address == nil || $0.address == address }
  }

  /// The only attempt that there is.
  func attempt() throws -> AttemptRow {
    let all = try attempts()
    #expect(all.count == 1)
    return try #require(all.first)
  }

  func enrollment(_ address: String = Office.address(0)) throws -> String {
    try #require(
      try store.connection.first(
        """
        SELECT e.state FROM enrollment e JOIN contact k ON k.id = e.contact_id WHERE k.address = $1
        """, [.text(address)]
      ) { $0.text(0) })
  }

  func text(_ sql: String) throws -> String? { try store.connection.first(sql) { $0.text(0) } }
}
