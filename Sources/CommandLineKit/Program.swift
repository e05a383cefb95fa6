/// A program: its name, its commands, and what all of them share.
package struct Program: Sendable {
  package let name: String
  package let version: String
  package let summary: String
  package let groups: [Group]
  let tree: CommandTree
  let standardOptions: [Parameter]
  private let explain: @Sendable (any Error) -> Failure?

  /// Commands shown together in the program's help, under a title.
  package struct Group: Sendable {
    package let title: String
    /// Commands or nouns by name: `"send"`, `"campaign"` for all its verbs, `"campaign check"`.
    package let paths: [String]

    package init(_ title: String, _ paths: [String]) {
      self.title = title
      self.paths = paths
    }
  }

  /// - Parameters:
  ///   - standardOptions: What every command takes besides `--help`, `--json` and `--no-color`.
  ///   - explain: Makes a failure of the errors that commands let through; one that it does not know
  ///     is reported as the program's own fault.
  package init(
    name: String, version: String, summary: String, commands: [any Command.Type],
    groups: [Group] = [], standardOptions: [Parameter] = [],
    explain: @escaping @Sendable (any Error) -> Failure? = { _ in nil }
  ) {
    self.name = name
    self.version = version
    self.summary = summary
    self.groups = groups
    self.tree = CommandTree(commands: commands + [HelpCommand.self, CompletionCommand.self])
    self.standardOptions =
      standardOptions + [
        .flag("json", help: "print one JSON document, errors included"),
        .flag("no-color", help: "print no colours"),
        .flag("help", short: "h", help: "show this help"),
      ]
    self.explain = explain
  }

  /// Runs the command that the arguments name, reports what went wrong, and flushes the terminal.
  ///
  /// - Parameter arguments: The words after the program's name.
  package func run(arguments: [String], terminal: Terminal) -> ExitCode {
    terminal.begin(arguments: arguments)
    var code: ExitCode
    do {
      code = try perform(arguments, terminal)
    } catch {
      code = terminal.report(failure(for: error), program: name)
    }
    if let failure = terminal.end(), code == .done || code == .findings {
      code = terminal.report(failure, program: name)
    }
    return code
  }

  private func perform(_ arguments: [String], _ terminal: Terminal) throws -> ExitCode {
    let asked = arguments.first { $0 != "--json" && $0 != "--no-color" } ?? ""
    if asked.hasPrefix("--version=") {
      let value = String(asked.dropFirst("--version=".count))
      throw UsageError.unexpectedValue(option: "--version", value: value).failure(program: name)
    }
    if asked == "--version" {
      if terminal.wantsJSON {
        try terminal.json(["name": name, "version": version])
      } else {
        terminal.print("\(name) \(version)")
      }
      return .done
    }
    let line: CommandTree.Line
    do {
      line = try tree.resolve(arguments, standardOptions: standardOptions)
    } catch {
      throw error.failure(program: name)
    }
    if CommandLineParser.asksForHelp(line.rest) {
      try show(helpFor: line.path, terminal)
      return .done
    }
    guard let type = line.command else { return incomplete(line, terminal) }
    var parser = CommandLineParser(command: type.init(), standardOptions: standardOptions)
    do {
      try parser.parse(line.rest)
    } catch {
      throw error.failure(program: name, path: line.path)
    }
    terminal.adopt(standardOptions: parser.standardValues)
    if let command = parser.command as? any ProgramCommand {
      return try command.run(terminal, of: self)
    }
    return try parser.command.run(terminal)
  }

  func show(helpFor path: [String], _ terminal: Terminal) throws {
    if terminal.wantsJSON {
      try terminal.json(["help": help(for: path)])
    } else {
      terminal.print(help(for: path, width: terminal.width, style: terminal.style))
    }
  }

  /// A noun without a verb, or nothing at all: shows what could follow.
  private func incomplete(_ line: CommandTree.Line, _ terminal: Terminal) -> ExitCode {
    let what =
      line.path.isEmpty ? "a command" : "a verb after \"\(line.path.joined(separator: " "))\""
    let command = ([name] + line.path).joined(separator: " ")
    if terminal.wantsJSON {
      let words = tree.words(after: line.path)
      return terminal.report(
        Failure(.usage, "\(name) needs \(what)", hint: "one of: " + words.joined(separator: ", ")),
        program: name)
    }
    terminal.note(help(for: line.path, width: Terminal.defaultWidth, style: terminal.noteStyle))
    terminal.note("")
    return terminal.report(
      Failure(.usage, "\(name) needs \(what)", hint: "\"\(command) --help\" shows what there is"),
      program: name)
  }

  private func failure(for error: any Error) -> Failure {
    if let failure = error as? Failure { return failure }
    return explain(error)
      ?? Failure(
        .bug, String(describing: error),
        hint: "this is a fault of \(name) itself: please report it with the command that you ran")
  }
}
