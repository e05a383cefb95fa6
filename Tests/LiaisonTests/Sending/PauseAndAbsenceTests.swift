import Scheduling
import Testing

@testable import Liaison

/// What happens to steps that could not go when they were due.
struct PauseAndAbsenceTests {
  private func resume(_ office: Office) throws -> ResumeReport {
    try office.sendDesk().resume(
      #require(try office.store.campaign(named: "spring")), by: "test", at: office.now)
  }

  private func pause(_ office: Office) throws {
    #expect(
      try office.store.setState(
        .paused, of: #require(try office.store.campaign(named: "spring")), by: "test",
        at: office.now))
  }

  @Test func `resuming fires no backlog: everybody goes at their own minute again`() throws {
    let office = try Office(people: 30)
    try office.launch()
    try pause(office)
    // Weeks later, in the middle of a working day.
    office.now = try #require(Instant(iso8601: "2026-03-24T10:00:30Z"))
    let report = try resume(office)
    #expect(report.changed)
    #expect(report.replanned == 30)
    #expect(try office.attempts().allSatisfy { $0.due > office.now })
    #expect(Set(try office.attempts().map(\.due)).count == 30)
    #expect(
      try office.attempts().allSatisfy {
        $0.reasons.contains("The campaign was paused until Tue 2026-03-24")
      })
    #expect(try office.send(ScriptedTransport()).entries.isEmpty)
    let transport = ScriptedTransport()
    office.now = office.now.adding(seconds: 3600)
    try office.send(transport)
    #expect((1..<20).contains(transport.received.count))
    #expect(try resume(office).changed == false)
  }

  @Test func `a follow-up that fell due in a pause keeps its distance, and later steps follow it`()
    throws
  {
    let office = try Office()
    try office.launch()
    let transport = ScriptedTransport()
    try office.goToNextDue()
    try office.send(transport)
    try pause(office)
    office.now = office.now.adding(seconds: 30 * 86_400)
    #expect(try resume(office).replanned == 1)
    let waiting = try #require(try office.attempts().last)
    #expect(waiting.step == 2)
    #expect(waiting.due >= office.now)
    try office.goToNextDue()
    try office.send(transport)
    let third = try #require(try office.attempts().last)
    #expect(third.step == 3)
    #expect(third.due >= office.now.adding(seconds: 72 * 3600))
    #expect(transport.received.count == 2)
  }

  @Test func `resuming within the cap spreads over days`() throws {
    let office = try Office(people: 10, cap: "daily: 3")
    try office.launch()
    try pause(office)
    office.now = try #require(Instant(iso8601: "2026-04-20T06:00:00Z"))
    _ = try resume(office)
    let zone = try office.berlin()
    let days = Dictionary(grouping: try office.attempts()) { LocalTime($0.due, in: zone).date }
    #expect(days.values.allSatisfy { $0.count <= 3 })
    #expect(days.count == 4)
  }

  @Test func `who was held and is taken up again is not written to at once`() throws {
    let office = try Office()
    try office.launch()
    try office.store.connection.run("UPDATE enrollment SET state = 'held', reason = 'x'")
    office.now = try #require(Instant(iso8601: "2026-03-24T10:00:30Z"))
    try office.launch()
    #expect(try office.enrollment() == "active")
    #expect(try office.attempt().due > office.now)
    #expect(try office.attempt().reasons.contains("It was due on"))
  }

  @Test(arguments: [
    // Back on a Monday: Wednesday. On a Friday: Tuesday. Before Easter (Good Friday, Easter Monday).
    ("2026-03-16", "2026-03-18"), ("2026-03-20", "2026-03-24"), ("2026-04-02", "2026-04-08"),
  ])
  func `an absence moves the next step to the second working day after it`(
    back: String, from: String
  ) throws {
    let office = try Office(
      rows: ["person0@domain0.example,Ann,creator,en,Europe/Berlin,DE"],
      header: "email,first_name,kind,language,timezone,country")
    try office.launch()
    let transport = ScriptedTransport()
    try office.goToNextDue()
    try office.send(transport)
    let recorded = try office.sendDesk().absent(
      office.contact(), until: #require(CivilDate(back)), by: "test", at: office.now)
    let zone = try office.berlin()
    #expect("\(LocalTime(recorded.writtenFrom, in: zone).date)" == from)
    #expect(recorded.moved.map(\.step) == [2])
    let waiting = try #require(try office.attempts().last)
    #expect("\(LocalTime(waiting.due, in: zone).date)" == from)
    #expect(waiting.reasons.contains("away and back on"))
    #expect(waiting.reasons.contains("days after the message of"))
    // It is no answer, and no step comes sooner, whatever its due date says.
    #expect(try office.enrollment() == "active")
    try office.store.connection.run("UPDATE attempt SET due_at = 0 WHERE state = 'scheduled'")
    office.now = recorded.writtenFrom.adding(seconds: -60)
    try office.send(transport)
    #expect(transport.received.count == 1)
    try office.goToNextDue()
    try office.send(transport)
    #expect(transport.received.count == 2)
  }

  @Test func `a new campaign waits for who is away, too, and a past date is refused`() throws {
    let office = try Office()
    let today = LocalTime(office.now, in: try office.berlin()).date
    #expect(throws: AbsenceError.self) {
      try office.sendDesk().absent(
        office.contact(), until: today.adding(days: -1), by: "test", at: office.now)
    }
    #expect(throws: AbsenceError.self) {
      try office.sendDesk().absent(
        office.contact(), until: today.adding(days: 800), by: "test", at: office.now)
    }
    _ = try office.sendDesk().absent(
      office.contact(), until: today.adding(days: 14), by: "test", at: office.now)
    try office.launch()
    #expect(
      LocalTime(try office.attempt().due, in: try office.berlin()).date >= today.adding(days: 16))
    #expect(try office.attempt().reasons.contains("away"))
  }

  @Test func `an absence beyond the campaign's end ends the sequence`() throws {
    let office = try Office()
    try office.folder.write(
      Office.campaign(["me"]).replacing("kit: 'none',", with: "kit: 'none', end: '2026-03-20',"),
      to: "campaigns/spring.json5")
    try office.launch()
    let recorded = try office.sendDesk().absent(
      office.contact(), until: #require(CivilDate("2026-03-19")), by: "test", at: office.now)
    #expect(recorded.moved.map(\.instant) == [nil])
    #expect(try office.enrollment() == "finished")
    #expect(try office.attempt().state == "cancelled")
  }
}
