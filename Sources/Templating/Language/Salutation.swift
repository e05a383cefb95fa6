/// The greeting line of a mail, as each language writes it.
///
/// Gender is never guessed: it is known only from a title such as `Frau`, `Mme` or `先生`, which a
/// person has written; without one the form is used that fits everybody.
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
  public init(
    firstName: String? = nil, lastName: String? = nil, fullName: String? = nil,
    title: String? = nil, override: String? = nil
  ) {
    func clean(_ text: String?) -> String? {
      guard let text, !text.isBlank else { return nil }
      return SingleLine.text(Array(text.utf8))
    }
    self.firstName = clean(firstName)
    self.lastName = clean(lastName)
    self.title = clean(title)
    self.override = clean(override)
    self.fullName = clean(fullName) ?? Salutation.fullName(self.firstName, self.lastName)
  }

  /// The whole name in the order of its own script: `Anna Weber`, `山田花子`; nil unless both are there.
  public static func fullName(_ firstName: String?, _ lastName: String?) -> String? {
    guard let firstName, let lastName, !firstName.isBlank, !lastName.isBlank else { return nil }
    let isEastAsian = isEastAsian(firstName) && isEastAsian(lastName)
    return isEastAsian ? lastName + firstName : "\(firstName) \(lastName)"
  }

  /// The greeting line with its punctuation, such as `Hi Maya,`, `Guten Tag Anna Weber,` or
  /// `王伟老师，您好：`.
  ///
  /// - Returns: nil where the name that the form needs is missing, and for a language whose forms
  ///   are not known (known are en, de, fr, es, pt, ja, ko, zh, ar, it, nl).
  public func greeting(language: LanguageTag, formality: Formality) -> String? {
    if let override { return closed(override, language: language) }
    switch language.language {
    case "ja": return japanese(formality)
    case "ko": return korean(formality)
    case "zh": return chinese(formality, isTraditional: language.likelyScript == "Hant")
    default:
      guard let form = WesternForm.of(language) else { return nil }
      return formality == .informal ? informal(form) : formal(form)
    }
  }

  // MARK: First name and full name

  private func informal(_ form: WesternForm) -> String? {
    (firstName ?? fullName).map { form.informal.before + $0 + form.informal.after }
  }

  private func formal(_ form: WesternForm) -> String? {
    if let title, let lastName {
      let opening = form.titled(title)
      let name =
        form.capitalisesName ? lastName.prefix(1).uppercased() + lastName.dropFirst() : lastName
      return "\(opening) \(title) \(name)\(form.formal.after)"
    }
    return fullName.map { form.formal.before + $0 + form.formal.after }
  }

  // MARK: Chinese, Japanese, Korean

  private func japanese(_ formality: Formality) -> String? {
    guard let name = fullName ?? lastName ?? firstName else { return nil }
    return named(name, title ?? (formality == .formal ? "様" : "さん"))
  }

  private func korean(_ formality: Formality) -> String? {
    guard let name = fullName ?? firstName else { return nil }
    // 님 is written apart from a name; a title goes before it.
    let titled = title.map { $0.hasSuffix("님") ? $0 : $0 + "님" } ?? "님"
    return "\(name) \(titled), \(formality == .formal ? "안녕하십니까" : "안녕하세요")."
  }

  private func chinese(_ formality: Formality, isTraditional: Bool) -> String? {
    guard let name = fullName ?? lastName ?? firstName else { return nil }
    if formality == .informal, title == nil { return "\(name)，你好：" }
    // On the mainland 老师 is the respectful address for editors and creators of any gender.
    let title = self.title ?? (isTraditional ? "" : "老师")
    return named(name, title) + "，您好："
  }

  private func named(_ name: String, _ title: String) -> String {
    title.isEmpty || Salutation.isEastAsian(name) ? name + title : "\(name) \(title)"
  }

  /// Whether a name is written in Chinese characters, kana or Hangul.
  private static func isEastAsian(_ name: String) -> Bool {
    name.unicodeScalars.allSatisfy { scalar in
      switch scalar.value {
      case 0x20, 0x3000, 0x3005...0x3007, 0x3041...0x30FF, 0x3400...0x9FFF, 0xAC00...0xD7A3,
        0xF900...0xFAFF, 0x20000...0x3FFFF:
        return true
      default: return false
      }
    }
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

/// The greetings of a language that puts words before the name.
private struct WesternForm {
  typealias Frame = (before: String, after: String)

  let informal: Frame
  let formal: Frame
  /// The words before a title and a family name, and before those that are a woman's or a man's.
  var beforeTitle: String
  var feminine: (titles: Set<String>, before: String)?
  var masculine: (titles: Set<String>, before: String)?
  /// Dutch writes `mevrouw De Vries` for `Anna de Vries`.
  var capitalisesName = false

  func titled(_ title: String) -> String {
    let first = title.prefix { $0 != " " && $0 != "." }.lowercased()
    if let feminine, feminine.titles.contains(first) { return feminine.before }
    if let masculine, masculine.titles.contains(first) { return masculine.before }
    return beforeTitle
  }

  static func of(_ language: LanguageTag) -> WesternForm? {
    switch language.language {
    case "en":
      return WesternForm(informal: ("Hi ", ","), formal: ("Dear ", ","), beforeTitle: "Dear")
    case "de":
      return WesternForm(
        informal: ("Hallo ", ","), formal: ("Guten Tag ", ","), beforeTitle: "Guten Tag",
        feminine: (["frau"], "Sehr geehrte"), masculine: (["herr"], "Sehr geehrter"))
    case "fr":
      return WesternForm(
        informal: ("Bonjour ", ","), formal: ("Bonjour ", ","), beforeTitle: "Bonjour")
    case "es":
      return WesternForm(
        informal: ("Hola, ", ":"), formal: ("Estimado/a ", ":"), beforeTitle: "Estimado/a",
        feminine: (["sra", "srta", "señora", "dra", "doña", "profesora"], "Estimada"),
        masculine: (["sr", "señor", "don"], "Estimado"))
    case "pt":
      let isEuropean = language.region == "PT"
      let stem = isEuropean ? "Estimad" : "Prezad"
      return WesternForm(
        informal: ("Olá, ", ","), formal: ("\(stem)o(a) ", ","), beforeTitle: "\(stem)o(a)",
        feminine: (["sra", "senhora", "dra", "profa", "professora"], "\(stem)a"),
        masculine: (["sr", "senhor"], "\(stem)o"))
    case "it":
      return WesternForm(
        informal: ("Ciao ", ","), formal: ("Gentile ", ","), beforeTitle: "Gentile")
    case "nl":
      return WesternForm(
        informal: ("Hallo ", ","), formal: ("Geachte ", ","), beforeTitle: "Geachte",
        capitalisesName: true)
    case "ar":
      return WesternForm(
        informal: ("مرحبًا ", "،"), formal: ("تحية طيبة ", "،"), beforeTitle: "تحية طيبة")
    default: return nil
    }
  }
}
