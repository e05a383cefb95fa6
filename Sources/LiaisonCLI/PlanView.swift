import CommandLineKit
import Liaison
import Scheduling

/// Shows a plan as a table.
struct PlanView {
  private let terminal: Terminal

  init(_ terminal: Terminal) { self.terminal = terminal }

  func show(_ plan: SendPlanList, days: Int, limit: Int, why: Bool) {
    if plan.entries.isEmpty {
      terminal.print("Nothing is planned for the next \(days) days.")
    } else {
      show(plan.entries, limit: limit, why: why)
    }
    show(plan.held)
    for attempt in plan.unknown {
      terminal.print(
        "unknown  \(attempt.address), step \(attempt.step) of '\(attempt.campaign)': "
          + "\(attempt.reason); see 'liaison resolve'")
    }
  }

  func show(_ entries: [PlanEntry], limit: Int, why: Bool = false) {
    if why {
      for entry in entries.prefix(limit) { explain(entry) }
    } else {
      table(entries.prefix(limit))
    }
    let rest = entries.count - limit
    if rest > 0 { terminal.print("… and \(rest) more; see liaison plan --limit") }
  }

  private func table(_ entries: ArraySlice<PlanEntry>) {
    var table = Table([
      .init("their time"), .init("zone"), .init("our time"), .init("to", maximumWidth: 34),
      .init("campaign"), .init("step", .right), .init("emphasis"),
    ])
    for entry in entries {
      table.add([
        entry.theirTime, entry.theirZone, entry.ourTime, "\(entry.name) <\(entry.address)>",
        entry.campaign, "\(entry.isProjected ? "~" : "")\(entry.step)", entry.emphasis,
      ])
    }
    terminal.print(table)
  }

  private func explain(_ entry: PlanEntry) {
    let style = terminal.style
    terminal.print(
      style.bold("\(entry.name) <\(entry.address)>")
        + ", step \(entry.isProjected ? "~" : "")\(entry.step) of '\(entry.campaign)' "
        + "(\(entry.emphasis))")
    terminal.print("  \(entry.theirTime) \(entry.theirZone), ours \(entry.ourTime)")
    for reason in entry.reasons { terminal.print("  \(reason)") }
  }

  private func show(_ held: [HeldEntry]) {
    guard !held.isEmpty else { return }
    terminal.print()
    for entry in held {
      terminal.print(
        "\(terminal.style.yellow("held")) \(entry.address) in '\(entry.campaign)': \(entry.reason)")
    }
    terminal.print(
      "Mend what is missing (liaison import --on-duplicate update), then launch again.")
  }
}
