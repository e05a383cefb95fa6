import Testing

@testable import Liaison

@Suite("CSVWriter")
struct CSVWriterTests {
  static let rows: [([String], String)] = [
    (["a", "b"], "a,b\r\n"), (["a,b", "c"], "\"a,b\",c\r\n"), (["a\"b"], "\"a\"\"b\"\r\n"),
    (["a\nb"], "\"a\nb\"\r\n"), (["", ""], ",\r\n"), ([""], "\"\"\r\n"), ([" a"], "\" a\"\r\n"),
    (["a;b", "c\td"], "\"a;b\",\"c\td\"\r\n"), (["王伟"], "王伟\r\n"),
  ]

  /// What a spreadsheet would take for a formula, and what only looks a little like one.
  static let formulas: [(String, Bool)] = [
    ("=1+1", true), ("+34 928 12 34 56", true), ("-2", true), ("@SUM(A1)", true), ("＝1", true),
    ("＋1", true), ("－1", true), ("＠a", true), (" =1", true), ("\u{A0}\t=cmd|' /C calc'!A0", true),
    ("\tx", true), ("\rx", true), ("\nx", true), ("=", true),
    ("'=1", false), ("a=1", false), ("1-2", false), ("", false), ("！", false), ("\u{FF}", false),
    ("maya@rides.example", false), ("\t", false), (" \n ", false), ("'\t", false),
    ("\"=1\"", false),
  ]

  @Test("No field begins as a formula, and it is read as it was", arguments: formulas)
  func formula(_ field: String, _ isFormula: Bool) throws {
    var writer = CSVWriter()
    writer.append(["a", field, "b"])
    let row = try #require(try ImportFixture.rows(writer.bytes).first)
    #expect(Array(row[1].utf8) == Array(((isFormula ? "'" : "") + field).utf8))
    // An import takes the mark away, and only the mark.
    let texts = [row[1], field].map { text in
      var text = text
      return text.withUTF8 { Array(Cell.trimmed($0)) }
    }
    #expect(texts[0] == texts[1])
    // What was written once stays as it is when it is written again.
    var again = CSVWriter()
    again.append(row.fields)
    #expect(again.bytes == writer.bytes)
  }

  @Test("A field is quoted where it must be", arguments: rows)
  func writes(_ fields: [String], _ expected: String) {
    var writer = CSVWriter()
    writer.append(fields)
    #expect(String(decoding: writer.bytes, as: UTF8.self) == expected)
  }

  private static func isFormula(_ text: String) -> Bool {
    var text = text
    return text.withUTF8(Cell.isFormula)
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
        read.map { $0.map { Array($0.utf8) } }
          == rows.map { $0.map { Array((Self.isFormula($0) ? "'" + $0 : $0).utf8) } },
        "seed \(seed)")
    }
  }
}
