import CommandLineKit
import Liaison
import Scheduling

/// Shows a plan as a table, a day of ours after the other.
struct PlanView {
  /// The width to fit where there is no terminal to say another.
  private static let pageWidth = 100
  private let terminal: Terminal

  init(_ terminal: Terminal) { self.terminal = terminal }

  func show(_ plan: SendPlanList, days: Int, limit: Int, why: Bool) {
    if let restored = plan.restored {
      terminal.print("\(terminal.style.red("nothing is sent")): \(restored.description)")
      terminal.print()
    }
    if plan.entries.isEmpty {
      terminal.print("Nothing is planned for the next \(days) day\(days == 1 ? "" : "s").")
    } else {
      show(plan.entries, limit: limit, why: why)
    }
    show(plan.held)
    if !plan.unknown.isEmpty { terminal.print() }
    for attempt in plan.unknown {
      terminal.print(
        "\(terminal.style.red("unknown")) \(attempt.address), step \(attempt.step) of "
          + "'\(attempt.campaign)': \(attempt.reason); see 'liaison resolve'")
    }
  }

  func show(_ entries: [PlanEntry], limit: Int, why: Bool = false) {
    let shown = entries.prefix(limit)
    if why {
      for entry in shown { explain(entry) }
    } else {
      table(shown)
    }
    let rest = entries.count - shown.count
    if rest > 0 { terminal.print("… and \(rest) more; --limit \(entries.count) shows all") }
    if !why, shown.contains(where: \.isProjected) {
      terminal.print("~ follows if the steps before it go as planned and nobody answers")
    }
    if !why, shown.contains(where: { $0.zoneSource != .given }) {
      terminal.print(
        "~ before a place: inferred, see --why; +2: the window is open in 2 more zones")
    }
  }

  private func table(_ entries: ArraySlice<PlanEntry>) {
    let width = (terminal.isOutputTTY ? terminal.width : Self.pageWidth) - 2
    let longest = entries.map { DisplayWidth.of($0.address) }.max() ?? 0
    var rows = entries.map { row($0, withEmphasis: true) }
    var room = room(for: rows, width: width)
    if room < longest {
      rows = entries.map { row($0, withEmphasis: false) }
      room = self.room(for: rows, width: width)
    }
    var table = Table(Self.titles.map { .init($0) })
    for (entry, row) in zip(entries, rows) {
      table.add(row.prefix(3) + [recipient(entry, room: room)] + row.suffix(2))
    }
    var lines = table.lines(width: terminal.isOutputTTY ? width : nil, style: terminal.style)
    terminal.print("  " + lines.removeFirst())
    var day = ""
    for (entry, line) in zip(entries, lines) {
      let date = String(entry.ourTime.prefix(10))
      if date != day { terminal.print(terminal.style.bold("\(weekday(date)) \(date)")) }
      day = date
      terminal.print("  " + line)
    }
  }

  private static let titles = ["ours", "theirs", "place", "to", "campaign", "step"]

  /// A row whose fourth cell, the recipient, is still to be filled.
  private func row(_ entry: PlanEntry, withEmphasis: Bool) -> [String] {
    [
      String(entry.ourTime.suffix(5)), theirTime(entry),
      place(entry), "", entry.campaign,
      "\(entry.isProjected ? "~" : "")\(entry.step)" + (withEmphasis ? " \(entry.emphasis)" : ""),
    ]
  }

  /// What the other cells leave for the recipient.
  private func room(for rows: [[String]], width: Int) -> Int {
    let taken = Self.titles.indices.filter { $0 != 3 }.map { column in
      ([Self.titles[column]] + rows.map { $0[column] }).map(DisplayWidth.of).max() ?? 0
    }
    return width - taken.reduce(0, +) - 2 * (Self.titles.count - 1)
  }

  /// Their clock, with the day of the week, since it may be another one there.
  private func theirTime(_ entry: PlanEntry) -> String {
    "\(weekday(String(entry.theirTime.prefix(10)))) \(entry.theirTime.suffix(5))"
  }

  private func weekday(_ date: String) -> String { CivilDate(date)?.weekday.shortName ?? "" }

  /// The place that a zone is named after: `Buenos Aires` of `America/Argentina/Buenos_Aires`.
  private func place(_ zone: String) -> String {
    String((zone.split(separator: "/").last ?? "").map { $0 == "_" ? " " : $0 })
  }

  /// The place of an entry: with ~ where it was inferred, and how many more come in question.
  private func place(_ entry: PlanEntry) -> String {
    let isInferred = entry.zoneSource != .given
    let more = entry.zones.count > 1 ? " +\(entry.zones.count - 1)" : ""
    let room = 12 - (isInferred ? 1 : 0) - more.count
    return (isInferred ? "~" : "") + DisplayWidth.truncated(place(entry.theirZone), to: room) + more
  }

  /// Name and address; the name gives way, since the address is what other commands take.
  private func recipient(_ entry: PlanEntry, room: Int) -> String {
    let left = room - DisplayWidth.of(entry.address) - 3
    if DisplayWidth.of(entry.name) > left, left < 3 { return entry.address }
    return "\(DisplayWidth.truncated(entry.name, to: left)) <\(entry.address)>"
  }

  private func explain(_ entry: PlanEntry) {
    let style = terminal.style
    terminal.print(
      style.bold("\(entry.name) <\(entry.address)>")
        + ", step \(entry.isProjected ? "~" : "")\(entry.step) of '\(entry.campaign)' "
        + "(\(entry.emphasis))")
    terminal.print("  \(entry.theirTime) \(entry.theirZone), ours \(entry.ourTime)")
    if entry.zoneSource != .given {
      terminal.print("  The zone is \(entry.zoneConfidence.rawValue), \(entry.zoneDetail).")
    }
    if entry.zones.count > 1 {
      terminal.print("  The window holds in all of \(entry.zones.joined(separator: ", ")).")
    }
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
