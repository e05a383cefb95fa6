import CommandLineKit
import Liaison
import Scheduling

struct PlanCommand: Command {
  static let path = ["plan"]
  static let summary = "Show what goes to whom and when, on their clock and ours."
  static let details = """
    Later steps are shown as they follow if the earlier ones go as planned and nobody answers; \
    they are marked with ~. The minute is the contact's own and does not move from one plan to \
    the next.

    A place with ~ before it was inferred, since no time zone is written down; +2 behind it stands \
    for two more zones in which the window is open too. --why says how each was found.
    """

  @Option("campaign", value: "NAME", help: "only this campaign")
  var campaign: String?
  @Option("days", help: "how many days to show")
  var days = 7
  @Option("limit", help: "how many lines to show")
  var limit = 50
  @Option("at", help: "plan from this instant instead of now")
  var at: InstantParameter?
  @Flag("why", help: "show the reasons of every line")
  var why = false

  @Flag("calendar", help: "show how many messages go on each day instead")
  var calendar = false
  @Option(
    "ics", value: "FILE", help: "also write the plan as a calendar file for other programs",
    completion: .file)
  var ics: String?

  func run(_ terminal: Terminal) throws -> ExitCode {
    guard (1...400).contains(days), limit > 0 else {
      throw Failure(.usage, "--days is a number from 1 to 400, and --limit is at least 1")
    }
    let surroundings = try Surroundings(terminal, .read)
    if let campaign { _ = try surroundings.launched(campaign) }
    let now = at?.instant ?? Surroundings.now()
    let plan = try surroundings.sendDesk(terminal).plan(
      from: now, to: now.adding(seconds: Int64(days) * 86_400), campaign: campaign)
    if let ics {
      try surroundings.write(plan.calendar(at: now), to: Surroundings.path(ics, terminal))
    }
    if terminal.wantsJSON {
      try terminal.json(plan)
    } else if calendar {
      PlanCalendarView(terminal).show(plan)
    } else {
      PlanView(terminal).show(plan, days: days, limit: limit, why: why)
    }
    let isClear = plan.held.isEmpty && plan.unknown.isEmpty && plan.restored == nil
    return isClear ? .done : .findings
  }
}
