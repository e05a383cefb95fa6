import CommandLineKit
import Liaison

struct ContactExportCommand: Command {
  static let path = ["contact", "export"]
  static let summary = "Hand out everything that is held about a person, as JSON."
  static let details = """
    The contact, the prospect, every campaign and message with its content, every answer, and what \
    the log says of them. Instants are in UTC.

      liaison contact export maya@example.com > maya.json
    """

  @Argument("address", help: "whose")
  var address: String

  func run(_ terminal: Terminal) throws -> ExitCode {
    try terminal.json(Surroundings(terminal, .read).store.held(about: address))
    return .done
  }
}
