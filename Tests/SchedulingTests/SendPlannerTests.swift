import Testing

@testable import Scheduling

@Suite struct SendPlannerTests {
  private static let database = Result { try ZoneDatabase() }

  private func planner(
    _ window: String = "Mon-Fri 10:00-18:00", _ zone: String = "Europe/Berlin",
    closed: [String] = []
  ) throws -> SendPlanner {
    let dates = Set(closed.compactMap { CivilDate($0) })
    return SendPlanner(
      window: try SendWindow(window), zone: try Self.database.get().zone(listed: zone),
      closed: { dates.contains($0) })
  }

  private func instant(_ text: String) throws -> Instant {
    try #require(Instant(iso8601: text))
  }

  private func date(_ text: String) throws -> CivilDate {
    try #require(CivilDate(text))
  }

  /// A seed for which a plain follow-up keeps its day, so that only the case's own reason shows.
  private func lateSeed(_ planner: SendPlanner, after sent: Instant, gap: Gap) throws -> UInt64 {
    try #require(
      (0..<200).first { seed in
        planner.followUp(after: sent, gap: gap, seed: seed)?.reasons.contains {
          if case .minimum72Hours = $0 { true } else { false }
        } == false
      })
  }

  @Test func aFirstTouchGoesOnTheDayItselfWhereTimeIsLeft() throws {
    let planner = try planner()
    let noon = try instant("2026-11-24T11:00:00Z")
    for seed: UInt64 in 0..<200 {
      let plan = try #require(planner.firstTouch(from: noon, seed: seed))
      #expect(plan.instant >= noon)
      // Ten minutes are kept free before 18:00.
      #expect(try plan.instant < instant("2026-11-24T16:50:00Z"))
      #expect(plan.reasons == [.spread])
      #expect(plan.gapDays == nil)
    }
  }

  @Test func aFirstTouchOutsideTheWindowNamesWhatItWaitsFor() throws {
    let planner = try planner(closed: ["2026-11-30"])
    let friday = try instant("2026-11-27T17:30:00Z")
    let plan = try #require(planner.firstTouch(from: friday, seed: 1))
    #expect(LocalTime(plan.instant, in: planner.zone).date == (try date("2026-12-01")))
    #expect(
      plan.reasons == [
        .windowOver(try date("2026-11-27")), .dayNotInWindow(try date("2026-11-28")),
        .dayNotInWindow(try date("2026-11-29")), .closedDay(try date("2026-11-30")),
        .windowOpens(try date("2026-12-01")), .spread,
      ])
  }

  @Test func theLastMinutesOfAWindowAreStillUsed() throws {
    let planner = try planner()
    let late = try instant("2026-11-24T16:58:00Z")
    for seed: UInt64 in 0..<50 {
      let plan = try #require(planner.firstTouch(from: late, seed: seed))
      #expect(plan.instant >= late)
      #expect(try plan.instant < instant("2026-11-24T17:00:00Z"))
    }
  }

  @Test func aPlanDoesNotMoveWhileTimeGoesUpToIt() throws {
    let planner = try planner()
    let morning = try instant("2026-11-24T05:00:00Z")
    for seed: UInt64 in 0..<100 {
      let plan = try #require(planner.firstTouch(from: morning, seed: seed))
      var now = morning
      while now <= plan.instant {
        #expect(planner.firstTouch(from: now, seed: seed)?.instant == plan.instant)
        now = now.adding(seconds: 601)
      }
      #expect(planner.firstTouch(from: plan.instant, seed: seed)?.instant == plan.instant)
      let missed = planner.firstTouch(from: plan.instant.adding(seconds: 1), seed: seed)
      #expect(missed.map { $0.instant > plan.instant } == true)
    }
  }

  @Test func contactsAreSpreadOverTheWholeWindow() throws {
    let planner = try planner()
    let morning = try instant("2026-11-24T05:00:00Z")
    var hours: [Int: Int] = [:]
    for contact in 0..<8_000 {
      let seed = StableHash.seed("spring", "\(contact)", "1")
      let plan = try #require(planner.firstTouch(from: morning, seed: seed))
      hours[LocalTime(plan.instant, in: planner.zone).secondOfDay / 3_600, default: 0] += 1
    }
    #expect(hours.keys.sorted() == Array(10...17))
    // The last hour has fifty minutes of the 470.
    #expect((10...16).allSatisfy { abs((hours[$0] ?? 0) - 1_021) < 160 })
    #expect(abs((hours[17] ?? 0) - 851) < 150)
  }

  @Test func aFollowUpIsPlannedByTheGap() throws {
    let planner = try planner("Mon-Sun 10:00-18:00")
    let sent = try instant("2026-11-23T09:00:30Z")
    var counts: [Int: Int] = [:]
    for seed: UInt64 in 0..<600 {
      let plan = try #require(planner.followUp(after: sent, gap: .standard, seed: seed))
      let days = try #require(plan.gapDays)
      counts[days, default: 0] += 1
      if plan.reasons.count == 2 {
        #expect(plan.reasons == [.gap(days: days, after: try date("2026-11-23")), .spread])
      }
    }
    #expect(counts.keys.sorted() == [3, 4, 5])
    #expect(counts.values.allSatisfy { $0 > 150 })
  }

  @Test func aFollowUpNamesEveryDaySkipped() throws {
    let planner = try planner(closed: ["2026-11-30"])
    let sent = try instant("2026-11-24T09:00:00Z")
    let gap = try Gap(days: 4)
    let plan = try #require(planner.followUp(after: sent, gap: gap, seed: 3))
    #expect(
      plan.reasons == [
        .gap(days: 4, after: try date("2026-11-24")), .dayNotInWindow(try date("2026-11-28")),
        .dayNotInWindow(try date("2026-11-29")), .closedDay(try date("2026-11-30")), .spread,
      ])
    #expect(plan.gapDays == 7)
  }

  @Test func aMinuteBefore72HoursMovesToTheNextDay() throws {
    let planner = try planner("Mon-Sun 10:00-18:00")
    // At the end of the window: nobody's own minute is later.
    let sent = try instant("2026-11-24T16:59:59Z")
    let plan = try #require(planner.followUp(after: sent, gap: Gap(days: 3), seed: 3))
    #expect(
      plan.reasons == [
        .gap(days: 3, after: try date("2026-11-24")), .minimum72Hours(try date("2026-11-27")),
        .spread,
      ])
    #expect(plan.gapDays == 4)
  }

  @Test func anOverdueFollowUpGoesAtTheNextChance() throws {
    let planner = try planner()
    let sent = try instant("2026-11-03T09:00:00Z")
    let gap = try Gap(days: 3)
    let seed = try lateSeed(planner, after: sent, gap: gap)
    let now = try instant("2026-11-27T19:00:00Z")
    let plan = try #require(planner.followUp(after: sent, gap: gap, seed: seed, notBefore: now))
    #expect(
      plan.reasons == [
        .gap(days: 3, after: try date("2026-11-03")), .overdue(try date("2026-11-06")),
        .windowOver(try date("2026-11-27")), .dayNotInWindow(try date("2026-11-28")),
        .dayNotInWindow(try date("2026-11-29")), .spread,
      ])
    #expect(LocalTime(plan.instant, in: planner.zone).date == (try date("2026-11-30")))
    // Before its minute, `notBefore` changes nothing.
    let due = try #require(planner.followUp(after: sent, gap: gap, seed: seed))
    #expect(planner.followUp(after: sent, gap: gap, seed: seed, notBefore: due.instant) == due)
    let later = try #require(
      planner.followUp(
        after: sent, gap: gap, seed: seed, notBefore: due.instant.adding(seconds: 1)))
    #expect(later.instant > due.instant)
    #expect(later.reasons.contains(.overdue(try date("2026-11-06"))))
  }

  @Test func aDayWhoseHoursTheClocksSkipIsNamed() throws {
    let planner = try planner("Sun 02:00-03:00")
    let saturday = try instant("2026-03-28T12:00:00Z")
    let plan = try #require(planner.firstTouch(from: saturday, seed: 5))
    #expect(plan.reasons.contains(.clockChange(try date("2026-03-29"))))
    #expect(LocalTime(plan.instant, in: planner.zone).date == (try date("2026-04-05")))
  }

  @Test func whereTheWindowNeverOpensThereIsNoPlan() throws {
    let open = try planner()
    let shut = SendPlanner(window: open.window, zone: open.zone, closed: { _ in true })
    let now = try instant("2026-11-24T11:00:00Z")
    #expect(shut.firstTouch(from: now, seed: 1) == nil)
    #expect(shut.followUp(after: now, gap: .standard, seed: 1) == nil)
  }

  @Test func noInstantIsTooFar() throws {
    let planner = try planner()
    for microseconds in [Int64.min, .min + 1, .max - 1, .max] {
      let far = Instant(microseconds: microseconds)
      _ = planner.firstTouch(from: far, seed: 1)
      _ = planner.followUp(after: far, gap: .standard, seed: 1)
      _ = planner.followUp(after: Instant(seconds: 0), gap: .standard, seed: 1, notBefore: far)
    }
    let plan = planner.followUp(
      after: try instant("2026-11-24T11:00:00Z"), gap: .standard, seed: 1,
      notBefore: Instant(microseconds: .min))
    #expect(plan != nil)
  }

  @Test func reasonsAreSentences() throws {
    let day = try date("2026-11-28")
    let all: [PlanReason] = [
      .gap(days: 4, after: day), .windowOpens(day), .dayNotInWindow(day), .closedDay(day),
      .windowOver(day), .clockChange(day), .minimum72Hours(day), .overdue(day),
    ]
    for reason in all {
      #expect(reason.description.contains("Sat 2026-11-28"))
      #expect(reason.description.hasSuffix("."))
    }
    #expect(
      PlanReason.gap(days: 4, after: day).description
        == "Planned 4 days after the message of Sat 2026-11-28.")
  }
}
