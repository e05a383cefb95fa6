/// A word, a quoted text or a `key=value` behind a filter's colon.
struct FilterArgument {
  let key: String?
  let text: String
  let isQuoted: Bool
}

/// What is wrong with a filter's arguments or with the value that it is given.
struct FilterFault: Error {
  let message: String
}

extension TemplateFilter {
  /// A filter by its name.
  init(
    _ word: String, arguments: [FilterArgument], tagName: String
  ) throws(FilterFault) {
    if word != "plural", let key = arguments.lazy.compactMap(\.key).first {
      throw FilterFault(message: "'\(word)' takes no '\(key.excerpt)='.")
    }
    switch word {
    case "default":
      guard arguments.count == 1, arguments[0].isQuoted else {
        throw FilterFault(
          message:
            "a default is written in quotes: {{\(tagName.excerpt) | default: \"there\"}}.")
      }
      self = .fallback(arguments[0].text)
    case "number":
      if arguments.count == 1, arguments[0].text == "compact" {
        self = .number(decimals: nil, isCompact: true)
      } else {
        self = .number(
          decimals: try Self.decimals(
            arguments, at: 0, usage: "'number' takes the decimals or 'compact', such as number: 1."),
          isCompact: false)
      }
    case "percent":
      self = .percent(
        decimals: try Self.decimals(
          arguments, at: 0, usage: "'percent' takes the decimals, such as percent: 1."))
    case "currency": self = try Self.currency(arguments)
    case "date":
      self = .date(try Self.form(arguments, of: word, or: DateForm.long))
    case "list":
      self = .list(try Self.form(arguments, of: word, or: ListForm.and))
    case "plural": self = .plural(try Self.plural(arguments))
    default:
      guard arguments.isEmpty else {
        throw FilterFault(message: "'\(word)' takes no arguments.")
      }
      switch word {
      case "url": self = .url
      case "upper": self = .upper
      case "lower": self = .lower
      default: self = .capitalize
      }
    }
  }

  private static func decimals(
    _ arguments: [FilterArgument], at index: Int, usage: String
  ) throws(FilterFault) -> Int? {
    if arguments.count <= index { return nil }
    guard arguments.count == index + 1, let number = Int(arguments[index].text),
      (0...9).contains(number)
    else { throw FilterFault(message: usage) }
    return number
  }

  private static func currency(_ arguments: [FilterArgument]) throws(FilterFault) -> TemplateFilter
  {
    let usage = "'currency' takes a code and perhaps the decimals: currency: EUR, 0."
    guard let code = arguments.first?.text else { return .currency(code: nil, decimals: nil) }
    guard let code = MoneyText.code(code) else { throw FilterFault(message: usage) }
    return .currency(code: code, decimals: try decimals(arguments, at: 1, usage: usage))
  }

  private static func form<Form: RawRepresentable<String> & CaseIterable>(
    _ arguments: [FilterArgument], of word: String, or standard: Form
  ) throws(FilterFault) -> Form {
    guard let argument = arguments.first else { return standard }
    guard arguments.count == 1 else {
      throw FilterFault(message: "'\(word)' takes one word.")
    }
    if let form = Form(rawValue: argument.text) { return form }
    throw FilterFault(
      message: UnknownName.message(
        kind: "form of '\(word)'", name: argument.text, known: Form.allCases.map(\.rawValue)))
  }

  private static func plural(_ arguments: [FilterArgument]) throws(FilterFault) -> PluralForms {
    let usage = "'plural' is written plural: one=\"# film\", other=\"# films\"."
    var texts: [PluralCategory: String] = [:]
    var isOrdinal = false
    for (index, argument) in arguments.enumerated() {
      guard let key = argument.key else {
        guard index == 0, argument.text == "ordinal" else { throw FilterFault(message: usage) }
        isOrdinal = true
        continue
      }
      guard let category = PluralCategory(rawValue: key) else {
        throw FilterFault(
          message: UnknownName.message(
            kind: "plural category", name: key, known: PluralCategory.allCases.map(\.rawValue)))
      }
      guard texts.updateValue(argument.text, forKey: category) == nil else {
        throw FilterFault(message: "'\(key)' is given twice.")
      }
    }
    guard texts[.other] != nil else {
      throw FilterFault(message: texts.isEmpty ? usage : "'plural' needs other=… as well.")
    }
    return PluralForms(isOrdinal: isOrdinal, texts: texts)
  }
}
