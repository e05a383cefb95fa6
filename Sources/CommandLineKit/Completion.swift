extension Program {
  /// The script that completes this program's commands, options and values in a shell.
  package func completion(for shell: Shell) -> String {
    let table = CompletionTable(program: self)
    return switch shell {
    case .bash: table.bash
    case .zsh: table.zsh
    case .fish: table.fish
    }
  }
}

/// What can follow what on the command line, in the form that all three scripts are made of.
struct CompletionTable {
  let program: Program

  /// The program's name as part of a shell function's name.
  var identifier: String {
    String(program.name.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "_" })
  }

  /// A word that names a command or a noun, with what it means.
  struct Word {
    let text: String
    let summary: String
  }

  /// The words that may follow a noun, or the program itself where the path is empty.
  struct Continuation {
    let path: String
    let words: [Word]
  }

  var continuations: [Continuation] {
    let paths = program.tree.nouns + program.tree.commands.map { $0.path }
    return paths.compactMap { path in
      let words = program.tree.words(after: path).map { word in
        Word(text: word, summary: summary(of: path + [word]))
      }
      return words.isEmpty
        ? nil : Continuation(path: path.joined(separator: " "), words: words)
    }
  }

  var commands: [(path: String, parameters: [Parameter])] {
    program.tree.commands.map { ($0.path.joined(separator: " "), $0.parameters) }
  }

  private func summary(of path: [String]) -> String {
    if let command = program.tree.command(at: path) { return command.summary }
    return program.tree.words(after: path).joined(separator: ", ")
  }

  /// A text as one word of a POSIX shell.
  static func quoted(_ text: String) -> String {
    "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''")
      + "'"
  }
}

extension Parameter {
  /// The ways to type an option: `--step`, `-s`.
  var spellings: [String] {
    ["--" + name] + (short.map { ["-\($0)"] } ?? [])
  }
}
