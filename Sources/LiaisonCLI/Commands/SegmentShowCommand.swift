import CommandLineKit
import Liaison

struct SegmentShowCommand: Command {
  static let path = ["segment", "show"]
  static let summary = "Show a saved segment, and how many prospects are in it."

  @Argument("name", help: "the segment's name")
  var name: String

  func run(_ terminal: Terminal) throws -> ExitCode {
    let surroundings = try Surroundings(terminal, .read)
    let workspace = surroundings.workspace
    let clock = try Surroundings.filterClock(workspace)
    let all = try surroundings.store.prospectCount(nil, clock: clock)
    let segment = try workspace.segment(named: name)
    let count = try surroundings.store.prospectCount(
      workspace.filter(segment.filter), clock: clock)
    if terminal.wantsJSON {
      try terminal.json(
        SegmentLine(segment: name, where: segment.filter, note: segment.note, prospects: count))
      return .done
    }
    terminal.print(segment.filter)
    if let note = segment.note { terminal.print(note) }
    terminal.print("\(count) of \(all) prospect\(all == 1 ? "" : "s")")
    return .done
  }
}
