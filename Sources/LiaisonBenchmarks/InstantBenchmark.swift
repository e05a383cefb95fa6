import Scheduling

/// The next instant of a window from any moment of a year, in zones with and without summer time.
enum InstantBenchmark {
  @Sendable
  static func run(_ scale: Scale) throws -> [Measurement] {
    let count = scale.pick(2_000_000, quick: 100_000)
    let database = try ZoneDatabase()
    let zones = try [
      "Europe/Berlin", "America/New_York", "Asia/Kathmandu", "Asia/Tokyo", "Australia/Lord_Howe",
      "America/Sao_Paulo", "Africa/Cairo", "Pacific/Apia",
    ].map { try database.zone(TimeZoneName($0, in: database)) }
    let window = try SendWindow("Mon-Fri 10:00-18:00")
    var sum: Int64 = 0
    let seconds = Stopwatch.best(of: 3) {
      var random = Sequence64(state: 7)
      for index in 0..<count {
        let from = Instant(seconds: 1_790_000_000 + Int64(random.next() % 31_536_000))
        let next = window.firstInstant(from: from, in: zones[index & 7])
        sum &+= next?.seconds ?? 0
      }
    }
    guard sum > 0 else { throw BenchmarkError("the window never opens") }
    return [
      Measurement(
        name: "next send instant", value: seconds / Double(count) * 1e9, unit: "ns",
        bar: .valueAtMost(100))
    ]
  }
}
