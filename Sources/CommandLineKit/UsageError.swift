/// What can be wrong with a command line.
enum UsageError: Error, Equatable {
  case unknownCommand(String, suggestion: String?)
  case unknownVerb(String, noun: String, suggestion: String?)
  case optionBeforeCommand(String)
  case unknownOption(String, suggestion: String?)
  case missingValue(option: String, valueName: String)
  /// The word after an option is another option, which is more likely a slip than its value.
  case optionAsValue(option: String, valueName: String, next: String)
  case unexpectedValue(option: String, value: String)
  case repeatedOption(String)
  case badValue(String, of: String, ParameterError)
  case missingArgument(String)
  case missingOption(String, valueName: String)
  case extraArgument(String)

  var message: String {
    switch self {
    case .unknownCommand(let word, _): "there is no command \"\(word)\""
    case .unknownVerb(let word, let noun, _): "\"\(noun)\" has no verb \"\(word)\""
    case .optionBeforeCommand(let option):
      "\(option) stands before the command and is no option that all commands have"
    case .unknownOption(let option, _): "there is no option \(option)"
    case .missingValue(let option, let valueName), .optionAsValue(let option, let valueName, _):
      "\(option) needs a value: \(option) \(valueName)"
    case .unexpectedValue(let option, let value): "\(option) takes no value, not \"\(value)\""
    case .repeatedOption(let option): "\(option) is given twice and takes one value"
    case .badValue(let value, let label, .expected(let expected)):
      "\(label) must be \(expected), not \"\(value)\""
    case .badValue(let value, let label, .invalid(let reason)):
      "\(label) cannot be \"\(value)\": \(reason)"
    case .missingArgument(let label): "\(label) is missing"
    case .missingOption(let label, let valueName): "\(label) \(valueName) is missing"
    case .extraArgument(let word): "there is one argument too many: \"\(word)\""
    }
  }

  /// What to do about it, where there is more to say than how to get help.
  var advice: String? {
    switch self {
    case .unknownCommand(_, let suggestion?), .unknownVerb(_, _, let suggestion?),
      .unknownOption(_, let suggestion?):
      "did you mean \"\(suggestion)\"?"
    case .optionBeforeCommand(let option): "write \(option) after the command;"
    case .optionAsValue(let option, _, let next):
      "write \(option)=\(next) if \(next) is meant as its value;"
    case .unknownOption(let option, nil) where option.dropFirst().first?.isNumber == true:
      "write -- before an argument that begins with a dash;"
    default: nil
    }
  }

  /// The failure to print, with how to get help on the command, the noun or the program.
  func failure(program: String, path: [String] = []) -> Failure {
    var words = [program] + path
    if case .unknownVerb(_, let noun, _) = self { words.append(noun) }
    let help = "\"\(words.joined(separator: " ")) --help\" shows what there is"
    return Failure(.usage, message, hint: advice.map { "\($0) \(help)" } ?? help)
  }
}
