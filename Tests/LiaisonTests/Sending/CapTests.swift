import Scheduling
import Testing

@testable import Liaison

/// How many messages go on a day, and who waits.
struct CapTests {
  /// The dates on our calendar on which attempts are due, with how many.
  private func days(_ office: Office) throws -> [String: Int] {
    let zone = try office.berlin()
    return Dictionary(
      try office.attempts().map { ("\(LocalTime($0.due, in: zone).date)", 1) },
      uniquingKeysWith: +)
  }

  /// Sends as time goes by until nothing waits, and gives the messages of each day.
  private func sendAll(_ office: Office, _ transport: ScriptedTransport) throws -> [String: Int] {
    let zone = try office.berlin()
    var sent: [String: Int] = [:]
    transport.onReceived = { _ in
      sent["\(LocalTime(office.now, in: zone).date)", default: 0] += 1
    }
    var rounds = 0
    while try office.store.nextDue() != nil, rounds < 2_000 {
      rounds += 1
      try office.goToNextDue()
      try office.send(transport)
    }
    return sent
  }

  @Test func `a launch spreads first touches over as many days as the cap asks for`() throws {
    let office = try Office(people: 12, cap: "daily: 5")
    try office.launch()
    let days = try days(office)
    #expect(days.values.reduce(0, +) == 12)
    #expect(days.values.allSatisfy { $0 <= 5 })
    let moved = try office.attempts().filter { $0.reasons.contains("the sender's 5 messages") }
    #expect(moved.count == 7)
  }

  @Test func `no day passes the cap, follow-ups do not wait for first touches, all get all`() throws
  {
    let office = try Office(people: 20, cap: "daily: 4")
    try office.launch()
    let sent = try sendAll(office, ScriptedTransport())
    #expect(sent.values.reduce(0, +) == 80)
    #expect(sent.values.allSatisfy { $0 <= 4 })
    let zone = try office.berlin()
    for row in try office.attempts() where row.step > 1 {
      let before = try #require(
        try office.attempts(of: row.address).first { $0.step == row.step - 1 }?.sent)
      let days =
        LocalTime(try #require(row.sent), in: zone).date.dayNumber
        - LocalTime(before, in: zone).date.dayNumber
      // Five days and a week-end or a holiday; what is more is named.
      #expect(days <= 7 || row.reasons.contains("messages of that day are taken"), "\(row)")
    }
  }

  @Test func `a slow start sends few on the first days`() throws {
    let office = try Office(people: 15, cap: "daily: 8, rampUp: { start: 1, add: 2 }")
    try office.launch()
    let sent = try sendAll(office, ScriptedTransport()).sorted { $0.key < $1.key }
    #expect(sent.prefix(3).map(\.value) == [1, 3, 5])
  }

  @Test func `what is overdue beyond the cap is moved once, with the reason, and goes another day`()
    throws
  {
    let office = try Office(people: 9)
    try office.launch()
    try office.folder.write(
      Office.configuration(["me"], cap: "daily: 3"), to: "liaison.json5")
    try office.reload()
    office.now = office.now.adding(seconds: 86_400)
    let transport = ScriptedTransport()
    let report = try office.send(transport)
    #expect(report.count(.sent) == 3)
    #expect(report.count(.deferred) == 6)
    #expect(transport.calls == 3)
    #expect(
      report.entries.filter { $0.result == .deferred }.allSatisfy {
        $0.detail.contains("the sender's 3 messages of today are taken")
      })
    let waiting = try office.attempts().filter { $0.state == "scheduled" && $0.step == 1 }
    #expect(waiting.allSatisfy { $0.due > office.now && $0.tries == 0 })
    #expect(waiting.allSatisfy { $0.reasons.contains("Not on Tue 2026-03-03") })
    // A day for three each, and nothing is looked at again today.
    let zone = try office.berlin()
    let days = Dictionary(grouping: waiting) { "\(LocalTime($0.due, in: zone).date)" }
    #expect(days.mapValues(\.count) == ["2026-03-04": 3, "2026-03-05": 3])
    #expect(try office.send(transport).entries.isEmpty)
  }

  @Test func `a dry run says who has no room, and changes nothing`() throws {
    let office = try Office(people: 5)
    try office.launch()
    try office.folder.write(
      Office.configuration(["me"], cap: "daily: 2"), to: "liaison.json5")
    try office.reload()
    office.now = office.now.adding(seconds: 86_400)
    let before = try office.attempts()
    let desk = try office.sendDesk()
    let report = try desk.rehearse(at: office.now)
    #expect(report.count(.wouldSend) == 2)
    #expect(report.count(.deferred) == 3)
    #expect(try office.attempts() == before)
  }

  @Test func `two senders of mail at once stay within one cap`() async throws {
    let office = try Office(people: 60)
    try office.launch()
    try office.folder.write(
      Office.configuration(["me"], cap: "daily: 17"), to: "liaison.json5")
    let now = office.now.adding(seconds: 86_400)
    let folder = office.folder.path
    let sent = try await withThrowingTaskGroup(of: Int.self) { group in
      for _ in 0..<3 {
        group.addTask {
          let workspace = try Workspace(folder: folder)
          let store = try workspace.openStore()
          let benches = try BenchCache(
            workspace: workspace, store: store, zones: Office.zones.get(),
            linter: Office.linter.get())
          let transport = ScriptedTransport()
          _ = try SendRun(store: store, benches: benches, clock: { now }) { _ in transport }
            .deliverDue(batch: 4)
          return transport.received.count
        }
      }
      return try await group.reduce(0, +)
    }
    #expect(sent == 17)
    #expect(try office.store.sent(by: "me", on: LocalTime(now, in: office.berlin()).date) == 17)
  }

  @Test func `the last moment sees what others sent meanwhile`() throws {
    let office = try Office(people: 2, cap: "daily: 1")
    try office.launch()
    try office.store.connection.run(
      "UPDATE attempt SET due_at = $1", [.integer(office.now.microseconds)])
    let transport = ScriptedTransport()
    let today = LocalTime(office.now, in: try office.berlin()).date
    transport.beforeDot = { _ in
      try office.store.connection.run(
        "INSERT INTO sender_day (sender, day, sent) VALUES ('me', $1, 1) ON CONFLICT DO NOTHING",
        [.integer(today.dayNumber)])
    }
    let report = try office.send(transport)
    #expect(transport.received.isEmpty)
    #expect(transport.calls == 1)
    #expect(report.count(.deferred) == 2)
    #expect(try office.attempts().allSatisfy { $0.state == "scheduled" && $0.due > office.now })
  }

  @Test func `one new contact a day at a company, in whatever order; free mail is no company`()
    throws
  {
    let office = try Office(
      rows: [
        "ann@big.example", "bob@big.example", "cid@big.example", "dan@gmail.com", "eve@gmail.com",
      ]
      .map { "\($0),Name,creator,en,Europe/Berlin" })
    try office.launch()
    let zone = try office.berlin()
    let rows = try office.attempts()
    func dates(_ domain: String) -> [CivilDate] {
      rows.filter { $0.address.hasSuffix(domain) }.map { LocalTime($0.due, in: zone).date }.sorted()
    }
    #expect(Set(dates("big.example")).count == 3)
    #expect(Set(dates("gmail.com")).count == 1)
    // The database says so too, whatever the plan was.
    office.now = office.now.adding(seconds: 86_400)
    try office.store.connection.run(
      "UPDATE attempt SET due_at = $1", [.integer(office.now.microseconds)])
    let transport = ScriptedTransport()
    let report = try office.send(transport)
    #expect(transport.received.filter { $0.to.description.hasSuffix("big.example") }.count == 1)
    #expect(transport.received.count == 3)
    #expect(
      report.entries.filter { $0.result == .deferred }.allSatisfy {
        $0.detail.contains("at that domain")
      })
  }

  @Test func `one new contact a day of a prospect, whose others follow on later days`() throws {
    let office = try Office(rows: [])
    try office.importRows(
      ["a@one.example", "b@two.example", "c@three.example"].map {
        "\($0),Name,creator,en,Europe/Berlin,https://same.example"
      }, header: "email,first_name,kind,language,timezone,website")
    try office.launch()
    let zone = try office.berlin()
    #expect(Set(try office.attempts().map { LocalTime($0.due, in: zone).date }).count == 3)
  }

  @Test func `follow-ups go before first touches where the day is short`() throws {
    let office = try Office(people: 6, cap: "daily: 3")
    try office.launch()
    // The first three get their first message; then everything is due on one day.
    let transport = ScriptedTransport()
    office.now = office.now.adding(seconds: 86_400)
    try office.send(transport)
    let first = Set(transport.received.map(\.to.description))
    #expect(first.count == 3)
    office.now = office.now.adding(seconds: 6 * 86_400)
    try office.store.connection.run(
      "UPDATE attempt SET due_at = $1 - step WHERE state = 'scheduled'",
      [.integer(office.now.microseconds)])
    try office.send(transport)
    #expect(transport.received.count == 6)
    #expect(Set(transport.received.suffix(3).map(\.to.description)) == first)
  }

  @Test func `the plan moves people as the sender will, and says why`() throws {
    let office = try Office(people: 8)
    try office.launch()
    try office.folder.write(
      Office.configuration(["me"], cap: "daily: 3"), to: "liaison.json5")
    try office.reload()
    let plan = try office.sendDesk().plan(
      from: office.now, to: office.now.adding(seconds: 40 * 86_400))
    #expect(plan.entries.count == 32)
    let days = Dictionary(grouping: plan.entries) { $0.ourTime.prefix(10) }
    #expect(days.values.allSatisfy { $0.count <= 3 })
    #expect(
      plan.entries.contains { $0.reasons.contains { $0.contains("the sender's 3 messages") } })
    let again = try office.sendDesk().plan(
      from: office.now, to: office.now.adding(seconds: 40 * 86_400))
    #expect(again.entries == plan.entries)
    // One day alone is the same as in a longer plan.
    let day = try office.sendDesk().plan(from: office.now, to: office.now.adding(seconds: 86_400))
    #expect(day.entries == plan.entries.filter { $0.instant < office.now.adding(seconds: 86_400) })
  }

  @Test(arguments: [
    "daily: 0", "daily: 100001", "daily: 5, rampUp: { start: 6, add: 1 }",
    "rampUp: { start: 1 }", "rampUp: { start: 1, add: 1, by: 2 }", "daily: 'many'",
  ])
  func `caps that make no sense are refused`(cap: String) {
    #expect(throws: ConfigurationError.self) { try Office(cap: cap) }
  }
}

extension Office {
  func sendDesk() throws -> SendDesk {
    try SendDesk(workspace: workspace, store: store, zones: zones, linter: linter, environment: [:])
  }
}
