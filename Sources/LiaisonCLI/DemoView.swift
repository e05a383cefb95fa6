import CommandLineKit
import Liaison
import Scheduling

/// Tells the story of a demo: who, the plan, what came back, and what to try next.
struct DemoView {
  /// How many lines of the plan are enough to see how it goes.
  private static let planned = 12
  private let terminal: Terminal

  init(_ terminal: Terminal) { self.terminal = terminal }

  func show(_ outcome: Demo.Outcome) {
    let bold = terminal.style.bold
    terminal.print(bold("Three weeks of outreach, \(day(outcome.start)) to \(day(outcome.end))"))
    terminal.print("\(outcome.imported.added) fictional prospects imported.")
    for launch in outcome.launches {
      terminal.print("'\(launch.campaign)' launched: \(launch.enrolled) enrolled.")
      for person in launch.held {
        terminal.print("  held \(person.address): \(person.reasons.joined(separator: "; "))")
      }
    }
    terminal.print()
    terminal.print(bold("The plan, as it stood after the launch"))
    PlanView(terminal).show(Array(outcome.plan.entries.prefix(Self.planned)), limit: Self.planned)
    terminal.print("… and \(outcome.plan.entries.count - Self.planned) more")
    terminal.print()
    terminal.print(bold("What came back"))
    var table = Table([.init("who"), .init("answered"), .init("campaign"), .init("after step")])
    for reply in outcome.replies {
      table.add([
        "\(reply.name) <\(reply.address)>", reply.outcome.rawValue,
        reply.credited?.campaign ?? "",
        reply.credited.map { "\($0.step) \($0.emphasis)" } ?? "",
      ])
    }
    terminal.print(table)
    terminal.print()
    terminal.print(bold("What it came to"))
    StatisticsView(terminal).show(outcome.statistics)
    terminal.print()
    terminal.print("\(outcome.filed) messages are in \(outcome.folder)/outbox/new,")
    terminal.print("each byte for byte as SMTP would have carried it.")
    terminal.print()
    let sample = outcome.plan.entries.first { !$0.isProjected }
    terminal.print("Try next:")
    terminal.print("  cd \(outcome.folder)")
    terminal.print(
      "  liaison preview \(sample?.campaign ?? "spring") \(sample?.address ?? "") --step 2")
    terminal.print("  liaison plan --why")
    terminal.print("  liaison stats --json")
    terminal.print("  echo \"Your fee is too expensive, lower your price.\" | liaison lint")
  }

  private func day(_ instant: Instant) -> String { String(instant.iso8601.prefix(10)) }
}
