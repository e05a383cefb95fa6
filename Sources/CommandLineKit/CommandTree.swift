/// The commands of a program by the words that name them.
struct CommandTree: Sendable {
  let commands: [any Command.Type]

  func command(at path: [String]) -> (any Command.Type)? {
    commands.first { $0.path == path }
  }

  /// The commands whose path begins so, the one that is the path itself included.
  func commands(below path: [String]) -> [any Command.Type] {
    commands.filter { $0.path.starts(with: path) }
  }

  /// The words that may follow a path, each once, in the order of the commands.
  func words(after path: [String]) -> [String] {
    var seen: Set<String> = []
    return commands(below: path).compactMap { command in
      guard command.path.count > path.count else { return nil }
      let word = command.path[path.count]
      return seen.insert(word).inserted ? word : nil
    }
  }

  /// All the beginnings that are not commands themselves, the empty one first.
  var nouns: [[String]] {
    var result: [[String]] = [[]]
    for command in commands {
      for length in 1..<max(command.path.count, 1) {
        let noun = Array(command.path.prefix(length))
        if !result.contains(noun) { result.append(noun) }
      }
    }
    return result
  }

  /// A line divided into the command that it names and what is for the command to read.
  struct Line {
    var path: [String] = []
    var command: (any Command.Type)?
    var rest: [String] = []
  }

  /// Finds the command: the longest path that the first words make, standard options aside.
  func resolve(_ words: [String], standardOptions: [Parameter]) throws(UsageError) -> Line {
    var line = Line()
    var rest = words[...]
    while let word = rest.first {
      if word == "--" || self.words(after: line.path).isEmpty { break }
      if word.count > 1, word.hasPrefix("-") {
        guard let use = standardUse(of: word, among: standardOptions) else {
          if command(at: line.path) != nil { break }
          throw misplaced(word, after: line.path, standardOptions)
        }
        line.rest.append(word)
        rest.removeFirst()
        if use.takesNext, let value = rest.popFirst() { line.rest.append(value) }
      } else if self.words(after: line.path).contains(word) {
        line.path.append(word)
        rest.removeFirst()
      } else if command(at: line.path) != nil {
        break
      } else {
        throw unknown(word, after: line.path)
      }
    }
    line.command = command(at: line.path)
    line.rest += rest
    return line
  }

  /// Whether a word is an option that all commands have, and whether its value is the next word.
  private func standardUse(
    of word: String, among options: [Parameter]
  ) -> (option: Parameter, takesNext: Bool)? {
    for option in options {
      if option.spellings.contains(word) { return (option, option.kind == .option) }
      let isAttached =
        word.hasPrefix("--\(option.name)=")
        || option.kind == .option && option.short.map { word.hasPrefix("-\($0)") } ?? false
      if isAttached { return (option, false) }
    }
    return nil
  }

  /// An option that stands before its command, or that does not exist at all.
  private func misplaced(
    _ word: String, after path: [String], _ standardOptions: [Parameter]
  ) -> UsageError {
    let name = String(word.prefix { $0 != "=" })
    let isOwn = commands(below: path).contains { command in
      command.parameters.contains { $0.kind != .argument && $0.spellings.contains(name) }
    }
    if isOwn { return .optionBeforeCommand(name) }
    let names = standardOptions.map(\.label) + (path.isEmpty ? ["--version"] : [])
    return .unknownOption(name, suggestion: Suggestion.nearest(to: name, among: names))
  }

  private func unknown(_ word: String, after path: [String]) -> UsageError {
    let near = Suggestion.nearest(to: word, among: words(after: path))
    if !path.isEmpty {
      let noun = path.joined(separator: " ")
      return .unknownVerb(word, noun: noun, suggestion: near.map { noun + " " + $0 })
    }
    // Whoever types a verb alone means one of its nouns.
    let verb = commands.first { $0.path.count > 1 && $0.path.last == word }
    return .unknownCommand(word, suggestion: near ?? verb?.path.joined(separator: " "))
  }
}
