import Scheduling

/// What to do with a row whose address is known already.
public enum DuplicatePolicy: String, CaseIterable, Sendable, Codable {
  /// Leave the contact as it is.
  case skip
  /// Take over what the row says; what it leaves empty stays.
  case update
  /// Import nothing at all.
  case fail
}

/// What an import did, or would do.
public struct ImportReport: Sendable, Codable {
  /// How many problems are kept for the list; all are counted.
  public static let listed = 1000

  /// Rows read, without the header.
  public internal(set) var rows = 0
  /// Contacts that are new.
  public internal(set) var added = 0
  /// Contacts that took something over.
  public internal(set) var updated = 0
  /// Rows whose contact was known and stayed as it is.
  public internal(set) var skipped = 0
  /// Rows that the filter does not hold for.
  public internal(set) var leftOut = 0
  /// Rows that were not imported.
  public internal(set) var rejected = 0
  /// New contacts whose address is suppressed: kept, but never written to.
  public internal(set) var suppressed = 0
  /// Rows of people who asked to be erased: nothing of them is kept.
  public internal(set) var erased = 0
  /// The first problems, in the order of the file.
  public internal(set) var problems: [Problem] = []
  /// Whether nothing was written, by request.
  public internal(set) var isDryRun = false

  /// One thing that kept a row from being imported.
  public struct Problem: Hashable, Sendable, Codable {
    /// The row, the header being 1.
    public let row: Int
    /// The line of the file.
    public let line: Int
    /// The column's header, or nil where the whole row is meant.
    public let column: String?
    /// What stands there.
    public let value: String
    /// What is wrong.
    public let reason: String
    /// The problem in one sentence with its place.
    public let description: String
  }
}

/// Why an import changed nothing.
public enum ImportRefusal: Error, Hashable, Sendable, CustomStringConvertible {
  /// A contact is known already, and the policy is to fail.
  case duplicate(row: Int, address: String)

  /// What is wrong and what to do.
  public var description: String {
    switch self {
    case .duplicate(let row, let address):
      "row \(row): \(address) is known already, so nothing was imported; use --on-duplicate skip "
        + "or update"
    }
  }
}

/// Imports a prospects file into the store, in one transaction.
public struct ProspectImport {
  private struct DryRun: Error {}

  /// Enough for the indexes of a million contacts: addresses come in no order, so each row
  /// touches a page of its own, and pages that do not fit are written and read again and again.
  private static let cacheMegabytes = 64

  private let store: Store
  private let policy: DuplicatePolicy
  private let isDryRun: Bool
  private let filter: (filter: Filter, clock: FilterClock)?
  private let who: String

  /// An import by somebody; a dry run does everything and writes nothing.
  ///
  /// - Parameter filter: what a row must be like to be imported; it is asked of the row alone.
  public init(
    store: Store, policy: DuplicatePolicy, isDryRun: Bool = false,
    filter: (filter: Filter, clock: FilterClock)? = nil, who: String
  ) {
    self.filter = filter
    self.store = store
    self.policy = policy
    self.isDryRun = isDryRun
    self.who = who
  }

  /// Reads every row; bad ones go to `reject`, good ones are stored together at the end.
  ///
  /// - Parameter progress: Called now and then with the bytes read so far.
  /// - Throws: `ImportError`, `ImportRefusal`, and what `reject` throws; then nothing was stored.
  public func run(
    _ reader: inout ImportReader, from name: String, at now: Instant,
    reject: (CSVRow, [RowProblem]) throws -> Void = { _, _ in },
    progress: (Int) -> Void = { _ in }
  ) throws -> ImportReport {
    var report = ImportReport()
    report.isDryRun = isDryRun
    do {
      try store.connection.write(cacheMegabytes: Self.cacheMegabytes) {
        let writer = try ContactWriter(store: store, policy: policy, now: now)
        let hasSuppressions = try !store.suppressions().isEmpty
        let erased = try store.erasedPeople()
        try RowsAhead.forEach(&reader) { row, bytesRead in
          report.rows += 1
          if report.rows & 0x3FFF == 0 { progress(bytesRead) }
          switch row {
          case .contact(let contact, let source):
            if let erased, erased.contains(contact.address) {
              report.erased += 1
              return
            }
            if let filter, !FilterSubject(contact).matches(filter.filter, filter.clock) {
              report.leftOut += 1
              return
            }
            try note(try writer.write(contact), contact, source, hasSuppressions, in: &report)
          case .problem(let problems, let source):
            report.rejected += 1
            let room = ImportReport.listed - report.problems.count
            report.problems += problems.prefix(max(0, room)).map(ImportReport.Problem.init)
            try reject(source, problems)
          }
        }
        if isDryRun { throw DryRun() }
        try writer.finish()
        try store.log(
          "import", subject: name,
          detail: "\(report.added) added, \(report.updated) updated, \(report.rejected) rejected",
          by: who, at: now)
      }
    } catch is DryRun {
      // Everything was rolled back, as asked.
    }
    return report
  }

  private func note(
    _ result: ContactWriter.Result, _ contact: ImportedContact, _ row: CSVRow,
    _ hasSuppressions: Bool, in report: inout ImportReport
  ) throws {
    switch result {
    case .added:
      report.added += 1
      if hasSuppressions, try store.isSuppressed(contact.address) { report.suppressed += 1 }
    case .updated: report.updated += 1
    case .skipped: report.skipped += 1
    case .refused:
      throw ImportRefusal.duplicate(row: row.number, address: contact.address.description)
    }
  }
}

extension ImportReport.Problem {
  init(_ problem: RowProblem) {
    self.init(
      row: problem.row, line: problem.line, column: problem.column, value: problem.value,
      reason: problem.reason, description: problem.description)
  }
}
