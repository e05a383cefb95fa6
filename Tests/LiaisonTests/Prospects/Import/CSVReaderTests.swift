import Testing

@testable import Liaison

@Suite("CSVReader")
struct CSVReaderTests {
  struct Case: CustomTestStringConvertible {
    let text: String
    let rows: [[String]]
    var testDescription: String { text.debugDescription }

    init(_ text: String, _ rows: [[String]]) {
      self.text = text
      self.rows = rows
    }
  }

  static let wellFormed = [
    Case("a,b\n1,2\n", [["a", "b"], ["1", "2"]]),
    Case("a,b\r\n1,2\r\n", [["a", "b"], ["1", "2"]]),
    Case("a,b\r1,2\r", [["a", "b"], ["1", "2"]]),
    Case("a,b\n1,2", [["a", "b"], ["1", "2"]]),
    Case("a,b\r\n1,2\r\n\r\n\r\n", [["a", "b"], ["1", "2"]]),
    Case("\n\na\n", [["a"]]),
    Case("\r\ra\r", [["a"]]),
    Case("a\n\nb\n", [["a"], ["b"]]),
    Case("", []),
    Case("\n", []),
    Case("\u{FEFF}", []),
    Case("\u{FEFF}a,b\n", [["a", "b"]]),
    Case("\u{FEFF}\"a\",b\n", [["a", "b"]]),
    Case(",\n", [["", ""]]),
    Case(",,", [["", "", ""]]),
    Case("a,\n,b\n", [["a", ""], ["", "b"]]),
    Case("\"a\"", [["a"]]),
    Case("\"\"", [[""]]),
    Case("\"\"\n\"\"\n", [[""], [""]]),
    Case("\"\",\"\"\n", [["", ""]]),
    Case("\"a,b\",c\n", [["a,b", "c"]]),
    Case("\"a\"\"b\",c\n", [["a\"b", "c"]]),
    Case("\"\"\"\"\n", [["\""]]),
    Case("\"\"\"a\"\"\"\n", [["\"a\""]]),
    Case("\"a\nb\",c\n", [["a\nb", "c"]]),
    Case("\"a\r\nb\",c\r\n", [["a\r\nb", "c"]]),
    Case("\"a\rb\",c\r", [["a\rb", "c"]]),
    Case("\"a\n\n\",\"\n\"\n", [["a\n\n", "\n"]]),
    Case("\"a\"  ,b\n", [["a", "b"]]),
    Case("\"a\" \n", [["a"]]),
    Case("a \"b\" c,d\n", [["a \"b\" c", "d"]]),
    Case("5\" nail,b\n", [["5\" nail", "b"]]),
    Case(" \"a\",b\n", [[" \"a\"", "b"]]),
    Case(" a , b \n", [[" a ", " b "]]),
    Case("a;b\n1;2\n", [["a", "b"], ["1", "2"]]),
    Case("a\tb\n1\t2\n", [["a", "b"], ["1", "2"]]),
    Case("a;b,c;d\n", [["a", "b,c", "d"]]),
    Case("\"a;b;c\",d\n", [["a;b;c", "d"]]),
    Case("\n\na;b\n", [["a", "b"]]),
    Case("a,b,c\n1\n1,2,3,4\n", [["a", "b", "c"], ["1"], ["1", "2", "3", "4"]]),
    Case("=cmd()|A,+1,-1,@x\n", [["=cmd()|A", "+1", "-1", "@x"]]),
    Case("姓名,邮箱\n王伟,\"a,\n你\"\n", [["姓名", "邮箱"], ["王伟", "a,\n你"]]),
    Case("a\u{2028}b,🙂\n", [["a\u{2028}b", "🙂"]]),
  ]

  @Test("Well-formed files give their fields", arguments: wellFormed)
  func fields(_ example: Case) throws {
    #expect(try ImportFixture.rows(Array(example.text.utf8)).map(\.fields) == example.rows)
  }

  @Test("Where a chunk ends makes no difference", arguments: wellFormed)
  func chunkBoundaries(_ example: Case) throws {
    let bytes = Array(example.text.utf8)
    let whole = try ImportFixture.rows(bytes)
    for size in 1...max(1, bytes.count) {
      #expect(try ImportFixture.rows(bytes, chunkSize: size) == whole, "chunks of \(size)")
    }
  }

  @Test("Rows know their number and the line they begin on")
  func positions() throws {
    let text = "a,b\r\n\"1\r\n1\",2\r\n\r\n3,\"\n\n\"\r4,4\n"
    for size in [1, 2, 3, 1000] {
      let rows = try ImportFixture.rows(Array(text.utf8), chunkSize: size)
      #expect(rows.map(\.number) == [1, 2, 4, 5])
      #expect(rows.map(\.line) == [1, 2, 5, 8])
    }
  }

  @Test("A row that is kept does not change when the next is read")
  func rowsAreValues() throws {
    var reader = try CSVReader(bytes: Array("a,b\nccccc,ddddd\ne,f\n".utf8))
    let first = try #require(try reader.next())
    let second = try #require(try reader.next())
    _ = try reader.next()
    #expect(first.fields == ["a", "b"])
    #expect(second.fields == ["ccccc", "ddddd"])
    #expect(second[2].isEmpty)
    #expect(second[-1].isEmpty)
  }

  static let faults: [(String, CSVError)] = [
    ("a,b\n\"1,2\n3,4\n", .unterminatedQuote(row: 2, line: 2, column: 1)),
    ("a,b\n1,\"2\n3,4", .unterminatedQuote(row: 2, line: 2, column: 2)),
    ("\"a\n\",\"", .unterminatedQuote(row: 1, line: 2, column: 2)),
    ("\"", .unterminatedQuote(row: 1, line: 1, column: 1)),
    ("\"a\"\"", .unterminatedQuote(row: 1, line: 1, column: 1)),
    ("a,b\n1,\"2\"3\n", .textAfterQuote(row: 2, line: 2, column: 2)),
    ("\"a\" \"b\"\n", .textAfterQuote(row: 1, line: 1, column: 1)),
  ]

  @Test("A quote gone wrong is reported where it stands", arguments: faults)
  func quoteFaults(_ text: String, _ expected: CSVError) {
    for size in 1...8 {
      #expect(throws: expected) {
        try ImportFixture.rows(Array(text.utf8), chunkSize: size)
      }
    }
  }

  @Test("A zero byte behind what was looked at first is reported with its place")
  func zeroByte() {
    let head = Array(String(repeating: "aaaa,bbbb\n", count: 8000).utf8)
    #expect(throws: CSVError.zeroByte(row: 8001, line: 8001, column: 2)) {
      try ImportFixture.rows(head + Array("a,\0\n".utf8))
    }
    #expect(throws: CSVError.zeroByte(row: 8001, line: 8001, column: 1)) {
      try ImportFixture.rows(head + Array("\"\0\"\n".utf8))
    }
  }

  static let binaries: [(String, [UInt8], String)] = [
    ("xlsx", [0x50, 0x4B, 0x03, 0x04, 0x14, 0x00], "an Excel workbook or a zip archive"),
    ("xls", [0xD0, 0xCF, 0x11, 0xE0, 0xA1], "an old Excel workbook (.xls)"),
    ("pdf", Array("%PDF-1.7".utf8), "a PDF document"),
    ("gzip", [0x1F, 0x8B, 0x08], "a gzip archive"),
    ("database", Array("SQLite format 3\0".utf8), "a database"),
    ("program", [0x7F, 0x45, 0x4C, 0x46, 2, 1, 1, 0, 0, 0, 0, 0], "a binary file"),
  ]

  @Test("A file that is no text is called what it is", arguments: binaries)
  func binary(_ name: String, _ bytes: [UInt8], _ kind: String) {
    #expect(throws: CSVError.binary(kind: kind)) { try ImportFixture.rows(bytes) }
  }

  @Test("An open quote does not take in a whole file")
  func endlessQuote() {
    let row = Array("1,2\n".utf8)
    var bytes = Array("a,b\n1,\"2\n".utf8)
    while bytes.count < CSVScan.maximumRowBytes + 100 { bytes += row }
    let limit = CSVScan.maximumRowBytes
    #expect(throws: CSVError.rowTooLong(row: 2, line: 2, limit: limit, openQuote: true)) {
      try ImportFixture.rows(bytes)
    }
    #expect(throws: CSVError.tooManyColumns(row: 1, line: 1, limit: 16_384)) {
      try ImportFixture.rows([UInt8](repeating: 0x2C, count: 20_000))
    }
  }

  @Test("What cannot be opened says so")
  func unopened() throws {
    #expect(throws: CSVError.missing) { _ = try CSVReader(path: "/nonexistent/prospects.csv") }
    try ImportFixture.withFolder { folder in
      #expect(throws: CSVError.folder) { _ = try CSVReader(path: folder) }
      ImportFixture.write(Array("a\n".utf8), to: "\(folder)/a.csv")
      #expect(throws: CSVError.missing) { _ = try CSVReader(path: "\(folder)/a.csv/b") }
      var reader = try CSVReader(path: "\(folder)/a.csv")
      #expect(try reader.next()?.fields == ["a"])
      #expect(reader.totalBytes == 2)
      #expect(reader.bytesRead == 2)
    }
  }

  @Test("Random bytes give rows or an error, never a crash, whatever the chunks")
  func randomBytes() {
    let seed = SplitMix64.freshSeed
    var random = SplitMix64(seed: seed)
    let alphabet: [UInt8] = Array("ab,;\t\"\"\"\n\r ".utf8) + [0xC3, 0xA9, 0xFF, 0x07]
    for _ in 0..<3000 {
      let bytes = (0..<Int.random(in: 0...40, using: &random)).map { _ in
        alphabet.randomElement(using: &random) ?? 0
      }
      let encoding: SourceEncoding? = Bool.random(using: &random) ? nil : .gb18030
      let whole = Result { () throws(CSVError) in
        try ImportFixture.rows(bytes, encoding: encoding)
      }
      let size = Int.random(in: 1...7, using: &random)
      let pieces = Result { () throws(CSVError) in
        try ImportFixture.rows(bytes, encoding: encoding, chunkSize: size)
      }
      switch (whole, pieces) {
      case (.success(let left), .success(let right)):
        #expect(left == right, "seed \(seed), \(bytes), chunks of \(size)")
      case (.failure(let left), .failure(let right)):
        // How much of the text the guess has seen depends on the chunks.
        #expect(left.withoutGuess == right.withoutGuess, "seed \(seed), \(bytes), \(size)")
      default: Issue.record("seed \(seed), \(bytes), chunks of \(size): \(whole) and \(pieces)")
      }
    }
  }
}

extension CSVError {
  /// The error without what was made of the bytes, which depends on how many were there.
  fileprivate var withoutGuess: CSVError {
    guard case .invalidBytes(let row, let line, let column, _, let encoding, _) = self else {
      return self
    }
    return .invalidBytes(
      row: row, line: line, column: column, bytes: [], encoding: encoding, guess: nil)
  }
}
