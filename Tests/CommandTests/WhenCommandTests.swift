import Foundation
import Testing

/// When a window is next open in a zone, for the curious: without a workspace.
@Suite struct WhenCommandTests {
  private func when(_ arguments: String...) throws -> LiaisonProcess.Result {
    try LiaisonProcess.run(["when"] + arguments, in: URL(filePath: "/"))
  }

  @Test func `the next openings are shown on the clock there and in UTC`() throws {
    let result = try when(
      "America/New_York", "Fri,Sun 09:00-12:00", "--at", "2027-03-12T15:00:00Z", "--count", "2")
    #expect(result.exitCode == 0)
    let lines = result.output.split(separator: "\n").map(String.init)
    #expect(
      lines.prefix(4) == [
        "America/New_York, Fri,Sun 09:00-12:00: now Fri 2027-03-12 10:00, open",
        "opens                 closes                UTC                                           clock",
        "Fri 2027-03-12 10:00  Fri 2027-03-12 12:00  2027-03-12T15:00:00Z to 2027-03-12T17:00:00Z  UTC-05:00",
        "Sun 2027-03-14 09:00  Sun 2027-03-14 12:00  2027-03-14T13:00:00Z to 2027-03-14T16:00:00Z  UTC-04:00",
      ], "\(result)")
    #expect(lines.last?.hasPrefix("Zone data ") == true)
  }

  @Test func `the same comes as JSON`() throws {
    let json = try when("Asia/Kathmandu", "--at", "2026-11-23T00:00:00Z", "--json").json()
    #expect(json["isOpen"].bool == false)
    #expect(json["openings"].array.count == 5)
    #expect(json["openings"][0]["opens"].string == "2026-11-23T04:15:00Z")
    #expect(json["openings"][0]["offset"].string == "UTC+05:45")
  }

  @Test(arguments: [
    (["IST"], "Asia/Kolkata"), (["europe/berlin"], "Write Europe/Berlin"),
    (["Asia/Tokyo", "Mon 9-17"], "not a range of hours"),
    (["Asia/Tokyo", "--count", "0"], "1 to 1000"),
  ])
  func `what cannot be meant is refused with what may be`(arguments: [String], says: String) throws
  {
    let result = try LiaisonProcess.run(["when"] + arguments, in: URL(filePath: "/"))
    #expect(result.exitCode == 64)
    #expect(result.output.isEmpty)
    #expect(result.errors.contains(says), "\(result)")
  }
}
