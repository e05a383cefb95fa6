import Testing

@testable import Templating

@Suite struct SalutationTests {
  @Test(arguments: [
    ("en", Formality.informal, "Hi Maya,"), ("en-GB", .formal, "Dear Maya Lopez,"),
    ("de", .informal, "Hallo Maya,"), ("de", .formal, "Guten Tag Maya Lopez,"),
    ("fr", .informal, "Bonjour Maya,"), ("fr", .formal, "Bonjour Maya Lopez,"),
    ("es", .informal, "Hola, Maya:"), ("es-MX", .formal, "Estimado/a Maya Lopez:"),
    ("pt-BR", .informal, "Olá, Maya,"), ("pt-BR", .formal, "Prezado(a) Maya Lopez,"),
    ("pt-PT", .formal, "Estimado(a) Maya Lopez,"),
    ("it", .informal, "Ciao Maya,"), ("it", .formal, "Gentile Maya Lopez,"),
    ("nl", .informal, "Hallo Maya,"), ("nl", .formal, "Geachte Maya Lopez,"),
    ("ar", .informal, "مرحبًا Maya،"), ("ar", .formal, "تحية طيبة Maya Lopez،"),
    ("ja", .informal, "Maya Lopez さん"), ("ja", .formal, "Maya Lopez 様"),
    ("ko", .informal, "Maya Lopez 님, 안녕하세요."), ("ko", .formal, "Maya Lopez 님, 안녕하십니까."),
    ("zh-Hans", .informal, "Maya Lopez，你好："), ("zh-Hant", .formal, "Maya Lopez，您好："),
  ])
  func `each language greets in its own way`(
    language: String, formality: Formality, greeting: String
  ) throws {
    let salutation = Salutation(firstName: " Maya ", lastName: "Lopez")
    #expect(
      salutation.greeting(language: try LanguageTag(language), formality: formality) == greeting)
  }

  @Test(
    arguments: [
      ("ja", "花子", "山田", nil, Formality.formal, "山田花子様"),
      ("ja", "花子", "山田", nil, .informal, "山田花子さん"),
      ("ja", "花子", "山田", "先生", .formal, "山田花子先生"),
      ("ja", nil, "山田", nil, .formal, "山田様"),
      ("ko", "민준", "김", nil, .formal, "김민준 님, 안녕하십니까."),
      ("ko", "민준", "김", "편집장", .formal, "김민준 편집장님, 안녕하십니까."),
      ("zh-CN", "伟", "王", nil, .formal, "王伟老师，您好："),
      ("zh-CN", "伟", "王", "女士", .formal, "王伟女士，您好："),
      ("zh-TW", "小明", "王", "老師", .formal, "王小明老師，您好："),
      ("zh", "伟", "王", nil, .informal, "王伟，你好："),
      ("de", "Anna", "Weber", "Frau", .formal, "Sehr geehrte Frau Weber,"),
      ("de", "Jan", "Weber", "Herr", .formal, "Sehr geehrter Herr Weber,"),
      ("de", "Anna", "Weber", "Frau Dr.", .formal, "Sehr geehrte Frau Dr. Weber,"),
      ("de", "Anna", "Weber", "Dr.", .formal, "Guten Tag Dr. Weber,"),
      ("en", "Anna", "Weber", "Dr.", .formal, "Dear Dr. Weber,"),
      ("fr", "Anna", "Weber", "Madame", .formal, "Bonjour Madame Weber,"),
      ("es", "Ana", "López", "Sra.", .formal, "Estimada Sra. López:"),
      ("pt", "Ana", "Silva", "Sr.", .formal, "Prezado Sr. Silva,"),
      ("nl", "Anna", "de Vries", "mevrouw", .formal, "Geachte mevrouw De Vries,"),
      ("ar", "مايا", "حداد", nil, .informal, "مرحبًا مايا،"),
      ("ar", "مايا", "حداد", nil, .formal, "تحية طيبة مايا حداد،"),
      ("ar", "مايا", "حداد", "السيدة", .formal, "تحية طيبة السيدة مايا حداد،"),
      ("es", "Ana", "López", "Dra.", .formal, "Estimada Dra. López:"),
      ("de", "Anna", "Weber", "Prof. Dr.", .formal, "Guten Tag Prof. Dr. Weber,"),
      ("fr", "Anna", "Weber", "Mme", .formal, "Bonjour Madame Weber,"),
      ("fr", "Jean", "Morel", "M.", .formal, "Bonjour Monsieur Morel,"),
      ("en", "Anna", "Weber", "Frau", .formal, "Dear Ms. Weber,"),
      ("en-GB", "Jan", "Weber", "Herr", .formal, "Dear Mr Weber,"),
      ("de", "Anna", "Smith", "Ms.", .formal, "Sehr geehrte Frau Smith,"),
      ("de", nil, nil, "Frau", .formal, nil),
      ("it", "Anna", "Rossi", "Sig.ra", .formal, "Gentile Signora Rossi,"),
      ("it", "Anna", "Rossi", "Dott.ssa", .formal, "Gentile Dott.ssa Rossi,"),
      ("zh-TW", "Anna", "Weber", "Frau", .formal, "Anna Weber 女士，您好："),
      ("zh-CN", "伟", "王", "先生", .formal, "王伟先生，您好："),
      ("ja", "Anna", "Weber", "Frau", .formal, "Anna Weber 様"),
      ("ja", "マヤ", "ロペス", nil, .formal, "マヤ・ロペス様"),
      ("ko", "Anna", "Weber", "Ms.", .formal, "Anna Weber 님, 안녕하십니까."),
      ("sv", "Anna", "Berg", "Fru", .formal, "Hej Anna Berg,"),
      ("ru", "Анна", "Лунина", "г-жа", .formal, "Уважаемая госпожа Лунина!"),
      ("ru", "Анна", "Лунина", nil, .formal, "Здравствуйте, Анна Лунина!"),
      ("ro", "Ana", "Pop", "Doamna", .formal, "Stimată doamnă Pop,"),
      ("pl", "Anna", "Lis", "Pani", .formal, "Szanowna Pani,"),
      ("pl", "Anna", "Lis", "Pani", .informal, "Dzień dobry,"),
      ("cs", nil, nil, nil, .formal, "Dobrý den,"),
      ("id", "Dewi", "Lestari", "Ms", .formal, "Yth. Ibu Dewi,"),
      ("th", "สมชาย", "ใจดี", nil, .formal, "เรียน คุณสมชาย ใจดี"),
    ] as [(String, String?, String?, String?, Formality, String?)])
  func `names and titles stand in the order of their language`(
    language: String, first: String?, last: String?, title: String?, formality: Formality,
    greeting: String?
  ) throws {
    let salutation = Salutation(firstName: first, lastName: last, title: title)
    #expect(
      salutation.greeting(language: try LanguageTag(language), formality: formality) == greeting)
  }

  @Test(arguments: [
    ("en", "Dear Prof. Lin", "Dear Prof. Lin,"), ("en", "Hello team!", "Hello team!"),
    ("es", "Querida Ana", "Querida Ana:"), ("ja", "編集部 御中", "編集部 御中"),
    ("zh", "编辑部各位老师", "编辑部各位老师："), ("pl", "Cześć Olu", "Cześć Olu,"),
    ("ar", "تحية طيبة", "تحية طيبة،"),
  ])
  func `a greeting written by hand is kept`(
    language: String, override: String, greeting: String
  ) throws {
    let salutation = Salutation(firstName: "Maya", override: override)
    let tag = try LanguageTag(language)
    #expect(salutation.greeting(language: tag, formality: .formal) == greeting)
    #expect(
      Salutation(override: override).greeting(language: tag, formality: .informal) == greeting)
  }

  @Test(
    arguments: [
      ("en", "Maya", Formality.formal), ("en", nil, .informal), ("de", "Maya", .formal),
      ("ja", nil, .formal), ("zh", "\u{200B} ", .formal), ("el", "Maya", .informal),
    ] as [(String, String?, Formality)])
  func `without the name that is needed there is none`(
    language: String, first: String?, formality: Formality
  ) throws {
    let salutation = Salutation(firstName: first, lastName: "  ")
    #expect(salutation.greeting(language: try LanguageTag(language), formality: formality) == nil)
  }

  @Test(
    arguments: [
      ("hu", "Anna", "Nagy", "hu", Formality.formal, "Tisztelt Nagy Anna!"),
      ("hu", "Anna", "Nagy", "hu", .informal, "Kedves Anna!"),
      ("en", "Anna", "Nagy", "hu", .formal, "Dear Nagy Anna,"),
      ("hu", "Anna", "Weber", "de", .formal, "Tisztelt Anna Weber!"),
      ("vi", "Anh", "Nguyễn", "vi", .formal, "Kính gửi Nguyễn Anh,"),
      ("vi", "Anh", "Nguyễn", "vi", .informal, "Chào Anh,"),
      ("fr", "Minjun", "Kim", "ko", .formal, "Bonjour Kim Minjun,"),
      ("de", "花子", "山田", nil, .formal, "Guten Tag 山田花子,"),
      ("ja", "Maya", "Lopez", nil, .formal, "Maya Lopez 様"),
    ] as [(String, String, String, String?, Formality, String)])
  func `the parts of a name keep the order of its own language`(
    language: String, first: String, last: String, nameLanguage: String?, formality: Formality,
    greeting: String
  ) throws {
    let salutation = Salutation(
      firstName: first, lastName: last, nameLanguage: try nameLanguage.map { try LanguageTag($0) })
    #expect(
      salutation.greeting(language: try LanguageTag(language), formality: formality) == greeting)
  }

  @Test func `a full name alone will do`() throws {
    let salutation = Salutation(fullName: "Team\r\nDrizzle")
    #expect(
      salutation.greeting(language: try LanguageTag("en"), formality: .informal)
        == "Hi Team Drizzle,")
  }
}
