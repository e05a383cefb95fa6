import CommandLineKit
import Liaison

struct CampaignPauseCommand: Command {
  static let path = ["campaign", "pause"]
  static let summary = "Send nothing of a campaign until it is resumed."

  @Argument("campaign", help: "the name of a launched campaign")
  var campaign: String

  func run(_ terminal: Terminal) throws -> ExitCode {
    try CampaignStateChange(.paused).run(campaign, terminal)
  }
}
