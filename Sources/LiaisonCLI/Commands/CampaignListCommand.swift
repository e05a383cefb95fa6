import CommandLineKit
import Liaison
import Scheduling

struct CampaignListCommand: Command {
  static let path = ["campaign", "list"]
  static let summary = "List the campaigns and where they stand."

  private struct Line: Encodable {
    let campaign: String
    let state: String
    let revision: Int?
    let launchedAt: String?
  }

  init() {}

  func run(_ terminal: Terminal) throws -> ExitCode {
    let surroundings = try Surroundings(terminal, .read)
    let launched = try surroundings.store.campaigns()
    let names = Set(surroundings.workspace.campaignNames()).union(launched.map { $0.name }).sorted()
    let lines = names.map { name in
      let record = launched.first { $0.name == name }
      return Line(
        campaign: name, state: record?.state.rawValue ?? "not launched",
        revision: record?.revision, launchedAt: record?.launchedAt.iso8601)
    }
    if terminal.wantsJSON {
      try terminal.json(["campaigns": lines])
      return .done
    }
    guard !lines.isEmpty else {
      terminal.print("There is no campaign; one is a file campaigns/NAME.json5.")
      return .done
    }
    var table = Table([
      .init("campaign"), .init("state"), .init("revision", .right), .init("launched"),
    ])
    for line in lines {
      table.add([
        line.campaign, line.state, line.revision.map { "\($0)" } ?? "",
        try launched.first { $0.name == line.campaign }
          .map { try surroundings.ourTime($0.launchedAt) } ?? "",
      ])
    }
    terminal.print(table)
    return .done
  }
}
