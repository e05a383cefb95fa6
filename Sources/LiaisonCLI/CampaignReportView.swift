import CommandLineKit
import Liaison

/// Shows what a check or a launch found, as text.
struct CampaignReportView {
  private let terminal: Terminal
  private let style: Style

  init(_ terminal: Terminal) {
    self.terminal = terminal
    style = terminal.style
  }

  func show(_ check: CampaignCheck) {
    show(check.findings)
    show(check.changes)
    show(advice: check.advice)
    show(held: check.held)
    show(cooling: check.cooling)
    for address in check.answered {
      terminal.print("answered \(address), in an earlier campaign; left out")
    }
    for address in check.suppressed { terminal.print("suppressed \(address), never written to") }
    let ready = check.ready.values.reduce(0, +)
    let languages = check.ready.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
    let counts = [
      "\(ready) ready" + (languages.isEmpty ? "" : " (\(languages.joined(separator: ", ")))"),
      Self.count(check.held.count, "held"), Self.count(check.suppressed.count, "suppressed"),
      Self.count(check.answered.count, "answered before"),
      Self.count(check.cooling.count, "left alone"),
      Self.count(check.enrolled, "enrolled already"),
    ].compactMap { $0 }
    terminal.print(
      "\(check.matched) contact\(check.matched == 1 ? "" : "s") in the segment: "
        + counts.joined(separator: ", "))
    if check.matched == 0 {
      terminal.print(
        "Nobody is in the segment; see 'segment' in campaigns/\(check.campaign).json5.")
    } else if check.blocking.isEmpty, check.changes.isEmpty, ready > 0 {
      terminal.print("Next: liaison campaign launch \(check.campaign)")
    }
  }

  /// A count in words, or nil for none.
  static func count(_ number: Int, _ word: String) -> String? {
    number == 0 ? nil : "\(number) \(word)"
  }

  func show(_ findings: [CampaignCheck.FileFinding]) {
    for found in findings {
      let finding = found.finding
      let word =
        finding.severity == .error ? style.red("error") : style.yellow(finding.severity.rawValue)
      terminal.print(
        "\(found.path):\(finding.line):\(finding.column): \(word): \(finding.message) "
          + style.dim("[\(finding.rule)]"))
      if let replacement = finding.replacement { terminal.print("  better: \(replacement)") }
    }
  }

  func show(_ changes: [ContentChange]) {
    for change in changes {
      terminal.print(style.bold("changed since it was approved: \(change.path)"))
      for line in change.lines {
        let shown = "\(line.prefix(1)) \(line.dropFirst())"
        terminal.print("  " + (line.hasPrefix("-") ? style.red(shown) : style.green(shown)))
      }
    }
  }

  func show(advice: [String]) {
    for advice in advice { terminal.print("\(style.yellow("advice")) \(advice)") }
  }

  func show(cooling: [CampaignCheck.Cooling]) {
    for person in cooling {
      terminal.print("left alone \(person.address) (\(person.name)): \(person.reason)")
    }
  }

  func show(held: [CampaignCheck.Held]) {
    for person in held {
      terminal.print("\(style.yellow("held")) \(person.address) (\(person.name))")
      for reason in person.reasons { terminal.print("  \(reason)") }
    }
  }
}
