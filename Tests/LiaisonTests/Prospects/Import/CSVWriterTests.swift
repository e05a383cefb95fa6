import Testing

@testable import Liaison

@Suite("CSVWriter")
struct CSVWriterTests {
  static let rows: [([String], String)] = [
    (["a", "b"], "a,b\r\n"), (["a,b", "c"], "\"a,b\",c\r\n"), (["a\"b"], "\"a\"\"b\"\r\n"),
    (["a\nb"], "\"a\nb\"\r\n"), (["", ""], ",\r\n"), ([""], "\"\"\r\n"), ([" a"], "\" a\"\r\n"),
    (["a;b", "c\td"], "\"a;b\",\"c\td\"\r\n"), (["=1+1"], "=1+1\r\n"), (["王伟"], "王伟\r\n"),
  ]

  @Test("A field is quoted where it must be", arguments: rows)
  func writes(_ fields: [String], _ expected: String) {
    var writer = CSVWriter()
    writer.append(fields)
    #expect(String(decoding: writer.bytes, as: UTF8.self) == expected)
  }

  @Test("What is written is read as it was, whatever the fields")
  func roundTrip() throws {
    let seed = SplitMix64.freshSeed
    var random = SplitMix64(seed: seed)
    let alphabet = [
      "a", "\"", ",", ";", "\t", "\n", "\r", "\r\n", " ", "é", "王", "🙂", "'", "=", "\u{7}",
    ]
    for _ in 0..<500 {
      let width = Int.random(in: 1...5, using: &random)
      let rows = (0..<Int.random(in: 1...6, using: &random)).map { _ in
        (0..<width).map { _ in
          (0..<Int.random(in: 0...6, using: &random)).map { _ in
            alphabet.randomElement(using: &random) ?? ""
          }.joined()
        }
      }
      var writer = CSVWriter()
      for row in rows { writer.append(row) }
      let size = Int.random(in: 1...64, using: &random)
      let read = try ImportFixture.rows(writer.bytes, chunkSize: size).map(\.fields)
      // Compared by bytes, since strings are equal up to normalisation.
      #expect(
        read.map { $0.map { Array($0.utf8) } } == rows.map { $0.map { Array($0.utf8) } },
        "seed \(seed)")
    }
  }
}
