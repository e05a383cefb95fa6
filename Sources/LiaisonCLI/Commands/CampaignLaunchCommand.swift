import CommandLineKit
import Liaison

struct CampaignLaunchCommand: Command {
  static let path = ["campaign", "launch"]
  static let summary = "Approve a campaign's content and enroll its segment."
  static let details = """
    The content is frozen as it is now: what was approved is what is sent, whoever edits a file \
    later. Launching again enrolls new matches and takes up people who were held; changed content \
    is shown, and applies to unsent messages with --approve.

    A tone error refuses the launch. --override lets one rule pass, logged with who, when and why.

      liaison campaign launch spring --override hype.superlative --reason "quoted from a review"
    """

  @Argument("campaign", help: "the campaign's name: a file in campaigns/")
  var campaign: String
  @Flag("approve", help: "approve content that changed since the last launch")
  var approve = false
  @Option("override", value: "RULE", help: "let errors of this rule pass")
  var overrides: [String]
  @Option("reason", value: "TEXT", help: "why it may pass; goes into the log")
  var reason: String?

  func run(_ terminal: Terminal) throws -> ExitCode {
    if !overrides.isEmpty, (reason ?? "").allSatisfy(\.isWhitespace) {
      throw Failure(
        .usage, "--override needs a --reason", hint: "for example --reason \"quoted from a review\""
      )
    }
    let surroundings = try Surroundings(terminal)
    var request = LaunchRequest(campaign: campaign, who: Surroundings.who(terminal))
    request.approve = approve
    request.overrides = overrides
    request.reason = reason ?? ""
    do {
      let report = try surroundings.campaignDesk().launch(request, at: Surroundings.now())
      try show(report, terminal)
      return report.held.isEmpty ? .done : .findings
    } catch let refusal as LaunchRefusal {
      throw explain(refusal, terminal)
    }
  }

  private func show(_ report: LaunchReport, _ terminal: Terminal) throws {
    if terminal.wantsJSON { return try terminal.json(report) }
    CampaignReportView(terminal).show(advice: report.advice)
    CampaignReportView(terminal).show(held: report.held)
    CampaignReportView(terminal).show(cooling: report.cooling)
    let counts = [
      "\(report.enrolled) enrolled",
      CampaignReportView.count(report.enrolledBefore, "enrolled before"),
      CampaignReportView.count(report.held.count, "held"),
      CampaignReportView.count(report.suppressed, "suppressed"),
      CampaignReportView.count(report.cooling.count, "left alone"),
    ].compactMap { $0 }
    terminal.print(
      "Launched '\(report.campaign)' (revision \(report.revision)): "
        + counts.joined(separator: ", "))
    terminal.print("Next: liaison plan")
  }

  private func explain(_ refusal: LaunchRefusal, _ terminal: Terminal) -> Failure {
    let view = CampaignReportView(terminal)
    switch refusal {
    case .findings(let findings):
      if !terminal.wantsJSON { view.show(findings) }
      return Failure(
        .findings, refusal.description,
        at: findings.first.map { "\($0.path):\($0.finding.line):\($0.finding.column)" },
        hint: "rewrite them, or let a rule pass with --override RULE --reason TEXT")
    case .changed(let changes):
      if !terminal.wantsJSON { view.show(changes) }
      return Failure(
        .findings, refusal.description,
        hint: "look at the changes, then launch with --approve; sent messages stay as they were")
    case .stopped(let campaign):
      return Failure(
        .usage, refusal.description,
        hint: "copy campaigns/\(campaign).json5 to a new name to begin again")
    case .idleOverride:
      return Failure(
        .usage, refusal.description,
        hint: "'liaison campaign check \(campaign)' shows the findings")
    }
  }
}
