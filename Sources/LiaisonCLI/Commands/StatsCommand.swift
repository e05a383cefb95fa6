import CommandLineKit
import Liaison

struct StatsCommand: Command {
  static let path = ["stats"]
  static let summary = "Show what was sent and answered, with rates and 95 % intervals."
  static let details = """
    Everything counts people, not messages. A reply counts for the last step sent before it; \
    auto-replies and opt-outs are not replies, refusals are. The rate is replied of delivered, \
    with Wilson's 95 % interval. Groups under 30 people are marked: they say too little.
    """

  @Argument("campaign", help: "only these campaigns")
  var campaigns: [String]

  @Option("where", value: "FILTER", help: "count only people that a filter holds for")
  var filter: String?

  func run(_ terminal: Terminal) throws -> ExitCode {
    let surroundings = try Surroundings(terminal, .read)
    for name in campaigns { _ = try surroundings.launched(name) }
    let people = try filter.map {
      (try surroundings.workspace.filter($0), try Surroundings.filterClock(surroundings.workspace))
    }
    let statistics = try surroundings.store.statistics(campaigns: campaigns, people: people)
    if terminal.wantsJSON {
      try terminal.json(["campaigns": statistics])
      return .done
    }
    if statistics.isEmpty {
      terminal.print("No campaign is launched yet; see 'liaison campaign launch'.")
    }
    StatisticsView(terminal).show(statistics)
    return .done
  }
}
