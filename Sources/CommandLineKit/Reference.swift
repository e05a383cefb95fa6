extension Program {
  /// All commands and what they take, as Markdown for a README.
  package func reference() -> String {
    var lines: [String] = []
    for group in groupedCommands {
      lines += ["### \(group.title)", ""]
      for command in group.commands { lines += entry(of: command) }
    }
    lines += ["### Options of every command", ""]
    lines += standardOptions.map(item) + [""]
    return lines.joined(separator: "\n")
  }

  private func entry(of command: any Command.Type) -> [String] {
    var lines = ["#### `\(usage(of: command))`", "", Self.escaped(command.summary), ""]
    let parameters = command.parameters
    let ordered =
      parameters.filter { $0.kind == .argument } + parameters.filter { $0.kind != .argument }
    if !ordered.isEmpty { lines += ordered.map(item) + [""] }
    if !command.details.isEmpty { lines += Self.markdown(of: command.details) + [""] }
    return lines
  }

  private func item(_ parameter: Parameter) -> String {
    let short = parameter.short.map { "`-\($0)`, " } ?? ""
    var label = parameter.label
    if parameter.kind == .option { label += " " + parameter.valueName }
    if parameter.kind == .argument, parameter.isRepeated { label += "…" }
    return "- \(short)`\(label)`: \(Self.escaped(parameter.fullHelp))"
  }

  /// Paragraphs as they are, and indented lines as a block of code.
  private static func markdown(of details: String) -> [String] {
    var lines: [String] = []
    var isCode = false
    let source = details.split(separator: "\n", omittingEmptySubsequences: false)
    for (index, line) in source.enumerated() {
      // A blank line between two indented ones belongs to the block.
      let next = source[(index + 1)...].first { !$0.isEmpty }
      let belongs = line.first == " " || isCode && line.isEmpty && next?.first == " "
      if belongs != isCode {
        lines.append(belongs ? "```sh" : "```")
        isCode = belongs
      }
      lines.append(isCode ? String(line.drop { $0 == " " }) : escaped(String(line)))
    }
    return isCode ? lines + ["```"] : lines
  }

  private static func escaped(_ text: String) -> String {
    var result = ""
    for character in text {
      if "\\`*_<[]|".contains(character) { result.append("\\") }
      result.append(character)
    }
    return result
  }
}
