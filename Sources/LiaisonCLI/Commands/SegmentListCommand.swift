import CommandLineKit
import Liaison

struct SegmentListCommand: Command {
  static let path = ["segment", "list"]
  static let summary = "List the saved segments."

  init() {}

  func run(_ terminal: Terminal) throws -> ExitCode {
    let workspace = try Workspace.find(from: Surroundings.folder(terminal))
    let lines = try workspace.segmentNames().map { name in
      let segment = try workspace.segment(named: name)
      return SegmentLine(segment: name, where: segment.filter, note: segment.note, prospects: nil)
    }
    if terminal.wantsJSON {
      try terminal.json(["segments": lines])
      return .done
    }
    guard !lines.isEmpty else {
      terminal.print("No segment is saved; see 'liaison segment save'.")
      return .done
    }
    var table = Table([.init("segment"), .init("where"), .init("note")])
    for line in lines { table.add([line.segment, line.where, line.note ?? ""]) }
    terminal.print(table)
    return .done
  }
}
