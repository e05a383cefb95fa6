import Foundation
import Liaison
import Scheduling

/// The plan of a million enrollments: the first touch and the three follow-ups after it, each on the
/// recipient's own clock over all zones that the system has, around the holidays of ten countries, at
/// a minute of their own, on days that have room at their sender, domain and prospect.
///
/// In a process of its own, so that its peak memory is the plan's alone, the contacts' ids among it.
enum PlanBenchmark {
  static let childArgument = "--plan-child"
  private static let start = Instant(seconds: 1_790_000_000)
  private static let countries = ["US", "DE", "GB", "FR", "JP", "BR", "IN", "AE", "CN", "MX"]

  @Sendable
  static func run(_ scale: Scale) throws -> [Measurement] {
    let count = scale.pick(1_000_000, quick: 50_000)
    return try ScratchFolder.with { folder in
      let report = "\(folder)/report"
      _ = try ChildProcess.run(
        ChildProcess.own(), [childArgument, "\(count)", "\(scale.pick(3, quick: 1))", report])
      let figures = try String(contentsOfFile: report, encoding: .utf8).split(separator: " ")
        .compactMap { Double($0) }
      guard figures.count == 2 else { throw BenchmarkError("the plan left no figures") }
      return [
        Measurement(
          name: "plan \(count / 1000)k enrollments", value: figures[0], unit: "s",
          bar: .valueAtMost(1)),
        Measurement(
          name: "plan peak memory", value: figures[1] / 1e6, unit: "MB", bar: .valueAtMost(200)),
      ]
    }
  }

  /// The measured side: plans so many enrollments and writes down how long and how much it took.
  static func runChild(_ arguments: [String]) throws {
    guard arguments.count == 3, let count = Int(arguments[0]), let rounds = Int(arguments[1]) else {
      throw BenchmarkError("\(childArgument) is for this program's own use")
    }
    let zones = try zones()
    let schedules = try countries.map(schedule)
    var ids = IdentifierSource(random: Sequence64(state: 1))
    let contacts = (0..<count).map { _ in ids.next(at: start) }
    let home = try ZoneDatabase().zone(TimeZoneName("Europe/Berlin", in: ZoneDatabase()))
    // A hundred senders of which each gets through in some forty working days.
    let cap = try DailyCap(daily: max(1, count / 1000), rampUp: .init(start: 1, add: 50))
    var planned = 0
    let seconds = Stopwatch.best(of: rounds) {
      planned = 0
      var capacity = CapacityPlanner(from: start, home: home)
      capacity.reserve(domains: count / 2, prospects: count)
      let senders = (0..<100).map { _ in capacity.addSender(cap) }
      for (index, contact) in contacts.enumerated() {
        // A quarter is at free-mail providers; others share a domain, and every fifth a prospect.
        let domain: UInt64? = index % 4 == 0 ? nil : UInt64(index % (count / 2))
        let prospect = UInt64(index % 5 == 4 ? index - 1 : index)
        schedules[index % schedules.count].place(
          contactID: contact, zone: zones[index % zones.count], from: start,
          sender: senders[index % senders.count],
          touch: .first(domain: domain, prospect: prospect), in: &capacity
        ) { _, _ in planned += 1 }
      }
    }
    guard planned == 4 * count else {
      throw BenchmarkError("\(planned) of \(4 * count) steps were planned")
    }
    try Data("\(seconds) \(try ChildProcess.peakMemory())".utf8)
      .write(to: URL(filePath: arguments[2]))
  }

  private static func zones() throws -> [Zone] {
    let database = try ZoneDatabase()
    let zones = try database.names.filter { $0.contains("/") }
      .compactMap { try? TimeZoneName($0, in: database) }.map { try database.zone($0) }
    return try zones.isEmpty ? [database.zone(TimeZoneName("UTC", in: database))] : zones
  }

  private static func schedule(_ country: String) throws -> CampaignSchedule {
    CampaignSchedule(
      campaign: "spring", window: try SendWindow("Mon-Fri 10:00-18:00"),
      cadence: try Cadence(steps: [
        .init(emphasis: .brandStory), .init(emphasis: .partnerBenefit),
        .init(emphasis: .socialProof), .init(emphasis: .parting),
      ]), closed: ClosedDays(market: Holidays.shipped.market(country)))
  }
}
