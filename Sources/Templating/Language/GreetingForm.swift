/// How a language greets, where words go before a name.
struct GreetingForm: Sendable {
  /// What stands around the name.
  typealias Frame = (before: String, after: String)
  /// What stands before a title and a name for people of any, female and male courtesy.
  typealias Opening = (any: String, feminine: String, masculine: String)
  /// Which name follows a title.
  enum TitledName { case first, last, full }

  let informal: Frame
  let formal: Frame
  var opening: Opening
  /// What a woman and a man are called before their name, in place of any courtesy written in
  /// another language; nil where the language does without.
  var courtesy: (feminine: String, masculine: String)?
  var titledName = TitledName.last
  /// Dutch writes `mevrouw De Vries` for `Anna de Vries`.
  var capitalisesName = false

  private init(
    _ informal: Frame, _ formal: Frame, _ opening: Opening? = nil,
    courtesy: (feminine: String, masculine: String)? = nil
  ) {
    self.informal = informal
    self.formal = formal
    self.opening = opening ?? (formal.before, formal.before, formal.before)
    self.courtesy = courtesy
  }

  /// Nil for a language whose forms are not known, or that puts nothing before a name.
  static func of(_ language: LanguageTag) -> GreetingForm? {
    switch language.language {
    case "en":
      let hasPoint = ["US", "CA", nil].contains(language.region)
      return GreetingForm(
        ("Hi ", ","), ("Dear ", ","), courtesy: hasPoint ? ("Ms.", "Mr.") : ("Ms", "Mr"))
    case "de":
      return GreetingForm(
        ("Hallo ", ","), ("Guten Tag ", ","),
        ("Guten Tag ", "Sehr geehrte ", "Sehr geehrter "), courtesy: ("Frau", "Herr"))
    case "fr":
      return GreetingForm(
        ("Bonjour ", ","), ("Bonjour ", ","), courtesy: ("Madame", "Monsieur"))
    case "es":
      return GreetingForm(
        ("Hola, ", ":"), ("Estimado/a ", ":"), ("Estimado/a ", "Estimada ", "Estimado "),
        courtesy: ("Sra.", "Sr."))
    case "pt":
      let stem = language.region == "PT" ? "Estimad" : "Prezad"
      return GreetingForm(
        ("Olá, ", ","), ("\(stem)o(a) ", ","),
        ("\(stem)o(a) ", "\(stem)a ", "\(stem)o "), courtesy: ("Sra.", "Sr."))
    case "ca":
      return GreetingForm(
        ("Hola, ", ","), ("Benvolgut/da ", ","),
        ("Benvolgut/da ", "Benvolguda ", "Benvolgut "), courtesy: ("Sra.", "Sr."))
    case "it":
      return GreetingForm(
        ("Ciao ", ","), ("Gentile ", ","), courtesy: ("Signora", "Signor"))
    case "ro":
      return GreetingForm(
        ("Bună, ", ","), ("Bună ziua, ", ","),
        ("Bună ziua, ", "Stimată ", "Stimate "), courtesy: ("doamnă", "domnule"))
    case "nl":
      var form = GreetingForm(
        ("Hallo ", ","), ("Geachte ", ","), courtesy: ("mevrouw", "heer"))
      form.capitalisesName = true
      return form
    case "da": return GreetingForm(("Hej ", ","), ("Kære ", ","))
    case "sv": return GreetingForm(("Hej ", ","), ("Hej ", ","))
    case "nb", "nn", "no": return GreetingForm(("Hei ", ","), ("Hei ", ","))
    case "fi": return GreetingForm(("Hei ", ","), ("Hyvä ", ","))
    case "hu": return fullNamed(("Kedves ", "!"), ("Tisztelt ", "!"))
    case "ru":
      return GreetingForm(
        ("Здравствуйте, ", "!"), ("Здравствуйте, ", "!"),
        ("Здравствуйте, ", "Уважаемая ", "Уважаемый "), courtesy: ("госпожа", "господин"))
    case "tr": return fullNamed(("Merhaba ", ","), ("Sayın ", ","))
    case "vi":
      var form = GreetingForm(("Chào ", ","), ("Kính gửi ", ","), courtesy: ("Bà", "Ông"))
      form.titledName = .first
      return form
    case "id":
      var form = GreetingForm(("Halo ", ","), ("Yth. ", ","), courtesy: ("Ibu", "Bapak"))
      form.titledName = .first
      return form
    case "th": return fullNamed(("สวัสดีคุณ", ""), ("เรียน คุณ", ""))
    case "hi": return fullNamed(("नमस्ते ", " जी,"), ("आदरणीय ", " जी,"))
    case "he": return fullNamed(("שלום ", ","), ("שלום ", ","))
    case "ar":
      return fullNamed(
        ("مرحبًا ", "،"), ("تحية طيبة ", "،"), courtesy: ("السيدة", "السيد"))
    default: return nil
    }
  }

  /// The greeting of a language that bends names, so that it is best without one.
  static func nameless(
    _ language: LanguageTag, _ formality: Formality, _ courtesy: CourtesyTitle?
  ) -> String? {
    switch (language.language, formality == .formal ? courtesy : nil) {
    case ("pl", .feminine?): "Szanowna Pani,"
    case ("pl", .masculine?): "Szanowny Panie,"
    case ("pl", nil): "Dzień dobry,"
    case ("cs", .feminine?): "Vážená paní,"
    case ("cs", .masculine?): "Vážený pane,"
    case ("cs", nil): "Dobrý den,"
    case ("sk", nil): "Dobrý deň,"
    case ("sk", .feminine?): "Vážená pani,"
    case ("sk", .masculine?): "Vážený pán,"
    case ("uk", _): "Добрий день!"
    default: nil
    }
  }

  private static func fullNamed(
    _ informal: Frame, _ formal: Frame, courtesy: (feminine: String, masculine: String)? = nil
  ) -> GreetingForm {
    var form = GreetingForm(informal, formal, courtesy: courtesy)
    form.titledName = .full
    return form
  }
}
