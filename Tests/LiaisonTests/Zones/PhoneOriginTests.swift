import Testing

@testable import Liaison

struct PhoneOriginTests {
  private func origin(_ text: String, _ country: String? = nil) throws -> PhoneOrigin? {
    PhoneOrigin(text, country: country, atlas: try ZoneAtlas.shipped())
  }

  @Test(arguments: [
    ("+1 415 555 0100", "US", "America/Los_Angeles", "the area code 415"),
    ("+1 (416) 555-0100", "CA", "America/Toronto", "the area code 416"),
    ("+1-876-555-0100", "JM", "America/Jamaica", "the area code 876"),
    ("001 212 555 0100 ext. 12", "US", "America/New_York", "the area code 212"),
    ("tel: +49 (0)30 123456", "DE", "Europe/Berlin", "the phone prefix +49"),
    ("＋８１ 3 1234 5678", "JP", "Asia/Tokyo", "the phone prefix +81"),
    ("+7 383 212-34-56", "RU", "Asia/Novosibirsk", "the phone prefix +7 383"),
    ("+7 727 123 4567", "KZ", "Asia/Almaty", "the phone prefix +77"),
    ("+61 8 9123 4567", "AU", "Australia/Perth", "the phone prefix +61 89"),
    ("+61 8 8912 3456", "AU", "Australia/Darwin", "the phone prefix +61 889"),
    ("+55 92 91234-5678", "BR", "America/Manaus", "the phone prefix +55 92"),
    ("+52 1 664 123 4567", "MX", "America/Tijuana", "the phone prefix +52 664"),
    ("+34 928 12 34 56", "ES", "Atlantic/Canary", "the phone prefix +34 928"),
    ("+44 1534 123456", "JE", "Europe/Jersey", "the phone prefix +441534"),
    ("+49 30 123456; +1 212 555 0100", "DE", "Europe/Berlin", "the phone prefix +49"),
    ("٠٠٤٩٣٠١٢٣٤٥٦", "DE", "Europe/Berlin", "the phone prefix +49"),
  ])
  func `the first digits tell country and zone`(
    text: String, country: String, zone: String, words: String
  ) throws {
    let found = try #require(try origin(text))
    #expect(found.country == country && found.zones.first == zone && found.words == words)
  }

  @Test(arguments: [
    ("(415) 555-0100", "US", "America/Los_Angeles"), ("1-416-555-0100", "CA", "America/Toronto"),
    ("416 555 0100", "US", "America/Toronto"), ("(092) 91234-5678", "BR", "America/Manaus"),
    ("(92) 91234-5678", "BR", "America/Manaus"), ("08 8912 3456", "AU", "Australia/Darwin"),
    ("8 383 212 34 56", "RU", "Asia/Novosibirsk"), ("928 123 456", "ES", "Atlantic/Canary"),
    ("030 123456", "DE", "Europe/Berlin"), ("06 1234 5678", "IT", "Europe/Rome"),
  ])
  func `without a calling code it is a number of the country`(
    text: String, country: String, zone: String
  ) throws {
    #expect(try origin(text, country)?.zones.first == zone)
  }

  @Test(arguments: [
    ("+1 800 555 0100", "US"), ("(415) 555-0100", nil), ("555-0100", "US"), ("", "DE"),
    ("none", "DE"), ("+", nil), ("+999 1234567", nil), ("+49", nil), ("030 123456", "ZZ"),
    ("+123456789012345678901234567890", nil), ("0", "DE"), ("021 123456", "GG"),
    ("+0 30 123456", nil),
  ])
  func `what says nothing, or is no number, gives nothing`(text: String, country: String?) throws {
    #expect(try origin(text, country) == nil)
  }
}
