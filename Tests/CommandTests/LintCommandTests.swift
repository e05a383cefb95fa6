import Foundation
import Testing

@Suite struct LintCommandTests {
  private static let blunt = "Hello Maya,\n\nYour fee is too expensive, lower your price.\n"
  private static let fine = "Hello Maya,\n\nIs there room for negotiation on this rate?\n"
  private let workspace: ScratchWorkspace

  init() throws { workspace = try ScratchWorkspace() }

  /// Runs it beside the workspace, where only the shipped rules apply.
  private func lint(_ arguments: String..., input: String = "") throws -> LiaisonProcess.Result {
    try LiaisonProcess.run(
      ["lint"] + arguments, in: workspace.surroundings, input: Data(input.utf8))
  }

  private func write(_ text: String, _ name: String) throws {
    try Data(text.utf8).write(to: workspace.surroundings.appendingPathComponent(name))
  }

  @Test func `a blunt phrase is shown in its line, with a better one`() throws {
    try write(Self.blunt, "draft.txt")
    let result = try lint("draft.txt")
    #expect(result.exitCode == 1)
    #expect(result.errors.isEmpty)
    try Golden.expect(result.output, is: "lint.txt")
  }

  @Test func `a draft without findings prints nothing`() throws {
    try write(Self.fine, "draft.txt")
    let result = try lint("draft.txt")
    #expect(result.exitCode == 0)
    #expect(result.output.isEmpty && result.errors.isEmpty)
    let document = try lint("draft.txt", "--json").json()
    #expect(document["files"].array.count == 1)
    #expect(document["files"][0]["findings"].exists)
    #expect(document["files"][0]["findings"].array.isEmpty)
  }

  @Test func `the JSON document has exactly the keys that it promises`() throws {
    try write(Self.blunt, "draft.txt")
    let result = try lint("draft.txt", "--format", "json")
    #expect(result.exitCode == 1)
    #expect(try lint("draft.txt", "--json").output == result.output)
    let document = try result.json()
    #expect(document.keys == ["files"])
    let file = document["files"][0]
    #expect(file.keys == ["findings", "path"])
    #expect(file["path"].string == "draft.txt")
    let finding = file["findings"][0]
    #expect(
      finding.keys == [
        "column", "endColumn", "group", "line", "match", "message", "replacement", "rule",
        "severity",
      ])
    #expect(finding["rule"].string == "price.blunt")
    #expect(finding["group"].string == "price")
    #expect(finding["severity"].string == "error")
    #expect(finding["line"].int == 3)
    #expect(finding["column"].int == 1)
    #expect(finding["endColumn"].int == 26)
    #expect(finding["match"].string == "Your fee is too expensive")
    #expect(finding["replacement"].string == "Is there room for negotiation on this rate?")
  }

  @Test func `a replacement that there is not is null, not left out`() throws {
    let document = try lint("--json", input: "Hello,\n\nTODO: the rest.\n").json()
    let finding = document["files"][0]["findings"][0]
    #expect(finding.keys.contains("replacement"))
    #expect(!finding["replacement"].exists)
  }

  @Test(arguments: [[], ["-"]])
  func `standard input is read where no file is named`(arguments: [String]) throws {
    let result = try LiaisonProcess.run(
      ["lint"] + arguments, in: workspace.surroundings, input: Data(Self.blunt.utf8))
    #expect(result.exitCode == 1)
    #expect(result.output.hasPrefix("<stdin>:3:1: error: "))
    #expect(result.output.hasSuffix("<stdin>: 1 error\n"))
  }

  @Test func `columns count what a reader sees as characters of any script`() throws {
    let document = try lint("--json", input: "佐々木様 — your fee is too expensive.\n").json()
    let finding = document["files"][0]["findings"].array.first {
      $0["rule"].string == "price.blunt"
    }
    #expect(finding?["column"].int == 8)
    #expect(finding?["match"].string == "your fee is too expensive")
    // The marks stand under the words, though the characters before them are wide.
    let text = try lint(input: "佐々木様 — your fee is too expensive.\n").output
    let lines = text.split(separator: "\n")
    let marks = try #require(lines.firstIndex { $0.hasSuffix("^^^") })
    #expect(lines[marks].prefix { $0 == " " }.count == 2 + 8 + 3)
  }

  @Test(
    arguments: [
      ("error", Self.fine, 0), ("error", "Please reply ASAP.\n", 0),
      ("warning", "Please reply ASAP.\n", 1), ("note", Self.blunt, 1),
      ("error", Self.blunt, 1),
    ] as [(String, String, Int32)])
  func `the exit code is 1 from the severity that --fail-on names`(
    severity: String, text: String, code: Int32
  ) throws {
    let result = try lint("--fail-on", severity, input: text)
    #expect(result.exitCode == code, "\(result)")
  }

  @Test func `several files are told apart, and one bad one decides`() throws {
    try write(Self.fine, "fine.txt")
    try write(Self.blunt, "blunt.txt")
    let text = try lint("fine.txt", "blunt.txt")
    #expect(text.exitCode == 1)
    #expect(text.output.hasPrefix("blunt.txt:3:1: error: "))
    let document = try lint("fine.txt", "blunt.txt", "--json").json()
    #expect(document["files"].array.map { $0["path"].string } == ["fine.txt", "blunt.txt"])
    #expect(document["files"].array.map { $0["findings"].array.count } == [0, 1])
  }

  @Test func `tags are fine in a template and left over in a letter`() throws {
    let letter = try lint("--json", input: "Hi {{first_name}},\n\nHello.\n")
    #expect(letter.exitCode == 1, "\(letter)")
    let template = try lint(
      "--json", input: "---\nsubject: Hello\nemphasis: product\n---\nHi {{first_name}},\n\nHello.\n"
    )
    #expect(template.exitCode == 0, "\(template)")
  }

  @Test func `every shipped template is without errors`() throws {
    let names = try FileManager.default.subpathsOfDirectory(
      atPath: workspace.file("templates").path
    ).filter { $0.hasSuffix(".md") }.map { "templates/\($0)" }
    #expect(names.count > 50)
    let result = try LiaisonProcess.run(["lint"] + names.sorted(), in: workspace.folder)
    #expect(result.exitCode == 0, "\(result)")
  }

  @Test func `a team's own rules apply in its workspace and nowhere else`() throws {
    try workspace.write(
      """
      {
        locale: "en",
        rules: [
          {
            id: "acme.umbrella",
            severity: "error",
            patterns: ["umbrella"],
            message: "We make jackets.",
            replacement: "rain jacket",
            why: "The brand book says so.",
            hits: ["Buy our umbrella.", "One umbrella for two."],
            misses: ["Buy our jacket.", "It rains."],
          },
        ],
      }
      """, to: "tone/acme.json5")
    let inside = try workspace.run("lint", "--json", input: "Our umbrella is new.\n")
    #expect(inside.exitCode == 1, "\(inside)")
    #expect(
      try inside.json()["files"][0]["findings"][0]["replacement"].string == "rain jacket")
    #expect(try lint(input: "Our umbrella is new.\n").exitCode == 0)
    #expect(try lint("--workspace", "acme", input: "Our umbrella is new.\n").exitCode == 1)
  }

  @Test func `a broken rule file is named with line and column`() throws {
    try workspace.write("{\n  locale: \"en\",\n  rules: [ { id: 1 } ],\n}\n", to: "tone/acme.json5")
    let before = FolderPrint(workspace.folder)
    let result = try workspace.run("lint", input: "Hello.\n")
    #expect(result.exitCode == 78)
    #expect(result.errors.contains("at tone/acme.json5:3:"), "\(result)")
    #expect(FolderPrint(workspace.folder) == before)
  }
}
