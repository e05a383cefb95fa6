import Testing

@testable import Scheduling

@Suite struct TimeZoneNameTests {
  private static let database = Result { () throws -> ZoneDatabase in
    // A list of its own, so that the test does not depend on the machine's data.
    let folder = try TemporaryFolder()
    let names = [
      "America/Argentina/Buenos_Aires", "America/New_York", "America/Toronto", "Asia/Dhaka",
      "Asia/Jerusalem", "Asia/Kolkata", "Asia/Tokyo", "CET", "EET", "EST", "EST5EDT", "Etc/GMT+5",
      "Etc/GMT-2", "Etc/UTC", "Europe/Berlin", "Europe/Dublin", "Europe/London", "Factory", "GMT",
      "HST", "MET", "MST", "PRC", "US/Eastern", "UTC", "WET",
    ]
    let lines = names.map { "Z \($0) 0 - X\n" }.joined()
    try folder.write(Array(lines.utf8), to: "tzdata.zi")
    return try ZoneDatabase(folder: folder.path)
  }

  private func error(_ name: String) throws -> TimeZoneNameError? {
    let database = try Self.database.get()
    do {
      let accepted = try TimeZoneName(name, in: database)
      Issue.record("“\(accepted)” was accepted")
      return nil
    } catch {
      return error
    }
  }

  @Test(arguments: [
    "Europe/Berlin", "America/Argentina/Buenos_Aires", "UTC", "Etc/UTC", "Etc/GMT+5", "GMT",
    "US/Eastern", "PRC", "EST5EDT",
  ])
  func listedNamesAndLinksAreTaken(name: String) throws {
    #expect(try TimeZoneName(name, in: Self.database.get()).description == name)
  }

  @Test(arguments: [
    ("IST", ["Asia/Kolkata", "Europe/Dublin", "Asia/Jerusalem"]),
    ("BST", ["Europe/London", "Asia/Dhaka"]),
    ("EST", ["America/New_York", "America/Toronto"]),
    ("est", ["America/New_York", "America/Toronto"]),
    ("CET", ["Europe/Berlin"]), ("MET", ["Europe/Berlin"]), ("JST", ["Asia/Tokyo"]),
    ("HST", []), ("MST", []), ("WET", []), ("EET", []),
  ])
  func abbreviationsNameThePlacesThatMayBeMeant(name: String, candidates: [String]) throws {
    #expect(try error(name) == .abbreviation(name, candidates: candidates))
  }

  @Test(arguments: [
    ("GMT+2", "Etc/GMT-2"), ("UTC+02:00", "Etc/GMT-2"), ("+0200", "Etc/GMT-2"),
    ("utc-5", "Etc/GMT+5"), ("-05:00", "Etc/GMT+5"), ("+00:00", "Etc/UTC"), ("Z", "Etc/UTC"),
    ("+05:30", nil), ("GMT+9", nil), ("UTC+99", nil),
  ])
  func offsetsNameTheZoneOfThatOffset(name: String, fixed: String?) throws {
    #expect(try error(name) == .offset(name, fixed: fixed))
  }

  @Test(arguments: ["CET-1CEST,M3.5.0,M10.5.0/3", "EST5", "<+03>-3", "JST-9"])
  func posixRulesAreNoNames(name: String) throws {
    #expect(try error(name) == .posixRule(name))
  }

  @Test(arguments: [
    ("europe/berlin", "Europe/Berlin"), ("EUROPE/BERLIN", "Europe/Berlin"), ("utc", "UTC"),
    (" Europe/Berlin\n", "Europe/Berlin"), ("America/New York", "America/New_York"),
    ("us/eastern", "US/Eastern"),
  ])
  func theRightFormIsSuggested(name: String, suggestion: String) throws {
    let error = try error(name)
    #expect(error == .wrongForm(name, suggestion: suggestion))
    #expect(error?.suggestion == suggestion)
  }

  @Test(arguments: [
    ("Berlin", ["Europe/Berlin"]), ("new york", ["America/New_York"]),
    ("Europe/Kolkata", ["Asia/Kolkata"]), ("Europe/Berln", ["Europe/Berlin"]),
    ("Asia/Tokio", ["Asia/Tokyo"]), ("Londno", ["Europe/London"]), ("Mars/Olympus", []), ("??", []),
    ("../../etc/passwd", []), ("Europe/Berlin\u{0}", ["Europe/Berlin"]), ("東京", []),
  ])
  func nearNamesAreSuggested(name: String, suggestions: [String]) throws {
    #expect(try error(name) == .unknown(name, suggestions: suggestions))
  }

  @Test func emptyAndUnsetZonesAreNamedSo() throws {
    #expect(try error("") == .empty)
    #expect(try error(" \t") == .empty)
    #expect(try error("Factory") == .unset("Factory"))
    #expect(try error(String(repeating: "x", count: 100_000))?.suggestion == nil)
  }

  @Test func errorsAreSentencesWithAdvice() throws {
    #expect(
      try error("IST")?.description
        == "“IST” is an abbreviation, not a time zone. "
        + "Write the name of the place: Asia/Kolkata, Europe/Dublin or Asia/Jerusalem.")
    #expect(
      try error("GMT+2")?.description
        == "“GMT+2” is an offset from UTC, not a time zone. Write the name of the place, "
        + "such as Europe/Berlin, or Etc/GMT-2 if the clocks there never change.")
    #expect(
      try error("Asia/Tokio")?.description
        == "There is no time zone “Asia/Tokio”. Did you mean Asia/Tokyo?")
  }
}
