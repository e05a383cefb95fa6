import CommandLineKit
import Liaison
import Scheduling

struct WhyCommand: Command {
  static let path = ["why"]
  static let summary = "Say why a contact is written to when they are, or is not."
  static let details = """
    Shows where the contact's time zone was found, what went already, what is planned with every \
    reason for the day and minute, and the rule that decided.

      liaison why maya@example.com
    """

  @Argument("contact", help: "the contact's address")
  var contact: String
  @Option("at", help: "as things stand at this instant instead of now")
  var at: InstantParameter?

  func run(_ terminal: Terminal) throws -> ExitCode {
    let surroundings = try Surroundings(terminal, .read)
    let found = try surroundings.sendDesk(terminal)
      .explain(contact, at: at?.instant ?? Surroundings.now())
    if terminal.wantsJSON {
      try terminal.json(found)
    } else {
      show(found, on: terminal)
    }
    return .done
  }

  private func show(_ found: ContactExplanation, on terminal: Terminal) {
    let style = terminal.style
    let facts = [found.prospect, found.kind, found.country, found.language].compactMap { $0 }
    terminal.print(
      "\(style.bold("\(found.name) <\(found.address)>")), \(facts.joined(separator: ", "))")
    if let zone = found.zone, let local = found.localTime {
      terminal.print("  Zone: \(zone); there it is \(local). Zone data \(found.zoneData).")
    } else {
      terminal.print("  Zone: \(found.zoneProblem ?? "unknown").")
    }
    if let change = found.clockChange { terminal.print("  \(change)") }
    if let date = found.awayUntil { terminal.print("  Away, and back on \(date).") }
    if let reason = found.suppressed { terminal.print("  \(style.red("Suppressed")): \(reason).") }
    if found.enrollments.isEmpty { terminal.print("  In no campaign.") }
    for enrollment in found.enrollments { show(enrollment, on: terminal) }
    terminal.print(
      "Another campaign: \(found.otherCampaigns.map { "not now, \($0)" } ?? "may write")."
        + " The holidays of our own country do not matter to anybody else's day.")
  }

  private func show(_ enrollment: ContactExplanation.Enrollment, on terminal: Terminal) {
    terminal.print(
      "In '\(enrollment.campaign)' (\(enrollment.campaignState)): \(enrollment.state), from "
        + "'\(enrollment.sender)', who sent \(enrollment.senderToday) of at most "
        + "\(enrollment.senderCap) messages today")
    terminal.print("  \(terminal.style.bold("Decided by:")) \(enrollment.decision)")
    for past in enrollment.past {
      terminal.print("  \(past.state) step \(past.step) \(past.emphasis), \(past.time) there")
    }
    for entry in enrollment.planned {
      let local = entry.theirTime
      let day = CivilDate(String(local.prefix(10)))?.weekday.shortName ?? ""
      terminal.print(
        "  \(entry.isProjected ? "then" : "next") step \(entry.step) \(entry.emphasis), \(day) "
          + "\(local) there, \(entry.ourTime) ours")
      for reason in entry.reasons { terminal.print("      \(reason)") }
    }
  }
}
