// module: Liaison/Prospects/Import/ByteSource.swift Liaison/Prospects/Import/CSVDelimiter.swift Liaison/Prospects/Import/CSVError.swift Liaison/Prospects/Import/CSVReader.swift Liaison/Prospects/Import/CSVRow.swift Liaison/Prospects/Import/CSVScan.swift Liaison/Prospects/Import/CSVWriter.swift Liaison/Prospects/Import/Cell.swift Liaison/Prospects/Import/DecodedSource.swift Liaison/Prospects/Import/EncodingDetector.swift Liaison/Prospects/Import/SourceEncoding.swift

/// Reads any bytes behind the first as a prospects file in the encoding that the first one chooses,
/// whole and in small pieces, and writes the rows again.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let input = Array(UnsafeBufferPointer(start: start, count: count))
  guard let choice = input.first else { return 0 }
  let bytes = Array(input.dropFirst())
  let encodings = [nil] + SourceEncoding.allCases.map(Optional.init)
  let encoding = encodings[Int(choice) % encodings.count]
  let whole = read(bytes, encoding, chunkSize: 64 * 1024)
  let pieces = read(bytes, encoding, chunkSize: 1 + Int(choice) % 7)
  precondition(pieces == whole, "it matters how the bytes arrive")
  guard whole.isWell else { return 0 }

  var writer = CSVWriter()
  for row in whole.rows { writer.append(row) }
  let again = read(writer.bytes, .utf8, chunkSize: 64 * 1024)
  precondition(again.rows.count == whole.rows.count, "\(whole.rows) became \(again.rows)")
  for (row, written) in zip(whole.rows, again.rows) {
    precondition(row.count == written.count, "\(row) became \(written)")
    for (field, marked) in zip(row, written) {
      precondition(!marked.withBytes(Cell.isFormula), "a formula is written: \(marked)")
      let texts = [field, marked].map { $0.withBytes { Array(Cell.trimmed($0)) } }
      precondition(texts[0] == texts[1], "\(field) is read as \(marked)")
    }
  }
  return 0
}

private func read(
  _ bytes: [UInt8], _ encoding: SourceEncoding?, chunkSize: Int
) -> (rows: [[String]], isWell: Bool) {
  var rows: [[String]] = []
  do throws(CSVError) {
    var reader = try CSVReader(
      bytes: bytes, encoding: encoding, delimiter: .comma, chunkSize: chunkSize)
    while let row = try reader.next() {
      for index in 0..<row.count {
        row.withField(index) { field in
          _ = Cell.controlFault(field, allowingLines: false)
          _ = Cell.isWebsite(field)
          _ = Cell.list(Cell.text(field))
        }
      }
      rows.append(row.fields)
    }
    return (rows, true)
  } catch {
    // Its guess at another encoding is made of what happens to be at hand.
    _ = error.description
    return (rows, false)
  }
}

extension String {
  fileprivate func withBytes<Result>(_ body: (Cell.Bytes) -> Result) -> Result {
    var text = self
    return text.withUTF8(body)
  }
}
