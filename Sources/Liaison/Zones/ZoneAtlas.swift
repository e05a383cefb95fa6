/// What is known of countries, regions, telephone codes and domains, and of the zones there.
///
/// Read from Templates/zones as it was built into the program.
struct ZoneAtlas: Sendable {
  /// A state or province.
  struct Region: Decodable, Sendable {
    let names: String
    let zones: WordList
  }

  /// A part of a country's telephone plan.
  struct Area: Decodable, Sendable {
    let country: String
    let code: String
    let zones: WordList
    let prefixes: WordList
  }

  private struct Phones: Decodable {
    let countries: [String: WordList]
    let trunks: [String: String]
    let areas: [Area]
  }

  private struct Domains: Decodable {
    let generic: WordList
    let countries: [String: WordList]
  }

  /// What a prefix of an international number stands for; no zones where the whole country is meant.
  struct PhonePrefix: Sendable {
    let country: String
    let zones: [String]
  }

  /// The zones of each country, the one with most people first.
  let countries: [String: [String]]
  /// The zones of each region, by country and then by the region's code and names.
  let regions: [String: [String: [String]]]
  /// The zones of city names that no zone has in its own name.
  let cities: [String: String]
  /// What the first digits of an international number stand for.
  let prefixes: [String: PhonePrefix]
  /// The calling codes of each country.
  let callingCodes: [String: [String]]
  /// The digits before a national number, where they are not 0.
  let trunks: [String: String]
  /// The country of a domain's last part; those that say nothing are left out.
  let domains: [String: String]
  /// What zones were called in older data.
  let oldNames: [String: String]

  /// The tables that the program was built with.
  ///
  /// - Throws: `ConfigurationError` where a file of Templates/zones is damaged; a test reads them.
  static func shipped() throws -> ZoneAtlas { try made.get() }

  private static let made = Result { try ZoneAtlas(files: ShippedFiles.below("zones")) }

  private init(files: [(path: String, bytes: [UInt8])]) throws {
    func read<T: Decodable>(_ type: T.Type, _ name: String) throws -> T {
      let bytes = files.first { $0.path == name }?.bytes ?? []
      return try ConfigurationError.decode(type, from: bytes, path: "Templates/zones/\(name)")
    }
    countries = try read([String: WordList].self, "countries.json5").mapValues(\.words)
    regions = try read([String: [String: Region]].self, "regions.json5").mapValues(Self.byName)
    var cities: [String: String] = [:]
    for (zone, names) in try read([String: String].self, "cities.json5") {
      for name in names.split(separator: "/") { cities[Spelling.key(name)] = zone }
    }
    self.cities = cities
    let phones = try read(Phones.self, "phones.json5")
    var prefixes: [String: PhonePrefix] = [:]
    for (country, codes) in phones.countries {
      for code in codes.words { prefixes[code] = PhonePrefix(country: country, zones: []) }
    }
    for area in phones.areas {
      for prefix in area.prefixes.words {
        prefixes[area.code + prefix] = PhonePrefix(country: area.country, zones: area.zones.words)
      }
    }
    self.prefixes = prefixes
    callingCodes = phones.countries.mapValues(\.words).merging(["US": ["1"], "CA": ["1"]]) { $1 }
    trunks = phones.trunks
    let endings = try read(Domains.self, "domains.json5")
    var domains: [String: String] = [:]
    for country in countries.keys { domains[country.lowercased()] = country }
    for ending in endings.generic.words { domains[ending] = nil }
    for (country, own) in endings.countries {
      for ending in own.words { domains[ending] = country }
    }
    self.domains = domains
    oldNames = try read([String: String].self, "old-names.json5")
  }

  private static func byName(_ regions: [String: Region]) -> [String: [String]] {
    var found: [String: [String]] = [:]
    for (code, region) in regions {
      for name in [Substring(code)] + region.names.split(separator: "/") {
        found[Spelling.key(name)] = region.zones.words
      }
    }
    return found
  }
}

/// Words with spaces between them, or several such lines in brackets.
struct WordList: Decodable, Sendable {
  let words: [String]

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let lines = (try? container.decode(String.self)).map { [$0] }
    words = try (lines ?? container.decode([String].self))
      .flatMap { $0.split(separator: " ").map(String.init) }
  }
}
