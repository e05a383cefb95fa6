import Testing

@testable import CommandLineKit

@Suite struct ParameterTests {
  struct Form: Command {
    static let path = ["form"]
    static let summary = ""
    @Argument("a", help: "") var a: Int
    @Argument("b", help: "") var b = Speed.fast
    @Argument("c", help: "") var c: [Double] = [1, 2.5]
    @Option("d", help: "") var d: String
    @Option("e", help: "") var e = "x"
    @Option("f", help: "") var f: Speed? = .slow
    @Option("g", help: "") var g: [Int] = [7]
    @Flag("h-flag", help: "") var h = false
    func run(_ terminal: Terminal) throws -> ExitCode { .done }
  }

  @Test("A property declares its parameter, with its default as it would be typed")
  func table() {
    let parameters = Form.parameters
    #expect(parameters.map(\.label) == ["A", "B", "C", "--d", "--e", "--f", "--g", "--h-flag"])
    #expect(
      parameters.map(\.defaultText) == [nil, "fast", "1.0 2.5", nil, "x", "slow", "7", nil])
    #expect(
      parameters.map(\.isRequired) == [true, false, false, true, false, false, false, false])
    #expect(
      parameters.map(\.usage) == [
        "A", "[B]", "[C…]", "--d VALUE", "[--e VALUE]", "[--f slow|fast|express]", "[--g NUMBER…]",
        "[--h-flag]",
      ])
    #expect(parameters[1].completion == .values(["slow", "fast", "express"]))
  }

  @Test("Defaults hold until a value is given, and lists begin anew")
  func parsing() throws {
    let form = Form()
    var parser = CommandLineParser(command: form, standardOptions: [])
    try parser.parse(["3", "slow", "--d=y", "--g", "1", "--g", "2"])
    let parsed = try #require(parser.command as? Form)
    #expect(parsed.a == 3)
    #expect(parsed.b == .slow)
    #expect(parsed.c == [1, 2.5])
    #expect(parsed.d == "y")
    #expect(parsed.e == "x")
    #expect(parsed.f == .slow)
    #expect(parsed.g == [1, 2])
    #expect(!parsed.h)
  }

  @Test("A command that is made by hand keeps what it is set to, apart from its copies")
  func byHand() {
    var form = Form()
    form.e = "mine"
    form.g = []
    form.h = true
    var copy = form
    copy.e = "yours"
    copy.h = false
    #expect(form.e == "mine")
    #expect(form.g == [])
    #expect(form.h)
    #expect(copy.e == "yours")
  }

  @Test("At least one of a repeated argument can be asked for")
  func atLeastOne() {
    struct Some: Command {
      static let path = ["some"]
      static let summary = ""
      @Argument("file", help: "", atLeastOne: true) var files: [String]
      func run(_ terminal: Terminal) throws -> ExitCode { .done }
    }
    var parser = CommandLineParser(command: Some(), standardOptions: [])
    #expect(throws: UsageError.missingArgument("FILE")) { try parser.parse([]) }
    #expect(Some.parameters[0].usage == "FILE…")
  }

  @Test("A type of one's own says what is wrong with a value")
  func ownType() {
    struct Even: ParameterValue {
      let number: Int
      init(parameter: String) throws(ParameterError) {
        number = try Int(parameter: parameter)
        if !number.isMultiple(of: 2) { throw .invalid("it is odd") }
      }
    }
    struct Pair: Command {
      static let path = ["pair"]
      static let summary = ""
      @Option("socks", help: "") var socks: Even?
      func run(_ terminal: Terminal) throws -> ExitCode { .done }
    }
    let program = Program(name: "x", version: "1", summary: "", commands: [Pair.self])
    let capture = Capture()
    let code = program.run(arguments: ["pair", "--socks", "3"], terminal: capture.terminal())
    #expect(code == .usage)
    #expect(capture.diagnostics.hasPrefix("error: --socks cannot be \"3\": it is odd\n"))
  }
}
