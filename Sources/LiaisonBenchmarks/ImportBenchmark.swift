import Foundation
import Glibc
import Liaison
import Scheduling

/// The import of a million prospects into a new workspace, beside `sqlite3 .import` of the same
/// file into a fresh table, which only copies cells.
///
/// Both sides are programs started anew, measured from start to end; ours is this program with a
/// hidden argument, so that its peak memory is the import's alone.
enum ImportBenchmark {
  static let childArgument = "--import-child"
  private static let now = Instant(seconds: 1_790_000_000)

  @Sendable
  static func run(_ scale: Scale) throws -> [Measurement] {
    try ScratchFolder.with { try measure(scale.pick(1_000_000, quick: 20_000), in: $0) }
  }

  private static func measure(_ rows: Int, in folder: String) throws -> [Measurement] {
    let file = "\(folder)/prospects.csv"
    try ProspectRows.write(rows, to: file)
    let sqlite = ChildProcess.find("sqlite3")
    var ours: [Double] = []
    var theirs: [Double] = []
    var peak = 0.0
    for round in 0..<3 {
      if let sqlite {
        let database = "\(folder)/table-\(round).db"
        theirs.append(
          try ChildProcess.run(
            sqlite, [database, ".mode csv", ".import \(file) prospects"]))
        unlink(database)
      }
      let workspace = "\(folder)/workspace-\(round)"
      _ = try WorkspaceMaker.make(at: workspace, now: now)
      let report = "\(folder)/report"
      ours.append(
        try ChildProcess.run(
          ChildProcess.own(), [childArgument, workspace, file, "\(rows)", report]))
      let bytes = try String(contentsOfFile: report, encoding: .utf8)
      peak = max(peak, (Double(bytes) ?? .nan) / 1e6)
      try FileManager.default.removeItem(atPath: workspace)
    }
    let name = "import \(rows / 1000)k rows"
    return [
      Measurement(
        name: name, value: ours.median, unit: "s",
        reference: sqlite == nil
          ? .missing("sqlite3") : .measured("sqlite3 .import", theirs.median),
        bar: .ratioAtMost(6)),
      Measurement(
        name: "import peak memory", value: peak, unit: "MB", bar: .valueAtMost(300)),
    ]
  }

  /// The measured side: imports a file and writes down how much memory it took.
  static func runChild(_ arguments: [String]) throws {
    guard arguments.count == 4, let rows = Int(arguments[2]) else {
      throw BenchmarkError("\(childArgument) is for this program's own use")
    }
    let workspace = try Workspace(folder: arguments[0])
    let store = try workspace.openStore()
    var reader = try ImportReader(
      path: arguments[1], options: ImportOptions(zones: workspace.zoneDatabase()))
    let report = try ProspectImport(store: store, policy: .skip, who: "benchmark")
      .run(&reader, from: "prospects.csv", at: now)
    guard report.added == rows else {
      throw BenchmarkError(
        "\(report.added) of \(rows) rows were imported; \(report.problems.first?.description ?? "")"
      )
    }
    try Data("\(ChildProcess.peakMemory())".utf8).write(to: URL(filePath: arguments[3]))
  }
}
