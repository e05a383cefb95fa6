import Dispatch

/// Reads the next rows of a prospects file on a second thread while the ones before are stored:
/// reading takes about as long as storing, so an import takes little more than half the time.
enum RowsAhead {
  /// Enough for a hand-over between threads not to show, and little memory.
  private static let batch = 512

  /// Some rows in the order of the file, and how reading ended where it did.
  private struct Rows {
    var rows: [ImportedRow] = []
    var bytesRead = 0
    var isLast = false
    var error: ImportError?
  }

  /// Filled on the queue, and taken only while nothing is on it.
  private final class Page: @unchecked Sendable {
    /// Valid while `forEach` runs, which waits for the queue before it returns.
    private let reader: UnsafeMutablePointer<ImportReader>
    private var rows = Rows()

    init(_ reader: UnsafeMutablePointer<ImportReader>) { self.reader = reader }

    func fill() {
      rows.rows.reserveCapacity(RowsAhead.batch)
      do throws(ImportError) {
        while rows.rows.count < RowsAhead.batch, !rows.isLast {
          if let row = try reader.pointee.next() {
            rows.rows.append(row)
          } else {
            rows.isLast = true
          }
        }
      } catch {
        rows.error = error
      }
      rows.bytesRead = reader.pointee.bytesRead
    }

    func take() -> Rows {
      defer { rows = Rows() }
      return rows
    }
  }

  /// Calls `body` with every row and the bytes of the file that were read by then, a little ahead.
  ///
  /// - Throws: `ImportError`, behind the rows before the fault, and what `body` throws.
  static func forEach(
    _ reader: inout ImportReader, _ body: (ImportedRow, _ bytesRead: Int) throws -> Void
  ) throws {
    try withUnsafeMutablePointer(to: &reader) { reader in
      let queue = DispatchQueue(label: "liaison.rows-ahead")
      let page = Page(reader)
      queue.async { page.fill() }
      defer { queue.sync {} }
      while true {
        let read = queue.sync { page.take() }
        let goesOn = !read.isLast && read.error == nil
        if goesOn { queue.async { page.fill() } }
        for row in read.rows { try body(row, read.bytesRead) }
        if let error = read.error { throw error }
        if !goesOn { return }
      }
    }
  }
}
