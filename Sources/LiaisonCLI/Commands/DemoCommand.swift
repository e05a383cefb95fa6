import CommandLineKit
import FoundationEssentials
import Liaison

struct DemoCommand: Command {
  static let path = ["demo"]
  static let summary = "Run three simulated weeks of two campaigns, without a server."
  static let details = """
    Makes a workspace with fictional prospects, launches its campaigns, and lets three weeks pass: \
    the same planner, renderer, gate and store that send real mail, delivering into DIR/outbox. \
    Use --workspace DIR to say where; the folder must be new or empty.
    """

  init() {}

  func run(_ terminal: Terminal) throws -> ExitCode {
    let now = Surroundings.now()
    let folder =
      terminal.standardOption("workspace").map { Surroundings.path($0, terminal) }
      ?? FileManager.default.temporaryDirectory.path(percentEncoded: false)
      + "liaison-demo-\(now.seconds)"
    var demo = Demo(folder: folder, end: now)
    let outcome = try demo.run()
    if terminal.wantsJSON {
      try terminal.json(outcome)
    } else {
      DemoView(terminal).show(outcome)
    }
    return .done
  }
}
