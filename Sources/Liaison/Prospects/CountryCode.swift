/// A country or territory, as its ISO 3166-1 alpha-2 code, for instance `DE`.
///
/// `XK` is taken for Kosovo too, as CLDR has it.
public struct CountryCode: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The two capital letters.
  public let code: String

  /// Reads a country as people write it: an alpha-2 or alpha-3 code in either case, or its name in
  /// English or Chinese; `nil` where none is meant.
  public init?(_ text: some StringProtocol) {
    guard let code = Self.spellings[Spelling.key(text)] else { return nil }
    self.code = code
  }

  /// The two letters.
  public var description: String { code }

  /// Whether one comes before the other by code.
  public static func < (left: CountryCode, right: CountryCode) -> Bool { left.code < right.code }

  private static let spellings: [String: String] = {
    var spellings = [String: String](minimumCapacity: 1_200)
    for row in CountryNames.table {
      for spelling in [row.code, row.code3] + row.names {
        spellings[Spelling.key(spelling)] = row.code
      }
    }
    return spellings
  }()
}

extension CountryCode: Codable {
  /// Reads the country from a string.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let country = CountryCode(text) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "\(text) is no ISO 3166 country code")
    }
    self = country
  }

  /// Writes the two letters as a string.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(code)
  }
}
