import CommandLineKit
import Liaison
import Scheduling

/// Shows how many messages go on each of our days: a line a week, and a block as high as the day is
/// busy.
struct PlanCalendarView {
  private static let blocks = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]
  private let terminal: Terminal

  init(_ terminal: Terminal) { self.terminal = terminal }

  func show(_ plan: SendPlanList) {
    var counts: [CivilDate: Int] = [:]
    for entry in plan.entries {
      guard let date = CivilDate(String(entry.ourTime.prefix(10))) else { continue }
      counts[date, default: 0] += 1
    }
    show(counts)
  }

  func show(_ counts: [CivilDate: Int]) {
    guard let first = counts.keys.min(), let last = counts.keys.max(),
      let most = counts.values.max()
    else { return terminal.print("Nothing is planned.") }
    var table = Table(
      [.init("week of")] + Weekday.allCases.map { .init($0.shortName, .right) }
        + [.init("sum", .right)])
    var monday = first.adding(days: 1 - first.weekday.rawValue)
    while monday <= last {
      let week = (0..<7).map { counts[monday.adding(days: $0)] ?? 0 }
      table.add(
        ["\(monday)"] + week.map { cell($0, most: most) } + ["\(week.reduce(0, +))"])
      monday = monday.adding(days: 7)
    }
    terminal.print(table)
  }

  private func cell(_ count: Int, most: Int) -> String {
    guard count > 0 else { return "·" }
    return "\(count) \(Self.blocks[(count * Self.blocks.count - 1) / most])"
  }
}
