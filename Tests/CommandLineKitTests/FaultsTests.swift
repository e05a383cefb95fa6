import CommandLineKit
import Testing

@Suite struct FaultsTests {
  struct Bad: Command {
    static let path = ["bad"]
    static let summary = "Two\nlines."
    @Argument("files", help: "") var files: [String]
    @Argument("last", help: "") var last: String
    @Option("Size", short: "s", help: "") var size: Int?
    @Option("speed", short: "s", help: "") var speed: Int?
    @Flag("json", help: "") var json: Bool
    func run(_ terminal: Terminal) throws -> ExitCode { .done }
  }

  @Test("Every contradiction in a table of commands is named")
  func all() {
    let program = Program(
      name: "x", version: "1", summary: "", commands: [Bad.self, Bad.self],
      groups: [.init("All", ["bad", "good"])])
    let faults = program.faults()
    for expected in [
      "\"bad\" is there twice", "\"bad\": the summary has two lines", "\"bad\": --json twice",
      "\"bad\": -s twice", "\"bad\": --Size has other characters than a-z, 0-9 and -",
      "\"bad\": LAST can never be given", "\"bad\": LAST is required after one that is not",
      "the group \"All\" names \"good\", which is no command",
    ] {
      #expect(faults.contains(expected), "\(expected)")
    }
  }
}
