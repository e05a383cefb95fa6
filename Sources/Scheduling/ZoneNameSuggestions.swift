/// Finds the listed names that a mistyped one may stand for.
enum ZoneNameSuggestions {
  /// Up to three names: those of that city, else those within two letters.
  static func near(_ folded: String, in names: [String]) -> [String] {
    guard folded.utf8.count >= 3, folded.utf8.count <= 64 else { return [] }
    let city = folded.split(separator: "/").last.map(String.init) ?? folded
    let sameCity = names.filter { $0.contains("/") && lastPart($0) == city }
    guard sameCity.isEmpty else { return Array(sameCity.prefix(3)) }
    let wanted = Array(folded.utf8)
    let wantedCity = Array(city.utf8)
    var found: [(distance: Int, name: String)] = []
    for name in names where name.contains("/") {
      let whole = distance(Array(name.lowercased().utf8), wanted)
      // A city is compared alone only where no region was given.
      let part = wanted == wantedCity ? distance(Array(lastPart(name).utf8), wantedCity) : whole
      if min(whole, part) <= 2 { found.append((min(whole, part), name)) }
    }
    found.sort { ($0.distance, $0.name) < ($1.distance, $1.name) }
    return found.prefix(3).map(\.name)
  }

  private static func lastPart(_ name: String) -> String {
    name.split(separator: "/").last.map { $0.lowercased() } ?? ""
  }

  /// How many letters have to be added, left out or replaced; 3 stands for more than two.
  private static func distance(_ first: [UInt8], _ second: [UInt8]) -> Int {
    guard abs(first.count - second.count) <= 2 else { return 3 }
    var row = Array(0...second.count)
    for (index, byte) in first.enumerated() {
      var diagonal = row[0]
      row[0] = index + 1
      for place in second.indices {
        let replaced = diagonal + (second[place] == byte ? 0 : 1)
        diagonal = row[place + 1]
        row[place + 1] = min(replaced, diagonal + 1, row[place] + 1)
      }
    }
    return min(row[second.count], 3)
  }
}
