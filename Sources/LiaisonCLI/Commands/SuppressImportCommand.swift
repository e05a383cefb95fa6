import CommandLineKit
import Liaison

struct SuppressImportCommand: Command {
  static let path = ["suppress", "import"]
  static let summary = "Take over a list of addresses and domains that must never be written to."
  static let details = """
    One to a line, or CSV with a column 'address', 'email' or 'domain' and, if you like, one \
    'reason'. Rows that are neither address nor domain are named; all others are stored.

      liaison suppress import do-not-mail.csv --reason "asked for no mail"
    """

  @Argument("file", help: "the list", completion: .file)
  var file: String
  @Option("reason", value: "TEXT", help: "why, for rows that do not say")
  var reason = "imported"

  func run(_ terminal: Terminal) throws -> ExitCode {
    let surroundings = try Surroundings(terminal)
    var reader = try CSVReader(path: Surroundings.path(file, terminal))
    let report = try SuppressionImport(
      store: surroundings.store, who: Surroundings.who(terminal)
    ).run(&reader, reason: reason, at: Surroundings.now())
    if terminal.wantsJSON {
      try terminal.json(report)
    } else {
      for problem in report.problems { terminal.print("\(file): \(problem)") }
      terminal.print(
        "\(report.added) suppressed, \(report.known) known already, "
          + "\(report.problems.count) not understood")
    }
    return report.problems.isEmpty ? .done : .findings
  }
}
