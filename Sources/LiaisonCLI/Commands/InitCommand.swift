import CommandLineKit
import Liaison

struct InitCommand: Command {
  static let path = ["init"]
  static let summary = "Make a workspace with an example brand, sequences and campaigns."
  static let details = """
    The folder must be new or empty. It gets liaison.json5 (brand, senders), campaigns/, \
    templates/, the brand kit, and the database liaison.db, which only you can read.

      liaison init acme && cd acme
    """

  @Argument("folder", help: "the folder to make", completion: .directory)
  var folder: String

  func run(_ terminal: Terminal) throws -> ExitCode {
    let workspace = try WorkspaceMaker.make(
      at: Surroundings.path(folder, terminal), now: Surroundings.now())
    if terminal.wantsJSON {
      try terminal.json(["workspace": workspace.folder])
      return .done
    }
    terminal.print("Made a workspace in \(folder).")
    terminal.print()
    terminal.print("Next:")
    terminal.print("  cd \(folder)")
    terminal.print("  liaison import prospects.csv         six example prospects, or your own list")
    terminal.print("  liaison campaign check spring        what would stop or embarrass it")
    terminal.print("  $EDITOR liaison.json5                your brand, your mailbox")
    return .done
  }
}
