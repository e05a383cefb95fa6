import Testing

@testable import Scheduling

@Suite struct DateSpanTests {
  @Test(
    arguments: [
      ("2026-12-24", "2026-12-24", "2026-12-24"),
      ("2026-12-20..2027-01-06", "2026-12-20", "2027-01-06"),
      ("2026-12-24..2026-12-24", "2026-12-24", "2026-12-24"),
    ])
  func aDateOrTwoAreRead(text: String, first: String, last: String) throws {
    let span = try DateSpan(text)
    #expect(span.first.description == first && span.last.description == last)
    #expect(try DateSpan(span.description) == span)
  }

  @Test(
    arguments: [
      ("", DateSpanError.shape("")), ("Christmas", .shape("Christmas")),
      ("2026-12-24..", .shape("2026-12-24..")), ("2026-02-30", .shape("2026-02-30")),
      ("2026-12-24 .. 2026-12-26", .shape("2026-12-24 .. 2026-12-26")),
      (
        "2026-12-24..2026-12-25..2026-12-26", .shape("2026-12-24..2026-12-25..2026-12-26")
      ),
      ("2026-12-26..2026-12-24", .backwards("2026-12-26..2026-12-24")),
      ("2026-01-01..2027-01-02", .tooLong("2026-01-01..2027-01-02")),
      ("0001-01-01..9999-12-31", .tooLong("0001-01-01..9999-12-31")),
    ])
  func anythingElseIsRefused(text: String, error: DateSpanError) {
    #expect(throws: error) { try DateSpan(text) }
  }
}
