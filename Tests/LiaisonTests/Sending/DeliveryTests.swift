import Curl
import Scheduling
import Testing

@testable import Liaison

/// What each way in which a delivery can end does to attempt, person and sender.
struct DeliveryTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let reply: String
    let stage: SMTPStage
    var state = "scheduled"
    var failure: SendFailure?
    var tries = 0
    var isSuppressed = false
    /// Whether the sender writes nothing more in this run.
    var stopsSender = false

    var testDescription: String { "\(reply) at \(stage)" }
    var act: ScriptedTransport.Act { .refuse(SMTPReply(reply), stage) }
  }

  static let refusals: [Case] = [
    Case(reply: "450 4.2.1 mailbox busy", stage: .recipient, tries: 1),
    Case(reply: "451 4.7.1 greylisted, come back later", stage: .recipient, tries: 1),
    Case(reply: "452 4.2.2 over quota", stage: .recipient, tries: 1),
    Case(reply: "451 local error in processing", stage: .message, tries: 1),
    Case(
      reply: "550 5.1.1 User unknown", stage: .recipient, state: "failed", failure: .address,
      isSuppressed: true),
    Case(
      reply: "550 5.1.10 Recipient not found", stage: .recipient, state: "failed",
      failure: .address, isSuppressed: true),
    Case(
      reply: "550 5.1.1 Blocked by our policy", stage: .recipient, state: "failed",
      failure: .policy),
    Case(reply: "550 5.1.1 Rejected", stage: .recipient, state: "failed", failure: .other),
    Case(reply: "550 No such user here", stage: .recipient, state: "failed", failure: .other),
    Case(reply: "550 5.1.1 User unknown", stage: .message, state: "failed", failure: .other),
    Case(reply: "552 5.2.2 Mailbox full", stage: .recipient, state: "failed", failure: .other),
    Case(
      reply: "554 5.7.1 Message looks like spam", stage: .message, state: "failed",
      failure: .policy),
    Case(reply: "554 5.6.0 Cannot read this", stage: .message, state: "failed", failure: .other),
    Case(reply: "535 5.7.8 Bad credentials", stage: .auth, stopsSender: true),
    Case(reply: "550 5.7.1 You may not send", stage: .mailFrom, stopsSender: true),
    Case(reply: "554 No service here", stage: .greeting, stopsSender: true),
    Case(reply: "452 4.5.3 Daily sending quota reached", stage: .recipient, stopsSender: true),
    Case(
      reply: "550 5.4.5 Daily user sending limit exceeded", stage: .message, stopsSender: true),
    // The account is throttled, which is no fault of the person's.
    Case(reply: "421 4.7.0 Too many connections", stage: .greeting),
    Case(reply: "454 4.7.0 Temporary authentication failure", stage: .auth),
  ]

  @Test(arguments: refusals)
  func `a refusal does what its stage, codes and text say`(_ refusal: Case) throws {
    let office = try Office()
    try office.launch()
    try office.goToNextDue()
    let transport = ScriptedTransport { _ in refusal.act }
    let report = try office.send(transport)

    let attempt = try office.attempt()
    #expect(attempt.state == refusal.state)
    #expect(attempt.failure == refusal.failure?.rawValue)
    #expect(attempt.tries == refusal.tries)
    #expect(transport.calls == 1)
    #expect(transport.received.isEmpty)
    #expect(try !office.store.suppressions().isEmpty == refusal.isSuppressed)
    #expect(!report.stoppedSenders.isEmpty == refusal.stopsSender)
    #expect(try office.enrollment() == (refusal.state == "failed" ? "failed" : "active"))
    #expect(try office.store.unknownAttempts().isEmpty)
    if refusal.state == "scheduled", !refusal.stopsSender { #expect(attempt.due > office.now) }
    if refusal.state == "failed" { #expect(attempt.reply?.hasPrefix("5") == true) }

    // Whatever was said: it is settled for good, or goes out later, once.
    transport.act = { _ in .accept }
    for _ in 0..<4 {
      office.now = office.now.adding(seconds: 86_400)
      try office.send(transport)
    }
    #expect(transport.received.count == (refusal.state == "failed" ? 0 : 1))
  }

  @Test func `an accepted message is sent, and its follow-up planned 3 to 5 days later`() throws {
    let office = try Office(people: 8)
    let zone = try office.berlin()
    try office.launch()
    let window = try SendWindow("Mon-Fri 10:00-18:00")
    for _ in 0..<8 {
      try office.goToNextDue()
      let transport = ScriptedTransport()
      let report = try office.send(transport)
      #expect(report.count(.sent) == transport.received.count)
      let entry = try #require(report.entries.first)
      let rows = try office.attempts(of: entry.address)
      let first = try #require(rows.first)
      let next = try #require(rows.last)
      #expect(first.state == "sent")
      #expect(first.sent == office.now)
      #expect(first.reply == "250 queued")
      #expect(next.step == 2)
      #expect(next.state == "scheduled")
      #expect(next.messageID != first.messageID)
      #expect(next.due >= office.now.adding(seconds: 72 * 3600))
      #expect(window.contains(next.due, in: zone, closed: { _ in false }))
      let days =
        LocalTime(next.due, in: zone).date.dayNumber
        - LocalTime(office.now, in: zone).date.dayNumber
      #expect(days >= 3)
      if days > 5 { #expect(next.reasons.contains("Not on")) }
      #expect(days <= 7)
    }
  }

  @Test func `a server that cannot be reached costs no try`() throws {
    let office = try Office()
    try office.launch()
    try office.goToNextDue()
    try office.send(ScriptedTransport { _ in .unavailable })
    let attempt = try office.attempt()
    #expect(attempt.state == "scheduled")
    #expect(attempt.tries == 0)
    #expect(attempt.due >= office.now.adding(seconds: 900))
  }

  @Test func `missing TLS stops the sender, and nobody else is tried`() throws {
    let office = try Office(people: 3)
    try office.launch()
    office.now = office.now.adding(seconds: 86_400)
    let transport = ScriptedTransport { _ in .insecure }
    let report = try office.send(transport)
    #expect(transport.calls == 1)
    #expect(report.stoppedSenders["me"]?.contains("TLS") == true)
    #expect(try office.attempts().allSatisfy { $0.state == "scheduled" })
  }

  @Test func `a drop after the dot is unknown, and neither repeated nor followed up`() throws {
    for isReceived in [true, false] {
      let office = try Office()
      try office.launch()
      try office.goToNextDue()
      let transport = ScriptedTransport { _ in .drop(received: isReceived) }
      try office.send(transport)
      #expect(try office.attempt().state == "unknown")
      transport.act = { _ in .accept }
      for _ in 0..<20 {
        office.now = office.now.adding(seconds: 86_400)
        try office.send(transport)
      }
      #expect(transport.calls == 1)
      #expect(try office.attempt().state == "unknown")
      let unknown = try #require(try office.store.unknownAttempts().first)
      #expect(unknown.messageID == (try office.attempt().messageID))
    }
  }

  @Test func `temporary refusals back off, stay in the window, and fail after the most`() throws {
    let office = try Office()
    let zone = try office.berlin()
    let window = try SendWindow("Mon-Fri 10:00-18:00")
    try office.launch()
    let transport = ScriptedTransport { _ in .refuse(SMTPReply("450 4.2.1 busy"), .recipient) }
    var last = office.now
    while try office.attempt().state == "scheduled" {
      try office.goToNextDue()
      #expect(window.contains(office.now, in: zone, closed: { _ in false }))
      #expect(transport.calls == 0 || office.now >= last.adding(seconds: 900))
      last = office.now
      try office.send(transport)
      #expect(transport.calls <= BackOff.most)
    }
    #expect(transport.calls == BackOff.most)
    let attempt = try office.attempt()
    #expect(attempt.state == "failed")
    #expect(attempt.failure == "other")
    #expect(try office.enrollment() == "failed")
    #expect(try office.store.suppressions().isEmpty)
  }

  @Test(arguments: [
    (1, 900), (2, 1_800), (3, 3_600), (4, 7_200), (5, 14_400), (6, 14_400), (60, 14_400), (0, 900),
    (-5, 900),
  ])
  func `the back-off doubles from a quarter of an hour to four hours`(tries: Int, seconds: Int64) {
    #expect(BackOff.seconds(tries: tries) == seconds)
  }

  @Test func `three domains refusing by policy within an hour hold the sender`() throws {
    let office = try Office(people: 5)
    try office.launch()
    office.now = office.now.adding(seconds: 86_400)
    let transport = ScriptedTransport { _ in .refuse(SMTPReply("550 5.7.1 no"), .recipient) }
    let report = try office.send(transport)
    #expect(transport.calls == 3)
    #expect(report.count(.failed) == 3)
    let hold = try #require(try office.store.heldSenders(at: office.now).first)
    #expect(hold.sender == "me")
    #expect(hold.until == nil)
    #expect(hold.reason.contains("550"))
    #expect(try office.store.suppressions().isEmpty)
    // Held means held: in the next run too, until a person says so.
    office.now = office.now.adding(seconds: 86_400)
    try office.send(transport)
    #expect(transport.calls == 3)
  }

  @Test func `refusals by policy from one domain, or over many hours, hold nobody`() throws {
    // At a company's domain one new contact a day is all there would be.
    let same = try Office(
      rows: (0..<4).map { "p\($0)@gmail.com,Name,creator,en,Europe/Berlin" })
    try same.launch()
    same.now = same.now.adding(seconds: 86_400)
    let act = ScriptedTransport.Act.refuse(SMTPReply("554 5.7.1 spam"), .message)
    let transport = ScriptedTransport { _ in act }
    try same.send(transport)
    #expect(transport.calls == 4)
    #expect(try same.store.heldSenders(at: same.now).isEmpty)

    let slow = try Office(people: 4)
    try slow.launch()
    slow.now = slow.now.adding(seconds: 86_400)
    for _ in 0..<4 {
      try slow.send(ScriptedTransport { _ in act }, limit: 1)
      slow.now = slow.now.adding(seconds: 1_801)
    }
    #expect(try slow.attempts().allSatisfy { $0.state == "failed" })
    #expect(try slow.store.heldSenders(at: slow.now).isEmpty)
  }

  @Test func `a quota holds the sender until tomorrow and costs the person nothing`() throws {
    for stage in [SMTPStage.recipient, .message] {
      let office = try Office(people: 2)
      try office.launch()
      office.now = office.now.adding(seconds: 86_400)
      let transport = ScriptedTransport { _ in
        .refuse(SMTPReply("550 5.4.5 Daily user sending quota exceeded"), stage)
      }
      try office.send(transport)
      #expect(transport.calls == 1)
      let hold = try #require(try office.store.heldSenders(at: office.now).first)
      let until = try #require(hold.until)
      #expect(until > office.now && until <= office.now.adding(seconds: 86_400))
      transport.act = { _ in .accept }
      office.now = office.now.adding(seconds: 3_600)
      try office.send(transport)
      #expect(transport.calls == 1)
      office.now = until.adding(seconds: 1)
      try office.send(transport)
      #expect(transport.calls >= 2)
      try office.goToNextDue()
      try office.send(transport)
      #expect(transport.received.count == 2)
      #expect(try office.store.unknownAttempts().isEmpty)
    }
  }

  @Test func `a short hold does not shorten one that waits for a person`() throws {
    let office = try Office()
    try office.store.holdSender("me", until: nil, reason: "policy", at: office.now)
    try office.store.holdSender(
      "me", until: office.now.adding(seconds: 60), reason: "quota", at: office.now)
    #expect(try office.store.heldSenders(at: office.now.adding(seconds: 3_600)).count == 1)
  }

  @Test func `a held sender does not hold back another`() throws {
    let office = try Office(people: 12, senders: ["me", "you"])
    try office.launch()
    office.now = office.now.adding(seconds: 86_400)
    try office.store.holdSender("me", until: nil, reason: "test", at: office.now)
    let transport = ScriptedTransport()
    try office.send(transport)
    #expect(!transport.received.isEmpty)
    #expect(transport.received.allSatisfy { $0.from.description == "you@acme.example" })
    let waiting = try office.attempts().filter { $0.step == 1 && $0.state == "scheduled" }
    #expect(waiting.count + transport.received.count == 12)
  }

  @Test func `a sender taken out of the configuration stops, and its people wait`() throws {
    let office = try Office(people: 12, senders: ["me", "you"])
    try office.launch()
    office.now = office.now.adding(seconds: 86_400)
    try office.folder.write(Office.configuration(["you"]), to: "liaison.json5")
    try office.reload()
    let transport = ScriptedTransport()
    let report = try office.send(transport, through: office.secondStore())
    #expect(report.stoppedSenders["me"]?.contains("liaison.json5") == true)
    #expect(transport.received.allSatisfy { $0.from.description == "you@acme.example" })
    #expect(try office.attempts().allSatisfy { ["scheduled", "sent"].contains($0.state) })
  }
}
