import Foundation
import Testing

@Suite struct CampaignCommandTests {
  private static let template = "templates/creators/1-brand-story.md"
  private let workspace: ScratchWorkspace

  init() throws { workspace = try ScratchWorkspace() }

  private func importExample() throws {
    let result = try workspace.run("import", "prospects.csv")
    #expect(result.exitCode == 0, "\(result)")
  }

  private func makeBlunt() throws {
    try workspace.edit(
      Self.template, "Could we talk for 15 minutes next week?",
      "Your fee is too expensive, lower your price.")
  }

  @Test func `a check and a launch of the example are as they were`() throws {
    try importExample()
    let before = FolderPrint(workspace.folder)
    let check = try workspace.run("campaign", "check", "spring")
    #expect(check.exitCode == 0)
    try Golden.expect(check.output, is: "check.txt")
    #expect(FolderPrint(workspace.folder).changes(since: before) == [])
    let launch = try workspace.run("campaign", "launch", "spring")
    #expect(launch.exitCode == 0)
    try Golden.expect(launch.output, is: "launch.txt")
  }

  @Test func `a blunt phrase refuses the launch, with its place and a better phrase`() throws {
    try importExample()
    try makeBlunt()
    let check = try workspace.run("campaign", "check", "spring")
    #expect(check.exitCode == 1)
    #expect(!check.output.contains("Next: "))
    let before = try workspace.dump()
    let launch = try workspace.run("campaign", "launch", "spring")
    #expect(launch.exitCode == 1)
    try Golden.expect(launch.output + launch.errors, is: "launch-refused.txt")
    let document = try workspace.run("campaign", "launch", "spring", "--json").json()
    #expect(document["error"]["place"].string == "\(Self.template):24:1", "\(document)")
    #expect(try workspace.dump() == before)
  }

  @Test func `an override needs a reason and is logged with who and when`() throws {
    try importExample()
    try makeBlunt()
    let bare = try workspace.run("campaign", "launch", "spring", "--override", "price.blunt")
    #expect(bare.exitCode == 64)
    #expect(bare.errors.contains("--override needs a --reason"))
    let blank = try workspace.run(
      "campaign", "launch", "spring", "--override", "price.blunt", "--reason", " ")
    #expect(blank.exitCode == 64)
    let idle = try workspace.run(
      "campaign", "launch", "spring", "--override", "price.bluntt", "--reason", "quoted")
    #expect(idle.exitCode == 64)
    let result = try workspace.run(
      "campaign", "launch", "spring", "--override", "price.blunt", "--reason", "quoted from her")
    #expect(result.exitCode == 0, "\(result)")
    let log = try workspace.sql(
      "SELECT who, action, detail, at > 1700000000000000 FROM log WHERE action LIKE '%override%'")
    #expect(log.contains("tester") && log.contains("price.blunt"), "\(log)")
    #expect(log.contains("quoted from her") && log.hasSuffix("|1"), "\(log)")
  }

  @Test func `changed content is shown and applies only with --approve`() throws {
    try importExample()
    #expect(try workspace.run("campaign", "launch", "spring").exitCode == 0)
    try workspace.edit(
      Self.template, "Could we talk for 15 minutes next week?", "Could we talk on Monday?")
    let check = try workspace.run("campaign", "check", "spring")
    #expect(check.exitCode == 1)
    #expect(check.output.contains("changed since it was approved: \(Self.template)"))
    let refused = try workspace.run("campaign", "launch", "spring")
    #expect(refused.exitCode == 1)
    #expect(refused.output.contains("  - Could we talk for 15 minutes next week?\n"), "\(refused)")
    #expect(refused.output.contains("  + Could we talk on Monday?\n"), "\(refused)")
    let old = try workspace.run("preview", "spring", CommandCase.maya).output
    #expect(old.contains("15 minutes"))
    let approved = try workspace.run("campaign", "launch", "spring", "--approve")
    #expect(approved.exitCode == 0, "\(approved)")
    #expect(approved.output.contains("(revision 2)"))
    #expect(try workspace.run("preview", "spring", CommandCase.maya).output.contains("on Monday?"))
    #expect(try workspace.sql("SELECT count(*) FROM log WHERE who = 'tester'") != "0")
    // Nothing changed since: an approval is not asked for again.
    #expect(try workspace.run("campaign", "launch", "spring").exitCode == 0)
  }

  @Test func `a held contact names everything that it lacks at once`() throws {
    try workspace.edit(Self.template, "{{> brand-kit}}", "{{discount_code}} for {{shoe_size}}")
    try workspace.write(
      """
      email,name,kind,discount_code,shoe_size,timezone
      full@one.example,Full,creator,RAIN10,42,Europe/Berlin
      bare@one.example,Bare,creator,,,

      """, to: "list.csv")
    #expect(try workspace.run("import", "list.csv").exitCode == 0)
    let check = try workspace.run("campaign", "check", "spring", "--json")
    #expect(check.exitCode == 1)
    let held = try check.json()["held"]
    #expect(held.array.map { $0["address"].string } == ["bare@one.example"])
    let reasons = held[0]["reasons"].array.compactMap(\.string).joined(separator: " ")
    for word in ["discount_code", "shoe_size", "time zone"] {
      #expect(reasons.contains(word), "\(reasons)")
    }
    let launch = try workspace.run("campaign", "launch", "spring")
    #expect(launch.exitCode == 1)
    #expect(launch.output.contains("1 enrolled"), "\(launch)")
    #expect(launch.output.contains("held bare@one.example"), "\(launch)")

    // Mended and launched again, the person is taken up.
    try workspace.write(
      "email,discount_code,shoe_size,timezone\nbare@one.example,RAIN20,43,Asia/Tokyo\n",
      to: "mended.csv")
    #expect(
      try workspace.run("import", "mended.csv", "--on-duplicate", "update").exitCode == 0)
    let again = try workspace.run("campaign", "launch", "spring")
    #expect(again.exitCode == 0, "\(again)")
    let plan = try workspace.run("plan", "--json").json()
    #expect(plan["entries"].array.contains { $0["address"].string == "bare@one.example" })
  }

  @Test func `the plan marks a zone that was inferred, and says how`() throws {
    try workspace.write(
      """
      email,first_name,kind,country,phone,timezone,recent_work
      us@one.example,Uma,creator,US,,,A Walk
      sf@two.example,Sol,creator,US,415-555-0100,,A Ride
      de@three.example,Dag,creator,DE,,Europe/Berlin,A Road

      """, to: "list.csv")
    #expect(try workspace.run("import", "list.csv").exitCode == 0)
    #expect(try workspace.run("campaign", "launch", "spring").exitCode == 0)
    let table = try workspace.run("plan", "--days", "7").output
    #expect(table.contains(" ~New York +") && table.contains(" ~Los Angeles  "), "\(table)")
    #expect(table.contains(" Berlin ") && table.contains("~ before a place"), "\(table)")
    let why = try workspace.run("plan", "--days", "7", "--why").output
    #expect(why.contains("The zone is likely, from the area code 415."), "\(why)")
    #expect(why.contains("The window holds in all of America/New_York, "), "\(why)")
    let entries = try workspace.run("plan", "--json").json()["entries"].array
    let west = try #require(entries.first { $0["address"].string == "sf@two.example" })
    #expect(west["zoneSource"].string == "phone" && west["zoneConfidence"].string == "likely")
    let preview = try workspace.run("preview", "spring", "us@one.example")
    #expect(preview.errors.contains("(possible, from the country US)"), "\(preview)")
  }

  @Test func `launching again enrolls new matches only`() throws {
    try importExample()
    #expect(try workspace.run("campaign", "launch", "spring").exitCode == 0)
    try workspace.write(
      "email,first_name,kind,timezone\nnew@one.example,Nia,creator,Africa/Nairobi\n", to: "new.csv")
    #expect(try workspace.run("import", "new.csv").exitCode == 0)
    let report = try workspace.run("campaign", "launch", "spring", "--json").json()
    #expect(report["enrolled"].int == 1)
    #expect(report["enrolledBefore"].int == 4)
  }

  @Test func `a sender at a free-mail domain is warned of`() throws {
    try importExample()
    try workspace.edit(
      "liaison.json5", "address: \"me@acme.example\"", "address: \"acme@gmail.com\"")
    let check = try workspace.run("campaign", "check", "spring")
    #expect(check.exitCode == 0, "\(check)")
    #expect(check.output.contains("advice sender 'me' writes from gmail.com, a free-mail domain"))
  }

  @Test func `a campaign is paused, resumed and stopped, and a stopped one stays so`() throws {
    try importExample()
    #expect(try workspace.run("campaign", "launch", "spring").exitCode == 0)
    #expect(try workspace.run("campaign", "pause", "spring").output == "'spring' is paused.\n")
    #expect(
      try workspace.run("campaign", "pause", "spring").output == "'spring' is paused already.\n")
    #expect(try workspace.run("plan", "--json").json()["entries"].array.isEmpty)
    #expect(try workspace.run("campaign", "resume", "spring").output == "'spring' is running.\n")
    #expect(try workspace.run("campaign", "stop", "spring").output == "'spring' is stopped.\n")
    let resumed = try workspace.run("campaign", "resume", "spring")
    #expect(resumed.exitCode == 64)
    #expect(resumed.errors.contains("was stopped and stays so"))
    let list = try workspace.run("campaign", "list", "--json").json()
    #expect(list["campaigns"].array.map { $0["state"].string } == ["not launched", "stopped"])
  }

  @Test func `every fault of broken templates is listed, each with its place`() throws {
    try workspace.edit(Self.template, "{{salutation}}", "{{salutation")
    try workspace.edit("templates/creators/4-parting.md", "{{salutation}}", "{{#salutation}}")
    let check = try workspace.run("campaign", "check", "spring")
    #expect(check.exitCode == 65, "\(check)")
    #expect(check.output.contains("templates/creators/4-parting.md:6:1: error: "), "\(check)")
    #expect(check.output.contains("\(Self.template):7:1: error: "), "\(check)")
    #expect(check.output.hasSuffix("2 faults in the content of 'spring'\n"), "\(check)")
  }

  @Test func `a mistyped name is a fault of the template, with the name that was meant`() throws {
    try importExample()
    try workspace.edit(Self.template, "{{> brand-kit}}", "{{frist_name}}")
    let check = try workspace.run("campaign", "check", "spring", "--json")
    #expect(check.exitCode == 65, "\(check)")
    let error = try check.json()["error"]
    #expect(error["message"].string == "unknown name 'frist_name': did you mean first_name?")
    #expect(error["place"].string == "\(Self.template):22:1")
  }

  @Test func `a plan can be seen day by day, and goes into other calendars`() throws {
    let workspace = try ScratchWorkspace()
    _ = try workspace.run("import", "prospects.csv")
    _ = try workspace.run("campaign", "launch", "spring")
    let result = try workspace.run("plan", "--days", "30", "--calendar", "--ics", "plan.ics")
    let entries = try workspace.run("plan", "--days", "30", "--json").json()["entries"].array.count
    #expect(entries > 4)
    let sums = result.output.split(separator: "\n").dropFirst()
      .compactMap { $0.split(separator: " ").last.flatMap { Int($0) } }
    #expect(sums.reduce(0, +) == entries, "\(result)")
    let file = try String(contentsOf: workspace.file("plan.ics"), encoding: .utf8)
    #expect(file.components(separatedBy: "BEGIN:VEVENT").count - 1 == entries)
    let failed = try workspace.run("plan", "--ics", "no/such/folder/plan.ics")
    #expect(failed.exitCode == 66)
    #expect(failed.errors.contains("cannot write"))
  }
}
