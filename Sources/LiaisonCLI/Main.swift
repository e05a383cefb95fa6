import CommandLineKit
import Glibc

@main
enum Main {
  static func main() {
    // A memory dump would hold passwords and addresses.
    var none = rlimit(rlim_cur: 0, rlim_max: 0)
    setrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &none)
    let arguments = Array(CommandLine.arguments.dropFirst())
    exit(Self.program.run(arguments: arguments, terminal: .system()).rawValue)
  }

  static let program = Program(
    name: "liaison", version: "0.1.0",
    summary: "Win creators and media: the right person, the right words, the right hour.",
    commands: [
      InitCommand.self, DemoCommand.self, DoctorCommand.self, ImportCommand.self,
      CampaignCheckCommand.self, CampaignLaunchCommand.self, CampaignPauseCommand.self,
      CampaignResumeCommand.self, CampaignStopCommand.self, CampaignListCommand.self,
      PlanCommand.self, WhyCommand.self, SimulateCommand.self, WhenCommand.self,
      PreviewCommand.self, SendCommand.self, ReplyCommand.self, AwayCommand.self,
      InviteCommand.self, ResolveCommand.self, SenderListCommand.self, SenderReleaseCommand.self,
      StatsCommand.self, LogCommand.self, BackupCommand.self, RestoreCommand.self,
      ContactExportCommand.self, ContactEraseCommand.self,
      LintCommand.self, TemplateCheckCommand.self, BrandCheckCommand.self, SuppressAddCommand.self,
      SuppressRemoveCommand.self, SuppressListCommand.self,
      SuppressImportCommand.self, SuppressExportCommand.self, ProspectListCommand.self,
      SegmentSaveCommand.self, SegmentListCommand.self, SegmentShowCommand.self,
      SegmentRemoveCommand.self,
    ],
    groups: [
      .init("Begin", ["init", "demo", "doctor"]),
      .init("People", ["import", "prospect", "segment", "contact", "suppress"]),
      .init("Campaigns", ["campaign", "plan", "why", "simulate", "when", "preview"]),
      .init("Every day", ["send", "reply", "away", "invite", "resolve", "sender", "stats"]),
      .init("Safety", ["log", "backup", "restore"]),
      .init("Writing", ["lint", "template", "brand"]),
    ],
    standardOptions: [
      .option(
        "workspace", value: "DIR", help: "the workspace, instead of the one around this folder",
        completion: .directory)
    ],
    explain: FailureWords.explain)
}
