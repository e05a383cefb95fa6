import CommandLineKit

/// A small program that has every kind of parameter; its commands print what they were given.
enum PostOffice {
  static let program = Program(
    name: "post", version: "1.2", summary: "Carries parcels.",
    commands: [Weigh.self, Ship.self, ParcelList.self, ParcelShow.self, Break.self],
    groups: [.init("Parcels", ["parcel", "weigh"])],
    standardOptions: [
      .option(
        "office", short: "O", value: "DIR", help: "the office to work in", completion: .directory)
    ],
    explain: { error in
      (error as? Break.Known).map { _ in Failure(.tryAgain, "the scales are busy") }
    })

  struct Run: Equatable {
    let code: ExitCode
    let output: String
    let diagnostics: String
  }

  static func run(
    _ words: [String], columns: Int? = nil, environment: [String: String] = [:],
    input: Source = .bytes([])
  ) -> Run {
    let capture = Capture()
    let code = program.run(
      arguments: words,
      terminal: capture.terminal(columns: columns, input: input, environment: environment))
    return Run(code: code, output: capture.output, diagnostics: capture.diagnostics)
  }

  static func run(_ line: String) -> Run {
    run(line.split(separator: " ").map(String.init))
  }
}

enum Speed: String, CaseIterable, ParameterValue {
  case slow
  case fast
  case express
}

/// Numbers, a required option, and an argument with a default.
struct Weigh: Command {
  static let path = ["weigh"]
  static let summary = "Weighs one parcel."

  @Option("grams", value: "N", help: "what the scales say")
  var grams: Int
  @Option("factor", help: "what to multiply by")
  var factor = 1.5
  @Argument("unit", help: "the unit to print")
  var unit = "g"

  func run(_ terminal: Terminal) throws -> ExitCode {
    terminal.print("\(Double(grams) * factor) \(unit)")
    return .done
  }
}

/// Files, choices, flags, repetition.
struct Ship: Command {
  static let path = ["ship"]
  static let summary = "Sends parcels, the quickest way that was asked for and paid for."
  static let details = """
    Nothing leaves without --live. What is shown without it is what would leave, and it is shown in
    the order in which it would.

    Examples:

      post ship box.txt
      post ship --live --speed express *.txt
    """

  @Argument("first", help: "the parcel to begin with", completion: .file)
  var first: String
  @Argument("more", help: "further parcels", completion: .file)
  var more: [String]
  @Option("speed", short: "s", help: "how fast it goes")
  var speed = Speed.slow
  @Option("limit", short: "n", help: "the most to send")
  var limit: Int?
  @Option("label", short: "l", value: "TEXT", help: "what to write on it")
  var labels: [String]
  @Flag("live", short: "v", help: "really send")
  var live = false
  @Flag("quiet", short: "q", help: "say nothing")
  var quiet: Bool

  func run(_ terminal: Terminal) throws -> ExitCode {
    let office = terminal.standardOption("office") ?? "-"
    if terminal.wantsJSON {
      try terminal.json(["speed": speed.rawValue, "first": first])
      return .done
    }
    terminal.print(
      "\(first) \(more) \(speed) \(limit.map(String.init) ?? "nil") \(labels) \(live) \(quiet) "
        + office)
    return .done
  }
}

struct ParcelList: Command {
  static let path = ["parcel", "list"]
  static let summary = "Lists parcels."

  func run(_ terminal: Terminal) throws -> ExitCode {
    if terminal.wantsJSON {
      try terminal.jsonLine(["id": 1])
      throw Failure(.badData, "the second parcel is torn", at: "parcels.csv:2")
    }
    terminal.print("1 box")
    return .findings
  }
}

struct ParcelShow: Command {
  static let path = ["parcel", "show"]
  static let summary = "Shows a parcel."

  @Argument("side", help: "the side to look at")
  var side: Side?

  enum Side: String, CaseIterable, ParameterValue {
    case top
    case bottom
  }

  func run(_ terminal: Terminal) throws -> ExitCode {
    terminal.print(side?.rawValue ?? "all")
    return .done
  }
}

/// Ends in the ways in which a command can fail.
struct Break: Command {
  static let path = ["break"]
  static let summary = "Fails."

  @Argument("how", help: "how to fail")
  var how: How

  enum How: String, CaseIterable, ParameterValue {
    case failure
    case known
    case unknown
    case late
  }
  struct Known: Error {}
  struct Unknown: Error, CustomStringConvertible {
    var description: String { "a spring \u{1B}[31m jumped" }
  }

  func run(_ terminal: Terminal) throws -> ExitCode {
    switch how {
    case .failure:
      throw Failure(.badData, "the box is empty", at: "box.txt:3:1", hint: "put something in")
    case .known: throw Known()
    case .unknown: throw Unknown()
    case .late:
      try terminal.json(["half": true])
      throw Failure(.unavailable, "the cart broke down")
    }
  }
}

/// A small random generator with a seed that can be printed (Steele, Lea and Flood, 2014).
struct SplitMix64: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
