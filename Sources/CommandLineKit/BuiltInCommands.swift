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
  static let summary = "Shows what a command does and takes."

  @Argument("command", help: "the command or noun; without it, all commands")
  var words: [String]

  func run(_ terminal: Terminal, of program: Program) throws -> ExitCode {
    let line: CommandTree.Line
    do {
      line = try program.tree.resolve(words, standardOptions: [])
    } catch {
      throw error.failure(command: program.name)
    }
    if let extra = line.rest.first {
      throw UsageError.extraArgument(extra).failure(command: program.name)
    }
    try program.show(helpFor: line.path, terminal)
    return .done
  }
}

struct CompletionCommand: ProgramCommand {
  static let path = ["completion"]
  static let summary = "Prints a script that completes commands and options in a shell."
  static let details = """
    Examples:

      liaison completion bash > ~/.local/share/bash-completion/completions/liaison
      liaison completion zsh > ~/.zfunc/_liaison
      liaison completion fish > ~/.config/fish/completions/liaison.fish
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
