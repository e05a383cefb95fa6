import Glibc
import Testing

@testable import CommandLineKit

@Suite struct ProgramTests {
  @Test("The table of the sample program has no faults")
  func noFaults() {
    #expect(PostOffice.program.faults() == [])
  }

  @Test(
    "Help is the same however it is asked for",
    arguments: [
      ["ship", "--help"], ["ship", "-h"], ["help", "ship"], ["--help", "ship"],
      ["ship", "--speed", "swift", "--help"], ["ship", "--nonsense", "-h"],
    ])
  func helpForms(words: [String]) {
    let run = PostOffice.run(words)
    #expect(
      run
        == .init(
          code: .done, output: PostOffice.program.help(for: ["ship"]) + "\n", diagnostics: ""))
  }

  @Test("--help after -- is an argument")
  func helpAsArgument() {
    #expect(PostOffice.run("ship -- --help").output.hasPrefix("--help []"))
  }

  @Test("A noun alone, and the program alone, list what may follow and are a usage error")
  func incomplete() {
    let noun = PostOffice.run("parcel")
    #expect(noun.code == .usage)
    #expect(noun.output.isEmpty)
    #expect(noun.diagnostics.contains("Verbs:\n  list  Lists parcels.\n  show  Shows a parcel.\n"))
    #expect(noun.diagnostics.contains("error: post needs a verb after \"parcel\"\n"))
    let program = PostOffice.run("")
    #expect(program.code == .usage)
    #expect(program.diagnostics.contains("Parcels:\n  parcel list"))
    #expect(program.diagnostics.contains("error: post needs a command\n"))
    #expect(PostOffice.run("help parcel").code == .done)
    #expect(PostOffice.run("parcel --help").output == PostOffice.run("help parcel").output)
    #expect(PostOffice.run("--help").output == PostOffice.run("help").output)
  }

  @Test("With --json a noun alone is a document too")
  func incompleteAsJSON() {
    let run = PostOffice.run("parcel --json")
    #expect(run.code == .usage)
    #expect(run.output.contains("\"hint\" : \"one of: list, show\""))
    #expect(run.diagnostics.isEmpty)
  }

  @Test("The version is printed, as JSON where that is asked for")
  func version() {
    #expect(PostOffice.run("--version").output == "post 1.2\n")
    #expect(
      PostOffice.run("--version --json").output
        == "{\n  \"name\" : \"post\",\n  \"version\" : \"1.2\"\n}\n")
    #expect(PostOffice.run("--json --version").code == .done)
    #expect(PostOffice.run("--json --version").output == PostOffice.run("--version --json").output)
  }

  @Test(
    "A failure keeps its code and is three lines at most",
    arguments: [
      (
        "break failure", ExitCode.badData,
        "error: the box is empty\n  at box.txt:3:1\n  put something in\n"
      ),
      ("break known", .tryAgain, "error: the scales are busy\n"),
      (
        "break unknown", .bug,
        "error: a spring \\u{1B}[31m jumped\n  this is a fault of post itself: please report it with "
          + "the command that you ran\n"
      ),
    ])
  func failures(line: String, code: ExitCode, text: String) {
    #expect(PostOffice.run(line) == .init(code: code, output: "", diagnostics: text))
  }

  @Test("With --json a failure is the document on standard output")
  func failureAsJSON() {
    let run = PostOffice.run("break failure --json")
    #expect(
      run
        == .init(
          code: .badData,
          output: """
            {
              "error" : {
                "code" : 65,
                "hint" : "put something in",
                "message" : "the box is empty",
                "place" : "box.txt:3:1"
              }
            }

            """, diagnostics: ""))
    #expect(PostOffice.run("break known --json").output.contains("\"hint\" : null"))
    let slip = PostOffice.run("shp --json")
    #expect(slip.code == .usage)
    #expect(slip.output.contains("there is no command \\\"shp\\\""))
    #expect(slip.diagnostics.isEmpty)
  }

  @Test("Standard output holds one document, even where the command fails after it")
  func failureAfterDocument() {
    let run = PostOffice.run("break late --json")
    #expect(run.code == .unavailable)
    #expect(run.output == "{\n  \"half\" : true\n}\n")
    #expect(run.diagnostics == "error: the cart broke down\n")
  }

  @Test("In a stream of JSON lines the failure is the last line")
  func failureInStream() {
    let run = PostOffice.run("parcel list --json")
    #expect(run.code == .badData)
    #expect(
      run.output == """
        {"id":1}
        {"error":{"code":65,"hint":null,"message":"the second parcel is torn","place":"parcels.csv:2"}}

        """)
  }

  @Test("With --json text for people stays off standard output, and a document is always there")
  func textUnderJSON() {
    let run = PostOffice.run("parcel show --json")
    #expect(run == .init(code: .done, output: "{}\n", diagnostics: "all\n"))
  }

  @Test("A reader that goes away ends the run quietly, with the code of the command")
  func brokenPipe() {
    signal(SIGPIPE, SIG_IGN)
    var ends: [Int32] = [0, 0]
    #expect(pipe(&ends) == 0)
    close(ends[0])
    defer { close(ends[1]) }
    let capture = Capture()
    let terminal = capture.terminal(output: .descriptor(ends[1]))
    #expect(PostOffice.program.run(arguments: ["parcel", "list"], terminal: terminal) == .findings)
    #expect(terminal.isOutputClosed)
    #expect(capture.diagnostics.isEmpty)
  }

  @Test("A full disk is said, and is no success")
  func fullDisk() {
    let file = open("/dev/full", O_WRONLY)
    defer { close(file) }
    let capture = Capture()
    let terminal = capture.terminal(output: .descriptor(file))
    #expect(
      PostOffice.program.run(arguments: ["parcel", "show"], terminal: terminal) == .unavailable)
    #expect(
      capture.diagnostics.hasPrefix(
        "error: cannot write to standard output: No space left on device\n"))
  }

  @Test("Only the command that is run is made")
  func laziness() {
    struct Never: Command {
      static let path = ["never"]
      static let summary = "Is never made."
      init() { fatalError("a command was made that is not run") }
      func run(_ terminal: Terminal) throws -> ExitCode { .done }
    }
    let program = Program(
      name: "x", version: "1", summary: "", commands: [Never.self, ParcelShow.self])
    let capture = Capture()
    #expect(
      program.run(arguments: ["parcel", "show", "top"], terminal: capture.terminal()) == .done)
    #expect(program.run(arguments: ["--version"], terminal: capture.terminal()) == .done)
  }
}
