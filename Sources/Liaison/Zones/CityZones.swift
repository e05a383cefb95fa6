import Scheduling

/// The zones by the city that each is named after.
struct CityZones: Sendable {
  /// Parts of the world, as the first part of a zone's name: what follows is a city or an island.
  private static let regions: Set<Substring> = [
    "Africa", "America", "Arctic", "Asia", "Atlantic", "Australia", "Europe", "Indian", "Pacific",
  ]
  /// Names of old that stand for a state, a direction or an abbreviation of one.
  private static let noCities: Set<String> = [
    "Australia/ACT", "Australia/LHI", "Australia/NSW", "Australia/North", "Australia/Queensland",
    "Australia/South", "Australia/Tasmania", "Australia/Victoria", "Australia/West",
    "Australia/Yancowinna",
  ]

  private let others: Set<String>
  private var zones: [String: [String]] = [:]

  init(_ database: ZoneDatabase, atlas: ZoneAtlas) {
    others = Set(atlas.cities.keys)
    for name in database.names where !Self.noCities.contains(name) {
      let parts = name.split(separator: "/")
      guard parts.count > 1, Self.regions.contains(parts[0]), let city = parts.last else {
        continue
      }
      zones[Spelling.key(city), default: []].append(name)
    }
    for (key, zone) in atlas.cities { zones[key, default: []].append(zone) }
  }

  /// Whether the spelling is one of those that stand in the table of cities.
  func isOther(_ city: String) -> Bool { others.contains(Spelling.key(city)) }

  /// The zones named after a city; what follows a comma, as in `Paris, France`, is left out.
  func zones(of city: String) -> [String] {
    let whole = zones[Spelling.key(city), default: []]
    guard whole.isEmpty, let comma = city.firstIndex(where: { ",，、(".contains($0) }) else {
      return whole
    }
    return zones[Spelling.key(city[..<comma]), default: []]
  }
}
