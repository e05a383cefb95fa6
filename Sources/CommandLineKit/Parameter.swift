/// One row of a command's table: all that help, parsing and completion need to know of a parameter.
package struct Parameter: Equatable, Sendable {
  package enum Kind: Sendable {
    case argument
    case option
    case flag
  }

  package let kind: Kind
  /// The name without dashes: `on-duplicate`.
  package let name: String
  package let short: Character?
  /// What stands for the value in help: `skip|update|fail`, `FILE`.
  package let valueName: String
  package let help: String
  package let choices: [String]
  package let completion: Completion
  package let isRequired: Bool
  package let isRepeated: Bool
  /// The value it has when it is not given, as it would be typed.
  package let defaultText: String?

  /// What may follow on the command line, for the shell.
  package enum Completion: Equatable, Sendable {
    case none
    case file
    case directory
    case values([String])
  }

  init(
    kind: Kind, name: String, short: Character? = nil, valueName: String, help: String,
    choices: [String] = [], completion: Completion? = nil, isRequired: Bool = false,
    isRepeated: Bool = false, defaultText: String? = nil
  ) {
    self.kind = kind
    self.name = name
    self.short = short
    self.valueName = valueName
    self.help = help
    self.choices = choices
    self.completion = completion ?? (choices.isEmpty ? .none : .values(choices))
    self.isRequired = isRequired
    self.isRepeated = isRepeated
    self.defaultText = defaultText
  }

  /// An option that a program gives to all its commands.
  package static func option(
    _ name: String, short: Character? = nil, value: String, help: String,
    completion: Completion = .none
  ) -> Parameter {
    Parameter(
      kind: .option, name: name, short: short, valueName: value, help: help,
      completion: completion)
  }

  static func flag(_ name: String, short: Character? = nil, help: String) -> Parameter {
    Parameter(kind: .flag, name: name, short: short, valueName: "", help: help)
  }

  /// The parameter as a person names it: `CAMPAIGN`, `--on-duplicate`.
  var label: String {
    kind == .argument ? valueName : "--" + name
  }

  /// The parameter as a usage line shows it: `[FILE…]`, `--outcome OUTCOME`, `[--live]`.
  var usage: String {
    var text = kind == .option ? label + " " + valueName : label
    if isRepeated { text += "…" }
    return isRequired ? text : "[" + text + "]"
  }

  /// The help text with what the table knows besides: choices, default, repetition.
  var fullHelp: String {
    var notes: [String] = []
    if !choices.isEmpty, choices.joined(separator: "|") != valueName {
      notes.append(choices.joined(separator: ", "))
    }
    if isRequired, kind == .option { notes.append("required") }
    if isRepeated, kind == .option { notes.append("may be repeated") }
    if let defaultText { notes.append("default: \(defaultText)") }
    return notes.isEmpty ? help : help + " (" + notes.joined(separator: "; ") + ")"
  }
}
