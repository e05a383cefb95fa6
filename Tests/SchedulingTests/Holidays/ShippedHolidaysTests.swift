import Testing

@testable import Scheduling

@Suite struct ShippedHolidaysTests {
  @Test(arguments: ShippedHolidayFile.all.values.map(\.path).sorted())
  func everyShippedFileIsReadWithoutAFault(path: String) throws {
    let shipped = try #require(ShippedHolidayFile.all.values.first { $0.path == path })
    let file = try HolidayFile(json5: shipped.bytes, path: path)
    #expect(path == "Templates/holidays/\(file.country.lowercased()).json5")
    #expect(!file.notCovered.isEmpty)
    #expect(file.rules.count >= 5)
  }
}
