import CommandLineKit
import Liaison

/// Shows campaigns' statistics as tables with small bars.
struct StatisticsView {
  /// What the other columns take, with the emphases that come with Liaison.
  private static let otherColumns = 90
  private static let smallestBar = 8
  private let terminal: Terminal
  /// 0 where the terminal has no room for bars.
  private let barWidth: Int
  private let hasAccepted: Bool

  init(_ terminal: Terminal) {
    self.terminal = terminal
    let width = terminal.isOutputTTY ? terminal.width : 100
    let rest = width - Self.otherColumns - 2
    barWidth = rest < Self.smallestBar ? 0 : min(rest, 20)
    hasAccepted = width >= Self.otherColumns
  }

  func show(_ statistics: [CampaignStatistics]) {
    for (index, campaign) in statistics.enumerated() {
      if index > 0 { terminal.print() }
      show(campaign)
    }
  }

  private func show(_ campaign: CampaignStatistics) {
    let people = campaign.people.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" }
    terminal.print(
      terminal.style.bold(campaign.campaign)
        + " (\(campaign.state.rawValue)): \(people.joined(separator: ", "))"
        + (campaign.unknown > 0 ? ", \(campaign.unknown) messages of unknown fate" : ""))
    var columns: [Table.Column] = [
      .init(""), .init("sent", .right), .init("delivered", .right), .init("replied", .right),
      .init("interested", .right),
    ]
    if hasAccepted { columns.append(.init("accepted", .right)) }
    columns += [.init("rate", .right), .init("95 % interval")]
    if barWidth > 0 { columns.append(.init("")) }
    var table = Table(columns)
    let groups = [("everybody", campaign.total)] + self.groups(campaign)
    for (label, counts) in groups { table.add(row(label, counts)) }
    terminal.print(table)
    if groups.contains(where: { $0.1.isTooSmall && $0.1.replyRate != nil }) {
      terminal.print(
        terminal.style.dim("* fewer than \(ReplyCounts.enough) people: too few to decide by"))
    }
  }

  /// By step and by emphasis; one list where each step has had one emphasis all along.
  private func groups(_ campaign: CampaignStatistics) -> [(String, ReplyCounts)] {
    let (steps, emphases) = (campaign.bySteps, campaign.byEmphasis)
    if steps.count == emphases.count, zip(steps, emphases).allSatisfy({ $0.isSame(as: $1) }) {
      return zip(steps, emphases).map { ("\($0.label) \($1.label)", $0) }
    }
    return steps.map { ("step \($0.label)", $0) } + emphases.map { ($0.label, $0) }
  }

  private func row(_ label: String, _ counts: ReplyCounts) -> [String] {
    let rate = counts.replyRate
    let numbers = [counts.sent, counts.delivered, counts.replied, counts.interested]
    return [label] + (numbers + (hasAccepted ? [counts.accepted] : [])).map { "\($0)" } + [
      rate.map { percent($0.rate) + " %" + (counts.isTooSmall ? "*" : " ") } ?? "–",
      rate.map { "\(percent($0.low))–\(percent($0.high)) %" } ?? "", rate.map { bar($0) } ?? "",
    ]
  }

  private func percent(_ share: Double) -> String {
    let tenths = (share * 1000).rounded()
    return "\(Int(tenths) / 10).\(Int(tenths) % 10)"
  }

  /// The interval as a line on a scale from 0 to 100 %, the rate as a point on it.
  private func bar(_ interval: WilsonInterval) -> String {
    let last = Double(barWidth - 1)
    let (low, high) = (Int(interval.low * last), Int((interval.high * last).rounded(.up)))
    let point = Int((interval.rate * last).rounded())
    return String(
      (0..<barWidth).map { $0 == point ? "●" : (low...high).contains($0) ? "─" : "·" })
  }
}

extension ReplyCounts {
  /// Whether two groups count the same people, whatever they are called.
  fileprivate func isSame(as other: ReplyCounts) -> Bool {
    (sent, delivered, replied, interested, accepted, optedOut)
      == (
        other.sent, other.delivered, other.replied, other.interested, other.accepted,
        other.optedOut
      )
  }
}
