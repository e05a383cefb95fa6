import Glibc

/// How long `liaison --version` takes from start to end, beside a program that does nothing.
enum StartupBenchmark {
  @Sendable
  static func run(_ scale: Scale) throws -> [Measurement] {
    let own = try ChildProcess.own()
    let folder = own.lastIndex(of: "/").map { String(own[..<$0]) } ?? "."
    let liaison = "\(folder)/liaison"
    guard access(liaison, X_OK) == 0 else {
      throw BenchmarkError("there is no \(liaison); run `swift build -c release` first")
    }
    let nothing = ChildProcess.find("true")
    var ours: [Double] = []
    var theirs: [Double] = []
    for _ in 0..<scale.pick(40, quick: 20) {
      ours.append(try ChildProcess.run(liaison, ["--version"]) * 1e3)
      if let nothing { theirs.append(try ChildProcess.run(nothing, []) * 1e3) }
    }
    return [
      Measurement(
        name: "startup of liaison --version", value: ours.median, unit: "ms",
        reference: nothing == nil ? .missing("true") : .measured("true", theirs.median),
        bar: .valueAtMost(15))
    ]
  }
}
