import CommandLineKit
import Liaison

struct BackupCommand: Command {
  static let path = ["backup"]
  static let summary = "Write a checked copy of the database into a file."
  static let details = """
    Works while messages are being sent. The copy is whole, only you can read it, and nothing is \
    sent from it before 'liaison resolve --restored', wherever it is put back. The rest of the \
    workspace belongs into version control, the passwords into a safe, and so does liaison.db-key: \
    by that key people who were erased are known again.

      liaison backup backups/monday.db
    """

  @Argument("file", help: "the file to write", completion: .file)
  var file: String
  @Flag("force", help: "replace a file that is there")
  var force = false

  func run(_ terminal: Terminal) throws -> ExitCode {
    let surroundings = try Surroundings(terminal)
    let path = Surroundings.path(file, terminal)
    try surroundings.store.backup(to: path, overwrites: force, at: Surroundings.now())
    if terminal.wantsJSON {
      try terminal.json(["backup": path])
    } else {
      terminal.print("Backed up to \(file).")
    }
    return .done
  }
}
