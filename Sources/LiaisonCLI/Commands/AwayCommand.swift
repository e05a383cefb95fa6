import CommandLineKit
import Liaison
import Scheduling

struct AwayCommand: Command {
  static let path = ["away"]
  static let summary = "Note that somebody is out of office; their next message waits."
  static let details = """
    Nothing goes to them, in any campaign, before the second working day after the date on which \
    they are back, by the holidays and week-end of their country. It is no answer: the sequence goes \
    on after that. A later word replaces an earlier one.

      liaison away maya@example.com --until 2026-12-01
    """

  @Argument("contact", help: "the address of whoever is away")
  var contact: String
  @Option("until", value: "DATE", help: "the date on which they are back, as 2026-12-01")
  var until: DateParameter

  func run(_ terminal: Terminal) throws -> ExitCode {
    let surroundings = try Surroundings(terminal)
    let person = try PreviewDesk.contact(contact, in: surroundings.store)
    let recorded: RecordedAbsence
    do {
      recorded = try surroundings.sendDesk(terminal).absent(
        person, until: until.date, by: Surroundings.who(terminal), at: Surroundings.now())
    } catch let error as AbsenceError {
      throw Failure(.usage, "--until \(error)")
    }
    if terminal.wantsJSON {
      try terminal.json(recorded)
      return .done
    }
    terminal.print(
      "\(recorded.name) <\(recorded.address)> is away until \(recorded.back); nothing goes before "
        + "\(try surroundings.ourTime(recorded.writtenFrom)) by our clock.")
    for moved in recorded.moved {
      let moment = try moved.instant.map { "now goes at \(try surroundings.ourTime($0))" }
      terminal.print(
        "Step \(moved.step) of '\(moved.campaign)' "
          + "\(moment ?? "goes no more: the campaign is over by then").")
    }
    return .done
  }
}
