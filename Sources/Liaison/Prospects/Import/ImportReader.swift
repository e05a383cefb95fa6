import Scheduling

/// How a prospects file is to be read.
public struct ImportOptions: Sendable {
  /// What the file is written in; `nil` recognises UTF-8 and UTF-16.
  public var encoding: SourceEncoding?
  /// The character between fields; `nil` finds it in the header line.
  public var delimiter: CSVDelimiter?
  /// What was said of single columns.
  public var assignments: [ColumnAssignment]
  /// The time zones that may be named.
  public var zones: ZoneDatabase

  /// Options; only the zones have no default.
  public init(
    encoding: SourceEncoding? = nil, delimiter: CSVDelimiter? = nil,
    assignments: [ColumnAssignment] = [], zones: ZoneDatabase
  ) {
    self.encoding = encoding
    self.delimiter = delimiter
    self.assignments = assignments
    self.zones = zones
  }
}

/// A row of a prospects file: a contact, or what is wrong with it.
public enum ImportedRow: Sendable {
  case contact(ImportedContact, CSVRow)
  /// Everything that is wrong with the row, never empty.
  case problem([RowProblem], CSVRow)
}

/// Reads a prospects file (CSV) row by row into validated contacts, in constant memory.
///
/// A bad row is handed out with its problems and reading goes on; what makes the rest of the file
/// unsure (an open quote, bytes that are not text) is thrown. Rows without any text are skipped.
/// Whether a person is known already, or stands twice in the file, is for the caller to see.
public struct ImportReader: ~Copyable {
  /// What the columns are taken as.
  public let mapping: ColumnMapping
  /// The character between fields, as named or found.
  public var delimiter: CSVDelimiter { reader.delimiter }
  /// The encoding in use, as named or recognised.
  public var encoding: SourceEncoding { reader.encoding }
  /// The size of the file in bytes, where it is known, for progress.
  public var totalBytes: Int? { reader.totalBytes }
  /// How many bytes of the file have been read so far.
  public var bytesRead: Int { reader.bytesRead }

  private let name: String
  private var reader: CSVReader
  private var interpreter: RowInterpreter
  private var hasRows = false

  /// Opens a file and reads its header.
  ///
  /// - Throws: `ImportError`: the file cannot be read or is empty, or its columns are not clear.
  public init(path: String, options: ImportOptions) throws(ImportError) {
    var reader: CSVReader
    do {
      reader = try CSVReader(
        path: path, encoding: options.encoding, delimiter: options.delimiter)
    } catch {
      throw .file(name: path, error)
    }
    let mapping = try Self.columns(&reader, name: path, options.assignments)
    self.init(reader, name: path, mapping: mapping, zones: options.zones)
  }

  /// Reads prospects from memory; `name` stands for the file in messages.
  ///
  /// - Throws: `ImportError`, as for a file.
  public init(bytes: [UInt8], name: String, options: ImportOptions) throws(ImportError) {
    var reader: CSVReader
    do {
      reader = try CSVReader(
        bytes: bytes, encoding: options.encoding, delimiter: options.delimiter)
    } catch {
      throw .file(name: name, error)
    }
    let mapping = try Self.columns(&reader, name: name, options.assignments)
    self.init(reader, name: name, mapping: mapping, zones: options.zones)
  }

  private init(
    _ reader: consuming CSVReader, name: String, mapping: ColumnMapping, zones: ZoneDatabase
  ) {
    self.name = name
    self.mapping = mapping
    self.reader = reader
    self.interpreter = RowInterpreter(mapping: mapping, zones: zones)
  }

  /// Reads the header: the first row that holds any text.
  private static func columns(
    _ reader: inout CSVReader, name: String, _ assignments: [ColumnAssignment]
  ) throws(ImportError) -> ColumnMapping {
    var header: CSVRow?
    do {
      repeat { header = try reader.next() } while header?.isBlank == true
    } catch {
      throw .file(name: name, error)
    }
    guard let header else { throw .empty(name: name) }
    do {
      return try ColumnMapping(header: header.fields, assignments: assignments)
    } catch {
      throw .columns(name: name, error)
    }
  }

  /// The next row that holds any text; `nil` at the end.
  ///
  /// - Throws: `ImportError`: the file cannot be read on, or it has no row below its header.
  public mutating func next() throws(ImportError) -> ImportedRow? {
    while true {
      let row: CSVRow?
      do {
        row = try reader.next()
      } catch {
        throw .file(name: name, error)
      }
      guard let row else {
        if !hasRows { throw .noRows(name: name) }
        return nil
      }
      if row.isBlank { continue }
      hasRows = true
      return interpreter.interpret(row)
    }
  }

  /// Calls `body` with every row that holds any text.
  ///
  /// - Throws: `ImportError`, and what `body` throws.
  public mutating func forEach(_ body: (ImportedRow) throws -> Void) throws {
    while let row = try next() { try body(row) }
  }
}
