import CommandLineKit
import Liaison

struct RestoreCommand: Command {
  static let path = ["restore"]
  static let summary = "Put a backup of the database back, and hold all sending."
  static let details = """
    The backup is checked first, and the old database is kept aside. Messages may have gone since \
    the backup, so nothing is sent until you have entered who answered or was suppressed since, \
    and have run 'liaison resolve --restored'.

      liaison restore backups/monday.db
    """

  @Argument("file", help: "the backup", completion: .file)
  var file: String
  @Flag("yes", help: "do not ask")
  var yes = false

  func run(_ terminal: Terminal) throws -> ExitCode {
    let workspace = try Workspace.find(from: Surroundings.folder(terminal))
    if !yes {
      let question = "Put \(file) in the place of the database?"
      guard try terminal.confirm(question) else { return .findings }
    }
    let result = try Store.restore(
      from: Surroundings.path(file, terminal), to: workspace.databasePath,
      by: Surroundings.who(terminal), at: Surroundings.now())
    if terminal.wantsJSON {
      try terminal.json(
        Report(
          restored: file, kept: result.kept, suppressed: result.suppressed, erased: result.erased))
      return .done
    }
    terminal.print("Restored \(file).")
    if let kept = result.kept { terminal.print("The old database is \(kept).") }
    if result.suppressed > 0 {
      terminal.print("\(result.suppressed) suppressed since the backup stay suppressed.")
    }
    if result.erased > 0 { terminal.print("\(result.erased) erased since were erased again.") }
    terminal.print()
    terminal.print("Nothing is sent for now, since messages may have gone after the backup. Next:")
    terminal.print("  liaison reply, liaison suppress add    who answered or opted out since")
    terminal.print("  liaison resolve --restored             holds what may have gone")
    return .done
  }

  private struct Report: Encodable {
    let restored: String
    let kept: String?
    let suppressed: Int
    let erased: Int
  }
}
