import Foundation
import Testing

@Suite struct PrivacyCommandTests {
  @Test func `everything held is handed out, and after an erasure it is nowhere`() throws {
    let campaign = try DeliveryCampaign(people: 2)
    let workspace = campaign.workspace
    let address = DeliveryCampaign.first
    #expect(try campaign.send().exitCode == 0)
    #expect(
      try workspace.run("reply", address, "--outcome", "interested", "--note", "call ada1").exitCode
        == 0)
    let export = try workspace.run("contact", "export", address)
    #expect(export.exitCode == 0, "\(export)")
    let held = try export.json()
    #expect(held["contact"].array.first?["first_name"].string == "Ada1")
    #expect(held["attempt"].array.first?["subject"].string != nil)
    #expect(held["inbound"].array.first?["note"].string == "call ada1")
    #expect(held["contact"].array.first?["created_at"].string?.hasSuffix("Z") == true)
    #expect(!export.output.contains("ada2"))

    // Nobody sits at a terminal to be asked.
    #expect(try workspace.run("contact", "erase", address).exitCode != 0)
    let erased = try workspace.run("contact", "erase", address, "--yes")
    #expect(erased.exitCode == 0, "\(erased)")
    for name in try FileManager.default.contentsOfDirectory(atPath: workspace.folder.path)
    where name.hasPrefix("liaison.db") {
      let text = String(decoding: try Data(contentsOf: workspace.file(name)), as: UTF8.self)
      #expect(!text.lowercased().contains("ada1"), "\(name)")
    }
    #expect(try workspace.run("contact", "export", address).exitCode == 66)
    #expect(try workspace.run("contact", "export", "no address").exitCode == 64)
    try workspace.write("email,first_name\n\(address),Ada1\n", to: "again.csv")
    let again = try workspace.run("import", "again.csv")
    #expect(again.output.contains("1 asked to be erased and were passed over."), "\(again)")
    #expect(!(try workspace.run("log").output.contains("ada1")))
    #expect(try workspace.run("log", "--json").json()["log"].array.first?["action"].string != nil)
  }

  @Test func `a list of suppressions goes out of one workspace and into another`() throws {
    let one = try ScratchWorkspace()
    try one.write(
      "email,reason\nAnna@Example.com,asked by phone\n@rival.example,\nnonsense,\n\n",
      to: "list.csv")
    let taken = try one.run("suppress", "import", "list.csv", "--reason", "competitor")
    #expect(taken.exitCode == 1)
    #expect(taken.output.contains("list.csv: row 4: 'nonsense' is neither address nor domain"))
    #expect(taken.output.contains("2 suppressed, 0 known already, 1 not understood"))
    let export = try one.run("suppress", "export")
    let other = try ScratchWorkspace()
    try export.outputBytes.write(to: other.file("theirs.csv"))
    #expect(try other.run("suppress", "import", "theirs.csv").exitCode == 0)
    #expect(try other.run("suppress", "import", "theirs.csv").output.contains("2 known already"))
    let listed = try other.run("suppress", "list", "--json").json()["suppressions"].array
    #expect(listed.compactMap { $0["key"].string } == ["@rival.example", "anna@example.com"])
    #expect(listed.compactMap { $0["reason"].string } == ["competitor", "asked by phone"])
    // A plain list has no header.
    try other.write("bo@two.example\n@three.example\n", to: "plain.txt")
    #expect(try other.run("suppress", "import", "plain.txt").output.contains("2 suppressed"))
  }
}
