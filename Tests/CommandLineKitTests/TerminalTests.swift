import Testing

@testable import CommandLineKit

@Suite struct TerminalTests {
  @Test(
    "Colour needs a terminal that can and a person who has not refused",
    arguments: [
      (80, ["TERM": "xterm"], true), (nil, ["TERM": "xterm"], false), (80, ["TERM": "dumb"], false),
      (80, [:], false), (80, ["TERM": "xterm", "NO_COLOR": "1"], false),
      (80, ["TERM": "xterm", "NO_COLOR": ""], true),
    ] as [(Int?, [String: String], Bool)])
  func colour(columns: Int?, environment: [String: String], isOn: Bool) {
    let terminal = Capture().terminal(columns: columns, environment: environment)
    #expect(terminal.style.isOn == isOn)
    #expect(terminal.noteStyle.isOn == isOn)
  }

  @Test("--no-color and --json refuse colour")
  func options() {
    for option in ["--no-color", "--json"] {
      let run = PostOffice.run(
        ["help", "ship", option], columns: 80, environment: ["TERM": "xterm"])
      #expect(!run.output.contains("\u{1B}"))
    }
    let run = PostOffice.run(["help", "ship"], columns: 80, environment: ["TERM": "xterm"])
    #expect(run.output.contains("\u{1B}[1mUsage:\u{1B}[22m"))
  }

  @Test("The width is the terminal's, and 80 where there is none")
  func width() {
    #expect(Capture().terminal(columns: 132).width == 132)
    #expect(Capture().terminal(environment: ["COLUMNS": "40"]).width == 80)
    let capture = Capture()
    let unknown = capture.terminal(
      output: Sink(isTTY: true) { _ in 0 }, environment: ["COLUMNS": "40"])
    #expect(unknown.width == 40)
  }

  @Test("Standard output to a file is held back until it is flushed; on a terminal it is not")
  func buffering() {
    let file = Capture()
    let terminal = file.terminal()
    terminal.print("one")
    #expect(file.output.isEmpty)
    terminal.flush()
    #expect(file.output == "one\n")
    terminal.write([UInt8](repeating: 0x61, count: 1 << 16))
    #expect(file.outputBytes.count == 4 + 65_536)
    let screen = Capture()
    screen.terminal(columns: 80).print("one")
    #expect(screen.output == "one\n")
  }

  @Test("Printed text is neutralised, written data is not")
  func hostileText() {
    let capture = Capture()
    let terminal = capture.terminal(columns: 80, environment: ["TERM": "xterm"])
    terminal.print("Dear \u{1B}]0;x\u{7}" + terminal.style.red("Bob"))
    terminal.write("raw\u{1B}\r\n")
    terminal.note("to \u{202E}")
    #expect(capture.output == "Dear \\u{1B}]0;x\\u{7}\u{1B}[31mBob\u{1B}[39m\nraw\u{1B}\r\n")
    #expect(capture.diagnostics == "to \\u{202E}\n")
  }

  @Test("JSON has sorted keys, bare slashes and no control that a terminal could take")
  func json() throws {
    struct Document: Encodable {
      var url = "https://example.org/a"
      var name = "Zoë\u{9B}\u{202E}\u{1B}\u{7F}"
    }
    let capture = Capture()
    let terminal = capture.terminal(columns: 80, environment: ["TERM": "xterm"])
    try terminal.json(Document())
    #expect(
      capture.output == """
        {
          "name" : "Zoë\\u009b\\u202e\\u001b\\u007f",
          "url" : "https://example.org/a"
        }

        """)
    try terminal.jsonLine(["b": 1, "a": 2])
    #expect(capture.output.hasSuffix("}\n{\"a\":2,\"b\":1}\n"))
  }

  @Test(
    "A question is answered by yes or no, and by no where nothing is said",
    arguments: [
      ("y\n", true), ("YES\r\n", true), ("yes", true), ("n\n", false), ("\n", false), ("", false),
      ("yep\n", false),
    ])
  func confirmation(answer: String, expected: Bool) throws {
    let capture = Capture()
    let terminal = capture.terminal(columns: 80, input: .bytes(Array(answer.utf8), isTTY: true))
    #expect(try terminal.confirm("Erase it?") == expected)
    #expect(capture.diagnostics == "Erase it? [y/N] ")
    #expect(capture.output.isEmpty)
  }

  @Test("Without a terminal a question is an error, not an answer")
  func nobodyToAsk() {
    let terminal = Capture().terminal(input: .bytes(Array("y\n".utf8)))
    #expect {
      try terminal.confirm("Erase it?")
    } throws: { error in
      let failure = error as? Failure
      return failure?.code == .usage && failure?.hint == "add --yes if you are sure"
    }
  }

  @Test("Standard input is read whole, by lines, and by lines and then the rest")
  func input() throws {
    let text = "one\r\ntwo\n\nlast"
    let whole = Capture().terminal(input: .bytes(Array(text.utf8)))
    #expect(try whole.readInput() == Array(text.utf8))
    let lines = Capture().terminal(input: .bytes(Array(text.utf8)))
    #expect(try lines.readLine() == "one")
    #expect(try lines.readLine() == "two")
    #expect(try lines.readChunk(upTo: 3) == Array("\nla".utf8))
    #expect(try lines.readLine() == "st")
    #expect(try lines.readLine() == nil)
  }

  @Test("Standard input that cannot be read is a failure")
  func unreadableInput() {
    let terminal = Capture().terminal(input: .descriptor(-1))
    #expect(
      throws: Failure(.noInput, "cannot read standard input: Bad file descriptor")
    ) { try terminal.readInput() }
  }
}

extension Capture {
  /// A terminal whose standard output goes elsewhere.
  func terminal(output: Sink, environment: [String: String] = [:]) -> Terminal {
    let plain = terminal(environment: environment)
    return Terminal(
      output: output, diagnostics: plain.diagnostics, input: plain.input,
      environment: environment, currentDirectory: "/")
  }
}
