import Foundation
import Testing

@Suite struct ImportCommandTests {
  private static let mixed = """
    name,email,timezone
    Ann,ann@one.example,Europe/Berlin
    Bob,bob-at-one.example,Europe/Berlin
    Cem,cem@one.example,IST
    Dan,dan@one.example,Europe/Berlni

    """
  private let workspace: ScratchWorkspace

  init() throws { workspace = try ScratchWorkspace() }

  private func contacts() throws -> String {
    try workspace.sql("SELECT address FROM contact ORDER BY address")
  }

  @Test func `every bad row is reported with row, column and reason, and the good ones are stored`()
    throws
  {
    try workspace.write(Self.mixed, to: "list.csv")
    let result = try workspace.run("import", "list.csv")
    #expect(result.exitCode == 1)
    try Golden.expect(result.output, is: "import.txt")
    #expect(try contacts() == "ann@one.example")
  }

  @Test func `the JSON report counts and lists the same`() throws {
    try workspace.write(Self.mixed, to: "list.csv")
    let report = try workspace.run("import", "list.csv", "--json").json()
    #expect(report["rows"].int == 4)
    #expect(report["added"].int == 1)
    #expect(report["rejected"].int == 3)
    #expect(report["problems"].array.map { $0["row"].int } == [3, 4, 5])
    #expect(
      report["problems"].array.map { $0["column"].string } == ["email", "timezone", "timezone"])
  }

  @Test func `rejected rows are written, mended and imported`() throws {
    try workspace.write(Self.mixed, to: "list.csv")
    let first = try workspace.run("import", "list.csv", "--rejects", "rejects.csv")
    #expect(first.exitCode == 1)
    #expect(first.output.contains("The rejected rows are in rejects.csv"))
    let rejects = try workspace.text("rejects.csv")
    #expect(rejects.split(whereSeparator: \.isNewline).count == 4)
    try workspace.write(
      rejects.replacingOccurrences(of: "bob-at-one.example", with: "bob@one.example")
        .replacingOccurrences(of: ",IST,", with: ",Asia/Kolkata,")
        .replacingOccurrences(of: ",Europe/Berlni,", with: ",Europe/Berlin,"), to: "mended.csv")
    let second = try workspace.run("import", "mended.csv")
    #expect(second.exitCode == 0, "\(second)")
    #expect(
      try contacts() == "ann@one.example\nbob@one.example\ncem@one.example\ndan@one.example")
    // What the rejects file adds is not taken for the contact's own.
    #expect(try !workspace.dump().contains("reject_reason"))
  }

  @Test func `a dry run reports the same and stores nothing`() throws {
    try workspace.write(Self.mixed, to: "list.csv")
    let before = try workspace.dump()
    let dry = try workspace.run("import", "list.csv", "--dry-run")
    #expect(dry.exitCode == 1)
    #expect(dry.output.hasSuffix("This was a dry run; nothing was stored.\n"))
    #expect(try workspace.dump() == before)
    let wet = try workspace.run("import", "list.csv")
    #expect(dry.output.hasPrefix(wet.output))
  }

  @Test func `--map says what a column is that nobody can guess`() throws {
    try workspace.write(
      "Kontakt,Firma,Spalte X\nann@one.example,Radwelt,Europe/Berlin\n", to: "list.csv")
    let refused = try workspace.run("import", "list.csv")
    #expect(refused.exitCode == 65)
    #expect(refused.errors.contains("no column holds e-mail addresses"), "\(refused)")
    let result = try workspace.run(
      "import", "list.csv", "--map", "Kontakt=email", "--map", "Firma=prospect", "--map",
      "Spalte X=timezone")
    #expect(result.exitCode == 0, "\(result)")
    #expect(
      try workspace.sql(
        "SELECT k.address, p.name, k.time_zone FROM contact k JOIN prospect p ON p.id = k.prospect_id"
      ) == "ann@one.example|Radwelt|Europe/Berlin")
  }

  @Test(arguments: ["Kontakt", "Kontakt=adress", "nowhere=email"])
  func `a wrong --map is a usage error and changes nothing`(map: String) throws {
    try workspace.write("Kontakt,name\nann@one.example,Ann\n", to: "list.csv")
    let before = FolderPrint(workspace.folder)
    let result = try workspace.run("import", "list.csv", "--map", map)
    #expect(result.exitCode == 64, "\(result)")
    #expect(result.errors.split(separator: "\n").count <= 3)
    #expect(FolderPrint(workspace.folder).changes(since: before) == [])
  }

  @Test func `--encoding reads what a spreadsheet in China wrote`() throws {
    // 姓名,邮箱 / 周子涵 in GB 18030.
    let bytes: [UInt8] =
      [0xD0, 0xD5, 0xC3, 0xFB, 0x2C, 0xD3, 0xCA, 0xCF, 0xE4, 0x0A]
      + [0xD6, 0xDC, 0xD7, 0xD3, 0xBA, 0xAD] + Array(",zihan@one.example\n".utf8)
    try Data(bytes).write(to: workspace.file("list.csv"))
    let refused = try workspace.run("import", "list.csv")
    #expect(refused.exitCode == 65)
    #expect(refused.errors.contains("--encoding"), "\(refused)")
    #expect(try contacts().isEmpty)
    let result = try workspace.run("import", "list.csv", "--encoding", "gb18030")
    #expect(result.exitCode == 0, "\(result)")
    #expect(try workspace.dump().contains("周子涵"))
    let unknown = try workspace.run("import", "list.csv", "--encoding", "klingon")
    #expect(unknown.exitCode == 64)
  }

  @Test(
    arguments: [
      ("skip", "Europe/Berlin", 0), ("update", "Asia/Tokyo", 0), ("fail", "Europe/Berlin", 65),
    ]
      as [(String, String, Int32)])
  func `--on-duplicate says what happens to a contact that is known`(
    policy: String, zone: String, code: Int32
  ) throws {
    try workspace.write("email,timezone\nann@one.example,Europe/Berlin\n", to: "first.csv")
    try workspace.write(
      "email,timezone\nnew@one.example,Asia/Tokyo\nANN@ONE.example,Asia/Tokyo\n", to: "second.csv")
    #expect(try workspace.run("import", "first.csv").exitCode == 0)
    let result = try workspace.run("import", "second.csv", "--on-duplicate", policy)
    #expect(result.exitCode == code, "\(result)")
    #expect(
      try workspace.sql("SELECT time_zone FROM contact WHERE address LIKE 'ann@%'") == zone)
    // Nothing half imported: with 'fail' the new row before it does not stay either.
    let news = try workspace.sql("SELECT count(*) FROM contact WHERE address LIKE 'new@%'")
    #expect(news == (code == 0 ? "1" : "0"))
  }

  @Test func `a file that breaks off leaves nothing half imported`() throws {
    try workspace.write("email,name\nann@one.example,Ann\nbob@one.example,\"Bob\n", to: "list.csv")
    let before = try workspace.dump()
    let result = try workspace.run("import", "list.csv", "--rejects", "rejects.csv")
    #expect(result.exitCode == 65, "\(result)")
    #expect(result.errors.contains("never closed"), "\(result)")
    #expect(try workspace.dump() == before)
    #expect(!FileManager.default.fileExists(atPath: workspace.file("rejects.csv").path))
  }
}
