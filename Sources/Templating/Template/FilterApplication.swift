extension TemplateFilter {
  /// What the filter makes of a value.
  ///
  /// - Returns: the text, or what is wrong with the value, to be read after "since": "'lots' is not
  ///   a number".
  func apply(
    to value: TemplateValue, formats: LocaleFormats
  ) -> Result<TemplateValue, FilterFault> {
    do throws(FilterFault) {
      return .success(.string(try text(of: value, formats)))
    } catch {
      return .failure(error)
    }
  }

  private func text(
    of value: TemplateValue, _ formats: LocaleFormats
  ) throws(FilterFault) -> String {
    if case .list(let form) = self { return formats.list(try items(of: value), form) }
    if case .plural(let forms) = self { return try plural(value, forms, formats) }
    guard let text = value.text else {
      throw FilterFault(message: "it is a list or has parts of its own")
    }
    switch self {
    case .fallback, .list, .plural: return text
    case .number(let decimals, let isCompact):
      let number = try NumberText.required(text)
      return isCompact ? formats.compact(number) : formats.number(number, decimals: decimals)
    case .currency(let code, let decimals):
      let money = try MoneyText(text, code: code)
      return formats.currency(money.number, code: money.code, decimals: decimals)
    case .percent(let decimals):
      let number =
        text.hasSuffix("%")
        ? try NumberText.required(String(text.dropLast())).hundredth : try NumberText.required(text)
      return formats.percent(number, decimals: decimals)
    case .date(let form):
      guard let moment = DateText(text) else {
        throw FilterFault(
          message: "'\(text.excerpt)' is not a date such as 2026-11-03 or 2026-11-03T14:30")
      }
      if form == .time, !moment.hasTime {
        throw FilterFault(message: "'\(text.excerpt)' has no time of day")
      }
      return formats.date(moment, form)
    case .url: return LetterCase.percentEncoded(text)
    case .upper: return LetterCase.upper(text, formats.language)
    case .lower: return LetterCase.lower(text, formats.language)
    case .capitalize: return LetterCase.capitalized(text, formats.language)
    }
  }

  /// The items of a list; a text is cut at semicolons or, where it has none, at commas.
  private func items(of value: TemplateValue) throws(FilterFault) -> [String] {
    switch value {
    case .list(let values): return values.compactMap(\.text).filter { !$0.isBlank }
    case .string(let text):
      let mark: Character = text.contains(";") ? ";" : ","
      return text.split(separator: mark)
        .map { SingleLine.text(Array($0.utf8)) }.filter { !$0.isBlank }
    default: throw FilterFault(message: "it is not a list")
    }
  }

  private func plural(
    _ value: TemplateValue, _ forms: PluralForms, _ formats: LocaleFormats
  ) throws(FilterFault) -> String {
    let number: NumberText
    if case .list(let values) = value {
      number = NumberText(integer: values.count)
    } else {
      number = try NumberText.required(value.text ?? "")
    }
    let category =
      forms.isOrdinal
      ? formats.language.ordinalCategory(number.plural)
      : formats.language.cardinalCategory(number.plural)
    let text = forms.text(category)
    guard text.utf8.contains(UInt8(ascii: "#")) else { return text }
    let figures = formats.number(number, decimals: number.decimals)
    return text.split(separator: "#", omittingEmptySubsequences: false)
      .joined(separator: figures)
  }
}
