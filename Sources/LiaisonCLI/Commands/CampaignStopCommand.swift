import CommandLineKit
import Liaison

struct CampaignStopCommand: Command {
  static let path = ["campaign", "stop"]
  static let summary = "End a campaign for good; what has not gone out is cancelled."

  @Argument("campaign", help: "the name of a launched campaign")
  var campaign: String

  func run(_ terminal: Terminal) throws -> ExitCode {
    try CampaignStateChange(.stopped).run(campaign, terminal)
  }
}
