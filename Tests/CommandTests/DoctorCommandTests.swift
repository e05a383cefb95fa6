import Foundation
import Testing

@Suite struct DoctorCommandTests {
  private func faults(_ result: LiaisonProcess.Result) throws -> [String] {
    try result.json()["checks"].array.filter { $0["state"].string == "fault" }
      .map { $0["detail"].string ?? "" }
  }

  @Test func `a workspace that is ready has no fault`() throws {
    let workspace = try ScratchWorkspace()
    workspace.environment["LIAISON_SMTP_PASSWORD"] = "something"
    let result = try workspace.run("doctor")
    #expect(result.exitCode == 0, "\(result)")
    #expect(result.output.hasSuffix("No fault found.\n"))
    let subjects = try workspace.run("doctor", "--json").json()["checks"].array
      .compactMap { $0["subject"].string }
    #expect(
      subjects == [
        "SQLite", "libcurl", "workspace", "time zones", "our time zone", "sender me", "tone rules",
        "holidays",
        "campaign press", "campaign spring", "database",
      ])
  }

  @Test func `every fault of a broken configuration is named at once, with line and column`() throws
  {
    let workspace = try ScratchWorkspace()
    try workspace.write(
      """
      {
        brand: { nam: "Acme" },
        timezone: "Europe/Berlin",
        senders: [
          { id: "one", name: "One", address: "nobody" },
          { id: "two", name: " ", address: "two@acme.example", smtp: { host: "h", port: 0 } },
        ],
        colour: 1,
      }
      """, to: "liaison.json5")
    try workspace.write("{ rules: [ }", to: "tone/own.json5")
    try workspace.edit("campaigns/spring.json5", "  kit: \"attach\",", "  kit: \"gift\",")
    try workspace.edit("campaigns/spring.json5", "Mon-Fri 10:00-18:00", "Mon-Fri 10-18")
    try workspace.write("", to: "liaison.db")
    let result = try workspace.run("doctor", "--json")
    #expect(result.exitCode == 1)
    let found = try faults(result)
    for start in [
      "liaison.json5:1:1: 'timeZone' is missing", "liaison.json5:2:10: 'name' is missing",
      "liaison.json5:2:17: unknown setting 'nam'", "liaison.json5:6:24: 'name' is blank",
      "liaison.json5:3:13: unknown setting 'timezone'", "liaison.json5:5:40: The address has no @",
      "liaison.json5:6:83: a port is a number", "liaison.json5:8:11: unknown setting 'colour'",
      "tone/own.json5:1:12", "the database ", "campaigns/spring.json5:19:11: “10-18” in the window",
      "campaigns/spring.json5:24:8: 'gift' is not one of",
    ] {
      #expect(found.contains { $0.hasPrefix(start) }, "\(start) is not in \(found)")
    }
    #expect(found.count == 12, "\(found)")
  }

  @Test func `an unknown time zone is named with what it may have meant`() throws {
    let workspace = try ScratchWorkspace()
    try workspace.edit("liaison.json5", "\"Europe/Berlin\"", "\"Europe/Berlni\"")
    let result = try workspace.run("doctor", "--json")
    #expect(result.exitCode == 1)
    #expect(try faults(result).contains { $0.contains("Europe/Berlin") }, "\(result)")
    try workspace.edit("liaison.json5", "\"Europe/Berlni\"", "\"CET+1\"")
    #expect(try workspace.run("plan").exitCode == 78)
  }

  @Test func `zone data of years ago is named, with its folder and what to do`() throws {
    let workspace = try ScratchWorkspace()
    let system = "/usr/share/zoneinfo/Europe/Berlin"
    let berlin = try #require(FileManager.default.contents(atPath: system))
    try workspace.write("", to: "zones/Europe/none")
    try berlin.write(to: workspace.file("zones/Europe/Berlin"))
    let folder = workspace.file("zones").path
    try workspace.edit("liaison.json5", "timeZone:", "zoneinfo: \"\(folder)\",\n  timeZone:")
    func line() throws -> JSON {
      let checks = try workspace.run("doctor", "--json").json()["checks"].array
      return try #require(checks.first { $0["subject"].string == "time zones" })
    }
    #expect(try line()["state"].string == "good")
    #expect(try line()["detail"].string?.hasPrefix("version unknown from \(folder)") == true)
    try workspace.write("2019c\n", to: "zones/+VERSION")
    #expect(try line()["state"].string == "advice")
    let detail = try #require(try line()["detail"].string)
    #expect(detail.contains("2019c") && detail.contains("update"), "\(detail)")

    try FileManager.default.removeItem(at: workspace.file("zones"))
    #expect(try line()["state"].string == "fault")
    let plan = try workspace.run("plan")
    #expect(plan.exitCode == 78 && plan.errors.contains(folder), "\(plan)")
  }

  @Test func `a database that others can read is a fault with its cure`() throws {
    let workspace = try ScratchWorkspace()
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o644], ofItemAtPath: workspace.file("liaison.db").path)
    let result = try workspace.run("doctor", "--json")
    #expect(try faults(result).contains { $0.contains("chmod 600") }, "\(result)")
  }

  @Test func `outside of a workspace it says so, and still looks at the libraries`() throws {
    let result = try LiaisonProcess.run(["doctor"], in: URL(filePath: "/"))
    #expect(result.exitCode == 1)
    #expect(result.output.contains("libcurl"))
    #expect(result.output.contains("fault   workspace"), "\(result)")
  }
}
