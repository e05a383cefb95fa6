import Foundation
import Testing

@testable import Scheduling

@Suite struct SendWindowTests {
  @Test(arguments: [
    ("Mon-Fri 10:00-18:00", "Mon-Fri 10:00-18:00"),
    ("Sun-Thu 09:00-12:00,13:00-17:00", "Sun-Thu 09:00-12:00,13:00-17:00"),
    ("Mon,Tue,Wed,Thu,Fri 10:00-18:00", "Mon-Fri 10:00-18:00"),
    ("Tue,Mon-Wed,Mon 13:00-17:00,09:00-12:00", "Mon-Wed 09:00-12:00,13:00-17:00"),
    ("Mon-Sun 00:00-24:00", "Mon-Sun 00:00-24:00"),
    ("Thu-Wed 08:00-09:00", "Mon-Sun 08:00-09:00"),
    ("Mon,Wed,Fri 08:00-09:00", "Mon,Wed,Fri 08:00-09:00"),
    ("Sat-Mon,Wed 08:00-09:00,09:00-10:00", "Wed,Sat-Mon 08:00-10:00"),
    ("Mon-Mon 23:59-24:00", "Mon 23:59-24:00"),
    (" Mon 08:00-09:00\n", "Mon 08:00-09:00"),
  ])
  func aWindowIsReadAndPrintedInItsShortestForm(text: String, printed: String) throws {
    let window = try SendWindow(text)
    #expect(window.description == printed)
    #expect(try SendWindow(printed) == window)
  }

  @Test func itsDaysAndHoursCanBeAsked() throws {
    let window = try SendWindow("Sun-Tue 09:00-12:00,13:30-24:00")
    #expect(window.weekdays == [.monday, .tuesday, .sunday])
    #expect(window.hours == [540..<720, 810..<1_440])
  }

  @Test func whatIsWrongIsNamed() {
    let cases: [(String, SendWindowError)] = [
      ("", .shape("")),
      ("Mon-Fri", .shape("Mon-Fri")),
      ("Mon-Fri  10:00-18:00", .shape("Mon-Fri  10:00-18:00")),
      ("Mon, Tue 10:00-18:00", .shape("Mon, Tue 10:00-18:00")),
      ("Monday 10:00-18:00", .day("Monday", window: "Monday 10:00-18:00")),
      ("mon 10:00-18:00", .day("mon", window: "mon 10:00-18:00")),
      ("Mon-Tue-Wed 10:00-18:00", .day("Mon-Tue-Wed", window: "Mon-Tue-Wed 10:00-18:00")),
      ("Mon,, 10:00-18:00", .day("", window: "Mon,, 10:00-18:00")),
      ("Mon 9:00-17:00", .hours("9:00-17:00", window: "Mon 9:00-17:00")),
      ("Mon 09:00–17:00", .hours("09:00–17:00", window: "Mon 09:00–17:00")),
      ("Mon 09:00-24:01", .hours("09:00-24:01", window: "Mon 09:00-24:01")),
      ("Mon 09:60-17:00", .hours("09:60-17:00", window: "Mon 09:60-17:00")),
      ("Mon 09:00-17:00,", .hours("", window: "Mon 09:00-17:00,")),
      ("Mon 22:00-02:00", .backwards("22:00-02:00", window: "Mon 22:00-02:00")),
      ("Mon 09:00-09:00", .backwards("09:00-09:00", window: "Mon 09:00-09:00")),
      ("Mon 09:00-12:00,11:59-13:00", .overlap(window: "Mon 09:00-12:00,11:59-13:00")),
    ]
    for (text, error) in cases {
      #expect(throws: error) { try SendWindow(text) }
      #expect(error.description.hasSuffix("."))
    }
    #expect(
      SendWindowError.day("Monday", window: "Monday 10:00-18:00").description
        == "“Monday” in the window “Monday 10:00-18:00” is not a day. Write Mon.")
  }

  @Test func itIsEncodedAsItIsPrinted() throws {
    let data = try JSONEncoder().encode([SendWindow("Tue,Mon 08:00-09:00")])
    #expect(String(decoding: data, as: UTF8.self) == #"["Mon-Tue 08:00-09:00"]"#)
    #expect(
      try JSONDecoder().decode([SendWindow].self, from: data) == [SendWindow("Mon-Tue 08:00-09:00")]
    )
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode([SendWindow].self, from: Data(#"["Mon"]"#.utf8))
    }
  }

  @Test func daysCanBeTakenOut() throws {
    let window = try SendWindow("Mon-Fri 10:00-18:00,19:00-20:00")
    #expect(window.without([.friday, .saturday])?.description == "Mon-Thu 10:00-18:00,19:00-20:00")
    #expect(window.without([.wednesday])?.description == "Mon-Tue,Thu-Fri 10:00-18:00,19:00-20:00")
    #expect(window.without([]) == window)
    #expect(try SendWindow("Fri 10:00-12:00").without([.friday]) == nil)
  }

  @Test func theUsualOnesAreAsTheyAreWritten() throws {
    #expect(try SendWindow.usual == SendWindow("Mon-Fri 10:00-18:00"))
    #expect(try SendWindow.usualForMedia == SendWindow("Mon-Thu 08:00-11:00"))
    #expect(try SendWindow.usualWithoutFriday == SendWindow("Sun-Thu 09:00-12:00"))
    #expect(SendWindow.usualForMediaByMarket["US"]?.description == "Mon-Thu 09:00-11:00")
    #expect(SendWindow.usualForMediaByMarket["GB"]?.description == "Mon-Thu 07:00-10:00")
  }
}
