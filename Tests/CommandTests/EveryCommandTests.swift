import Foundation
import Testing

/// What holds for every command alike.
@Suite struct EveryCommandTests {
  @Test func `the table of these tests has every command of the program`() throws {
    let reference = try LiaisonProcess.run(["help", "--reference"], in: .temporaryDirectory).output
    let found = reference.split(separator: "\n").filter { $0.hasPrefix("#### `liaison ") }.map {
      line in
      line.dropFirst("#### `liaison ".count).prefix { $0 != "`" }.split(separator: " ")
        .prefix { $0.allSatisfy(\.isLowercase) }.joined(separator: " ")
    }
    let known = Set(CommandCase.all.map(\.name)).union(["init", "demo", "restore"])
    #expect(Set(found) == known)
  }

  @Test(arguments: CommandCase.all.map(\.path) + [["init"], ["demo"], ["restore"]])
  func `help goes to standard output and fits 80 columns`(path: [String]) throws {
    let asked = try LiaisonProcess.run(path + ["--help"], in: .temporaryDirectory)
    let told = try LiaisonProcess.run(["help"] + path, in: .temporaryDirectory)
    #expect(asked.exitCode == 0)
    #expect(asked.errors.isEmpty)
    #expect(asked.output == told.output)
    #expect(asked.output.hasPrefix("Usage: liaison \(path.joined(separator: " "))"))
    let longest =
      asked.output.split(separator: "\n").filter { !$0.hasPrefix("  liaison ") }
      .map(\.count).max() ?? 0
    #expect(longest <= 80, "\(asked.output)")
  }

  @Test func `in a workspace every command works, in text and as one JSON document`() throws {
    let text = try ScratchWorkspace()
    let json = try ScratchWorkspace()
    for command in CommandCase.all {
      let printed = try LiaisonProcess.run(command.arguments, in: text.folder)
      #expect(printed.exitCode == command.code, "\(command): \(printed)")
      #expect(printed.errors.isEmpty, "\(command): \(printed)")
      #expect(!printed.output.contains("\u{1B}"), "\(command) prints escapes into a pipe")
      let trailing = printed.output.split(separator: "\n").filter { $0.hasSuffix(" ") }
      #expect(trailing.isEmpty || command.name == "help", "\(command): \(trailing)")

      let document = try LiaisonProcess.run(command.arguments + ["--json"], in: json.folder)
      #expect(document.exitCode == command.code, "\(command): \(document)")
      #expect(document.errors.isEmpty, "\(command): \(document)")
      #expect(throws: Never.self, "\(command): \(document)") { try document.json() }
      #expect(document.output.hasSuffix("\n"))
    }
  }

  @Test func `an unknown option is refused with help, before anything is done`() throws {
    let workspace = try ScratchWorkspace()
    let before = FolderPrint(workspace.folder)
    for command in CommandCase.all {
      let words = command.arguments + ["--wokspace"]
      let result = try LiaisonProcess.run(words, in: workspace.folder)
      #expect(result.exitCode == 64)
      #expect(result.output.isEmpty)
      #expect(
        result.errors == """
          error: there is no option --wokspace
            did you mean "--workspace"? "liaison \(command.name) --help" shows what there is

          """)
      let json = try LiaisonProcess.run(words + ["--json"], in: workspace.folder)
      #expect(json.exitCode == 64)
      #expect(try json.json()["error"]["code"].int == 64)
    }
    #expect(FolderPrint(workspace.folder).changes(since: before) == [])
  }
}
