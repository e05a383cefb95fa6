import CommandLineKit
import Liaison

struct ContactEraseCommand: Command {
  static let path = ["contact", "erase"]
  static let summary = "Forget a person for good, and never write to them again."
  static let details = """
    Empties the contact, the content of every message and the words of every answer, and cleans the \
    database's files. Only numbers for the statistics are left, and a keyed hash by which the \
    address is known if somebody imports it again: such a row is passed over.

    Backups and exported files that were made before still hold the person; delete those, too. A \
    backup that is put back with 'liaison restore' forgets them again.

      liaison contact erase maya@example.com
    """

  @Argument("address", help: "whose")
  var address: String
  @Flag("yes", help: "do not ask")
  var yes = false

  func run(_ terminal: Terminal) throws -> ExitCode {
    let store = try Surroundings(terminal).store
    if !yes {
      let question = "Forget \(address) and everything about them? This cannot be undone."
      guard try terminal.confirm(question) else { return .findings }
    }
    try store.erase(address, by: Surroundings.who(terminal), at: Surroundings.now())
    try store.scrub()
    if terminal.wantsJSON {
      try terminal.json(["erased": 1])
    } else {
      terminal.print("Erased. Older backups and exported files still hold the person.")
    }
    return .done
  }
}
