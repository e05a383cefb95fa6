import Scheduling

/// Takes over a list of addresses and domains that must never be written to.
///
/// Each row holds an address, or a domain as `@example.com`, in the column `address`, `email` or
/// `domain`, else in the first one; a column `reason` says why. A plain list, one to a line, is such
/// a file without a header.
public struct SuppressionImport {
  /// What was taken over.
  public struct Report: Sendable, Codable {
    /// How many are new.
    public internal(set) var added = 0
    /// How many were on the list.
    public internal(set) var known = 0
    /// The rows that are neither address nor domain, with the reason.
    public internal(set) var problems: [String] = []
  }

  private let store: Store
  private let who: String

  /// An import by somebody.
  public init(store: Store, who: String) {
    self.store = store
    self.who = who
  }

  /// Reads every row; what is good is stored, and what is not is named.
  ///
  /// - Parameter reason: Why, for rows that do not say.
  /// - Throws: `CSVError`; then nothing was stored.
  public func run(
    _ reader: inout CSVReader, reason: String, at now: Instant
  ) throws -> Report {
    var report = Report()
    var entries: [(key: String, reason: String)] = []
    var columns = (address: 0, reason: Int?.none)
    var isFirst = true
    while let row = try reader.next() {
      let fields = (0..<row.count).map { row.withField($0) { Cell.text(Cell.trimmed($0)) } }
      guard !fields.allSatisfy(\.isEmpty) else { continue }
      defer { isFirst = false }
      let names = fields.map { $0.lowercased() }
      if isFirst, (try? SuppressionKey(fields[0])) == nil || names.contains("reason"),
        let column = names.firstIndex(where: {
          ["address", "email", "domain", "e-mail"].contains($0)
        })
      {
        columns = (column, names.firstIndex(of: "reason"))
        continue
      }
      let text = columns.address < fields.count ? fields[columns.address] : ""
      do {
        let given = columns.reason.flatMap { $0 < fields.count ? fields[$0] : nil } ?? ""
        entries.append((try SuppressionKey(text).description, given.isEmpty ? reason : given))
      } catch {
        report.problems.append(
          "row \(row.number): '\(text)' is neither address nor domain: \(error)")
      }
    }
    let known = Set(try store.suppressions().map(\.key))
    try store.connection.write {
      var added = known
      for entry in entries where added.insert(entry.key).inserted {
        try store.suppress(key: entry.key, reason: entry.reason, by: who, at: now)
        report.added += 1
      }
    }
    report.known = entries.count - report.added
    return report
  }
}

extension Store {
  /// The list as CSV: address, reason, by, since; what `SuppressionImport` reads.
  public func suppressionsAsCSV() throws -> [UInt8] {
    var writer = CSVWriter()
    writer.append(["address", "reason", "by", "since"])
    for entry in try suppressions() {
      writer.append([entry.key, entry.reason, entry.createdBy, entry.createdAt.iso8601])
    }
    return writer.bytes
  }
}
