import CommandLineKit
import Liaison
import Scheduling

struct SimulateCommand: Command {
  static let path = ["simulate"]
  static let summary =
    "Show how a campaign will go: when it is through, and what each sender sends."
  static let details = """
    Plans everybody who waits, and whom a launch would enroll now, by the planner that sends, with a \
    share of people who answer after one of their messages. Other campaigns' messages are not counted. \
    Nothing is changed.

      liaison simulate spring --reply-rate 0.08
    """

  @Argument("campaign", help: "the campaign's name")
  var campaign: String
  @Option("reply-rate", value: "SHARE", help: "the share of people who answer at some time, 0 to 1")
  var replyRate = 0.08
  @Option("seed", help: "another number lets other people answer")
  var seed = 0
  @Option("at", help: "begin at this instant instead of now")
  var at: InstantParameter?

  func run(_ terminal: Terminal) throws -> ExitCode {
    guard (0...1).contains(replyRate) else {
      throw Failure(.usage, "--reply-rate is a number from 0 to 1, such as 0.08 for 8 %")
    }
    let surroundings = try Surroundings(terminal, .read)
    let found = try surroundings.campaignDesk().simulate(
      campaign, replyRate: replyRate, seed: UInt64(bitPattern: Int64(seed)),
      at: at?.instant ?? Surroundings.now())
    if terminal.wantsJSON {
      try terminal.json(found)
    } else {
      show(found, on: terminal)
    }
    return found.people == 0 ? .findings : .done
  }

  private func show(_ found: CampaignSimulation, on terminal: Terminal) {
    let held = found.held > 0 ? ", \(found.held) held until something is mended" : ""
    guard let begins = found.begins, let through = found.through else {
      return terminal.print("Nobody would be written to\(held); see 'liaison campaign check'.")
    }
    terminal.print(
      "'\(found.campaign)' to \(count(found.people, "person", "people"))\(held): "
        + "\(count(found.messages, "message")) from \(begins) through \(terminal.style.bold(through)); "
        + "\(found.replies) answer.")
    if found.withoutDay > 0 {
      terminal.print(
        "\(count(found.withoutDay, "sequence")) cut short: no day for the next message.")
    }
    var table = Table([
      .init("sender"), .init("messages", .right), .init("busiest day"), .init("that day", .right),
      .init("cap", .right), .init("cap needed", .right),
    ])
    for sender in found.senders {
      table.add([
        sender.id, "\(sender.messages)", sender.busiestDay, "\(sender.busiest)", "\(sender.cap)",
        "\(sender.capNeeded)",
      ])
    }
    terminal.print(table)
    if let free = found.throughWithoutCaps, free != through {
      terminal.print("Without caps it would be through on \(free).")
    }
    days(of: found, on: terminal)
  }

  private func days(of found: CampaignSimulation, on terminal: Terminal) {
    let counts = Dictionary(
      uniqueKeysWithValues: found.days.compactMap { day in
        CivilDate(day.date).map { ($0, day.messages.values.reduce(0, +)) }
      })
    PlanCalendarView(terminal).show(counts)
  }

  private func count(_ number: Int, _ one: String, _ many: String? = nil) -> String {
    "\(number) \(number == 1 ? one : many ?? one + "s")"
  }
}
