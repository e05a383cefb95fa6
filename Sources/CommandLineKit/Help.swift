extension Program {
  /// The help text of a command, of a noun, or (for an empty path) of the program.
  package func help(for path: [String], width: Int = 80, style: Style = Style(isOn: false))
    -> String
  {
    let page = HelpPage(program: self, width: min(max(width, 40), 100), style: style)
    if let command = tree.command(at: path) { return page.text(of: command) }
    return path.isEmpty ? page.overview : page.text(ofNoun: path)
  }

  func usage(of command: any Command.Type) -> String {
    let parameters = command.parameters
    let words =
      [name] + command.path
      + parameters.filter { $0.kind == .option && $0.isRequired }.map(\.usage)
      + parameters.filter { $0.kind == .argument }.map(\.usage) + ["[options]"]
    return words.joined(separator: " ")
  }

  /// The commands of the program's groups, those that no group names last.
  var groupedCommands: [(title: String, commands: [any Command.Type])] {
    var rest = tree.commands
    var result: [(title: String, commands: [any Command.Type])] = []
    for group in groups {
      var members: [any Command.Type] = []
      for path in group.paths {
        let words = path.split(separator: " ").map(String.init)
        members += rest.filter { $0.path.starts(with: words) }
        rest.removeAll { $0.path.starts(with: words) }
      }
      if !members.isEmpty { result.append((group.title, members)) }
    }
    let ownTitle = groups.isEmpty ? "Commands" : "Other commands"
    if !rest.isEmpty { result.append((ownTitle, rest)) }
    return result
  }
}

/// Lays out help: a usage line, what it does, and what it takes in two columns.
private struct HelpPage {
  let program: Program
  let width: Int
  let style: Style

  func text(of command: any Command.Type) -> String {
    let parameters = command.parameters
    var lines = usage(program.usage(of: command)) + [""]
    lines += TextWrapping.lines(of: command.summary, width: width)
    lines += section("Arguments", parameters.filter { $0.kind == .argument })
    lines += section("Options", parameters.filter { $0.kind != .argument })
    lines += section("Options of every command", program.standardOptions)
    if !command.details.isEmpty {
      lines += [""] + TextWrapping.lines(of: command.details, width: width)
    }
    return lines.joined(separator: "\n")
  }

  func text(ofNoun path: [String]) -> String {
    let name = ([program.name] + path).joined(separator: " ")
    var lines = usage("\(name) VERB [options]")
    lines += list("Verbs", program.tree.commands(below: path), droppingFirst: path.count)
    lines += [""] + footer("\(name) VERB")
    return lines.joined(separator: "\n")
  }

  var overview: String {
    var lines = usage("\(program.name) COMMAND [options]") + [""]
    lines += TextWrapping.lines(of: program.summary, width: width)
    for group in program.groupedCommands {
      lines += list(group.title, group.commands, droppingFirst: 0)
    }
    let version = Parameter.flag("version", help: "show the version of \(program.name)")
    lines += section("Options of every command", program.standardOptions)
    lines += section("Options of \(program.name) itself", [version])
    lines += [""] + footer("\(program.name) COMMAND")
    return lines.joined(separator: "\n")
  }

  private func footer(_ usage: String) -> [String] {
    TextWrapping.lines(of: "\"\(usage) --help\" tells more about one of them.", width: width)
  }

  private func usage(_ text: String) -> [String] {
    let lines = TextWrapping.lines(of: text, width: width - 7)
    return lines.enumerated().map { index, line in
      (index == 0 ? style.bold("Usage:") + " " : "       ") + line
    }
  }

  private func section(_ title: String, _ parameters: [Parameter]) -> [String] {
    let rows = parameters.map { parameter in
      (label: label(of: parameter), text: parameter.fullHelp)
    }
    return rows.isEmpty ? [] : ["", style.bold(title + ":")] + columns(rows)
  }

  private func list(
    _ title: String, _ commands: [any Command.Type], droppingFirst count: Int
  ) -> [String] {
    let rows = commands.map { command in
      let words = command.path.dropFirst(count)
      return (
        label: words.isEmpty ? "(nothing)" : words.joined(separator: " "), text: command.summary
      )
    }
    return ["", style.bold(title + ":")] + columns(rows)
  }

  private func label(of parameter: Parameter) -> String {
    switch parameter.kind {
    case .argument: return parameter.label + (parameter.isRepeated ? "…" : "")
    case .flag, .option:
      let short = parameter.short.map { "-\($0), " } ?? "    "
      let value = parameter.kind == .option ? " " + parameter.valueName : ""
      return short + parameter.label + value
    }
  }

  /// Labels on the left, texts on the right; a label that is too long has a line of its own.
  private func columns(_ rows: [(label: String, text: String)]) -> [String] {
    let widest = rows.map { DisplayWidth.of($0.label) }.filter { $0 <= 26 }.max() ?? 0
    let start = widest + 4
    return rows.flatMap { label, text in
      let own = DisplayWidth.of(label)
      var lines = TextWrapping.lines(of: text, width: width, indent: start)
      let head = "  " + style.cyan(label)
      if own <= widest, let first = lines.first {
        lines[0] = head + String(repeating: " ", count: start - 2 - own) + first.dropFirst(start)
      } else {
        lines.insert(head, at: 0)
      }
      return lines
    }
  }
}
