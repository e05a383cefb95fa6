import Foundation
import Liaison

/// How much memory sending takes: as much for 200,000 messages as for 10,000.
///
/// Each run is this program with a hidden argument, so that its peak memory is the sending's alone.
enum SendMemoryBenchmark {
  static let childArgument = "--send-child"

  @Sendable
  static func run(_ scale: Scale) throws -> [Measurement] {
    guard let sink = try SMTPSink() else {
      return [
        Measurement(
          name: "send memory", value: .zero, unit: "MB", reference: .missing("smtp-sink"))
      ]
    }
    let sizes = [scale.pick(10_000, quick: 100), scale.pick(200_000, quick: 400)]
    let peaks = try sizes.map { count in
      try ScratchFolder.with { folder in
        let workspace = try SendWorkspace(at: "\(folder)/workspace", count: count, senders: 3)
        try workspace.configure(port: sink.port, connections: 4)
        let report = "\(folder)/report"
        _ = try ChildProcess.run(
          ChildProcess.own(), [childArgument, workspace.path, "\(count)", report])
        return (Double(try String(contentsOfFile: report, encoding: .utf8)) ?? .nan) / 1e6
      }
    }
    return [
      Measurement(name: "send \(sizes[0]) mails, peak memory", value: peaks[0], unit: "MB"),
      Measurement(
        name: "send \(sizes[1]) mails, beyond that", value: peaks[1] - peaks[0], unit: "MB",
        bar: .valueAtMost(20)),
    ]
  }

  /// The measured side: sends all that is due and writes down how much memory it took.
  static func runChild(_ arguments: [String]) throws {
    guard arguments.count == 3, let count = Int(arguments[1]) else {
      throw BenchmarkError("\(childArgument) is for this program's own use")
    }
    let workspace = try Workspace(folder: arguments[0])
    let desk = try SendDesk(
      workspace: workspace, store: workspace.openStore(), zones: workspace.zoneDatabase(),
      linter: workspace.linter(), environment: [:])
    let report = try desk.deliver(clock: { SendWorkspace.sentAt }, keepsEntries: false)
    guard report.count(.sent) == count else {
      throw BenchmarkError(
        "\(report.count(.sent)) of \(count) mails were sent; \(report.stoppedSenders)")
    }
    try Data("\(ChildProcess.peakMemory())".utf8).write(to: URL(filePath: arguments[2]))
  }
}
