import Templating

/// How well a brand can answer what creators ask first, with the gaps named.
public struct BrandReadiness: Sendable, Codable {
  /// One question, and how it is answered.
  public struct Answer: Sendable, Codable {
    /// Which one.
    public let question: BrandQuestion
    /// What it adds to the score.
    public let points: Int
    /// What it could add.
    public let outOf: Int
    /// What is missing; nil where nothing is.
    public let gap: String?
  }

  /// The answers in the order of the questions.
  public let answers: [Answer]
  /// The score below which no first touch is launched.
  public let bar: Int

  /// What all answers come to, 0 to 100.
  public var score: Int { answers.reduce(0) { $0 + $1.points } }
  /// Whether a first touch may be launched.
  public var isEnough: Bool { score >= bar }
  /// The answers that lack something.
  public var gaps: [Answer] { answers.filter { $0.gap != nil } }

  /// The rule that a launch below the bar breaks, and that an override names.
  public static let rule = "campaign.brand-readiness"

  private enum CodingKeys: String, CodingKey { case answers, bar, score }

  /// Writes the score with the answers.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(answers, forKey: .answers)
    try container.encode(bar, forKey: .bar)
    try container.encode(score, forKey: .score)
  }

  /// Reads what `encode` wrote.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    answers = try container.decode([Answer].self, forKey: .answers)
    bar = try container.decode(Int.self, forKey: .bar)
  }

  /// Judges a brand.
  ///
  /// - Parameters:
  ///   - markets: the countries that are written to.
  ///   - hasKitFile: whether the kit's file is there.
  init(_ brand: Brand, _ answers: BrandAnswers, markets: Set<CountryCode>, hasKitFile: Bool) {
    bar = answers.bar
    self.answers = BrandQuestion.allCases.map { question in
      let (share, gap) = Self.judge(question, brand, answers, markets, hasKitFile)
      let points = Int((Double(question.weight) * share).rounded(.down))
      return Answer(question: question, points: points, outOf: question.weight, gap: gap)
    }
  }

  private static func judge(
    _ question: BrandQuestion, _ brand: Brand, _ answers: BrandAnswers,
    _ markets: Set<CountryCode>, _ hasKitFile: Bool
  ) -> (share: Double, gap: String?) {
    switch question {
    case .story:
      // Two sentences are a story; a slogan is none.
      let length = brand.story?.count ?? 0
      if length >= 80 { return (1, nil) }
      return length == 0
        ? (0, "not answered") : (0.5, "a slogan; tell it in two or three sentences")
    case .contactPerson: return text(brand.contactPerson, atLeast: 3)
    case .proof:
      return brand.socialProof?.isEmpty == false ? (1, nil) : (0, "nobody is quoted")
    case .kit: return kit(brand, hasKitFile)
    case .markets: return self.markets(answers, markets)
    default: return text(answers.texts[question], atLeast: 4)
    }
  }

  /// Whether a text says something: a placeholder does not.
  private static func text(_ text: String?, atLeast length: Int) -> (share: Double, gap: String?) {
    let said = (text ?? "").split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard !said.isEmpty else { return (0, "not answered") }
    let isPlaceholder = ["todo", "tbd", "n/a", "…", "..."].contains {
      said.lowercased().hasPrefix($0)
    }
    return said.count < length || isPlaceholder ? (0, "'\(said)' is no answer yet") : (1, nil)
  }

  private static func kit(_ brand: Brand, _ hasFile: Bool) -> (share: Double, gap: String?) {
    let products = brand.products ?? []
    let parts: [(isThere: Bool, name: String)] = [
      (hasFile || brand.kit?.link != nil, "the kit as a file or a page"),
      (products.contains { $0.price != nil && $0.link != nil }, "a product with price and link"),
      (brand.logo != nil, "the logo"), (brand.postalAddress != nil, "the postal address"),
      (brand.website != nil, "the website"),
    ]
    let missing = parts.filter { !$0.isThere }.map(\.name)
    let share = Double(parts.count - missing.count) / Double(parts.count)
    return (share, missing.isEmpty ? nil : "missing: \(missing.joined(separator: ", "))")
  }

  private static func markets(
    _ answers: BrandAnswers, _ wanted: Set<CountryCode>
  ) -> (share: Double, gap: String?) {
    let answered = Set(
      answers.markets.filter {
        text($0.value.payment, atLeast: 3).gap == nil
          && text($0.value.delivery, atLeast: 3).gap == nil
      }.keys)
    guard !wanted.isEmpty else { return answered.isEmpty ? (0, "no market is answered") : (1, nil) }
    let missing = wanted.subtracting(answered).map(\.code).sorted()
    let shown = missing.prefix(8).joined(separator: ", ") + (missing.count > 8 ? ", …" : "")
    let share = Double(wanted.count - missing.count) / Double(wanted.count)
    return (share, missing.isEmpty ? nil : "no payment and delivery for \(shown)")
  }
}

extension Workspace {
  /// How well the brand can answer people in some countries.
  ///
  /// - Throws: `ConfigurationError` where the answers cannot be read.
  func brandReadiness(markets: Set<CountryCode>) throws -> BrandReadiness {
    let brand = configuration.brand
    let hasKitFile = brand.kit?.file.map { (try? bytes(of: $0).isEmpty) == false } ?? false
    return BrandReadiness(brand, try brandAnswers(), markets: markets, hasKitFile: hasKitFile)
  }

  /// How well the brand can answer everybody in the list.
  ///
  /// - Throws: `ConfigurationError` where the answers cannot be read.
  public func brandReadiness(for store: Store) throws -> BrandReadiness {
    try brandReadiness(markets: store.countries())
  }
}
