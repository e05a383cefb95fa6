import Scheduling
import Testing

@testable import Liaison

/// Several last looks in one transaction.
struct GroupedCommitTests {
  private func looks(_ office: Office, _ count: Int) throws -> (BenchCache, [Claim]) {
    office.now = office.now.adding(seconds: 86_400)
    let claims = try office.store.claimDue(at: office.now, limit: count, by: office.rules).claims
    try #require(claims.count == count)
    return (try office.makeBenches(office.store), claims)
  }

  private func look(_ claim: Claim, _ office: Office, closes: Bool = false) -> LastLook {
    LastLook(
      commitment: Commitment(
        claim: claim, emphasis: "brand-story", subject: "A jacket", merge: "{}",
        datedAt: office.now)
    ) { closes ? nil : office.now }
  }

  @Test func `each is decided for itself, and sees what those before it did`() throws {
    let office = try Office(people: 5, cap: "daily: 100")
    try office.launch()
    let (_, claims) = try looks(office, 5)
    try office.folder.write(Office.configuration(["me"], cap: "daily: 2"), to: "liaison.json5")
    try office.reload()
    try office.store.suppress(
      key: claims[1].attempt.contact.addressKey, reason: "asked", by: "test", at: office.now)
    let decisions = try office.store.beginCommits(
      [
        look(claims[0], office), look(claims[1], office), look(claims[2], office, closes: true),
        look(claims[3], office), look(claims[4], office),
      ], settling: [], by: office.rules)
    #expect(decisions == [.go, .lost, .lost, .go, .full(.sender(daily: 2))])
    let states = Dictionary(
      uniqueKeysWithValues: try office.attempts().map { ($0.id, $0.state) })
    #expect(
      claims.map { states[$0.attempt.id] }
        == ["committing", "cancelled", "claimed", "committing", "claimed"])
  }

  @Test func `what ended before is written with them, or nothing is`() throws {
    let office = try Office(people: 2)
    try office.launch()
    let (_, claims) = try looks(office, 2)
    _ = try office.store.beginCommits([look(claims[0], office)], settling: [], by: office.rules)
    let ended = Settlement(
      claim: claims[0], outcome: .sent(reply: "250 ok", queueID: nil, next: .finished()),
      at: office.now)
    struct Broken: Error {}
    let journal = SendJournal(store: office.store, rules: try office.rules)
    try journal.settle(ended)
    try office.store.connection.execute("ALTER TABLE suppression RENAME TO away")
    #expect(throws: (any Error).self) { try journal.begin([self.look(claims[1], office)]) }
    #expect(try office.attempts().map(\.state).sorted() == ["claimed", "committing"])
    #expect(!journal.isEmpty)
    try office.store.connection.execute("ALTER TABLE away RENAME TO suppression")
    #expect(try journal.begin([look(claims[1], office)]) == [.go])
    #expect(journal.isEmpty)
    #expect(try office.attempts().map(\.state).sorted() == ["committing", "sent"])
  }
}
