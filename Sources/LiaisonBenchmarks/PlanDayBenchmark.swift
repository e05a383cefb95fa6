import Foundation
import Glibc
import Liaison
import SQLite
import Scheduling

/// `liaison plan --days 1` as a whole process, on a database of a million enrollments of which five
/// thousand are due on the next day.
enum PlanDayBenchmark {
  private static let launchedAt = Instant(seconds: 1_790_000_000)
  private static let perDay = 5_000

  @Sendable
  static func run(_ scale: Scale) throws -> [Measurement] {
    let count = scale.pick(1_000_000, quick: 50_000)
    let own = try ChildProcess.own()
    let liaison = (own.lastIndex(of: "/").map { String(own[..<$0]) } ?? ".") + "/liaison"
    guard access(liaison, X_OK) == 0 else {
      throw BenchmarkError("there is no \(liaison); run `swift build -c release` first")
    }
    return try ScratchFolder.with { folder in
      let workspace = "\(folder)/workspace"
      try prepare(workspace, count: count)
      // The midnight before, so that one day's messages are ahead and none are overdue.
      let day = Instant(seconds: launchedAt.seconds / 86_400 * 86_400)
      var seconds: [Double] = []
      for _ in 0..<scale.pick(7, quick: 3) {
        seconds.append(
          try ChildProcess.run(
            liaison, ["plan", "--days", "1", "--at", day.iso8601, "--workspace", workspace]))
      }
      return [
        Measurement(
          name: "plan of a day, \(count / 1000)k enrollments", value: seconds.median * 1e3,
          unit: "ms", bar: .valueAtMost(300))
      ]
    }
  }

  /// Makes a workspace with a launched campaign, and enrolls very many behind its back.
  private static func prepare(_ path: String, count: Int) throws {
    _ = try WorkspaceMaker.make(at: path, now: launchedAt)
    let senders = (0..<30).map {
      "{ id: 's\($0)', name: 'Lina Berg', address: 's\($0)@acme.example', daily: 250 }"
    }
    try Data(
      """
      {
        brand: { name: "Acme", website: "https://acme.example", story: "Acme mends rain jackets.",
          postalAddress: "Werkstattgasse 12", contactPerson: "Lina Berg",
          optOutAddress: "stop@acme.example",
          kit: { file: "brand/brand-kit.pdf", link: "https://acme.example/kit" } },
        timeZone: "Europe/Berlin",
        senders: [\(senders.joined(separator: ", "))],
      }
      """.utf8
    ).write(to: URL(filePath: "\(path)/liaison.json5"))
    let campaign = "\(path)/campaigns/spring.json5"
    let names = (0..<30).map { "\"s\($0)\"" }.joined(separator: ", ")
    let text = try String(contentsOfFile: campaign, encoding: .utf8)
    try Data(text.replacing("senders: [\"me\"]", with: "senders: [\(names)]").utf8)
      .write(to: URL(filePath: campaign))
    let workspace = try Workspace(folder: path)
    _ = try CampaignDesk(
      workspace: workspace, store: workspace.openStore(), zones: workspace.zoneDatabase(),
      linter: workspace.linter()
    ).launch(LaunchRequest(campaign: "spring", who: "benchmark"), at: launchedAt)
    let connection = try Connection(path: workspace.databasePath, access: .write)
    try connection.write(cacheMegabytes: 500) {
      for sql in rows(count) { try connection.execute(sql) }
    }
    try connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
  }

  /// The statements that enroll so many: most wait for their first touch, every fifth for a follow-up
  /// after a first touch that was sent, at a working hour of Central Europe.
  private static func rows(_ count: Int) -> [String] {
    let numbers =
      "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < \(count))"
    let now = launchedAt.microseconds
    let due =
      "\(now / 86_400_000_000 * 86_400_000_000) + (i / \(perDay)) * 86400000000"
      + " + 39600000000 + (i * 7919 % 14400) * 1000000"
    return [
      """
      \(numbers) INSERT INTO prospect (id, key, name, kind, website, country, created_at, updated_at)
      SELECT printf('p%035d', i), 'site:works-' || i || '.example', 'Works ' || i, 'creator',
        'https://works-' || i || '.example', 'DE', \(now), \(now) FROM n
      """,
      """
      \(numbers) INSERT INTO contact (id, prospect_id, address, address_key, first_name, language,
        time_zone, fields, created_at, updated_at)
      SELECT printf('k%035d', i), printf('p%035d', i), 'person' || i || '@domain' || i || '.example',
        'person' || i || '@domain' || i || '.example', 'Maya', 'en',
        CASE i % 3 WHEN 0 THEN 'Europe/Berlin' WHEN 1 THEN 'Europe/Paris' ELSE 'Europe/Madrid' END,
        '{"recent_work":"A Week of Rain"}', \(now), \(now) FROM n
      """,
      """
      \(numbers) INSERT INTO enrollment (id, campaign_id, contact_id, state, language, sender,
        enrolled_at, changed_at)
      SELECT printf('e%035d', i), c.id, printf('k%035d', i), 'active', 'en', 's' || (i % 30), \(now),
        \(now) FROM n CROSS JOIN campaign c
      """,
      """
      \(numbers) INSERT INTO attempt (id, enrollment_id, campaign_id, contact_id, step, emphasis, state,
        due_at, reasons, message_id, token, tries, sender, sent_at, committed_at, dated_at)
      SELECT printf('e%035d.1', i), printf('e%035d', i), c.id, printf('k%035d', i), 1, 'brand-story',
        CASE i % 5 WHEN 0 THEN 'sent' ELSE 'scheduled' END, \(due), 'The minute is their own.',
        'm' || i || '.1', 0, 0, CASE i % 5 WHEN 0 THEN 's' || (i % 30) END,
        CASE i % 5 WHEN 0 THEN \(now) END, CASE i % 5 WHEN 0 THEN \(now) END,
        CASE i % 5 WHEN 0 THEN \(now) END FROM n CROSS JOIN campaign c
      """,
      """
      \(numbers) INSERT INTO attempt (id, enrollment_id, campaign_id, contact_id, step, emphasis, state,
        due_at, reasons, message_id, token, tries)
      SELECT printf('e%035d.2', i), printf('e%035d', i), c.id, printf('k%035d', i), 2,
        'partner-benefit', 'scheduled', \(due), 'Planned 4 days after.', 'm' || i || '.2', 0, 0
      FROM n CROSS JOIN campaign c WHERE i % 5 = 0
      """,
    ]
  }
}
