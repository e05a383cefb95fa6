import CommandLineKit
import Liaison

struct SegmentSaveCommand: Command {
  static let path = ["segment", "save"]
  static let summary = "Save a filter under a name, to use it again."
  static let details = """
    It becomes the file segments/NAME.json5 of the workspace. A filter names it as segment:NAME, in \
    'prospect list', in other segments, and in a campaign's segment.

      liaison segment save eu-creators "country in (DE, FR, NL) and kind = creator"
      liaison prospect list --where "segment:eu-creators and never contacted"
    """

  @Argument("name", help: "the name: letters, digits, - and _")
  var name: String
  @Argument("filter", help: "the filter")
  var filter: String
  @Option("note", value: "TEXT", help: "what it is for")
  var note: String?
  @Flag("replace", help: "change a segment that is there already")
  var isReplacing = false

  func run(_ terminal: Terminal) throws -> ExitCode {
    let filter = try Filter(filter)
    let surroundings = try Surroundings(terminal, .read)
    let workspace = surroundings.workspace
    // Counted first, so that nothing is saved where the filter cannot be asked.
    let count = try surroundings.store.prospectCount(
      workspace.filter(filter.text), clock: Surroundings.filterClock(workspace))
    try workspace.saveSegment(name, filter, note: note, replacing: isReplacing)
    if terminal.wantsJSON {
      try terminal.json(
        SegmentLine(segment: name, where: filter.text, note: note, prospects: count))
    } else {
      terminal.print(
        "Saved '\(name)' in segments/\(name).json5: \(count) prospect\(count == 1 ? "" : "s") now.")
    }
    return .done
  }
}

/// A saved segment as JSON shows it.
struct SegmentLine: Encodable {
  let segment: String
  let `where`: String
  let note: String?
  let prospects: Int?
}
