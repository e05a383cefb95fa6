import Liaison
import Scheduling

/// The plan of a million enrollments: the first touch and the three follow-ups after it, each on the
/// recipient's own clock, over all zones that the system has.
enum PlanBenchmark {
  @Sendable
  static func run(_ scale: Scale) throws -> [Measurement] {
    let count = scale.pick(1_000_000, quick: 50_000)
    let database = try ZoneDatabase()
    var zones: [Zone] = []
    for name in database.names where name.contains("/") {
      guard let name = try? TimeZoneName(name, in: database) else { continue }
      zones.append(try database.zone(name))
    }
    if zones.isEmpty { zones = [try database.zone(TimeZoneName("UTC", in: database))] }
    let schedule = CampaignSchedule(
      campaign: "spring", window: try SendWindow("Mon-Fri 10:00-18:00"),
      cadence: try Cadence(steps: [
        .init(emphasis: .brandStory), .init(emphasis: .partnerBenefit, gap: .standard),
        .init(emphasis: .socialProof, gap: .standard), .init(emphasis: .parting, gap: .standard),
      ]))
    var ids = IdentifierSource(random: Sequence64(state: 1))
    let start = Instant(seconds: 1_790_000_000)
    let contacts = (0..<count).map { _ in ids.next(at: start) }

    var planned = 0
    let seconds = Stopwatch.best(of: scale.pick(3, quick: 1)) {
      planned = 0
      for (index, contact) in contacts.enumerated() {
        let zone = zones[index % zones.count]
        guard let first = schedule.firstTouch(contactID: contact, zone: zone, from: start) else {
          continue
        }
        planned += 1
        planned +=
          schedule.projection(
            after: 1, at: first.instant, contactID: contact, zone: zone
          ).count
      }
    }
    guard planned == 4 * count else {
      throw BenchmarkError("\(planned) of \(4 * count) steps were planned")
    }
    return [
      Measurement(
        name: "plan \(count / 1000)k enrollments", value: seconds, unit: "s",
        bar: .valueAtMost(2))
    ]
  }
}
