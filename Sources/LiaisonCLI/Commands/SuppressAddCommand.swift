import CommandLineKit
import Liaison

struct SuppressAddCommand: Command {
  static let path = ["suppress", "add"]
  static let summary = "Never write to an address, or to anybody at a domain, again."
  static let details = """
    Holds in every campaign, also for people imported later, and stops what is under way.

      liaison suppress add someone@example.com --reason "asked by phone"
      liaison suppress add @example.com --reason "competitor"
    """

  @Argument("address", help: "an address, or a domain as @example.com")
  var address: String
  @Option("reason", value: "TEXT", help: "why, for whoever asks later")
  var reason: String

  func run(_ terminal: Terminal) throws -> ExitCode {
    let key = try suppressionKey(address)
    let surroundings = try Surroundings(terminal)
    try surroundings.store.suppress(
      key: key, reason: reason, by: Surroundings.who(terminal), at: Surroundings.now())
    if terminal.wantsJSON {
      try terminal.json(["suppressed": key])
    } else {
      terminal.print("Nothing goes to \(key) any more.")
    }
    return .done
  }
}
