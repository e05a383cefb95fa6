/// The team's answers to what creators ask first, from `brand/answers.json5` in the workspace.
///
/// An answer may say that there is none, such as "No fee; commission only": that is an answer, too.
public struct BrandAnswers: Hashable, Sendable, Decodable {
  /// What a market's customers can expect.
  public struct Market: Hashable, Sendable, Decodable {
    /// How they can pay.
    public let payment: String?
    /// How and how fast it comes.
    public let delivery: String?

    private enum CodingKeys: String, CodingKey, CaseIterable { case payment, delivery }

    /// Reads one market's entry.
    public init(from decoder: any Decoder) throws {
      var settings = try SettingsReader(decoder, CodingKeys.self)
      payment = settings.optional(.payment)
      delivery = settings.optional(.delivery)
      guard settings.isWell else { throw settings.faults }
    }
  }

  /// Where the answers stand.
  static let path = "brand/answers.json5"

  /// The answers by question.
  public private(set) var texts: [BrandQuestion: String] = [:]
  /// What customers can expect, by market.
  public private(set) var markets: [CountryCode: Market] = [:]
  /// The score below which no first touch is launched, 0 to 100.
  public private(set) var bar = 70

  private enum CodingKeys: String, CodingKey, CaseIterable {
    case customers, ageAndGender, favourite, fee, commission, samples, attribution, payment, markets
    case bar
  }

  /// No answers.
  init() {}

  /// Reads the file's object; an unknown key is an error.
  public init(from decoder: any Decoder) throws {
    var settings = try SettingsReader(decoder, CodingKeys.self)
    for key in CodingKeys.allCases {
      guard let question = BrandQuestion(rawValue: key.stringValue) else { continue }
      if key != .markets, let text: String = settings.optional(key) { texts[question] = text }
    }
    for (name, market) in settings.optional(.markets, as: [String: Market].self) ?? [:] {
      if let country = CountryCode(name) {
        markets[country] = market
      } else {
        settings.refuse(.markets, "'\(name)' is not a country; write two letters such as DE")
      }
    }
    bar = settings.optional(.bar) ?? bar
    if !(0...100).contains(bar) { settings.refuse(.bar, "'bar' is a score from 0 to 100") }
    guard settings.isWell else { throw settings.faults }
  }
}

extension Workspace {
  /// The team's answers; none where there is no file of them.
  ///
  /// - Throws: `ConfigurationError` with file and line, `WorkspaceError`.
  func brandAnswers() throws -> BrandAnswers {
    guard filesBelow("brand").contains(BrandAnswers.path) else { return BrandAnswers() }
    return try ConfigurationError.decode(
      BrandAnswers.self, from: bytes(of: BrandAnswers.path), path: BrandAnswers.path)
  }
}
