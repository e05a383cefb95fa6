import Foundation
import Testing

/// Lists of prospects, by filters and saved segments, as a person at a terminal uses them.
@Suite struct ProspectListTests {
  private static let list = """
    email,name,prospect,kind,website,country,language,audience,tags,niche,owner
    ann@rad.example,Ann,Radwelt,creator,rad.example,DE,de,12000,vip,bikes,lina
    bo@rad.example,Bo,Radwelt,creator,rad.example,DE,de,12000,,bikes,lina
    chen@manbu.example,陈晨,漫步者,media,manbu.example,CN,zh-Hans,3万,paused,,
    dee@rain.example,Dee,Rain Rides,creator,rain.example,US,en,900000,"vip, paused",travel,tom
    eli@nowhere.example,Eli,"No, where",other,,,,,,,

    """
  private let workspace: ScratchWorkspace

  init() throws {
    workspace = try ScratchWorkspace()
    try workspace.write(Self.list, to: "list.csv")
    #expect(try workspace.run("import", "list.csv").exitCode == 0)
  }

  private func names(_ arguments: String...) throws -> [String] {
    let result = try LiaisonProcess.run(
      ["prospect", "list", "--json"] + arguments, in: workspace.folder)
    #expect(result.exitCode == 0, "\(result)")
    return try result.json()["prospects"].array.map { $0["name"].string ?? "" }
  }

  @Test func `the table has the usual columns, wide characters aligned, and the number of all`()
    throws
  {
    let result = try workspace.run("prospect", "list", "--limit", "3")
    #expect(
      result.output == """
        name        kind     country  language  audience  stage  tags         address
        Radwelt     creator  DE       de           12000  new    vip          ann@rad.example
        漫步者      media    CN       zh-Hans      30000  new    paused       chen@manbu.example
        Rain Rides  creator  US       en          900000  new    paused, vip  dee@rain.example
        1-3 of 4 prospects

        """)
  }

  @Test(arguments: [
    ("country in (DE, CN)", ["Radwelt", "漫步者"]),
    ("kind = creator and audience >= 20k", ["Rain Rides"]),
    ("tag:vip and not tag:paused", ["Radwelt"]),
    ("address ~ bo@", ["Radwelt"]),
    ("never contacted and country is empty", ["No, where"]),
    ("niche = bikes or owner = tom", ["Radwelt", "Rain Rides"]),
    ("language = zh", ["漫步者"]),
    ("replied", []),
  ])
  func `a filter gives the prospects that it holds for`(filter: String, wanted: [String]) throws {
    #expect(try names("--where", filter) == wanted)
  }

  @Test func `a list is sorted, paged and cut to columns`() throws {
    #expect(
      try names("--sort", "-audience") == ["Rain Rides", "漫步者", "Radwelt", "No, where"])
    #expect(try names("--sort", "name", "--limit", "2", "--page", "2") == ["Rain Rides", "漫步者"])
    #expect(try names("--limit", "2", "--page", "9") == [])
    let csv = try workspace.run(
      "prospect", "list", "--csv", "--columns", "name,audience,contacts,tags")
    #expect(
      csv.output == """
        name,audience,contacts,tags\r
        Radwelt,12000,2,vip\r
        漫步者,30000,1,paused\r
        Rain Rides,900000,1,"paused, vip"\r
        "No, where",,1,\r

        """)
  }

  @Test(arguments: [
    (["--where", "audiance > 5"], "did you mean 'audience'?"),
    (["--where", "(country = US"], "character 1 of the filter"),
    (["--columns", "nmae"], "did you mean 'name'?"),
    (["--sort", "tags"], "cannot be sorted by 'tags'"),
    (["--limit", "0"], "numbers from 1"), (["--page", "-1"], "numbers from 1"),
  ])
  func `what cannot be understood is a usage error that says what to do`(
    arguments: [String], words: String
  ) throws {
    let result = try LiaisonProcess.run(["prospect", "list"] + arguments, in: workspace.folder)
    #expect(result.exitCode == 64, "\(result)")
    #expect(result.errors.contains(words), "\(result)")
    #expect(result.errors.split(separator: "\n").count <= 3)
  }

  @Test func `a segment is saved, listed, used in others and in a campaign, and kept while it is`()
    throws
  {
    let saved = try workspace.run(
      "segment", "save", "germans", "country = DE", "--note", "for spring")
    #expect(
      saved.output == "Saved 'germans' in segments/germans.json5: 1 prospect now.\n", "\(saved)")
    #expect(
      try workspace.run("segment", "save", "vips", "segment:germans and tag:vip").exitCode == 0)
    #expect(try names("--segment", "vips") == ["Radwelt"])
    #expect(try names("--segment", "germans", "--where", "audience > 1M") == [])
    #expect(try names("--where", "not segment:germans").count == 3)
    let again = try workspace.run("segment", "save", "germans", "country = AT")
    #expect(again.exitCode == 64)
    #expect(again.errors.contains("--replace"), "\(again)")
    let circle = try workspace.run("segment", "save", "germans", "segment:vips", "--replace")
    #expect(circle.exitCode == 64, "\(circle)")
    let unknown = try workspace.run("prospect", "list", "--segment", "germnas")
    #expect(unknown.exitCode == 66)
    #expect(unknown.errors.contains("did you mean 'germans'?"), "\(unknown)")
    let used = try workspace.run("segment", "remove", "germans")
    #expect(used.exitCode == 64)
    #expect(used.errors.contains("the segment 'vips'"), "\(used)")
    #expect(try workspace.run("segment", "remove", "vips").exitCode == 0)
    #expect(try workspace.run("segment", "remove", "germans").exitCode == 0)
    #expect(try workspace.run("segment", "list").output.contains("No segment"))
  }

  @Test func `an import takes only the rows that a filter holds for`() throws {
    let other = try ScratchWorkspace()
    try other.write(Self.list, to: "list.csv")
    let result = try other.run("import", "list.csv", "--where", "tag:vip and country != US")
    #expect(result.exitCode == 0, "\(result)")
    #expect(result.output.contains("The filter left out 4 rows."), "\(result)")
    #expect(try other.sql("SELECT address FROM contact") == "ann@rad.example")
    let refused = try other.run("import", "list.csv", "--where", "replied")
    #expect(refused.exitCode == 64)
    #expect(refused.errors.contains("tells nothing of 'state'"), "\(refused)")
  }
}
