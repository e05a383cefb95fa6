import CommandLineKit
import Liaison
import Scheduling

/// Prospects as a table or as CSV, in the columns that were asked for.
struct ProspectListView {
  let columns: [ProspectColumn]
  let home: Zone

  func table(_ lines: [ProspectLine]) -> Table {
    var table = Table(
      columns.map { .init($0.rawValue, $0 == .audience || $0 == .contacts ? .right : .left) })
    for line in lines { table.add(columns.map { text(of: $0, in: line) }) }
    return table
  }

  var csvHeader: String { CSVText.row(columns.map(\.rawValue)) }

  func csv(_ line: ProspectLine) -> String {
    CSVText.row(columns.map { text(of: $0, in: line) })
  }

  private func text(of column: ProspectColumn, in line: ProspectLine) -> String {
    switch column {
    case .id: line.id
    case .name: line.name
    case .kind: line.kind
    case .country: line.country ?? ""
    case .region: line.region ?? ""
    case .city: line.city ?? ""
    case .language: line.languages.joined(separator: " ")
    case .audience: line.audience.map { "\($0)" } ?? ""
    case .niche: line.niche ?? ""
    case .stage: line.stage
    case .owner: line.owner ?? ""
    case .tags: line.tags.joined(separator: ", ")
    case .website: line.website ?? ""
    case .channel: line.channel ?? ""
    case .address: line.address ?? ""
    case .contacts: "\(line.contacts)"
    case .contacted: line.contactedAt.map(date) ?? ""
    case .created: date(line.createdAt)
    case .updated: date(line.updatedAt)
    case .fit: line.fit ?? ""
    case .rates: line.rates ?? ""
    }
  }

  private func date(_ instant: Instant) -> String { "\(LocalTime(instant, in: home).date)" }
}
