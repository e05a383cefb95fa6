import CommandLineKit
import Liaison

struct CampaignCheckCommand: Command {
  static let path = ["campaign", "check"]
  static let summary = "Find everything that would stop or embarrass a campaign."
  static let details = """
    Writes every message of every contact in the segment and reports, for each, what is missing; \
    lints the templates; compares them with what was approved. Changes nothing. Exit code 1 where \
    somebody would be held or a launch would be refused.
    """

  @Argument("campaign", help: "the campaign's name: a file in campaigns/")
  var campaign: String

  func run(_ terminal: Terminal) throws -> ExitCode {
    let surroundings = try Surroundings(terminal, .read)
    let check: CampaignCheck
    do {
      check = try surroundings.campaignDesk().check(campaign, at: Surroundings.now())
    } catch let faults as ContentFaults where !terminal.wantsJSON {
      for fault in faults.faults {
        terminal.print("\(fault.place): \(terminal.style.red("error")): \(fault.message)")
      }
      terminal.print()
      let count = faults.faults.count
      terminal.print("\(count) fault\(count == 1 ? "" : "s") in the content of '\(campaign)'")
      return .badData
    }
    let code: ExitCode =
      check.blocking.isEmpty && check.held.isEmpty && check.changes.isEmpty ? .done : .findings
    if terminal.wantsJSON {
      try terminal.json(check)
      return code
    }
    CampaignReportView(terminal).show(check)
    return code
  }
}
