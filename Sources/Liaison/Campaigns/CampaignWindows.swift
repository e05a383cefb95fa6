import Scheduling

/// The windows that a campaign has by kind of prospect and by market.
///
/// Written as `{ default: "…", kinds: { media: "…" }, markets: { US: "…", GB: { default: "…",
/// media: "…" } }, ramadan: "…" }`; whatever is left out falls to the next wider one.
public struct CampaignWindows: Codable, Hashable, Sendable {
  /// The window of whoever has none below.
  public let standard: SendWindow?
  /// By kind of prospect.
  public let kinds: WindowsByKind?
  /// By the contact's country.
  public let markets: MarketWindows?
  /// What holds instead in Ramadan, in the markets where it shortens the hours.
  public let ramadan: SendWindow?

  private enum CodingKeys: String, CodingKey, CaseIterable {
    case standard = "default"
    case kinds, markets, ramadan
  }

  /// One window for everybody.
  init(_ window: SendWindow?) {
    standard = window
    kinds = nil
    markets = nil
    ramadan = nil
  }

  /// Reads the `windows` object; an unknown key is an error.
  public init(from decoder: any Decoder) throws {
    var settings = try SettingsReader(decoder, CodingKeys.self)
    standard = settings.optional(.standard)
    kinds = settings.optional(.kinds)
    markets = settings.optional(.markets)
    ramadan = settings.optional(.ramadan)
    guard settings.isWell else { throw settings.faults }
  }
}

/// Windows by kind of prospect, and where it is a market's, one for the other kinds.
public struct WindowsByKind: Codable, Hashable, Sendable {
  /// The window of the kinds that have none of their own.
  public let standard: SendWindow?
  /// The others by kind.
  public let kinds: [ProspectKind: SendWindow]

  init(from decoder: any Decoder, allowingDefault: Bool) throws {
    let container = try decoder.container(keyedBy: NameKey.self)
    var standard: SendWindow?
    var kinds: [ProspectKind: SendWindow] = [:]
    for key in container.allKeys {
      if key.stringValue == "default", allowingDefault {
        standard = try container.decode(SendWindow.self, forKey: key)
        continue
      }
      guard let kind = ProspectKind(rawValue: key.stringValue) else {
        throw DecodingError.dataCorruptedError(
          forKey: key, in: container,
          debugDescription: "'\(key.stringValue)' is no kind of prospect; there are: "
            + (allowingDefault ? "default, " : "") + ProspectKind.names)
      }
      kinds[kind] = try container.decode(SendWindow.self, forKey: key)
    }
    self.standard = standard
    self.kinds = kinds
  }

  init(standard: SendWindow) {
    self.standard = standard
    kinds = [:]
  }

  /// Reads windows by kind.
  public init(from decoder: any Decoder) throws {
    try self.init(from: decoder, allowingDefault: false)
  }

  /// Writes them back as they were read.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: NameKey.self)
    if let standard { try container.encode(standard, forKey: NameKey("default")) }
    for (kind, window) in kinds { try container.encode(window, forKey: NameKey(kind.rawValue)) }
  }
}

/// Windows by market: one for all of it, or by kind with a `default`.
public struct MarketWindows: Codable, Hashable, Sendable {
  /// By the two-letter code.
  public let markets: [CountryCode: WindowsByKind]

  /// Reads windows by market.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: NameKey.self)
    var markets: [CountryCode: WindowsByKind] = [:]
    for key in container.allKeys {
      // Only the code itself: two spellings of one country would be two windows.
      guard let country = CountryCode(key.stringValue), country.code == key.stringValue else {
        throw DecodingError.dataCorruptedError(
          forKey: key, in: container,
          debugDescription: "'\(key.stringValue)' is no country; write its two-letter code, as US")
      }
      let value = try container.superDecoder(forKey: key)
      if (try? value.singleValueContainer().decode(String.self)) != nil {
        markets[country] = WindowsByKind(standard: try SendWindow(from: value))
      } else {
        markets[country] = try WindowsByKind(from: value, allowingDefault: true)
      }
    }
    self.markets = markets
  }

  /// Writes them back, each as an object.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: NameKey.self)
    for (country, windows) in markets {
      try container.encode(windows, forKey: NameKey(country.code))
    }
  }
}

/// A key that is a name from the team's own list.
private struct NameKey: CodingKey {
  let stringValue: String
  let intValue: Int? = nil
  init(_ name: String) { stringValue = name }
  init?(stringValue: String) { self.stringValue = stringValue }
  init?(intValue: Int) { return nil }
}
