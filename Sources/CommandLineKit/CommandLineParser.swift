/// Reads the words after a command's name into its parameters, in the GNU manner.
///
/// `--option value`, `--option=value`, `-o value`, `-ovalue` and bundled short flags; options stand
/// anywhere, `--` ends them, and `-` alone is an argument.
struct CommandLineParser {
  let command: any Command
  let standardOptions: [Parameter]
  /// The values of the standard options that were given; a flag has its name for a value.
  private(set) var standardValues: [String: String] = [:]

  private let declared: [any DeclaredParameter]
  private var given: Set<String> = []
  private var argumentIndex = 0

  init(command: any Command, standardOptions: [Parameter]) {
    self.command = command
    self.standardOptions = standardOptions
    declared = command.declaredParameters
  }

  /// Whether help is asked for: before anything else is found wrong with the line.
  static func asksForHelp(_ words: [String]) -> Bool {
    words.prefix { $0 != "--" }.contains { $0 == "--help" || $0 == "-h" }
  }

  mutating func parse(_ words: [String]) throws(UsageError) {
    var rest = words[...]
    while let word = rest.popFirst() {
      if word == "--" {
        for argument in rest { try accept(argument: argument) }
        break
      } else if word.hasPrefix("--") {
        try parseLong(word, &rest)
      } else if word.count > 1, word.hasPrefix("-"), !isNegativeNumber(word) {
        try parseShort(word, &rest)
      } else {
        try accept(argument: word)
      }
    }
    try checkRequired()
  }

  private mutating func parseLong(
    _ word: String, _ rest: inout ArraySlice<String>
  ) throws(UsageError) {
    let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let name = String(parts[0].dropFirst(2))
    let value = parts.count > 1 ? String(parts[1]) : nil
    guard let option = options.first(where: { $0.name == name }) else {
      let names = options.map { "--" + $0.name }
      throw .unknownOption(
        "--" + name, suggestion: Suggestion.nearest(to: "--" + name, among: names))
    }
    try take(option, as: "--" + name, value: value, &rest)
  }

  private mutating func parseShort(
    _ word: String, _ rest: inout ArraySlice<String>
  ) throws(UsageError) {
    var letters = word.dropFirst()
    while let letter = letters.popFirst() {
      guard let option = options.first(where: { $0.short == letter }) else {
        // "-live" is more likely "--live" than five flags in a bundle.
        let long = options.first { $0.name == word.dropFirst() }
        throw .unknownOption("-\(letter)", suggestion: long.map { "--" + $0.name })
      }
      if option.kind == .flag {
        if letters.first == "=" {
          throw .unexpectedValue(option: "-\(letter)", value: String(letters.dropFirst()))
        }
        try take(option, as: "-\(letter)", value: nil, &rest)
      } else {
        if letters.first == "=" {
          return try take(option, as: "-\(letter)", value: String(letters.dropFirst()), &rest)
        }
        let value = letters.isEmpty ? nil : String(letters)
        return try take(option, as: "-\(letter)", value: value, &rest)
      }
    }
  }

  private mutating func take(
    _ option: Parameter, as typed: String, value: String?, _ rest: inout ArraySlice<String>
  ) throws(UsageError) {
    if option.kind == .flag {
      if let value { throw .unexpectedValue(option: typed, value: value) }
      return try store(option.name, in: option, typed: typed)
    }
    if !option.isRepeated, given.contains(option.name) { throw .repeatedOption(typed) }
    if let value { return try store(value, in: option, typed: typed) }
    guard let next = rest.popFirst() else {
      throw .missingValue(option: typed, valueName: option.valueName)
    }
    if isOption(next) {
      throw .optionAsValue(option: typed, valueName: option.valueName, next: next)
    }
    try store(next, in: option, typed: typed)
  }

  private mutating func store(
    _ value: String, in option: Parameter, typed: String
  ) throws(UsageError) {
    given.insert(option.name)
    guard let own = declared.first(where: { $0.parameter == option }) else {
      standardValues[option.name] = value
      return
    }
    do { try own.accept(value) } catch { throw .badValue(value, of: typed, error) }
  }

  private mutating func accept(argument: String) throws(UsageError) {
    guard argumentIndex < arguments.count else { throw .extraArgument(argument) }
    let target = arguments[argumentIndex]
    if !target.parameter.isRepeated { argumentIndex += 1 }
    given.insert(target.parameter.name)
    do { try target.accept(argument) } catch {
      throw .badValue(argument, of: target.parameter.label, error)
    }
  }

  private func checkRequired() throws(UsageError) {
    for parameter in declared.map(\.parameter)
    where parameter.isRequired && !given.contains(parameter.name) {
      throw parameter.kind == .argument
        ? .missingArgument(parameter.label)
        : .missingOption(parameter.label, valueName: parameter.valueName)
    }
  }

  private var arguments: [any DeclaredParameter] {
    declared.filter { $0.parameter.kind == .argument }
  }

  private var options: [Parameter] {
    declared.map(\.parameter).filter { $0.kind != .argument } + standardOptions
  }

  private func isOption(_ word: String) -> Bool {
    let name = word.prefix { $0 != "=" }
    return word == "--"
      || options.contains { name == "--" + $0.name || $0.short.map { word == "-\($0)" } ?? false }
  }

  private func isNegativeNumber(_ word: String) -> Bool {
    Double(word) != nil && !options.contains { $0.short == word.dropFirst().first }
  }
}
