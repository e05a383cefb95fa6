import CommandLineKit
import Liaison
import Scheduling

extension DuplicatePolicy: ParameterValue {}

struct ImportCommand: Command {
  static let path = ["import"]
  static let summary = "Import prospects from a CSV file."
  static let details = """
    Column names in English or Chinese are recognised; --map says what the others are. A column \
    that is nothing else becomes the contact's own field and can be used as {{name}} in templates. \
    Where there is no time zone, columns for city, region (state or province), phone and country \
    tell it.

    Rows that cannot be imported are listed with row, column and reason; the others are stored \
    together, or not at all. Exit code 1 where rows were rejected.

      liaison import list.csv --rejects rejected.csv
      liaison import list.csv --where "country in (US, CA) and audience >= 20k"
      liaison import 名单.csv --encoding gb18030 --map "博主邮箱=email"
    """

  @Argument("file", help: "the CSV file: comma, semicolon or tab", completion: .file)
  var file: String
  @Option("map", value: "COLUMN=FIELD", help: "what a column is, such as Firma=prospect")
  var map: [String]
  @Option(
    "encoding", value: "NAME",
    help: "gb18030, big5, shift_jis, euc-kr or windows-1252, where the file is not Unicode")
  var encoding: String?
  @Option("on-duplicate", help: "what to do with a contact that is known already")
  var policy = DuplicatePolicy.skip
  @Option("rejects", value: "FILE", help: "write the rejected rows there", completion: .file)
  var rejects: String?
  @Option("where", value: "FILTER", help: "only rows that a filter holds for")
  var filter: String?
  @Flag("dry-run", help: "do everything but store nothing")
  var isDryRun = false

  func run(_ terminal: Terminal) throws -> ExitCode {
    let workspace = try Workspace.find(from: Surroundings.folder(terminal))
    let options = try options(zones: try workspace.zoneDatabase())
    var reader = try ImportReader(path: file, options: options)
    let store = try workspace.openStore()
    let rejects = try self.rejects.map {
      RejectsFile(try RejectsWriter(path: $0, mapping: reader.mapping))
    }
    let bar = ProgressBar(terminal, label: "importing", total: reader.totalBytes) {
      Surroundings.now().microseconds
    }
    let report = try ProspectImport(
      store: store, policy: policy, isDryRun: isDryRun, filter: try rowFilter(workspace),
      who: Surroundings.who(terminal)
    ).run(
      &reader, from: file, at: Surroundings.now(),
      reject: { row, problems in try rejects?.write(row, problems) },
      progress: { bar.update(to: $0) })
    bar.finish()
    try rejects?.finish()
    try show(report, on: terminal)
    return report.rejected > 0 ? .findings : .done
  }

  private func rowFilter(
    _ workspace: Workspace
  ) throws -> (filter: Filter, clock: FilterClock)? {
    guard let filter else { return nil }
    let found = try workspace.filter(filter)
    if let field = found.fieldsOutsideFiles.first {
      throw Failure(
        .usage, "a row of a file tells nothing of '\(field)'",
        hint: "import all, then use the filter with 'liaison prospect list'")
    }
    return (found, try Surroundings.filterClock(workspace))
  }

  private func options(zones: ZoneDatabase) throws -> ImportOptions {
    var options = ImportOptions(zones: zones)
    if let encoding {
      guard let known = SourceEncoding(name: encoding) else {
        throw Failure(
          .usage, "the encoding '\(encoding)' is not known",
          hint: "known are \(SourceEncoding.names)")
      }
      options.encoding = known
    }
    options.assignments = try map.map { text in
      do {
        return try ColumnAssignment(text)
      } catch {
        throw Failure(.usage, "\(error)")
      }
    }
    return options
  }

  private func show(_ report: ImportReport, on terminal: Terminal) throws {
    if terminal.wantsJSON { return try terminal.json(report) }
    for problem in report.problems { terminal.print(problem.description) }
    let listed = report.problems.count
    if listed == ImportReport.listed { terminal.print("(only the first \(listed) are listed)") }
    if listed > 0 { terminal.print() }
    terminal.print(
      "\(report.rows) row\(report.rows == 1 ? "" : "s"): \(report.added) added, "
        + "\(report.updated) updated, \(report.skipped) known already, "
        + "\(report.rejected) rejected")
    if report.leftOut > 0 {
      terminal.print("The filter left out \(report.leftOut) row\(report.leftOut == 1 ? "" : "s").")
    }
    if report.suppressed > 0 {
      terminal.print("\(report.suppressed) of them are suppressed and are never written to.")
    }
    if report.erased > 0 {
      terminal.print("\(report.erased) asked to be erased and were passed over.")
    }
    if report.isDryRun { terminal.print("This was a dry run; nothing was stored.") }
    if report.rejected > 0, let rejects {
      terminal.print("The rejected rows are in \(rejects); mend them there and import that file.")
    }
  }
}

/// Holds the rejects writer, which cannot be copied, where a closure can reach it.
private final class RejectsFile {
  private var writer: RejectsWriter?

  init(_ writer: consuming RejectsWriter) { self.writer = consume writer }

  func write(_ row: CSVRow, _ problems: [RowProblem]) throws {
    try writer?.write(row, problems: problems)
  }

  func finish() throws { try writer.take()?.finish() }
}
