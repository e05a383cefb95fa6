/// A command about the program itself.
protocol ProgramCommand: Command {
  func run(_ terminal: Terminal, of program: Program) throws -> ExitCode
}

extension ProgramCommand {
  /// Never called: the program runs these with itself.
  package func run(_ terminal: Terminal) throws -> ExitCode { .bug }
}

struct HelpCommand: ProgramCommand {
  static let path = ["help"]
  static let summary = "Show what a command does and takes."

  @Argument("command", help: "the command or noun; without it, all commands")
  var words: [String]
  @Flag("reference", help: "print all commands and options as Markdown, for a README")
  var isReference = false

  func run(_ terminal: Terminal, of program: Program) throws -> ExitCode {
    if isReference {
      terminal.write(program.reference() + "\n")
      return .done
    }
    let line: CommandTree.Line
    do {
      line = try program.tree.resolve(words, standardOptions: [])
    } catch {
      throw error.failure(program: program.name)
    }
    if let extra = line.rest.first {
      throw UsageError.extraArgument(extra).failure(program: program.name)
    }
    try program.show(helpFor: line.path, terminal)
    return .done
  }
}

struct CompletionCommand: ProgramCommand {
  static let path = ["completion"]
  static let summary = "Print a script that completes commands and options in a shell."
  static let details = """
    Save it where the shell looks for completions, under the name that the shell expects: for bash
    NAME in ~/.local/share/bash-completion/completions, for zsh _NAME in a folder of its fpath, for
    fish NAME.fish in ~/.config/fish/completions, where NAME is the program's. The first lines of the
    script say how to try it without saving it.
    """

  @Argument("shell", help: "the shell that is to read it")
  var shell: Shell

  func run(_ terminal: Terminal, of program: Program) throws -> ExitCode {
    let script = program.completion(for: shell)
    if terminal.wantsJSON {
      try terminal.json(["script": script])
    } else {
      terminal.write(script)
    }
    return .done
  }
}

/// A shell that can complete commands by a script.
package enum Shell: String, CaseIterable, Sendable, ParameterValue {
  case bash
  case zsh
  case fish
}
