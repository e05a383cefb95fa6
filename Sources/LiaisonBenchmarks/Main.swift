import CommandLineKit
import Foundation
import Glibc

@main
enum Main {
  static let usage = """
    Usage: liaison-benchmarks [--json] [--quick] [NAME...]

    Measures Liaison beside what it is compared with, in one run, and says whether its bars hold.
    Build it with `swift build -c release`; anything else says nothing about speed.

      --json   one JSON document instead of the table
      --quick  small sizes, to see that everything runs; the bars mean nothing then
      NAME     only these of: \(Benchmark.all.map(\.name).joined(separator: ", "))

    The exit code is 1 where a bar does not hold.
    """

  static func main() {
    // A program that is spoken to and has gone shows as an error, not as our end.
    signal(SIGPIPE, SIG_IGN)
    let arguments = Array(CommandLine.arguments.dropFirst())
    do {
      if arguments.first == ImportBenchmark.childArgument {
        try ImportBenchmark.runChild(Array(arguments.dropFirst()))
        return
      }
      if arguments.first == PlanBenchmark.childArgument {
        try PlanBenchmark.runChild(Array(arguments.dropFirst()))
        return
      }
      if arguments.first == SendMemoryBenchmark.childArgument {
        try SendMemoryBenchmark.runChild(Array(arguments.dropFirst()))
        return
      }
      try run(arguments)
    } catch {
      fail("liaison-benchmarks: \("\(error)".prefix(1000))", code: 70)
    }
  }

  private static func run(_ arguments: [String]) throws {
    var names: [String] = []
    var isJSON = false
    var isQuick = false
    for argument in arguments {
      switch argument {
      case "--json": isJSON = true
      case "--quick": isQuick = true
      case "--help", "-h": return print(usage)
      default:
        guard Benchmark.all.contains(where: { $0.name == argument }) else {
          fail("There is no benchmark '\(argument)'.\n\(usage)", code: 64)
        }
        names.append(argument)
      }
    }
    let scale = isQuick ? Scale.quick : .full
    var measurements: [Measurement] = []
    for benchmark in Benchmark.all where names.isEmpty || names.contains(benchmark.name) {
      if isatty(2) == 1 { note("\(benchmark.name) …") }
      measurements += try benchmark.run(scale)
    }
    if isJSON {
      print(try Measurement.json(measurements))
    } else {
      for line in Measurement.table(measurements) { print(line) }
    }
    exit(measurements.contains { $0.isMet == false } ? 1 : 0)
  }

  private static func note(_ text: String) {
    FileHandle.standardError.write(Data((text + "\n").utf8))
  }

  private static func fail(_ text: String, code: Int32) -> Never {
    note(text)
    exit(code)
  }
}
