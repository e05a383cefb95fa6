import Foundation
import Testing

@Suite struct DemoCommandTests {
  /// The columns that a line takes on a terminal, for the scripts in the demo.
  private func width(_ line: Substring) -> Int {
    line.unicodeScalars.reduce(0) { sum, scalar in
      switch scalar.value {
      case 0x300..<0x370, 0x610..<0x620, 0x64B..<0x660: sum
      case 0x1100..<0x1160, 0x2E80..<0xA4D0, 0xAC00..<0xD7A4, 0xFF00..<0xFF61: sum + 2
      default: sum + 1
      }
    }
  }

  @Test func `the demo tells its story in 100 columns and leaves a workspace to go on with`() throws
  {
    let scratch = try ScratchWorkspace()
    let folder = scratch.surroundings.appendingPathComponent("demo")
    let demo = try LiaisonProcess.run(["demo", "--workspace", "demo"], in: scratch.surroundings)
    #expect(demo.exitCode == 0, "\(demo)")
    #expect(demo.errors.isEmpty)
    for line in demo.output.split(separator: "\n") where !line.contains(folder.path) {
      #expect(width(line) <= 100, "\(line)")
    }
    let messages = try FileManager.default.contentsOfDirectory(
      atPath: folder.appendingPathComponent("outbox/new").path)
    #expect(demo.output.contains("\(messages.count) messages are in \(folder.path)/outbox/new"))
    for name in messages {
      let bytes = try Data(contentsOf: folder.appendingPathComponent("outbox/new/\(name)"))
      let text = String(decoding: bytes, as: UTF8.self)
      // "\r\n" is one Character.
      #expect(
        !text.contains { $0 == "\n" || $0 == "\r" }, "\(name) has a line end that is not CRLF")
      let isASCII = bytes.allSatisfy { $0 < 0x80 }
      #expect(isASCII, "\(name) is not 7-bit")
    }
    // What it says to try next works.
    let tries = demo.output.split(separator: "\n").filter { $0.hasPrefix("  liaison ") }
    #expect(tries.count >= 3)
    for line in tries {
      let words = line.split(separator: " ").dropFirst().map(String.init)
      let tried = try LiaisonProcess.run(words, in: folder)
      #expect(tried.exitCode <= 1 && tried.errors.isEmpty, "\(line): \(tried)")
      #expect(!tried.output.isEmpty)
    }
  }

  @Test func `the plan fits 100 columns and shows a day after the other`() throws {
    let workspace = try ScratchWorkspace()
    #expect(try workspace.run("import", "prospects.csv").exitCode == 0)
    #expect(try workspace.run("campaign", "launch", "spring").exitCode == 0)
    let plan = try workspace.run("plan", "--days", "30")
    #expect(plan.exitCode == 0)
    for line in plan.output.split(separator: "\n") { #expect(width(line) <= 100, "\(line)") }
    let entries = try workspace.run("plan", "--days", "30", "--json").json()["entries"].array
    #expect(entries.count == 16)
    let days = Set(entries.compactMap { $0["ourTime"].string?.prefix(10) })
    for day in days { #expect(plan.output.contains(" \(day)\n"), "\(plan)") }
    for entry in entries { #expect(plan.output.contains(entry["address"].string ?? "?")) }
    let few = try workspace.run("plan", "--days", "30", "--limit", "3")
    #expect(few.output.contains("… and 13 more; --limit 16 shows all"))
    let why = try workspace.run("plan", "--why", "--limit", "1")
    #expect(why.output.contains("The minute is the contact's own"), "\(why)")
  }
}
