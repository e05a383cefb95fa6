import Scheduling
import Testing

@testable import Liaison

/// What an answer does, and which attempt it counts for.
struct ReplyTests {
  /// An office whose only contact was sent the first two steps; gives when.
  private func sentTwice() throws -> (Office, [Instant]) {
    let office = try Office()
    try office.launch()
    let transport = ScriptedTransport()
    var moments: [Instant] = []
    for _ in 1...2 {
      try office.goToNextDue()
      try office.send(transport)
      moments.append(office.now)
    }
    office.now = office.now.adding(seconds: 7_200)
    return (office, moments)
  }

  @Test func `an answer counts for the last step sent before it, and stops the rest`() throws {
    let (office, _) = try sentTwice()
    let reply = try office.reply(.interested)
    #expect(
      reply.credited
        == CreditedAttempt(campaign: "spring", step: 2, emphasis: "partner-benefit"))
    #expect(reply.stopped == 1)
    #expect(try office.enrollment() == "replied")
    #expect(try office.attempts().map(\.state) == ["sent", "sent", "cancelled"])
    #expect(try office.store.nextDue() == nil)
  }

  @Test func `an answer recorded late counts for the step that it came after`() throws {
    let (office, moments) = try sentTwice()
    #expect(try office.reply(receivedAt: moments[1].adding(seconds: -1)).credited?.step == 1)
    #expect(try office.reply(receivedAt: moments[1]).credited?.step == 2)
    #expect(try office.reply(receivedAt: moments[0].adding(seconds: -1)).credited == nil)
  }

  @Test func `an answer from somebody never written to is kept, and credited to nothing`() throws {
    let office = try Office()
    let reply = try office.reply(.price)
    #expect(reply.credited == nil)
    #expect(reply.stopped == 0)
    #expect(try office.text("SELECT outcome FROM inbound") == "price")
  }

  @Test func `an answer stops the person's sequences in all campaigns`() throws {
    let office = try Office()
    try office.folder.write(Office.campaign(["me"]), to: "campaigns/autumn.json5")
    try office.launch("spring")
    while try office.store.nextDue() != nil {
      try office.goToNextDue()
      try office.send(ScriptedTransport())
    }
    office.now = office.now.adding(seconds: 91 * 86_400)
    try office.launch("autumn")
    #expect(try office.reply().stopped == 2)
    #expect(try office.attempts().filter { $0.state == "sent" }.count == 4)
    #expect(try office.attempts().filter { $0.state == "cancelled" }.count == 1)
    #expect(try office.store.nextDue() == nil)
  }

  @Test func `an answer also stops one who is held, for good`() throws {
    let office = try Office(rows: ["a@one.example,,creator,en,Europe/Berlin"])
    try office.launch()
    #expect(try office.enrollment("a@one.example") == "held")
    try office.reply(from: "a@one.example")
    try office.importRows(["a@one.example,Ada,creator,en,Europe/Berlin"])
    #expect(try office.launch().enrolled == 0)
    #expect(try office.enrollment("a@one.example") == "replied")
  }

  @Test func `an opt-out suppresses the address and is no reply in any rate`() throws {
    let (office, _) = try sentTwice()
    try office.reply(.optOut)
    #expect(try office.store.suppressions().map(\.key) == [Office.address(0)])
    #expect(try office.store.isSuppressed(address: "PERSON0@Domain0.Example"))
    let total = try #require(try office.store.statistics().first).total
    #expect(total.replied == 0)
    #expect(total.optedOut == 1)
    #expect(total.replyRate?.rate == 0)
  }

  @Test(arguments: ReplyOutcome.allCases)
  func `every outcome stops the follow-ups and is logged`(_ outcome: ReplyOutcome) throws {
    let (office, _) = try sentTwice()
    try office.reply(outcome)
    #expect(try office.store.nextDue() == nil)
    #expect(try !office.store.suppressions().isEmpty == (outcome == .optOut))
    #expect(
      try office.text("SELECT who FROM log WHERE action = 'reply \(outcome.rawValue)'") == "test")
  }

  @Test func `an answer to an attempt of unknown fate ends the sequence, whatever it was`() throws {
    let office = try Office()
    try office.launch()
    try office.goToNextDue()
    try office.send(ScriptedTransport { _ in .drop(received: true) })
    try office.reply()
    let unknown = try #require(try office.store.unknownAttempts().first)
    let desk = try SendDesk(
      workspace: office.workspace, store: office.store, zones: office.zones,
      linter: office.linter, environment: [:])
    #expect(try desk.resolve(unknown, wasSent: true, by: "test", at: office.now))
    #expect(try office.store.nextDue() == nil)
    #expect(try office.attempts().map(\.state) == ["sent"])
    #expect(try office.store.statistics().first?.total.replied == 1)
  }

  @Test func `an attempt that was not sent after all is not sent to somebody who answered`() throws
  {
    let office = try Office()
    try office.launch()
    try office.goToNextDue()
    try office.send(ScriptedTransport { _ in .drop(received: false) })
    try office.reply()
    let unknown = try office.store.unknownAttempts()
    let desk = try SendDesk(
      workspace: office.workspace, store: office.store, zones: office.zones,
      linter: office.linter, environment: [:])
    for attempt in unknown {
      #expect(try desk.resolve(attempt, wasSent: false, by: "test", at: office.now))
    }
    #expect(unknown.count == 1)
    #expect(try office.attempts().map(\.state) == ["cancelled"])
  }
}

struct SuppressionTests {
  private let office: Office

  init() throws { office = try Office(people: 0) }

  @Test(arguments: [
    ("ada@one.example", "ada@one.example", true), ("ada@one.example", "ADA@One.Example", true),
    ("ada@one.example", "bob@one.example", false), ("@one.example", "ada@one.example", true),
    ("@one.example", "ada@mail.one.example", true), ("@one.example", "ada@none.example", false),
    ("@mail.one.example", "ada@one.example", false),
    ("@bücher.example", "a@xn--bcher-kva.example", true),
    ("@one.example", "not an address", true),
  ])
  func `a suppression covers an address, a domain and all below it`(
    key: String, address: String, covers: Bool
  ) throws {
    let key = try SuppressionKey(key).description
    try office.store.suppress(key: key, reason: "asked", by: "test", at: office.now)
    #expect(try office.store.isSuppressed(address: address) == covers)
  }

  @Test func `a suppression stops who is enrolled, and taking it back starts nobody again`() throws
  {
    try office.importRows([Office.row(0), Office.row(1)])
    try office.launch()
    try office.store.suppress(key: "@domain0.example", reason: "asked", by: "test", at: office.now)
    #expect(try office.enrollment(Office.address(0)) == "stopped")
    #expect(try office.enrollment(Office.address(1)) == "active")
    #expect(try office.store.unsuppress(key: "@domain0.example", by: "test", at: office.now))
    #expect(try !office.store.unsuppress(key: "@domain0.example", by: "test", at: office.now))
    try office.launch()
    office.now = office.now.adding(seconds: 86_400)
    let transport = ScriptedTransport()
    try office.send(transport)
    #expect(transport.received.map(\.to.description) == [Office.address(1)])
  }

  @Test func `suppressing twice keeps the first reason`() throws {
    for reason in ["first", "second"] {
      try office.store.suppress(key: "a@b.example", reason: reason, by: "test", at: office.now)
    }
    #expect(try office.store.suppressions().map(\.reason) == ["first"])
  }
}
