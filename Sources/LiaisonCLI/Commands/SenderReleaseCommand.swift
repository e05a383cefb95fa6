import CommandLineKit
import Liaison

struct SenderReleaseCommand: Command {
  static let path = ["sender", "release"]
  static let summary = "Let a held sender write again, once you know why it was held."

  @Argument("sender", help: "the sender's id in liaison.json5")
  var sender: String

  func run(_ terminal: Terminal) throws -> ExitCode {
    let surroundings = try Surroundings(terminal)
    let wasHeld = try surroundings.store.releaseSender(
      sender, by: Surroundings.who(terminal), at: Surroundings.now())
    guard wasHeld || surroundings.workspace.configuration.sender(sender) != nil else {
      throw Failure(
        .noInput, "there is no sender '\(sender)'", hint: "'liaison sender list' shows them")
    }
    if terminal.wantsJSON {
      try terminal.json(["released": sender])
    } else {
      terminal.print("'\(sender)' \(wasHeld ? "may send again" : "was not held").")
    }
    return .done
  }
}
