import Foundation
import Testing

/// `liaison template check`, as a writer uses it.
@Suite struct TemplateCommandTests {
  @Test func `a new workspace is without fault, and a slip in it is found with its place`() throws {
    let workspace = try ScratchWorkspace()
    let clean = try workspace.run("template", "check")
    #expect(clean.exitCode == 0, "\(clean)")
    #expect(clean.output.hasSuffix(" templates, no fault\n"), "\(clean)")

    try workspace.edit("templates/creators/4-parting.md", "{{salutation}}", "{{salutaton}}")
    let found = try workspace.run("template", "check")
    #expect(found.exitCode == 1)
    let line =
      "templates/creators/4-parting.md:6:1: error: unknown name 'salutaton': "
      + "did you mean salutation?"
    #expect(found.output.contains(line), "\(found)")
    let json = try workspace.run("template", "check", "templates/creators", "--json").json()
    #expect(json["faults"].array.count == 1)
    #expect(json["faults"].array.first?["line"].int == 6)
  }

  @Test func `a bare file needs no workspace`() throws {
    let workspace = try ScratchWorkspace()
    let file = workspace.surroundings.appendingPathComponent("note.md")
    try Data("---\nemphasis: product\n---\nHello {{first_name|there}}, {{why_them}}\n".utf8)
      .write(to: file)
    let result = try LiaisonProcess.run(
      ["template", "check", "note.md"], in: workspace.surroundings)
    #expect(result.exitCode == 0, "\(result)")
    #expect(result.output == "1 template, no fault\n")
    for (arguments, code) in [(["nowhere.md"], 66), ([], 64)] as [([String], Int32)] {
      let result = try LiaisonProcess.run(
        ["template", "check"] + arguments, in: workspace.surroundings)
      #expect(result.exitCode == code, "\(result)")
    }
  }

  @Test func `columns of the team's own count once contacts are there`() throws {
    let workspace = try ScratchWorkspace()
    try workspace.edit(
      "templates/creators/4-parting.md", "{{salutation}}", "{{salutation}} {{favourite_rain}}")
    #expect(try workspace.run("template", "check").exitCode == 0)
    _ = try workspace.run("import", "prospects.csv")
    let found = try workspace.run("template", "check")
    #expect(found.exitCode == 1)
    #expect(found.output.contains("unknown name 'favourite_rain'"), "\(found)")
  }
}
