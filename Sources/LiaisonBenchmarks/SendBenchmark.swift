import Foundation
import Glibc
import Liaison
import Scheduling
import Tone

/// Thousands of first touches through the whole pipeline on one connection: claimed, written as text
/// and HTML with the brand kit attached, passed through the gate, journalled durably before each
/// final dot, handed to smtp-sink, and recorded with the follow-up planned.
///
/// Beside it a bare loop of libcurl carries the very same bytes to the same server.
enum SendBenchmark {
  /// Three days before 22 October 2026, which is no holiday anywhere in the rows.
  private static let launchedAt = Instant(seconds: 1_792_419_200)
  /// Long enough after the launch for everybody's first touch to be due.
  private static let sentAt = launchedAt.adding(seconds: 3 * 86_400)
  private static let sender = "me@acme.example"

  @Sendable
  static func run(_ scale: Scale) throws -> [Measurement] {
    try ScratchFolder.with { try measure(scale.pick(5_000, quick: 200), in: $0) }
  }

  private static func measure(_ count: Int, in folder: String) throws -> [Measurement] {
    let name = "send \(count) mails"
    let sync = Measurement(
      name: "fdatasync of this disk", value: try syncSeconds(below: folder) * 1e6,
      unit: "us")
    guard let sink = try SMTPSink() else {
      return [
        Measurement(
          name: name, value: .zero, unit: "mails/s", reference: .missing("smtp-sink"),
          bar: .ratioAtLeast(0.25)),
        sync,
      ]
    }
    let original = "\(folder)/original"
    try prepare(original, count: count, port: sink.port)
    let mails = try ScratchFolder.with(below: ScratchFolder.memory) {
      try file(original, count: count, in: $0)
    }
    var ours: [Double] = []
    var bare: [Double] = []
    for round in 0..<3 {
      bare.append(Double(count) / (try BareLoop.run(mails, from: sender, port: sink.port)))
      let copy = "\(folder)/round-\(round)"
      try FileManager.default.copyItem(atPath: original, toPath: copy)
      let desk = try desk(copy)
      let seconds = try Stopwatch.seconds {
        try expect(count, desk.deliver(clock: { sentAt }))
      }
      ours.append(Double(count) / seconds)
    }
    return [
      Measurement(
        name: name, value: ours.median, unit: "mails/s",
        reference: .measured("bare libcurl loop", bare.median), bar: .ratioAtLeast(0.25)),
      sync,
    ]
  }

  /// Makes a workspace whose campaign is launched to everybody, at all hours.
  private static func prepare(_ path: String, count: Int, port: UInt16) throws {
    let made = try WorkspaceMaker.make(at: path, now: launchedAt)
    try Data(settings(port).utf8).write(to: URL(filePath: "\(path)/liaison.json5"))
    let campaign = "\(made.folder)/campaigns/spring.json5"
    let text = try String(contentsOfFile: campaign, encoding: .utf8)
    try Data(text.replacing("Mon-Fri 10:00-18:00", with: "Mon-Sun 00:00-24:00").utf8)
      .write(to: URL(filePath: campaign))
    let rows = "\(path)/rows.csv"
    try ProspectRows.write(count, to: rows, kind: "creator")
    let workspace = try Workspace(folder: path)
    let store = try workspace.openStore()
    let zones = try workspace.zoneDatabase()
    var reader = try ImportReader(path: rows, options: ImportOptions(zones: zones))
    _ = try ProspectImport(store: store, policy: .skip, who: "benchmark")
      .run(&reader, from: "rows.csv", at: launchedAt)
    let desk = CampaignDesk(
      workspace: workspace, store: store, zones: zones, linter: try workspace.linter())
    let report = try desk.launch(
      LaunchRequest(campaign: "spring", who: "benchmark"), at: launchedAt)
    guard report.enrolled == count else {
      throw BenchmarkError(
        "\(report.enrolled) of \(count) were enrolled; \(report.held.first?.reasons ?? [])")
    }
  }

  private static func settings(_ port: UInt16) -> String {
    """
    {
      brand: {
        name: "Acme", website: "https://acme.example", story: "Acme mends rain jackets.",
        postalAddress: "Werkstattgasse 12, 10999 Berlin, Germany", contactPerson: "Lina Berg",
        optOutAddress: "stop@acme.example",
        kit: { file: "brand/brand-kit.pdf", link: "https://acme.example/kit" },
      },
      timeZone: "Europe/Berlin",
      senders: [{
        id: "me", name: "Lina Berg", address: "\(sender)", daily: 100000,
        smtp: { host: "127.0.0.1", port: \(port), security: "none" },
      }],
    }
    """
  }

  /// The messages as they will be sent: filed by the same pipeline, in a copy that stays in memory.
  private static func file(
    _ original: String, count: Int, in folder: String
  ) throws -> [BareLoop.Mail] {
    let copy = "\(folder)/workspace"
    try FileManager.default.copyItem(atPath: original, toPath: copy)
    let outbox = "\(folder)/outbox"
    try expect(count, desk(copy).file(into: outbox, clock: { sentAt }))
    return try FileManager.default.contentsOfDirectory(atPath: "\(outbox)/new").map { name in
      guard let bytes = FileManager.default.contents(atPath: "\(outbox)/new/\(name)"),
        let address = recipient(String(decoding: bytes, as: UTF8.self))
      else { throw BenchmarkError("cannot read \(name)") }
      return BareLoop.Mail(to: address, bytes: [UInt8](bytes))
    }
  }

  /// The address in a message's To line, which may be folded.
  private static func recipient(_ message: String) -> String? {
    guard let line = message.firstRange(of: "\r\nTo:"),
      let open = message[line.upperBound...].firstIndex(of: "<"),
      let close = message[open...].firstIndex(of: ">")
    else { return nil }
    return String(message[message.index(after: open)..<close])
  }

  private static func desk(_ path: String) throws -> SendDesk {
    let workspace = try Workspace(folder: path)
    return try SendDesk(
      workspace: workspace, store: workspace.openStore(), zones: workspace.zoneDatabase(),
      linter: workspace.linter(), environment: [:])
  }

  private static func expect(_ count: Int, _ report: SendReport) throws {
    let sent = report.count(.sent)
    guard sent == count else {
      let other = report.entries.first { $0.result != .sent }?.detail
      throw BenchmarkError(
        "\(sent) of \(count) mails were sent; \(other ?? report.stoppedSenders.description)")
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
