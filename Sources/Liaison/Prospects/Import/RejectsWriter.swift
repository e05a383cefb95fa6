import Glibc

/// Writes the rows that were not imported to a file, to be corrected and imported again.
///
/// The file has the original columns, then `reject_row` and `reject_reason`, which an import leaves
/// out. It is UTF-8 with a byte order mark, since spreadsheets take it for something else without;
/// only its owner may read it; and it appears under its name once it is complete.
public struct RejectsWriter: ~Copyable {
  private static let ownHeaders = ["reject_row", "reject_reason"]

  /// How many rows have been written.
  public private(set) var count = 0

  private let path: String
  private let temporaryPath: String
  private let keptColumns: [Int]
  private var descriptor: Int32
  private var writer = CSVWriter()

  /// Creates the file and writes its header.
  ///
  /// - Throws: `RejectsError` where it cannot be created.
  public init(path: String, mapping: ColumnMapping) throws(RejectsError) {
    // In the same folder, so that it can be renamed in one step.
    let temporaryPath = "\(path).\(getpid()).partial"
    let opened = open(
      temporaryPath, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard opened >= 0 else { throw RejectsError(path: path, reason: SourceFault.reason(errno)) }
    self.path = path
    self.temporaryPath = temporaryPath
    descriptor = opened
    keptColumns = mapping.headers.indices.filter { !Self.isOwnHeader(mapping.headers[$0]) }
    writer.append(mark: [0xEF, 0xBB, 0xBF])
    writer.append(keptColumns.map { mapping.headers[$0] } + Self.ownHeaders)
  }

  deinit {
    guard descriptor >= 0 else { return }
    close(descriptor)
    unlink(temporaryPath)
  }

  /// Writes a row and why it was not imported.
  ///
  /// - Throws: `RejectsError` where the disk takes no more.
  public mutating func write(_ row: CSVRow, problems: [RowProblem]) throws(RejectsError) {
    let reasons = problems.map { problem in
      problem.column.map { "\($0): \(problem.reason)" } ?? problem.reason
    }
    try write(row, reason: reasons.joined(separator: " "))
  }

  /// Writes a row and why it was not imported, in the caller's words.
  ///
  /// - Throws: `RejectsError` where the disk takes no more.
  public mutating func write(_ row: CSVRow, reason: String) throws(RejectsError) {
    writer.append(keptColumns.map { row[$0] } + ["\(row.number)", reason])
    count += 1
    if writer.bytes.count >= 64 * 1024 { try flush() }
  }

  /// Puts the complete file in its place; without this nothing is left behind.
  ///
  /// - Throws: `RejectsError` where the disk takes no more.
  public consuming func finish() throws(RejectsError) {
    try flush()
    guard fsync(descriptor) == 0, rename(temporaryPath, path) == 0 else {
      throw RejectsError(path: path, reason: SourceFault.reason(errno))
    }
    close(descriptor)
    descriptor = -1
  }

  /// Whether a column is one that an earlier import wrote.
  static func isOwnHeader(_ header: String) -> Bool {
    ownHeaders.contains { Spelling.key($0) == Spelling.key(header) }
  }

  private mutating func flush() throws(RejectsError) {
    var written = 0
    while written < writer.bytes.count {
      let count = writer.bytes.withUnsafeBytes { bytes in
        Glibc.write(descriptor, bytes.baseAddress.map { $0 + written }, bytes.count - written)
      }
      if count < 0 {
        if errno == EINTR { continue }
        throw RejectsError(path: path, reason: SourceFault.reason(errno))
      }
      written += count
    }
    writer.removeAll()
  }
}

/// Why the file of rejected rows cannot be written.
public struct RejectsError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The file that was asked for.
  public let path: String
  /// What the system says.
  public let reason: String

  /// A sentence that says what is wrong, where, and what to do.
  public var description: String {
    "\(Excerpt.of(path, limit: 200)): The rejected rows cannot be written there (\(reason)). "
      + "Name another file with --rejects."
  }
}
