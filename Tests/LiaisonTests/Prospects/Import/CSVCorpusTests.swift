import FoundationEssentials
import Testing

@testable import Liaison

/// What the fuzzer starts from, and what it once found, is read alike in any pieces.
@Suite struct CSVCorpusTests {
  @Test func `every input is read, and written so that it is read again`() throws {
    let inputs = try FuzzingCorpus.inputs("csv")
    #expect(inputs.count > 5)
    let encodings = [nil] + SourceEncoding.allCases.map(Optional.init)
    for (name, input) in inputs {
      let encoding = encodings[Int(input.first ?? 0) % encodings.count]
      let bytes = Array(input.dropFirst())
      var readings: [[[String]]] = []
      for chunkSize in [1, 3, 65_536] {
        var rows: [[String]] = []
        do throws(CSVError) {
          var reader = try CSVReader(
            bytes: bytes, encoding: encoding, delimiter: .comma, chunkSize: chunkSize)
          while let row = try reader.next() { rows.append(row.fields) }
        } catch {
          #expect(!error.description.isEmpty)
        }
        readings.append(rows)
      }
      #expect(readings[0] == readings[2] && readings[1] == readings[2], "\(name)")
      var writer = CSVWriter()
      for row in readings[2] { writer.append(row) }
      let again = try ImportFixture.rows(writer.bytes)
      #expect(again.map(\.count) == readings[2].map(\.count), "\(name)")
    }
  }
}
