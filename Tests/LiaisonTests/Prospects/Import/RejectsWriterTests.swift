import Glibc
import Scheduling
import Testing

@testable import Liaison

@Suite("RejectsWriter")
struct RejectsWriterTests {
  static let text = "email,name,Recent work\r\nmaya,\"M, K\",=1+1\r\nzoe@b.example,Zoë,\r\n"

  @Test("Rejected rows are written as they were, with their row and reason")
  func writes() throws {
    try ImportFixture.withFolder { folder in
      let path = "\(folder)/rejects.csv"
      let mapping = try ColumnMapping(header: ["email", "name", "Recent work"])
      var writer = try RejectsWriter(path: path, mapping: mapping)
      var reader = try CSVReader(bytes: Array(Self.text.utf8))
      _ = try reader.next()
      let row = try #require(try reader.next())
      let problem = RowProblem(row, column: "email", value: "maya", reason: "It has no @.")
      let whole = RowProblem(row, column: nil, value: "", reason: "It is short.")
      try writer.write(row, problems: [problem, whole])
      #expect(ImportFixture.names(in: folder) != ["rejects.csv"])
      #expect(writer.count == 1)
      try writer.finish()

      #expect(ImportFixture.names(in: folder) == ["rejects.csv"])
      let written = try ImportFixture.bytes(path)
      #expect(
        String(decoding: written, as: UTF8.self)
          == "\u{FEFF}email,name,Recent work,reject_row,reject_reason\r\n"
          + "maya,\"M, K\",'=1+1,2,email: It has no @. It is short.\r\n")
      var status = stat()
      #expect(stat(path, &status) == 0)
      #expect(status.st_mode & 0o777 == 0o600)
    }
  }

  @Test("A file of rejects can be imported, and rejected rows written again")
  func again() throws {
    let first = "email,name,reject_row,reject_reason\r\nmaya,Maya,2,bad\r\n"
    try ImportFixture.withFolder { folder in
      let options = ImportOptions(zones: try ZoneDatabase())
      var reader = try ImportReader(bytes: Array(first.utf8), name: "r.csv", options: options)
      var writer = try RejectsWriter(path: "\(folder)/again.csv", mapping: reader.mapping)
      while let row = try reader.next() {
        guard case .problem(let problems, let row) = row else { continue }
        try writer.write(row, problems: problems)
      }
      try writer.finish()
      let rows = try ImportFixture.rows(try ImportFixture.bytes("\(folder)/again.csv"))
      #expect(rows.map(\.count) == [4, 4])
      #expect(rows[0].fields == ["email", "name", "reject_row", "reject_reason"])
      #expect(rows[1].fields.prefix(3) == ["maya", "Maya", "2"])
      #expect(rows[1][3] != "bad")
    }
  }

  @Test("Without its end nothing is left behind, and an older file stays")
  func abandoned() throws {
    try ImportFixture.withFolder { folder in
      let path = "\(folder)/rejects.csv"
      ImportFixture.write(Array("old".utf8), to: path)
      do {
        let writer = try RejectsWriter(path: path, mapping: try ColumnMapping(header: ["email"]))
        #expect(writer.count == 0)
      }
      #expect(ImportFixture.names(in: folder) == ["rejects.csv"])
      #expect(try ImportFixture.bytes(path) == Array("old".utf8))
    }
  }

  @Test("A place that cannot be written to is named")
  func unwritable() throws {
    let mapping = try ColumnMapping(header: ["email"])
    let error = #expect(throws: RejectsError.self) {
      _ = try RejectsWriter(path: "/nonexistent/rejects.csv", mapping: mapping)
    }
    #expect(error?.description.contains("/nonexistent/rejects.csv") == true)
    ImportFixture.withFolder { folder in
      #expect(mkdir("\(folder)/taken", 0o700) == 0)
      defer { rmdir("\(folder)/taken") }
      #expect(throws: RejectsError.self) {
        let writer = try RejectsWriter(path: "\(folder)/taken", mapping: mapping)
        try writer.finish()
      }
      #expect(ImportFixture.names(in: folder) == ["taken"])
    }
  }
}
