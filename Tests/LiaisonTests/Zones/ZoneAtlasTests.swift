import Foundation
import Scheduling
import Testing

@testable import Liaison

/// The tables under Templates/zones.
struct ZoneAtlasTests {
  private let atlas: ZoneAtlas
  private let zones: ZoneDatabase

  init() throws {
    atlas = try ZoneAtlas.shipped()
    zones = try Office.zones.get()
  }

  private var allZones: Set<String> {
    Set(atlas.countries.values.joined())
      .union(atlas.regions.values.flatMap { $0.values.joined() })
      .union(atlas.prefixes.values.flatMap(\.zones)).union(atlas.cities.values)
  }

  @Test func `every zone is in this machine's data, or an older name of it is`() throws {
    for name in allZones.sorted() {
      let names = [name, atlas.oldNames[name]].compactMap { $0 }
      #expect(names.contains { (try? TimeZoneName($0, in: zones)) != nil }, "\(name)")
    }
    #expect(allZones.count > 400)
  }

  @Test func `every country code is one, and has zones`() throws {
    for (code, zones) in atlas.countries {
      #expect(CountryCode(code)?.code == code && !zones.isEmpty, "\(code)")
    }
    let others = Set(atlas.regions.keys).union(atlas.prefixes.values.map(\.country))
      .union(atlas.domains.values)
    #expect(others.subtracting(atlas.countries.keys).isSubset(of: ["IO", "AC"]))
  }

  @Test func `a region's zones are its country's, but for overseas territories`() throws {
    let overseas: Set = [
      "America/Puerto_Rico", "America/St_Thomas", "Pacific/Guam", "Pacific/Saipan",
      "Pacific/Pago_Pago",
    ]
    for (country, regions) in atlas.regions {
      let known = Set(atlas.countries[country] ?? []).union(overseas)
      for (region, zones) in regions {
        #expect(known.isSuperset(of: zones), "\(country) \(region)")
      }
    }
    for (prefix, found) in atlas.prefixes {
      let known = Set(atlas.countries[found.country] ?? []).union(overseas)
      #expect(known.isSuperset(of: found.zones), "\(prefix)")
      #expect(prefix.allSatisfy { ("0"..."9").contains($0) } && prefix.count <= 7, "\(prefix)")
    }
  }

  @Test func `no telephone prefix stands in the table twice`() throws {
    struct Phones: Decodable {
      let areas: [ZoneAtlas.Area]
      let countries: [String: WordList]
    }
    let file = try #require(ShippedFiles.all.first { $0.path == "zones/phones.json5" })
    let phones = try ConfigurationError.decode(Phones.self, from: file.bytes, path: file.path)
    var seen: Set<String> = []
    for area in phones.areas {
      for prefix in area.prefixes.words {
        #expect(seen.insert(area.code + prefix).inserted, "\(area.code) \(prefix)")
        if area.code == "1" { #expect(prefix.count == 3, "\(prefix)") }
      }
    }
    for (country, codes) in phones.countries {
      for code in codes.words { #expect(seen.insert(code).inserted, "\(country) \(code)") }
    }
    #expect(seen.count > 700)
  }

  /// Lookup truth: the zones that the tz database lists for each country.
  private static let truth: [(country: String, zones: Set<String>)] = {
    let own = ProcessInfo.processInfo.environment["LIAISON_CONFORMANCE"] ?? ""
    let root = URL(filePath: #filePath).appending(path: "../../../../../shared/conformance")
    let path = (own.isEmpty ? root.standardizedFileURL.path : own) + "/schedule/country-zones.tsv"
    guard let text = try? String(contentsOfFile: path, encoding: .utf8) else { return [] }
    return text.split(whereSeparator: \.isNewline).dropFirst().compactMap { line in
      let cells = line.split(separator: "\t")
      guard cells.count == 2 else { return nil }
      return (String(cells[0]), Set(cells[1].split(separator: ",").map(String.init)))
    }
  }()

  @Test(.enabled(if: !truth.isEmpty, "the conformance data is not here"))
  func `every country has the zones that the tz database gives it`() {
    for row in Self.truth {
      #expect(Set(atlas.countries[row.country] ?? []) == row.zones, "\(row.country)")
    }
    let countries = Set(Self.truth.map(\.country))
    #expect(Set(atlas.countries.keys).subtracting(countries) == ["XK"])
  }
}
