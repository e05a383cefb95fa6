import Foundation
import Testing

/// Writing an invitation from the command line.
@Suite struct InviteCommandTests {
  private static let maya = CommandCase.maya
  private let workspace: ScratchWorkspace

  init() throws {
    workspace = try ScratchWorkspace()
    #expect(try workspace.run("import", "prospects.csv").exitCode == 0)
  }

  @Test func `an invitation is printed, or written to a file and told`() throws {
    let printed = try workspace.run("invite", Self.maya, "--at", "2099-12-01 15:00")
    #expect(printed.exitCode == 0 && printed.errors.isEmpty, "\(printed)")
    #expect(printed.output.hasPrefix("BEGIN:VCALENDAR\r\n"))
    #expect(printed.output.contains("\r\nDTSTART;TZID=Europe/London:20991201T150000\r\n"))
    let told = try workspace.run(
      "invite", Self.maya, "--at", "2099-12-01 16:00", "--zone", "ours", "--out", "m.ics")
    #expect(
      told.output == """
        Maya Thornton <\(Self.maya)> and 'me': Tuesday 1 December at 15:00 (London) = Tuesday 1 \
        December at 16:00 (Berlin)

        """, "\(told)")
    func withoutStamp(_ text: String) -> String {
      text.components(separatedBy: "\r\n").filter { !$0.hasPrefix("DTSTAMP") }.joined()
    }
    #expect(withoutStamp(try workspace.text("m.ics")) == withoutStamp(printed.output))
  }

  @Test func `the same comes as JSON, and a holiday is named`() throws {
    let result = try workspace.run("invite", Self.maya, "--at", "2099-12-25 15:00", "--json")
    #expect(result.exitCode == 0 && result.errors.contains("a day off of theirs"))
    let json = try result.json()
    #expect(json["sender"].string == "me" && json["address"].string == Self.maya)
    #expect(json["calendar"].string?.hasSuffix("END:VCALENDAR\r\n") == true)
    #expect(json["doubts"].array.count == 2)
  }

  @Test(arguments: [
    ("2099-12-01", Int32(64), "a date and time"), ("2099-02-30 10:00", 64, "a date and time"),
    ("2099-12-01 24:00", 64, "a date and time"), ("2099-12-01 1:00", 64, "a date and time"),
    ("2020-12-01 10:00", 64, "past already"), ("2099-03-29 01:30", 64, "skip"),
  ])
  func `a time that cannot be meant is refused`(at: String, code: Int32, says: String) throws {
    let result = try workspace.run("invite", Self.maya, "--at", at)
    #expect(result.exitCode == code && result.errors.contains(says), "\(result)")
    #expect(result.output.isEmpty)
  }
}
