import Foundation
import Glibc
import Liaison
import SQLite
import Scheduling

/// How long `liaison prospect list` takes from start to end over a million prospects: filters that an
/// index serves, or whose fields stand in the prospect itself, and filters that ask all contacts.
enum FilterBenchmark {
  private static let now = Instant(seconds: 1_790_000_000)

  private static let quick = [
    "country in (US, CA) and kind = creator and audience >= 20000 and not tag:paused",
    "tag:paused and audience >= 100k",
    "host = works-17.example",
  ]
  private static let whole = [
    "name ~ river and not (country = DE or language = fr)",
    "source != tool",
    "address ~ salt12 or zone = Asia/Tokyo",
    "never contacted and not suppressed",
  ]

  @Sendable
  static func run(_ scale: Scale) throws -> [Measurement] {
    let own = try ChildProcess.own()
    let folder = own.lastIndex(of: "/").map { String(own[..<$0]) } ?? "."
    let liaison = "\(folder)/liaison"
    guard access(liaison, X_OK) == 0 else {
      throw BenchmarkError("there is no \(liaison); run `swift build -c release` first")
    }
    return try ScratchFolder.with { scratch in
      let prospects = scale.pick(1_000_000, quick: 20_000)
      let workspace = "\(scratch)/workspace"
      try make(workspace, prospects: prospects, in: scratch)
      func measure(_ filter: String, atMost bar: Double) throws -> Measurement {
        let times = try (0..<scale.pick(7, quick: 1)).map { _ in
          try ChildProcess.run(
            liaison, ["prospect", "list", "--workspace", workspace, "--where", filter]) * 1e3
        }
        return Measurement(
          name: "list \(prospects / 1000)k: \(filter)", value: times.median, unit: "ms",
          bar: .valueAtMost(bar))
      }
      return try quick.map { try measure($0, atMost: 200) }
        + whole.map { try measure($0, atMost: 1000) }
    }
  }

  /// A workspace with so many prospects, a quarter more contacts, and a tag on every sixtieth.
  private static func make(_ path: String, prospects: Int, in scratch: String) throws {
    _ = try WorkspaceMaker.make(at: path, now: now)
    let file = "\(scratch)/prospects.csv"
    try ProspectRows.write(prospects / 4 * 5, to: file)
    let workspace = try Workspace(folder: path)
    var reader = try ImportReader(
      path: file, options: ImportOptions(zones: workspace.zoneDatabase()))
    _ = try ProspectImport(store: try workspace.openStore(), policy: .skip, who: "benchmark")
      .run(&reader, from: "prospects.csv", at: now)
    let connection = try Connection(path: workspace.databasePath, access: .write)
    try connection.run(
      """
      INSERT INTO contact_tag (contact_id, tag)
        SELECT id, 'paused' FROM (SELECT id, row_number() OVER (ORDER BY id) AS place FROM contact)
        WHERE place % 60 = 0
      """)
    guard try connection.integer("SELECT count(*) FROM prospect") == Int64(prospects) else {
      throw BenchmarkError("there are not \(prospects) prospects")
    }
  }
}
