import CommandLineKit
import Liaison

struct SenderReleaseCommand: Command {
  static let path = ["sender", "release"]
  static let summary = "Let a held sender write again, once you know why it was held."

  @Argument("sender", help: "the sender's id in liaison.json5")
  var sender: String

  func run(_ terminal: Terminal) throws -> ExitCode {
    let surroundings = try Surroundings(terminal)
    guard
      try surroundings.store.releaseSender(
        sender, by: Surroundings.who(terminal), at: Surroundings.now())
    else {
      throw Failure(
        .noInput, "the sender '\(sender)' is not held", hint: "'liaison sender list' shows them")
    }
    if terminal.wantsJSON {
      try terminal.json(["released": sender])
    } else {
      terminal.print("'\(sender)' may send again.")
    }
    return .done
  }
}
