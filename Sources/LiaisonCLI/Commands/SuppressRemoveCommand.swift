import CommandLineKit
import Liaison

struct SuppressRemoveCommand: Command {
  static let path = ["suppress", "remove"]
  static let summary = "Take a suppression back; what it stopped stays stopped."

  @Argument("address", help: "an address, or a domain as @example.com")
  var address: String

  func run(_ terminal: Terminal) throws -> ExitCode {
    let key = try suppressionKey(address)
    let surroundings = try Surroundings(terminal)
    guard
      try surroundings.store.unsuppress(
        key: key, by: Surroundings.who(terminal), at: Surroundings.now())
    else {
      throw Failure(
        .noInput, "\(key) is not suppressed", hint: "'liaison suppress list' shows who is")
    }
    if terminal.wantsJSON {
      try terminal.json(["removed": key])
    } else {
      terminal.print("\(key) may be written to again.")
    }
    return .done
  }
}
