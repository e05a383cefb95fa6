/// Reads a CSV file row by row (RFC 4180), in constant memory.
///
/// Fields may be quoted, with doubled quotes and line ends inside; rows end with CRLF, LF or CR;
/// the delimiter is a comma, semicolon or tab and found in the header line unless it is named;
/// a byte order mark is dropped; UTF-8 and UTF-16 are recognised, other encodings named. A quote
/// within an unquoted field is text. Blank lines are skipped, though they count as rows. Rows may
/// differ in length: the caller compares `CSVRow.count`.
public struct CSVReader: ~Copyable {
  /// The character between fields, as named or found.
  public let delimiter: CSVDelimiter
  /// The encoding in use, as named or recognised.
  public var encoding: SourceEncoding { source.encoding }
  /// The size of the file in bytes, where it is known.
  public var totalBytes: Int? { source.totalBytes }
  /// How many bytes of the file have been read so far.
  public var bytesRead: Int { source.bytesRead }

  private var source: DecodedSource
  private var scan: CSVScan
  private var chunk: UnsafeBufferPointer<UInt8>?
  private var position = 0

  static let chunkSize = 256 * 1024

  /// Opens a file.
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - encoding: what it is written in; `nil` recognises UTF-8 and UTF-16.
  ///   - delimiter: `nil` finds it in the header line.
  /// - Throws: `CSVError`: no such file, a folder, a binary file, an unknown conversion.
  public init(
    path: String, encoding: SourceEncoding? = nil, delimiter: CSVDelimiter? = nil
  ) throws(CSVError) {
    let file: ByteSource
    do {
      file = try ByteSource(path: path)
    } catch {
      throw CSVError(error)
    }
    self.init(try Self.decoded(file, encoding, Self.chunkSize), delimiter: delimiter)
  }

  /// Reads CSV held in memory.
  ///
  /// - Throws: `CSVError`: binary data, an unknown conversion.
  public init(
    bytes: [UInt8], encoding: SourceEncoding? = nil, delimiter: CSVDelimiter? = nil
  ) throws(CSVError) {
    try self.init(
      bytes: bytes, encoding: encoding, delimiter: delimiter, chunkSize: Self.chunkSize)
  }

  init(
    bytes: [UInt8], encoding: SourceEncoding?, delimiter: CSVDelimiter?, chunkSize: Int
  ) throws(CSVError) {
    let source = try Self.decoded(ByteSource(bytes: bytes), encoding, chunkSize)
    self.init(source, delimiter: delimiter)
  }

  /// Takes over a source.
  ///
  /// It cannot fail, and the public ones do all that can before they call it: with Swift 6.3 and -O,
  /// noncopyable types whose throwing initialisers delegated to each other destroyed members that
  /// had never been made.
  private init(_ source: consuming DecodedSource, delimiter: CSVDelimiter?) {
    let delimiter =
      delimiter ?? CSVDelimiter.found(in: source.pending, encoding: source.encoding)
    self.delimiter = delimiter
    self.scan = CSVScan(delimiter: delimiter.byte)
    self.source = source
  }

  private static func decoded(
    _ bytes: consuming ByteSource, _ encoding: SourceEncoding?, _ chunkSize: Int
  ) throws(CSVError) -> DecodedSource {
    do {
      return try DecodedSource(bytes, encoding: encoding, chunkSize: chunkSize)
    } catch {
      throw CSVError(error, row: 1, line: 1, column: 1, encoding: encoding ?? .utf8)
    }
  }

  /// The next row; `nil` at the end.
  ///
  /// The row shares the reader's buffer, which is used again once the row is let go of.
  ///
  /// - Throws: `CSVError`; there is nothing sensible to read behind one.
  public mutating func next() throws(CSVError) -> CSVRow? {
    scan.begin()
    while true {
      if chunk == nil || position == chunk?.count {
        position = 0
        do {
          chunk = try source.next()
        } catch {
          throw CSVError(
            error, row: scan.number, line: scan.line, column: scan.column, encoding: encoding)
        }
      }
      guard let chunk else {
        guard let row = try scan.finish() else { return nil }
        return try checked(row)
      }
      if let row = try scan.consume(chunk, &position) { return try checked(row) }
    }
  }

  /// Lets a row through whose bytes are the encoding they are said to be.
  private func checked(_ row: CSVRow) throws(CSVError) -> CSVRow {
    // What was converted is sound by construction.
    if row.isASCII || encoding != .utf8 { return row }
    let offset: Int
    do {
      _ = try UTF8Span(validating: row.bytes.span)
      return row
    } catch {
      offset = error.byteOffsets.lowerBound
    }
    let column = (row.ends.firstIndex { offset <= Int($0) } ?? row.count) + 1
    let sample = row.bytes + source.pending.prefix(16 * 1024)
    let guess = sample.withUnsafeBufferPointer { EncodingDetector.guess($0, excluding: .utf8) }
    throw .invalidBytes(
      row: row.number, line: row.line, column: column,
      bytes: Array(row.bytes[offset...].prefix { $0 >= 0x80 }.prefix(4)), encoding: .utf8,
      guess: guess)
  }
}

extension CSVError {
  init(_ fault: SourceFault) {
    switch fault {
    case .missing: self = .missing
    case .folder: self = .folder
    case .unreadable(let code): self = .unreadable(reason: SourceFault.reason(code))
    }
  }

  init(_ fault: DecodingFault, row: Int, line: Int, column: Int, encoding: SourceEncoding) {
    switch fault {
    case .source(let fault): self.init(fault)
    case .binary(let kind): self = .binary(kind: kind)
    case .notInstalled(let encoding): self = .encodingNotInstalled(encoding)
    case .invalid(let bytes, let guess):
      self = .invalidBytes(
        row: row, line: line, column: column, bytes: bytes, encoding: encoding, guess: guess)
    }
  }
}
