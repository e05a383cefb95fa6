import Testing

@testable import Scheduling

@Suite struct SendPlannerPropertyTests {
  /// Whole sequences in random zones, windows and calendars, some steps sent late.
  @Test(arguments: [UInt64(1), 20_261_124, 0xFEED])
  func everySequenceKeepsThePromises(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let database = try ZoneDatabase()
    let names = database.names.isEmpty ? ["Europe/Berlin", "Asia/Tokyo"] : database.names
    for round in 0..<400 {
      let zone = try database.zone(
        listed: names[Int.random(in: 0..<names.count, using: &random)])
      let window = try RandomWindow.make(using: &random)
      let closedDays = Set((0..<3).map { _ in Int.random(in: 0..<29, using: &random) })
      let planner = SendPlanner(
        window: window, zone: zone, closed: { closedDays.contains(abs($0.dayNumber) % 29) })
      let comment: Comment = "seed \(seed), round \(round), \(zone) \(window)"
      func isAllowed(_ instant: Instant) -> Bool {
        window.contains(instant, in: zone, closed: planner.closed)
      }

      let start = Instant(
        microseconds: .random(in: 1_700_000_000_000_000..<2_400_000_000_000_000, using: &random))
      let contact = random.next()
      guard let first = planner.firstTouch(from: start, seed: contact) else {
        Issue.record("no first touch: \(comment)")
        continue
      }
      #expect(first.instant >= start && isAllowed(first.instant), comment)
      #expect(planner.firstTouch(from: start, seed: contact) == first, comment)

      let later = Instant(
        microseconds: .random(
          in: start.microseconds...first.instant.microseconds, using: &random))
      #expect(planner.firstTouch(from: later, seed: contact)?.instant == first.instant, comment)

      var sent = first.instant
      for step in 2...4 {
        // Servers are slow now and then, and a step may be held for days.
        sent = sent.adding(seconds: .random(in: 0...7_200, using: &random))
        let seed = StableHash.derived(contact, UInt64(step))
        let low = Int.random(in: 3...5, using: &random)
        let gap = try Gap(days: low...Int.random(in: low...5, using: &random))
        let held =
          step == 3 ? sent.adding(seconds: .random(in: 0...2_000_000, using: &random)) : nil
        guard
          let plan = planner.followUp(after: sent, gap: gap, seed: seed, notBefore: held),
          let gapDays = plan.gapDays
        else {
          Issue.record("no follow-up: \(comment)")
          break
        }
        #expect(isAllowed(plan.instant), comment)
        #expect(plan.instant.seconds - sent.seconds >= 72 * 3_600, comment)
        #expect(held.map { plan.instant >= $0 } ?? true, comment)
        let days =
          LocalTime(plan.instant, in: zone).date.dayNumber
          - LocalTime(sent, in: zone).date.dayNumber
        #expect(days == gapDays && days >= gap.days.lowerBound, comment)
        // It grows only for a reason that is named.
        #expect(days <= gap.days.upperBound || plan.reasons.count > 2, comment)
        let again = planner.followUp(after: sent, gap: gap, seed: seed, notBefore: held)
        #expect(again == plan, comment)
        let now = Instant(
          microseconds: .random(
            in: (held ?? sent).microseconds...plan.instant.microseconds, using: &random))
        let asked = planner.followUp(after: sent, gap: gap, seed: seed, notBefore: now)
        #expect(asked?.instant == plan.instant, comment)
        sent = plan.instant
      }
    }
  }
}
