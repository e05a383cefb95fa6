extension Program {
  /// What is wrong with the table of commands itself, for a test of the program.
  package func faults() -> [String] {
    var faults: [String] = []
    var paths: Set<[String]> = []
    for command in tree.commands {
      let name = command.path.joined(separator: " ")
      if command.path.isEmpty { faults.append("a command has no name") }
      if !paths.insert(command.path).inserted { faults.append("\"\(name)\" is there twice") }
      if command.summary.contains("\n") { faults.append("\"\(name)\": the summary has two lines") }
      faults += Self.faults(of: command.parameters + standardOptions).map { "\"\(name)\": \($0)" }
    }
    for group in groups {
      for path in group.paths
      where tree.commands(below: path.split(separator: " ").map(String.init)).isEmpty {
        faults.append("the group \"\(group.title)\" names \"\(path)\", which is no command")
      }
    }
    return faults
  }

  private static func faults(of parameters: [Parameter]) -> [String] {
    var faults: [String] = []
    var names: Set<String> = []
    var shorts: Set<Character> = []
    for parameter in parameters {
      if !names.insert(parameter.name).inserted { faults.append("\(parameter.label) twice") }
      if let short = parameter.short, !shorts.insert(short).inserted {
        faults.append("-\(short) twice")
      }
      if !parameter.name.allSatisfy({ $0.isLowercase || $0.isNumber || $0 == "-" }) {
        faults.append("\(parameter.label) has other characters than a-z, 0-9 and -")
      }
    }
    let arguments = parameters.filter { $0.kind == .argument }
    for (former, latter) in zip(arguments, arguments.dropFirst()) {
      if former.isRepeated { faults.append("\(latter.label) can never be given") }
      if !former.isRequired, latter.isRequired {
        faults.append("\(latter.label) is required after one that is not")
      }
    }
    return faults
  }
}
