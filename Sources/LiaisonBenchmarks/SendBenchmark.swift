import Foundation
import Glibc
import Liaison

/// Thousands of first touches on one, four and sixteen connections, to a server near by and to one
/// whose every reply takes 20 ms more.
///
/// The whole pipeline claims, writes text and HTML with the brand kit attached, passes the gate,
/// journals durably before each final dot, hands the message to smtp-sink, and records it with the
/// follow-up planned; "prepared" does the same with messages that were written before. Beside them,
/// in the same run, a bare loop of libcurl carries the very same bytes to the same server on as many
/// connections, and smtp-source sends mail of that size.
enum SendBenchmark {
  private static let connections = [1, 4, 16]
  private static let latency: UInt32 = 20

  @Sendable
  static func run(_ scale: Scale) throws -> [Measurement] {
    try ScratchFolder.with { folder in
      let sync = Measurement(
        name: "fdatasync of this disk", value: try syncSeconds(below: folder) * 1e6, unit: "us")
      guard let sink = try SMTPSink() else {
        return [
          Measurement(
            name: "send", value: .zero, unit: "mails/s", reference: .missing("smtp-sink"),
            bar: .ratioAtLeast(0.25)), sync,
        ]
      }
      let near = try Course(scale.pick(5_000, quick: 200), in: "\(folder)/near", port: sink.port)
      var found = [sync]
      for number in connections {
        found += try near.measure(
          number, rounds: 3, prepared: number == 1 ? 1.0 / 3 : 0.5, whole: number == 1 ? 0.25 : 0.2)
      }
      let proxy = try LatencyProxy(to: sink.port, milliseconds: latency)
      for number in connections {
        let far = try Course(
          scale.pick(40, quick: 4) * number, in: "\(folder)/far-\(number)", port: proxy.port,
          label: ", \(latency) ms")
        found += try far.measure(number, rounds: 1, prepared: 0.9, whole: 0.9)
      }
      return found
    }
  }

  /// One workspace with its messages, and the port that they go to.
  private struct Course {
    let workspace: SendWorkspace
    let mails: [BareLoop.Mail]
    let port: UInt16
    let label: String

    init(_ count: Int, in folder: String, port: UInt16, label: String = "") throws {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      workspace = try SendWorkspace(at: "\(folder)/original", count: count)
      mails = try ScratchFolder.with(below: ScratchFolder.memory) { [workspace] in
        try workspace.mails(filedIn: $0)
      }
      self.port = port
      self.label = label
    }

    /// The figures for a number of connections, with the ratios to the bare loop that are wanted.
    func measure(
      _ connections: Int, rounds: Int, prepared: Double, whole: Double
    ) throws -> [Measurement] {
      var rates: [String: [Double]] = [:]
      let count = Double(mails.count)
      let bytes = mails.reduce(0) { $0 + $1.bytes.count } / max(mails.count, 1)
      for round in 0..<rounds {
        rates["bare", default: []].append(
          count
            / (try BareLoop.run(
              mails, from: SendWorkspace.sender, port: port, connections: connections)))
        if let seconds = try SMTPSource.run(
          mails.count, bytes: bytes, port: port, connections: connections)
        {
          rates["source", default: []].append(count / seconds)
        }
        for isWhole in [false, true] {
          let path = "\(workspace.path)-\(connections)-\(round)-\(isWhole)"
          let copy = try workspace.copy(to: path)
          try copy.configure(port: port, connections: connections)
          let desk = try copy.desk()
          let stock = isWhole ? nil : try desk.stock(at: SendWorkspace.sentAt)
          let seconds = try Stopwatch.seconds {
            let clock = { SendWorkspace.sentAt }
            try copy.expect(
              stock.map { try desk.deliver($0, clock: clock) }
                ?? desk.deliver(clock: clock, keepsEntries: false))
          }
          rates[isWhole ? "whole" : "prepared", default: []].append(count / seconds)
          try FileManager.default.removeItem(atPath: path)
        }
      }
      let name = "\(connections) connection\(connections == 1 ? "" : "s")\(label)"
      let bare = Measurement.Reference.measured("bare loop", (rates["bare"] ?? []).median)
      func rate(_ key: String, _ words: String, bar: Double?) -> Measurement {
        Measurement(
          name: "\(words), \(name)", value: (rates[key] ?? []).median, unit: "mails/s",
          reference: bare, bar: bar.map { .ratioAtLeast($0) })
      }
      return [
        rate("prepared", "send prepared", bar: prepared), rate("whole", "send", bar: whole),
      ] + (rates["source"] == nil ? [] : [rate("source", "smtp-source", bar: nil)])
    }
  }

  /// The median time of making one appended page of a file durable.
  private static func syncSeconds(below folder: String) throws -> Double {
    let path = "\(folder)/sync"
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw BenchmarkError("cannot write in \(folder)") }
    defer {
      close(descriptor)
      unlink(path)
    }
    let page = [UInt8](repeating: 7, count: 4096)
    return try (0..<200).map { _ in
      guard write(descriptor, page, page.count) == page.count else {
        throw BenchmarkError("cannot write in \(folder)")
      }
      return Stopwatch.seconds { fdatasync(descriptor) }
    }.median
  }
}
