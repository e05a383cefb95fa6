import CommandLineKit
import Liaison

struct SuppressExportCommand: Command {
  static let path = ["suppress", "export"]
  static let summary = "Print who must never be written to as CSV, for another workspace or tool."
  static let details = """
    People who were erased are not in it: nothing is left of them that could be printed.

      liaison suppress export > do-not-mail.csv
    """

  init() {}

  func run(_ terminal: Terminal) throws -> ExitCode {
    let store = try Surroundings(terminal, .read).store
    if terminal.wantsJSON {
      try terminal.json(["suppressions": store.suppressions()])
    } else {
      terminal.write(try store.suppressionsAsCSV())
    }
    return .done
  }
}
