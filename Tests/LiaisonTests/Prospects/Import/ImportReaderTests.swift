import Glibc
import Mail
import Scheduling
import Templating
import Testing

@testable import Liaison

@Suite("ImportReader")
struct ImportReaderTests {
  let zones: ZoneDatabase

  init() throws { zones = try ZoneDatabase() }

  private func rows(
    _ text: String, encoding: SourceEncoding? = nil, maps: [String] = []
  ) throws -> [ImportedRow] {
    let options = ImportOptions(
      encoding: encoding, assignments: try maps.map { try ColumnAssignment($0) }, zones: zones)
    var reader = try ImportReader(bytes: Array(text.utf8), name: "p.csv", options: options)
    var rows: [ImportedRow] = []
    try reader.forEach { rows.append($0) }
    return rows
  }

  private func contacts(_ rows: [ImportedRow]) -> [ImportedContact] {
    rows.compactMap { if case .contact(let contact, _) = $0 { contact } else { nil } }
  }

  private func problems(_ rows: [ImportedRow]) -> [RowProblem] {
    rows.flatMap { if case .problem(let problems, _) = $0 { problems } else { [RowProblem]() } }
  }

  @Test("A full row becomes a contact")
  func fullRow() throws {
    let text = """
      Email;First name;Last name;Full name;Salutation;Company;Kind;Website;Country;Language;\
      Time zone;Source;Tags;Followers;Channel;Notes;Recent work
       Maya@Example.COM ;Maya;Kim;Maya Kim;Hi Maya,;Rain Rides;Creator;https://rain.example;\
      Germany;de-AT;Europe/Berlin;Contact page;cycling, rain;12.5k;YouTube;"two
      lines";The tram test
      """
    let rows = try rows(text)
    let contact = try #require(contacts(rows).first)
    var expected = ImportedContact(address: try EmailAddress("Maya@example.com"))
    expected.firstName = "Maya"
    expected.lastName = "Kim"
    expected.fullName = "Maya Kim"
    expected.salutation = "Hi Maya,"
    expected.prospectName = "Rain Rides"
    expected.kind = .creator
    expected.website = "https://rain.example"
    expected.country = CountryCode("DE")
    expected.language = try LanguageTag("de-AT")
    expected.timeZone = try TimeZoneName("Europe/Berlin", in: zones)
    expected.source = .contactPage
    expected.tags = ["cycling", "rain"]
    expected.audience = 12_500
    expected.channel = "YouTube"
    expected.notes = "two\nlines"
    expected.fields = ["recent_work": "The tram test"]
    #expect(contact == expected)
    #expect(contact.address.description == "Maya@example.com")
    #expect(rows.count == 1)
  }

  @Test("A Chinese spreadsheet is read in its encoding")
  func chinese() throws {
    let options = ImportOptions(encoding: .gb18030, zones: zones)
    var reader = try ImportReader(path: ImportFixture.path("gb18030.csv"), options: options)
    var found: [ImportedContact] = []
    try reader.forEach { if case .contact(let contact, _) = $0 { found.append(contact) } }
    #expect(found.map(\.fullName) == ["王伟", "李娜", "赵𠀀"])
    #expect(found.map(\.prospectName) == ["长风骑行", "月光户外", "古道"])
    #expect(found.map { $0.country?.code } == ["CN", "CN", "CN"])
    #expect(found.map { $0.language?.description } == ["zh", "zh-Hans", "zh"])
    #expect(found.map(\.audience) == [30_000, 12_500, nil])
    #expect(found.map(\.tags) == [["骑行", "雨衣"], ["户外"], []])
    #expect(reader.encoding == .gb18030)
    #expect(reader.bytesRead == reader.totalBytes)
  }

  @Test("Empty cells are absent, blank rows are skipped, and neither is a problem")
  func empty() throws {
    let rows = try rows(
      "email,name,country,audience,x\n,,,,\na@b.example,,\" \",\u{3000},\n , ,,,\n\n")
    let contact = try #require(contacts(rows).first)
    #expect(rows.count == 1)
    #expect(contact == ImportedContact(address: try EmailAddress("a@b.example")))
    #expect(contact.fields.isEmpty)
  }

  static let badCells: [(String, String, String)] = [
    ("email", "maya", "@"), ("email", "", "empty"), ("email", "a@b.example, c@d.example", "one"),
    ("email", "a\u{0B}b@c.example", "control"),
    ("name", "Maya\u{7}", "control character inside (U+0007)"),
    ("name", "\"Maya\nKim\"", "line break"), ("name", "Maya\u{85}Kim", "U+0085"),
    ("name", "\"a\tb\"", "tab"), ("channel", "\"a\nb\"", "line break"),
    ("notes", "a\u{8}b", "control"), ("kind", "friend", "card-linked"),
    ("source", "dream", "platform-default"), ("country", "Atlantis", "ISO"),
    ("language", "Klingon", "BCP 47"), ("language", "jp", "Write ja"),
    ("language", "de_ATX_?", "BCP 47"), ("timezone", "europe/berlin", "Europe/Berlin"),
    ("timezone", "IST", "abbreviation"), ("timezone", "GMT+2", "offset"),
    ("timezone", "Mars/Base", "no time zone"), ("audience", "many", "12.5k"),
    ("website", "javascript:alert(1)", "web address"), ("website", "no site", "web address"),
  ]

  @Test(
    "A value that cannot be is a problem of its row, with column and reason", arguments: badCells)
  func badCell(_ column: String, _ value: String, _ reason: String) throws {
    let text =
      column == "email"
      ? "x,email\n1,\(value.contains(",") ? "\"\(value)\"" : value)\n2,ok@b.example\n"
      : "email,\(column)\na@b.example,\(value)\nok@b.example,\n"
    let rows = try rows(text)
    let problem = try #require(problems(rows).first)
    #expect(problems(rows).count == 1)
    #expect(problem.column == column)
    #expect(problem.row == 2 && problem.line == 2)
    #expect(problem.reason.contains(reason), "\(problem)")
    #expect(problem.description.hasPrefix("Row 2, \(column)"))
    #expect(contacts(rows).count == 1)
  }

  @Test("A column of the team's own may have several lines, such as a biography")
  func ownLines() throws {
    let rows = try rows("email,Biography\na@b.example,\"Rides.\n\tMends.\"\n")
    #expect(contacts(rows).first?.fields == ["biography": "Rides.\n\tMends."])
  }

  @Test("Every problem of a row is named at once")
  func allProblems() throws {
    let rows = try rows("email,country,audience,timezone\nmaya,Atlantis,many,CEST\n")
    #expect(problems(rows).map(\.column) == ["email", "country", "audience", "timezone"])
    #expect(rows.count == 1)
  }

  static let lengths: [(String, String?)] = [
    ("a@b.example,Maya,DE", nil), ("a@b.example,Maya,DE,,", nil),
    ("a@b.example,Maya", "The row has 2 fields and the header 3."),
    ("a@b.example,Maya,DE,x", "The row has 4 fields and the header 3."),
    ("a@b.example", "The row has 1 field and the header 3."),
  ]

  @Test("A row longer or shorter than the header is a problem", arguments: lengths)
  func ragged(_ line: String, _ reason: String?) throws {
    let rows = try rows("email,name,country\n\(line)\n")
    if let reason {
      let problem = try #require(problems(rows).first)
      #expect(problem.column == nil)
      #expect(problem.reason.hasPrefix(reason))
    } else {
      #expect(contacts(rows).count == 1)
    }
  }

  @Test("What looks like a formula is kept as text")
  func formulas() throws {
    let rows = try rows("email,name,x\na@b.example,=HYPERLINK(1),+49\n")
    #expect(contacts(rows).first?.fullName == "=HYPERLINK(1)")
    #expect(contacts(rows).first?.fields == ["x": "+49"])
  }

  @Test("The raw row comes with the contact and with the problems")
  func rawRows() throws {
    let raw = try rows("email,x\na@b.example,1\nbad,2\n").map { row in
      switch row {
      case .contact(_, let row), .problem(_, let row): row.fields
      }
    }
    #expect(raw == [["a@b.example", "1"], ["bad", "2"]])
  }

  static let faults: [(String, ImportError, ImportError.Kind)] = [
    ("", .empty(name: "p.csv"), .badData), ("\u{FEFF}\n\n", .empty(name: "p.csv"), .badData),
    (" , \n", .empty(name: "p.csv"), .badData), ("email,name\n", .noRows(name: "p.csv"), .badData),
    ("email,name\n,\n\n", .noRows(name: "p.csv"), .badData),
    (
      "Name,Land\nMaya,DE\n",
      .columns(name: "p.csv", .noEmail(headers: ["Name", "Land"])), .badData
    ),
    (
      "email\n\"a@b.example\n",
      .file(name: "p.csv", .unterminatedQuote(row: 2, line: 2, column: 1)), .badData
    ),
    (
      "PK\u{3}\u{4}", .file(name: "p.csv", .binary(kind: "an Excel workbook or a zip archive")),
      .badData
    ),
  ]

  @Test("A file that cannot be imported says why", arguments: faults)
  func fault(_ text: String, _ expected: ImportError, _ kind: ImportError.Kind) {
    #expect(throws: expected) { try rows(text) }
    #expect(expected.kind == kind)
    #expect(expected.description.hasPrefix("p.csv: "))
  }

  @Test("What cannot be opened, and what was asked for wrongly, have kinds of their own")
  func kinds() throws {
    let missing = #expect(throws: ImportError.self) {
      _ = try ImportReader(path: "/nonexistent.csv", options: ImportOptions(zones: zones))
    }
    #expect(missing?.kind == .noInput)
    #expect(missing?.description == "/nonexistent.csv: There is no such file.")
    ImportFixture.withFolder { folder in
      let error = #expect(throws: ImportError.self) {
        _ = try ImportReader(path: folder, options: ImportOptions(zones: zones))
      }
      #expect(error?.kind == .noInput)
    }
    let map = #expect(throws: ImportError.self) {
      try rows("email\na@b.example\n", maps: ["x=name"])
    }
    #expect(map?.kind == .usage)
  }

  @Test("A hundred thousand rows take no more memory than a few")
  func longFile() throws {
    var text = Array("email,name,country,tags\n".utf8)
    for number in 0..<100_000 {
      text += Array("p\(number)@s.example,Zoë \(number),DE,a;b\n".utf8)
    }
    try ImportFixture.withFolder { folder in
      let path = "\(folder)/long.csv"
      ImportFixture.write(text, to: path)
      var reader = try ImportReader(path: path, options: ImportOptions(zones: zones))
      var count = 0
      var largest = 0
      while let row = try reader.next() {
        guard case .contact(let contact, let raw) = row else { continue }
        count += 1
        largest = max(largest, raw.bytes.capacity)
        if count == 77_777 { #expect(contact.fullName == "Zoë 77776") }
      }
      #expect(count == 100_000)
      #expect(largest < 4096)
    }
  }
}
