import Curl
import Scheduling
import SQLite
import Testing

@testable import Liaison

/// A sender whose mail comes back, or is complained about, stops by itself.
struct SenderHealthTests {
  /// People to whom messages went long ago, from one sender.
  private func office(sent count: Int, more: Int = 20) throws -> Office {
    let office = try Office(people: count + more, cap: "daily: 10000")
    try office.launch()
    office.now = office.now.adding(seconds: 86_400)
    try office.send(ScriptedTransport(), limit: count)
    return office
  }

  /// Notes that something came back for the first messages.
  private func receive(_ kind: String, _ count: Int, in office: Office) throws {
    for attempt in try office.attempts().filter({ $0.state == "sent" }).prefix(count) {
      try office.store.connection.run(
        """
        INSERT INTO inbound (id, contact_id, attempt_id, kind, received_at, recorded_at, recorded_by)
        SELECT $1, contact_id, id, $2, $3, $3, 'test' FROM attempt WHERE id = $1
        """, [.text(attempt.id), .text(kind), .integer(office.now.microseconds)])
    }
  }

  @Test(arguments: [
    ("bounce", 100, 5, false), ("bounce", 100, 6, true), ("bounce", 99, 50, false),
    ("complaint", 100, 1, true), ("complaint", 99, 3, false), ("reply", 100, 90, false),
  ])
  func `the shares of the latest messages decide`(
    kind: String, sent: Int, count: Int, isHeld: Bool
  ) throws {
    let office = try office(sent: sent)
    try receive(kind, count, in: office)
    let transport = ScriptedTransport()
    let report = try office.send(transport)
    #expect(transport.received.isEmpty == isHeld)
    let holds = try office.store.heldSenders(at: office.now)
    #expect(holds.map(\.sender) == (isHeld ? ["me"] : []))
    if isHeld {
      #expect(holds[0].until == nil)
      #expect(holds[0].reason.contains("of its last \(sent) messages \(count) "))
      #expect(report.stoppedSenders["me"]?.contains("liaison sender release me") == true)
      // It is said once in the log, however often is tried.
      try office.send(transport)
      #expect(try office.text("SELECT count(*) FROM log WHERE action = 'hold sender'") == "1")
    }
  }

  @Test func `addresses that are refused in a run stop it on the way`() throws {
    let office = try office(sent: 120, more: 40)
    let transport = ScriptedTransport { _ in
      .refuse(SMTPReply("550 5.1.1 User unknown"), .recipient)
    }
    let report = try office.send(transport)
    // 7 of 127 are more than 5 %, 6 of 126 are not.
    #expect(report.count(.failed) == 7)
    #expect(report.stoppedSenders["me"]?.contains("more than 5 %") == true)
    #expect(try office.attempts().filter { $0.state == "scheduled" && $0.step == 1 }.count == 33)
  }

  @Test func `what a person has released it from is not held against it again`() throws {
    let office = try office(sent: 100)
    try receive("complaint", 1, in: office)
    try office.send(ScriptedTransport())
    office.now = office.now.adding(seconds: 60)
    #expect(try office.store.releaseSender("me", by: "lina", at: office.now))
    let transport = ScriptedTransport()
    try office.send(transport, limit: 5)
    #expect(transport.received.count == 5)
    office.now = office.now.adding(seconds: 60)
    try office.store.connection.run("DELETE FROM inbound")
    try receive("complaint", 1, in: office)
    try office.send(transport)
    #expect(transport.received.count == 5)
  }

  @Test func `only the last 500 messages count`() throws {
    let office = try office(sent: 520, more: 5)
    try office.store.connection.run(
      """
      INSERT INTO inbound (id, contact_id, attempt_id, kind, received_at, recorded_at, recorded_by)
      SELECT id, contact_id, id, 'bounce', 1, $1, 'test' FROM attempt WHERE state = 'sent'
      ORDER BY due_at LIMIT 20
      """, [.integer(office.now.microseconds)])
    #expect(
      try office.store.health(of: "me") == SenderHealth(messages: 500, bounces: 0, complaints: 0))
    #expect(try office.store.health(of: "you").messages == 0)
  }

  @Test func `a server that cannot be trusted holds the sender for an hour`() throws {
    let office = try Office(people: 3)
    try office.launch()
    office.now = office.now.adding(seconds: 86_400)
    try office.send(ScriptedTransport { _ in .insecure })
    let transport = ScriptedTransport()
    let report = try office.send(transport)
    #expect(report.stoppedSenders["me"]?.contains("cannot be trusted") == true)
    #expect(transport.calls == 0)
    office.now = office.now.adding(seconds: 3601)
    try office.send(transport)
    #expect(transport.received.count == 3)
  }
}
