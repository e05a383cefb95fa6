/// The greeting line of a mail, as each language writes it.
///
/// Gender is never guessed: it is known only from a title such as `Frau`, `Mme` or `女士`, which a
/// person has written; without one the form is used that fits everybody. A courtesy title that is
/// all there is becomes that of the mail's own language: `Frau Weber` is `Ms. Weber` in English.
public struct Salutation: Hashable, Sendable {
  /// The given name.
  public let firstName: String?
  /// The family name.
  public let lastName: String?
  /// The whole name; made of the other two where it is not given.
  public let fullName: String?
  /// What stands before (in Chinese, Japanese and Korean after) the name: `Dr.`, `Frau`, `老师`.
  public let title: String?
  /// The whole greeting where a person wrote one for this contact: `Dear Prof. Lin`.
  public let override: String?

  /// Takes names as they stand in a list of contacts; blank ones count as missing.
  ///
  /// - Parameter nameLanguage: the language that the name comes from, for the order of its parts.
  public init(
    firstName: String? = nil, lastName: String? = nil, fullName: String? = nil,
    title: String? = nil, override: String? = nil, nameLanguage: LanguageTag? = nil
  ) {
    func clean(_ text: String?) -> String? {
      guard let text, !text.isBlank else { return nil }
      return SingleLine.text(Array(text.utf8))
    }
    self.firstName = clean(firstName)
    self.lastName = clean(lastName)
    self.title = clean(title)
    self.override = clean(override)
    self.fullName =
      clean(fullName)
      ?? PersonName.full(first: self.firstName, last: self.lastName, language: nameLanguage)
  }

  /// The whole name in the order of its own language: `Anna Weber`, `山田花子`, `Nagy Anna`.
  ///
  /// - Parameter language: the language that the name comes from; without it the script tells.
  /// - Returns: nil unless both parts are there.
  public static func fullName(
    _ firstName: String?, _ lastName: String?, language: LanguageTag? = nil
  ) -> String? {
    PersonName.full(first: firstName, last: lastName, language: language)
  }

  /// The greeting line with its punctuation, such as `Hi Maya,`, `Guten Tag Anna Weber,` or
  /// `王伟老师，您好：`.
  ///
  /// - Returns: nil where the name that the form needs is missing, and for a language whose forms
  ///   are not known (known are ar, ca, cs, da, de, en, es, fi, fr, he, hi, hu, id, it, ja, ko, nb,
  ///   nl, nn, pl, pt, ro, ru, sk, sv, th, tr, uk, vi, zh).
  public func greeting(language: LanguageTag, formality: Formality) -> String? {
    if let override { return closed(override, language: language) }
    switch language.language {
    case "ja": return japanese(formality)
    case "ko": return korean(formality)
    case "zh": return chinese(formality, isTraditional: language.likelyScript == "Hant")
    default:
      if let form = GreetingForm.of(language) {
        return formality == .informal ? informal(form) : formal(form)
      }
      return GreetingForm.nameless(language, formality, title.flatMap(CourtesyTitle.leading))
    }
  }

  // MARK: First name and full name

  private func informal(_ form: GreetingForm) -> String? {
    (firstName ?? fullName).map { form.informal.before + $0 + form.informal.after }
  }

  private func formal(_ form: GreetingForm) -> String? {
    guard let title = title(form) else {
      return fullName.map { form.formal.before + $0 + form.formal.after }
    }
    let ownName: String? =
      switch form.titledName {
      case .first: firstName
      case .last: lastName
      case .full: nil
      }
    guard let name = ownName ?? fullName else { return nil }
    let opening =
      switch CourtesyTitle.leading(title) ?? self.title.flatMap({ CourtesyTitle($0) }) {
      case nil: form.opening.any
      case .feminine: form.opening.feminine
      case .masculine: form.opening.masculine
      }
    let written =
      form.capitalisesName ? name.prefix(1).uppercased() + name.dropFirst() : name
    return "\(opening)\(title) \(written)\(form.formal.after)"
  }

  /// The title in the words of the language; nil without one, and for a courtesy that the language
  /// does without.
  private func title(_ form: GreetingForm) -> String? {
    guard let title, let courtesy = CourtesyTitle(title) else { return title }
    guard let words = form.courtesy else { return nil }
    return courtesy == .feminine ? words.feminine : words.masculine
  }

  // MARK: Chinese, Japanese, Korean

  private func japanese(_ formality: Formality) -> String? {
    guard let name = fullName ?? lastName ?? firstName else { return nil }
    // 先生 is a teacher of any gender here; other courtesy titles say no more than 様.
    let title = title.flatMap { $0 == "先生" || CourtesyTitle($0) == nil ? $0 : nil }
    return named(name, title ?? (formality == .formal ? "様" : "さん"))
  }

  private func korean(_ formality: Formality) -> String? {
    guard let name = fullName ?? firstName else { return nil }
    // 님 is written apart from a name; a title goes before it.
    let title = title.flatMap { CourtesyTitle($0) == nil ? $0 : nil }
    let titled = title.map { $0.hasSuffix("님") ? $0 : $0 + "님" } ?? "님"
    return "\(name) \(titled), \(formality == .formal ? "안녕하십니까" : "안녕하세요")."
  }

  private func chinese(_ formality: Formality, isTraditional: Bool) -> String? {
    guard let name = fullName ?? lastName ?? firstName else { return nil }
    if formality == .informal, title == nil { return "\(name)，你好：" }
    return named(name, chineseTitle(isTraditional: isTraditional)) + "，您好："
  }

  private func chineseTitle(isTraditional: Bool) -> String {
    // On the mainland 老师 is the respectful address for editors and creators of any gender.
    guard let title else { return isTraditional ? "" : "老师" }
    if PersonName.isEastAsian(title) { return title }
    switch CourtesyTitle(title) {
    case .feminine: return "女士"
    case .masculine: return "先生"
    case nil: return title
    }
  }

  private func named(_ name: String, _ title: String) -> String {
    title.isEmpty || PersonName.isEastAsian(name) ? name + title : "\(name) \(title)"
  }

  /// The greeting, with the closing mark of the language where it has none of its own.
  private func closed(_ greeting: String, language: LanguageTag) -> String {
    guard let last = greeting.unicodeScalars.last else { return greeting }
    if !last.properties.isAlphabetic && last.properties.numericType == nil && last != ")" {
      return greeting
    }
    switch language.language {
    case "ja": return greeting
    case "ko": return greeting + "."
    case "zh": return greeting + "："
    case "ar", "fa", "ur": return greeting + "،"
    case "es": return greeting + ":"
    default: return greeting + ","
    }
  }
}
