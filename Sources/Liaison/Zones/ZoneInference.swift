import Scheduling

/// Finds the zone of a contact whose zone nobody wrote down, by the surest clue that there is.
///
/// City that a zone is named after, then state or province, then telephone, then country, then the
/// ending of a domain. Where clues contradict each other the zones of both remain.
final class ZoneInference {
  private let atlas: ZoneAtlas
  private let database: ZoneDatabase
  private lazy var cities = CityZones(database, atlas: atlas)
  private var found: [ZoneClues: Result<ZoneFinding?, ZoneError>] = [:]
  private var clocks: [String: [ClockChange]] = [:]

  init(database: ZoneDatabase) throws {
    atlas = try ZoneAtlas.shipped()
    self.database = database
  }

  /// What the clues say, or nil where they say nothing.
  ///
  /// - Throws: `ZoneError` where the data has not all of the zones that come in question: left out,
  ///   somebody there might be written to at night.
  func find(_ clues: ZoneClues) throws(ZoneError) -> ZoneFinding? {
    if let known = found[clues] { return try known.get() }
    let finding = Result { () throws(ZoneError) in try search(clues) }
    found[clues] = finding
    return try finding.get()
  }

  private func search(_ clues: ZoneClues) throws(ZoneError) -> ZoneFinding? {
    let phone = clues.phone.flatMap { PhoneOrigin($0, country: clues.country, atlas: atlas) }
    let country = clues.country.flatMap { atlas.countries[$0] == nil ? nil : $0 } ?? phone?.country
    let isSure = clues.country != nil
    let region = clues.region.flatMap { self.region($0, country: country) }
    if let city = clues.city, let zones = self.zones(ofCity: city, country: country, region) {
      return try finding(
        zones, .city, isSure ? .certain : .likely, "from the city \(city.trimmed)")
    }
    if let region, let name = clues.region {
      return try finding(
        region, .region, isSure ? .certain : .likely, "from the region \(name.trimmed)")
    }
    if let phone {
      guard let stated = clues.country, stated != phone.country,
        let zones = atlas.countries[stated], !isOneClock(zones + phone.zones)
      else { return try finding(phone.zones, .phone, .likely, "from \(phone.words)") }
      return try finding(
        zones + phone.zones, .phone, .possible,
        "from \(phone.words) and the country \(stated), which disagree")
    }
    if let country, let zones = atlas.countries[country] {
      return try finding(zones, .country, .certain, "from the country \(country)")
    }
    return try domain(clues.hosts)
  }

  /// The zones of the city that are in the country, and in the region where that is known.
  ///
  /// Without a country the towns of zones with three-part names are no clue, since there are others
  /// of that name elsewhere: Córdoba, Louisville, Mendoza.
  private func zones(ofCity city: String, country: String?, _ region: [String]?) -> [String]? {
    let named = cities.zones(of: city)
    let inCountry: [String]
    if let country {
      inCountry = named.filter { isIn(country, $0) }
    } else {
      let isTown = named.contains { $0.count { $0 == "/" } > 1 } && !cities.isOther(city)
      // Other names of one zone, such as Asia/Istanbul, are no second city.
      inCountry = !isTown && isOneClock(named) ? named : []
    }
    let zones =
      region.map { region in
        inCountry.filter { zone in region.contains { isOneClock([$0, zone]) } }
      } ?? inCountry
    return zones.isEmpty ? nil : [zones.first { atlasZones.contains($0) } ?? zones[0]]
  }

  /// Whether a zone, or the one that it is another name of, is one of the country's.
  private func isIn(_ country: String, _ zone: String) -> Bool {
    let own = atlas.countries[country] ?? []
    if atlasZones.contains(zone) { return own.contains(zone) }
    return database.target(of: zone).map { own.contains($0) } ?? false
  }

  private lazy var atlasZones = Set(atlas.countries.values.joined())

  /// The zones of a region; without a country only of one that is named in full, and in one country.
  private func region(_ name: String, country: String?) -> [String]? {
    let key = Spelling.key(name)
    if let country { return atlas.regions[country]?[key] }
    guard key.count > 3, CountryCode(name) == nil else { return nil }
    let found = atlas.regions.values.compactMap { $0[key] }
    return found.count == 1 ? found[0] : nil
  }

  private func domain(_ hosts: [String]) throws(ZoneError) -> ZoneFinding? {
    var endings: [String] = []
    var countries: [String] = []
    for host in hosts {
      let ending = host.split(separator: ".").last.map { $0.lowercased() } ?? ""
      guard let country = atlas.domains[ending], !countries.contains(country) else { continue }
      endings.append("." + ending)
      countries.append(country)
    }
    return try finding(
      countries.flatMap { atlas.countries[$0] ?? [] }, .domain, .possible,
      "from the domain ending \(endings.joined(separator: " and "))")
  }

  /// The finding with the zones, those with the same clocks once.
  private func finding(
    _ zones: [String], _ source: ZoneFinding.Source, _ confidence: ZoneFinding.Confidence,
    _ detail: String
  ) throws(ZoneError) -> ZoneFinding? {
    let zones = try distinct(zones)
    guard !zones.isEmpty else { return nil }
    return ZoneFinding(
      zones: zones, source: source, confidence: zones.count > 1 ? .possible : confidence,
      detail: detail)
  }

  /// The zones as the data calls them; of several with one clock the first.
  private func distinct(_ zones: [String]) throws(ZoneError) -> [String] {
    var seen: Set<[ClockChange]> = []
    var kept: [String] = []
    for zone in zones {
      let older = atlas.oldNames[zone].flatMap { database.lists($0) ? $0 : nil }
      let name = database.lists(zone) ? zone : older ?? zone
      if seen.insert(try clock(of: name)).inserted { kept.append(name) }
    }
    return kept
  }

  private func isOneClock(_ zones: [String]) -> Bool { (try? distinct(zones))?.count == 1 }

  /// What the clocks of a zone show in the years to come.
  private func clock(of name: String) throws(ZoneError) -> [ClockChange] {
    if let known = clocks[name] { return known }
    let zone = try database.zone(listed: name)
    let clock = ClockChange.list(of: zone, from: firstYear, years: 15)
    clocks[name] = clock
    return clock
  }

  /// The year of the data: what clocks showed before it makes no zones differ.
  private lazy var firstYear = database.version.flatMap { Int($0.prefix(4)) } ?? 2_024
}

/// A moment from which clocks are so many seconds ahead of UTC.
private struct ClockChange: Hashable {
  let seconds: Int64
  let offset: Int

  static func list(of zone: Zone, from year: Int, years: Int) -> [ClockChange] {
    guard let first = CivilDate(year: year, month: 1, day: 1) else { return [] }
    var time = Int64(first.dayNumber) * 86_400
    let end = time + Int64(years) * 31_556_952
    var changes = [ClockChange(seconds: time, offset: zone.offset(at: time))]
    while let next = zone.nextTransition(after: time), next < end {
      let offset = zone.offset(at: next)
      if offset != changes[changes.count - 1].offset {
        changes.append(ClockChange(seconds: next, offset: offset))
      }
      time = next
    }
    return changes
  }
}

extension String {
  /// The text as a message shows it: on one line, and not too long.
  fileprivate var trimmed: String {
    String(split(whereSeparator: \.isWhitespace).joined(separator: " ").prefix(40))
  }
}
