/// One thing that is measured, by the name it can be asked for.
struct Benchmark: Sendable {
  let name: String
  let run: @Sendable (Scale) throws -> [Measurement]

  /// All of them, in the order in which they are printed.
  static let all = [
    Benchmark(name: "import", run: ImportBenchmark.run),
    Benchmark(name: "filter", run: FilterBenchmark.run),
    Benchmark(name: "plan", run: PlanBenchmark.run),
    Benchmark(name: "plan-day", run: PlanDayBenchmark.run),
    Benchmark(name: "send", run: SendBenchmark.run),
    Benchmark(name: "send-memory", run: SendMemoryBenchmark.run),
    Benchmark(name: "startup", run: StartupBenchmark.run),
    Benchmark(name: "instant", run: InstantBenchmark.run),
    Benchmark(name: "render", run: RenderBenchmark.run),
    Benchmark(name: "lint", run: LintBenchmark.run),
    Benchmark(name: "inbound", run: InboundBenchmark.run),
  ]
}

/// How much of everything is measured.
enum Scale: Sendable {
  /// The sizes that the bars speak of.
  case full
  /// Small ones, to see that everything runs.
  case quick

  func pick<Value>(_ full: Value, quick: Value) -> Value { self == .full ? full : quick }
}

/// Why a benchmark could not be run.
struct BenchmarkError: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }
}
