import CommandLineKit
import Liaison
import Scheduling

struct ProspectListCommand: Command {
  static let path = ["prospect", "list"]
  static let summary = "List the prospects, or those that a filter holds for."
  static let details = """
    A filter is conditions with 'and', 'or', 'not' and parentheses: country in (US, CA), \
    audience >= 20k, name ~ bike, niche is empty, tag:vip, never contacted, contacted < 30 days ago, \
    segment:NAME. The README says what can be asked.

    Columns: id, name, kind, country, region, city, language, audience, niche, stage, owner, tags, \
    website, channel, address, contacts, contacted, created, updated, fit, rates. All but tags, \
    address, contacts and contacted can be sorted by; a - before the name turns the order round.

      liaison prospect list --where "kind = creator and audience >= 20k and not tag:paused"
      liaison prospect list --segment eu-creators --sort -audience --limit 20
      liaison prospect list --where "never contacted" --csv > new.csv
    """

  @Option("where", value: "FILTER", help: "only those that a filter holds for")
  var filter: String?
  @Option("segment", value: "NAME", help: "only those of a saved segment")
  var segment: String?
  @Option("columns", value: "LIST", help: "which columns, with commas between")
  var columns: String?
  @Option("sort", value: "COLUMN", help: "what to sort by, such as name or -audience")
  var sort: String?
  @Option("limit", value: "NUMBER", help: "how many at most; 50 where --csv does not take all")
  var limit: Int?
  @Option("page", help: "which page of so many")
  var page = 1
  @Flag("csv", help: "print a CSV file")
  var isCSV = false

  private struct Listing: Encodable {
    let total: Int
    let prospects: [ProspectLine]
  }

  func run(_ terminal: Terminal) throws -> ExitCode {
    let columns =
      try columns.map(Self.columns) ?? (isCSV ? ProspectColumn.allCases : ProspectColumn.usual)
    var query = ProspectQuery(limit: limit ?? (isCSV ? Int.max : 50))
    guard query.limit > 0, page > 0 else {
      throw Failure(.usage, "--limit and --page are numbers from 1")
    }
    let (offset, isTooFar) = query.limit.multipliedReportingOverflow(by: page - 1)
    query.offset = isTooFar ? .max : offset
    if isCSV, terminal.wantsJSON { throw Failure(.usage, "--csv and --json exclude each other") }
    try sort.map { try Self.sort($0, into: &query) }
    let surroundings = try Surroundings(terminal, .read)
    let clock = try Surroundings.filterClock(surroundings.workspace)
    query.filter = try filter(in: surroundings.workspace)
    let store = surroundings.store
    try store.atOneMoment {
      let total = try store.prospectCount(query.filter, clock: clock)
      let view = ProspectListView(columns: columns, home: clock.home)
      if isCSV {
        terminal.write(view.csvHeader)
        try store.forEachProspect(query, of: total, clock: clock) { line in
          if !terminal.isOutputClosed { terminal.write(view.csv(line)) }
        }
        return
      }
      var lines: [ProspectLine] = []
      try store.forEachProspect(query, of: total, clock: clock) { lines.append($0) }
      if terminal.wantsJSON { return try terminal.json(Listing(total: total, prospects: lines)) }
      if !lines.isEmpty { terminal.print(view.table(lines)) }
      terminal.print(Self.summary(total, shown: lines.count, from: query.offset))
    }
    return .done
  }

  /// The filter and the saved segment together.
  private func filter(in workspace: Workspace) throws -> Filter? {
    let named = segment.map { "segment:\"\($0.replacing("\"", with: "\"\""))\"" }
    switch (filter, named) {
    case (nil, nil): return nil
    case (let filter?, nil): return try workspace.filter(filter)
    case (nil, let named?): return try workspace.filter(named)
    case (let filter?, let named?):
      // Read by itself first, so that the column of a fault is that of what was typed.
      _ = try Filter(filter)
      return try workspace.filter("(\(filter)) and \(named)")
    }
  }

  private static func columns(_ text: String) throws -> [ProspectColumn] {
    let names = text.split(separator: ",").map { $0.filter { !$0.isWhitespace }.lowercased() }
    guard !names.isEmpty else { throw Failure(.usage, "--columns names no column") }
    return try names.map(column)
  }

  private static func column(_ name: String) throws -> ProspectColumn {
    if let column = ProspectColumn(rawValue: name) { return column }
    let known = ProspectColumn.allCases.map(\.rawValue)
    throw Failure(
      .usage, "there is no column '\(name)'",
      hint: Suggestion.nearest(to: name, among: known).map { "did you mean '\($0)'?" }
        ?? "there are: \(known.joined(separator: ", "))")
  }

  private static func sort(_ text: String, into query: inout ProspectQuery) throws {
    query.isDescending = text.hasPrefix("-")
    let column = try column(query.isDescending ? String(text.dropFirst()) : text)
    guard column.isSortable else {
      let names = ProspectColumn.allCases.filter(\.isSortable).map(\.rawValue)
      throw Failure(
        .usage, "a list cannot be sorted by '\(column.rawValue)'",
        hint: "it can by: \(names.joined(separator: ", "))")
    }
    query.sort = column
  }

  private static func summary(_ total: Int, shown: Int, from offset: Int) -> String {
    let prospects = "\(total) prospect\(total == 1 ? "" : "s")"
    if shown == total { return total == 0 ? "No prospect." : prospects }
    return shown == 0
      ? "None here of \(prospects)" : "\(offset + 1)-\(offset + shown) of \(prospects)"
  }
}
