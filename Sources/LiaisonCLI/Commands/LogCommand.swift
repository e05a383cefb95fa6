import CommandLineKit
import Liaison
import Scheduling

struct LogCommand: Command {
  static let path = ["log"]
  static let summary = "Show who did what, newest first."
  static let details = """
    People go by LIAISON_USER, or else USER: names to talk to each other by, not a safeguard.

      liaison log
      liaison log maya@example.com
      liaison log --who ana --since 2026-11-01
    """

  @Argument("subject", help: "only what is about this address, domain, campaign or sender")
  var subject: String?
  @Option("who", value: "NAME", help: "only what this person did")
  var who: String?
  @Option("since", help: "nothing before this day")
  var since: DateParameter?
  @Option("limit", help: "how many entries at most")
  var limit = 50

  func run(_ terminal: Terminal) throws -> ExitCode {
    guard limit > 0 else { throw Failure(.usage, "--limit is at least 1") }
    let surroundings = try Surroundings(terminal, .read)
    let entries = try surroundings.store.log(
      subject: subject, who: who, since: since.map { try surroundings.start(of: $0.date) },
      limit: limit)
    if terminal.wantsJSON {
      try terminal.json(["log": entries])
      return .done
    }
    guard !entries.isEmpty else {
      terminal.print("Nothing of the kind is in the log.")
      return .done
    }
    var table = Table([.init("when"), .init("who"), .init("did"), .init("to"), .init("with")])
    for entry in entries {
      table.add([
        try surroundings.ourTime(entry.at), entry.who, entry.action, entry.subject, entry.detail,
      ])
    }
    terminal.print(table)
    return .done
  }
}
