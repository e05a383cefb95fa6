import CommandLineKit
import Liaison

struct CampaignResumeCommand: Command {
  static let path = ["campaign", "resume"]
  static let summary = "Let a paused campaign send again."

  @Argument("campaign", help: "the name of a launched campaign")
  var campaign: String

  func run(_ terminal: Terminal) throws -> ExitCode {
    try CampaignStateChange(.running).run(campaign, terminal)
  }
}
