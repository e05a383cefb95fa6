import CommandLineKit
import Liaison

struct SegmentRemoveCommand: Command {
  static let path = ["segment", "remove"]
  static let summary = "Remove a saved segment that nothing uses."

  @Argument("name", help: "the segment's name")
  var name: String

  func run(_ terminal: Terminal) throws -> ExitCode {
    try Workspace.find(from: Surroundings.folder(terminal)).removeSegment(name)
    if terminal.wantsJSON {
      try terminal.json(["removed": name])
    } else {
      terminal.print("Removed the segment '\(name)'.")
    }
    return .done
  }
}
