import CommandLineKit
import Liaison

/// Shows campaigns' statistics as tables with small bars.
struct StatisticsView {
  private static let barWidth = 20
  private let terminal: Terminal

  init(_ terminal: Terminal) { self.terminal = terminal }

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
    var table = Table([
      .init(""), .init("sent", .right), .init("delivered", .right), .init("replied", .right),
      .init("interested", .right), .init("accepted", .right), .init("reply rate", .right),
      .init("95 % interval"), .init(""), .init(""),
    ])
    let steps = zip(campaign.bySteps.map(\.label), campaign.bySteps).map { ("step \($0)", $1) }
    let emphases = campaign.byEmphasis.map { ($0.label, $0) }
    for (label, counts) in [("everybody", campaign.total)] + steps + emphases {
      table.add(row(label, counts))
    }
    terminal.print(table)
  }

  private func row(_ label: String, _ counts: ReplyCounts) -> [String] {
    let rate = counts.replyRate
    return [
      label, "\(counts.sent)", "\(counts.delivered)", "\(counts.replied)",
      "\(counts.interested)", "\(counts.accepted)",
      rate.map { percent($0.rate) } ?? "–",
      rate.map { "\(percent($0.low)) to \(percent($0.high))" } ?? "",
      rate.map { bar($0) } ?? "", counts.isTooSmall ? "too few to say" : "",
    ]
  }

  private func percent(_ share: Double) -> String {
    let tenths = (share * 1000).rounded()
    return "\(Int(tenths) / 10).\(Int(tenths) % 10) %"
  }

  /// The interval as a line on a scale from 0 to 100 %, the rate as a point on it.
  private func bar(_ interval: WilsonInterval) -> String {
    let last = Double(Self.barWidth - 1)
    let (low, high) = (Int(interval.low * last), Int((interval.high * last).rounded(.up)))
    let point = Int((interval.rate * last).rounded())
    return String(
      (0..<Self.barWidth).map { $0 == point ? "●" : (low...high).contains($0) ? "─" : "·" })
  }
}
