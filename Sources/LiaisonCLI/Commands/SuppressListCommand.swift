import CommandLineKit
import Liaison

struct SuppressListCommand: Command {
  static let path = ["suppress", "list"]
  static let summary = "List who must never be written to, and why."

  init() {}

  func run(_ terminal: Terminal) throws -> ExitCode {
    let surroundings = try Surroundings(terminal, .read)
    let suppressions = try surroundings.store.suppressions()
    if terminal.wantsJSON {
      try terminal.json(["suppressions": suppressions])
      return .done
    }
    guard !suppressions.isEmpty else {
      terminal.print("Nobody is suppressed.")
      return .done
    }
    var table = Table([.init("address"), .init("reason"), .init("by"), .init("since")])
    for entry in suppressions {
      table.add([
        entry.key, entry.reason, entry.createdBy, try surroundings.ourTime(entry.createdAt),
      ])
    }
    terminal.print(table)
    return .done
  }
}
