import Testing

@testable import Scheduling

@Suite struct HolidayFileTests {
  private static func error(_ text: String) -> HolidayFileError? {
    do {
      _ = try HolidayFile(json5: Array(text.utf8), path: "de.json5")
      return nil
    } catch {
      return error
    }
  }

  private static let head = "{\n  country: \"DE\",\n  name: \"Germany\",\n"

  @Test(
    arguments: [
      ("", 1, "ends too early"), ("{", 1, "ends too early"), ("[]", 1, "object"),
      ("{\n  country: \"DE\"\n", 3, "ends too early"), ("{\n  country \"DE\" }", 2, "colon"),
      ("{\n  country: \"DE\"\n  name: \"Germany\" }", 3, "comma"),
      ("{\n  country: \"DE\",\n  name: \"Germany\n}", 3, "not closed"),
      ("{\n  country: \"DE\",\n  country: \"DE\" }", 3, "twice"),
      ("{\n  country: \"de\",\n}", 2, "capital letters"), ("/* no end\n{", 1, "comment"),
      (head + "}", 1, "“holidays” is missing"), (head + "  holidays: {} }", 4, "list"),
      (head + "  weekned: \"Sun\",\n  holidays: [] }", 4, "weekned"),
      (head + "  weekend: \"Sunday\",\n  holidays: [] }", 4, "days of the week"),
      (head + "  holidays: [\n    { name: \"A\" },\n  ],\n}", 5, "“on” is missing"),
      (head + "  holidays: [\n    { on: \"Jan 1\" },\n  ],\n}", 5, "“name” is missing"),
      (head + "  holidays: [\n    { name: \"A\", on: \"Jam 1\" },\n  ],\n}", 5, "Jam 1"),
      (head + "  holidays: [\n    { name: \"A\",\n on: \"Jan 1\", days: 99 },\n  ],\n}", 6, "days"),
      (head + "  holidays: [\n    { name: \"A\", on: \"Jan 1\", every: 4 } ] }", 5, "from"),
      (
        head + "  holidays: [\n    { name: \"A\", on: \"Jan 1\", moved: \"Sun to Mon\" } ] }", 5,
        "Sun"
      ),
      (head + "  holidays: [\n    { name: \"A\", dates: [\"2026-02-30\"] } ] }", 5, "dates"),
      (head + "  holidays: [] }\n}", 5, "follows"),
      (String(repeating: "[", count: 100_000), 1, "nest"),
    ])
  func aDamagedFileNamesItsLine(text: String, line: Int, part: String) throws {
    let error = try #require(Self.error(text))
    #expect(error.line == line, "\(error)")
    #expect(error.reason.contains(part), "\(error)")
    #expect(error.description.hasPrefix("de.json5, line \(line): "))
  }

  @Test func textThatIsNotUTF8IsRefused() {
    #expect(throws: HolidayFileError.self) {
      _ = try HolidayFile(json5: [0x7B, 0xFF, 0x7D], path: "xx.json5")
    }
  }

  @Test func noCutOfAShippedFileAndNoChangedByteCrashes() throws {
    var random = SplitMix64(seed: 2_026)
    let shipped = try #require(ShippedHolidayFile.all["KR"]).bytes
    for _ in 0..<2_000 {
      var bytes = shipped
      if random.next() % 2 == 0 {
        bytes = Array(bytes.prefix(Int(random.next() % UInt64(bytes.count - 2))))
        #expect(throws: HolidayFileError.self) {
          _ = try HolidayFile(json5: bytes, path: "kr.json5")
        }
      } else {
        bytes[Int(random.next() % UInt64(bytes.count))] = UInt8(random.next() % 128)
        _ = try? HolidayFile(json5: bytes, path: "kr.json5")
      }
    }
  }
}
