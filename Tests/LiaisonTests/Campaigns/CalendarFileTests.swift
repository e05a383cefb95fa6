import Scheduling
import Testing

@testable import Liaison

/// What other calendar programs are given, octet by octet (RFC 5545).
struct CalendarFileTests {
  private func text(_ summary: String, details: String = "") -> String {
    let start = Instant(microseconds: 1_790_000_000_250_000)
    let event = CalendarEvent(
      id: "spring/1/maya@example.org", time: start..<start.adding(seconds: 300), summary: summary,
      details: details)
    return CalendarFile([event], stamp: Instant(seconds: 1_790_000_000)).text
  }

  @Test func `an event has an id, its times in UTC and keeps nobody busy`() {
    #expect(
      text("Maya")
        == """
        BEGIN:VCALENDAR
        VERSION:2.0
        PRODID:-//Liaison//EN
        BEGIN:VEVENT
        UID:spring/1/maya@example.org
        DTSTAMP:20260921T141320Z
        DTSTART:20260921T141320Z
        DTEND:20260921T141820Z
        SUMMARY:Maya
        TRANSP:TRANSPARENT
        END:VEVENT
        END:VCALENDAR

        """.replacing("\n", with: "\r\n"))
  }

  @Test func `a name cannot end its line, and separators stay text`() {
    let found = text("a;b,c\\d\r\nSUMMARY:x\u{7}", details: "one\ntwo")
    #expect(found.contains("SUMMARY:a\\;b\\,c\\\\d\\nSUMMARY:x\r\n"))
    #expect(found.contains("DESCRIPTION:one\\ntwo\r\n"))
  }

  @Test(arguments: ["ü", "語", "🎒", "a"])
  func `lines have at most 75 octets and break between characters`(_ character: String) {
    let summary = String(repeating: character, count: 200)
    let found = text(summary)
    for line in found.split(separator: "\r\n") { #expect(line.utf8.count <= 75) }
    #expect(found.replacing("\r\n ", with: "").contains("SUMMARY:" + summary + "\r\n"))
  }
}
