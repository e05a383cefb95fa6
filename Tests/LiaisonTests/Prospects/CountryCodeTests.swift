import Foundation
import Testing

@testable import Liaison

@Suite("CountryCode")
struct CountryCodeTests {
  static let spellings: [(String, String?)] = [
    ("DE", "DE"), ("de", "DE"), (" De ", "DE"), ("DEU", "DE"), ("Germany", "DE"), ("GERMANY", "DE"),
    ("Deutschland", "DE"), ("德国", "DE"), ("德國", "DE"), ("UK", "GB"), ("GB", "GB"),
    ("United Kingdom", "GB"), ("united_kingdom", "GB"), ("USA", "US"), ("U.S.A.", "US"),
    ("United States of America", "US"), ("美国", "US"), ("中国", "CN"), ("China", "CN"),
    ("台灣", "TW"), ("香港", "HK"), ("Hong Kong", "HK"), ("Côte d’Ivoire", "CI"),
    ("Cote d'Ivoire", "CI"), ("Ivory Coast", "CI"), ("Türkiye", "TR"), ("Turkey", "TR"),
    ("South Korea", "KR"), ("한국", "KR"), ("UAE", "AE"), ("Österreich", "AT"), ("Россия", "RU"),
    ("São Tomé & Príncipe", "ST"), ("Curacao", "CW"), ("Kosovo", "XK"),
    ("", nil), ("-", nil), ("XX", nil), ("ZZ", nil), ("Atlantis", nil), ("Europe", nil),
  ]

  @Test("A country is known by code and by name", arguments: spellings)
  func reads(_ text: String, _ code: String?) {
    #expect(CountryCode(text)?.code == code)
  }

  @Test("Every country of ISO 3166 is there once")
  func complete() {
    let ours = CountryNames.table.map(\.code)
    #expect(ours.count == 250)
    #expect(Set(ours).count == ours.count)
    #expect(ours == ours.sorted())
    let codes = Set(ours)
    // Foundation's regions hold groups (001, EU) and reserved codes besides the countries.
    let known = Locale.Region.isoRegions.filter { $0.identifier.count == 2 }
    let missing = known.map(\.identifier).filter { !codes.contains($0) }
    #expect(Set(missing).isSubset(of: Self.notCountries), "\(missing)")
    let invented = codes.subtracting(known.map(\.identifier))
    #expect(invented.isEmpty, "\(invented)")
  }

  /// Groups of countries, and codes that ISO 3166 reserves for parts of them.
  private static let notCountries: Set<String> = [
    "AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "ZZ",
  ]

  @Test(
    "The names that CLDR has are understood", arguments: ["en", "en_GB", "zh_Hans", "zh_Hans_SG"])
  func localeNames(_ identifier: String) {
    let locale = Locale(identifier: identifier)
    var unknown: [String] = []
    for code in CountryNames.table.map(\.code) {
      guard let name = locale.localizedString(forRegionCode: code) else { continue }
      if let country = CountryCode(name) {
        #expect(country.code == code, "\(name)")
      } else {
        unknown.append(name)
      }
    }
    // A later CLDR may have renamed a few.
    #expect(unknown.count <= 5, "\(unknown)")
  }

  @Test("No spelling stands for two countries")
  func unambiguous() {
    var owners: [String: String] = [:]
    for row in CountryNames.table {
      for spelling in [row.code, row.code3] + row.names {
        let owner = owners.updateValue(row.code, forKey: Spelling.key(spelling))
        #expect(owner == nil || owner == row.code, "\(spelling)")
      }
    }
  }

  @Test("It is kept in JSON as its code")
  func coding() throws {
    let country = try #require(CountryCode("Japan"))
    let data = try JSONEncoder().encode([country])
    #expect(String(decoding: data, as: UTF8.self) == #"["JP"]"#)
    #expect(try JSONDecoder().decode([CountryCode].self, from: data) == [country])
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode([CountryCode].self, from: Data(#"["Atlantis"]"#.utf8))
    }
  }
}
