import Foundation
import Scheduling
import Testing

@testable import Liaison

struct ZoneInferenceTests {
  struct Case: CustomTestStringConvertible {
    let clues: ZoneClues
    let zone: String
    let source: ZoneFinding.Source
    let confidence: ZoneFinding.Confidence
    let detail: String

    init(
      _ zone: String, _ source: ZoneFinding.Source, _ confidence: ZoneFinding.Confidence,
      _ detail: String, city: String? = nil, region: String? = nil, country: String? = nil,
      phone: String? = nil, hosts: [String] = []
    ) {
      clues = ZoneClues(city: city, region: region, country: country, phone: phone, hosts: hosts)
      self.zone = zone
      self.source = source
      self.confidence = confidence
      self.detail = detail
    }

    var testDescription: String { "\(clues)" }
  }

  private func find(_ clues: ZoneClues) throws -> ZoneFinding? {
    try ZoneInference(database: try Office.zones.get()).find(clues)
  }

  private static let cases = [
    // A city that a zone is named after.
    Case("Europe/Berlin", .city, .certain, "from the city Berlin", city: "Berlin", country: "DE"),
    Case("Europe/Vienna", .city, .likely, "from the city Wien", city: "Wien"),
    Case("America/Sao_Paulo", .city, .likely, "from the city SÃO PAULO", city: "SÃO PAULO"),
    Case("Asia/Tokyo", .city, .certain, "from the city 東京", city: "東京", country: "JP"),
    Case(
      "America/New_York", .city, .certain, "from the city New York, NY", city: "New York, NY",
      country: "US"),
    Case("Europe/Paris", .city, .likely, "from the city Paris, France", city: "Paris, France"),
    Case(
      "America/Los_Angeles", .city, .certain, "from the city L.A.", city: "L.A.", region: "CA",
      country: "US"),
    Case("Europe/Istanbul", .city, .likely, "from the city istanbul", city: "istanbul"),
    Case(
      "Asia/Ho_Chi_Minh", .city, .certain, "from the city Saigon", city: "Saigon", country: "VN"),
    Case("Asia/Kolkata", .city, .likely, "from the city Calcutta", city: "Calcutta"),
    Case(
      "America/St_Johns", .city, .certain, "from the city St. John's", city: "St. John's",
      country: "CA"),
    Case(
      "America/Detroit", .city, .certain, "from the city Detroit", city: "Detroit",
      region: "Michigan", country: "US"),
    Case(
      "America/Kentucky/Louisville", .city, .certain, "from the city Louisville",
      city: "Louisville", region: "KY", country: "US"),
    Case(
      "America/Argentina/Buenos_Aires", .city, .likely, "from the city Buenos Aires",
      city: "Buenos Aires"),
    // Cities of that name elsewhere.
    Case(
      "America/Toronto", .region, .possible, "from the region ON", city: "London", region: "ON",
      country: "CA"),
    Case(
      "America/Chicago", .region, .possible, "from the region Texas", city: "Paris",
      region: "Texas", country: "US"),
    Case(
      "America/New_York", .region, .certain, "from the region NY", city: "Phoenix", region: "NY",
      country: "US"),
    Case(
      "Europe/Madrid", .country, .possible, "from the country ES", city: "Córdoba", country: "ES"),
    // Links across borders are no cities of the other country: Oslo's clocks are Berlin's.
    Case("Europe/Berlin", .country, .certain, "from the country DE", city: "Oslo", country: "DE"),
    // States and provinces.
    Case(
      "America/Los_Angeles", .region, .certain, "from the region California", city: "Oakland",
      region: "California", country: "US"),
    Case(
      "America/Los_Angeles", .region, .certain, "from the region ca", region: "ca", country: "US"),
    Case("Australia/Perth", .region, .possible, "from the region WA", region: "WA", country: "AU"),
    Case(
      "America/Cuiaba", .region, .certain, "from the region Mato Grosso", region: "Mato Grosso",
      country: "BR"),
    Case(
      "America/Sao_Paulo", .region, .certain, "from the region sao paulo", region: "sao paulo",
      country: "BR"),
    Case(
      "America/Cancun", .region, .likely, "from the region Quintana Roo", region: "Quintana Roo"),
    Case(
      "Atlantic/Canary", .region, .certain, "from the region Canarias", region: "Canarias",
      country: "ES"),
    Case(
      "America/Vancouver", .region, .possible, "from the region BC", region: "BC",
      phone: "+1 604 555 0100"),
    // Telephone numbers.
    Case(
      "America/Los_Angeles", .phone, .likely, "from the area code 415", country: "US",
      phone: "415-555-0100"),
    Case("America/Phoenix", .phone, .likely, "from the area code 602", phone: "+16025550100"),
    Case("Europe/London", .phone, .likely, "from the phone prefix +44", phone: "+44 20 7946 0000"),
    Case(
      "America/New_York", .phone, .possible, "from the area code 850", phone: "+1 850 555 0100",
      hosts: ["one.de"]),
    Case(
      "Europe/Berlin", .phone, .possible,
      "from the area code 212 and the country DE, which disagree", country: "DE",
      phone: "+1 212 555 0100"),
    // A British mobile in Jersey has London's clocks, so nothing is in doubt.
    Case(
      "Europe/London", .phone, .likely, "from the phone prefix +44", country: "JE",
      phone: "+44 7700 900123"),
    // Countries; zones with the same clocks are one.
    Case("Europe/Berlin", .country, .certain, "from the country DE", country: "DE"),
    Case(
      "America/Argentina/Buenos_Aires", .country, .certain, "from the country AR", country: "AR"),
    Case("America/New_York", .country, .possible, "from the country US", country: "US"),
    Case(
      "America/New_York", .country, .possible, "from the country US", country: "US",
      phone: "+1 800 555 0100"),
    // Domains.
    Case(
      "Europe/Berlin", .domain, .possible, "from the domain ending .de",
      hosts: ["Zeitung.DE", "example.com"]),
    Case("Europe/London", .domain, .possible, "from the domain ending .uk", hosts: ["bbc.co.uk"]),
    Case(
      "Europe/Vienna", .domain, .possible, "from the domain ending .at and .de",
      hosts: ["x.at", "y.de"]),
  ]

  @Test(arguments: cases) func `the surest clue decides`(example: Case) throws {
    let found = try #require(try find(example.clues))
    #expect(found.source == example.source && found.confidence == example.confidence)
    #expect(found.zones.first == example.zone && found.detail == example.detail, "\(found)")
    if found.zones.count > 1 { #expect(found.confidence == .possible) }
  }

  @Test(arguments: [
    ZoneClues(), ZoneClues(city: "Springfield"), ZoneClues(city: "Córdoba"),
    ZoneClues(city: "Louisville"), ZoneClues(city: ""), ZoneClues(city: ", ,"),
    ZoneClues(region: "CA"), ZoneClues(region: "Georgia"), ZoneClues(country: "ZZ"),
    ZoneClues(hosts: ["a.io", "b.co", "c.tv", "d.me", "e.ai", "f.fm", "g.com", "localhost", ""]),
    ZoneClues(city: String(repeating: "x", count: 100_000)),
  ])
  func `what says nothing for sure gives no zone`(clues: ZoneClues) throws {
    #expect(try find(clues) == nil)
  }

  @Test func `of a country with several zones all that differ remain`() throws {
    let found = try #require(try find(ZoneClues(country: "US")))
    let offsets = try found.zones.map {
      try Office.zones.get().zone(listed: $0).offset(at: 1_800_000_000)
    }
    // From New York to Hawaii and Adak; Detroit and Indiana are New York's clocks.
    #expect(Set(offsets) == [-18_000, -21_600, -25_200, -28_800, -32_400, -36_000])
    #expect(found.zones.contains("America/Phoenix") && !found.zones.contains("America/Detroit"))
    #expect(found.description.hasSuffix("more (possible, from the country US)"))
  }

  @Test func `a zone that the data has not holds, unless an older name stands for it`() throws {
    guard case .folder(let system) = try Office.zones.get().source else { return }
    let folder = try TemporaryFolder()
    for name in ["Europe/Kiev", "America/Santiago"] {
      let path = folder.path + "/" + name
      try FileManager.default.createDirectory(
        atPath: (path as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
      // By its content, since it may be a link.
      let bytes = try #require(FileManager.default.contents(atPath: "\(system)/\(name)"))
      #expect(FileManager.default.createFile(atPath: path, contents: bytes))
    }
    let database = try ZoneDatabase(folder: folder.path)
    let inference = try ZoneInference(database: database)
    let kyiv = try inference.find(ZoneClues(phone: "+380 44 123 4567"))
    #expect(kyiv?.zones == ["Europe/Kiev"])
    let error = #expect(throws: ZoneError.self) { try inference.find(ZoneClues(country: "CL")) }
    #expect(
      error?.description.contains("Punta_Arenas") == true
        || error?.description.contains("Coyhaique") == true)
  }

  @Test(arguments: [
    ("https://www.zeitung.de/kontakt", "www.zeitung.de"), ("zeitung.de", "zeitung.de"),
    ("http://zeitung.de:8080", "zeitung.de"), ("zeitung.de?x=1", "zeitung.de"), ("", ""),
  ])
  func `the host of a web address is found`(website: String, host: String) {
    #expect(ZoneClues.host(of: website) == host)
  }
}
