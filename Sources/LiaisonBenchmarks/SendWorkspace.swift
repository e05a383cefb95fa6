import Foundation
import Liaison
import Scheduling

/// A workspace whose campaign is launched to thousands of people, at all hours.
struct SendWorkspace {
  /// Three days before 22 October 2026, which is no holiday anywhere in the rows.
  private static let launchedAt = Instant(seconds: 1_792_419_200)
  /// Long enough after the launch for everybody's first touch to be due.
  static let sentAt = launchedAt.adding(seconds: 3 * 86_400)
  static let sender = "me@acme.example"

  let path: String
  /// How many first touches are due.
  let count: Int
  private let senders: Int

  /// Makes it.
  ///
  /// - Parameter senders: How many share the people; one sends at most 100,000 messages a day.
  init(at path: String, count: Int, senders: Int = 1) throws {
    self.path = path
    self.count = count
    self.senders = senders
    let made = try WorkspaceMaker.make(at: path, now: Self.launchedAt)
    try configure(port: 25, connections: 1)
    let campaign = "\(made.folder)/campaigns/spring.json5"
    let ids = (0..<senders).map { "\"me\($0)\"" }.joined(separator: ", ")
    let text = try String(contentsOfFile: campaign, encoding: .utf8)
      .replacing("Mon-Fri 10:00-18:00", with: "Mon-Sun 00:00-24:00")
      .replacing("[\"me\"]", with: "[\(ids)]")
    try Data(text.utf8).write(to: URL(filePath: campaign))
    let rows = "\(path)/rows.csv"
    try ProspectRows.write(count, to: rows, kind: "creator")
    let workspace = try Workspace(folder: path)
    let store = try workspace.openStore()
    let zones = try workspace.zoneDatabase()
    var reader = try ImportReader(path: rows, options: ImportOptions(zones: zones))
    _ = try ProspectImport(store: store, policy: .skip, who: "benchmark")
      .run(&reader, from: "rows.csv", at: Self.launchedAt)
    let desk = CampaignDesk(
      workspace: workspace, store: store, zones: zones, linter: try workspace.linter())
    let report = try desk.launch(
      LaunchRequest(campaign: "spring", who: "benchmark"), at: Self.launchedAt)
    guard report.enrolled == count else {
      throw BenchmarkError(
        "\(report.enrolled) of \(count) were enrolled; \(report.held.first?.reasons ?? [])")
    }
  }

  private init(_ original: SendWorkspace, at path: String) {
    self.path = path
    count = original.count
    senders = original.senders
  }

  /// A copy of it elsewhere.
  func copy(to path: String) throws -> SendWorkspace {
    try FileManager.default.copyItem(atPath: self.path, toPath: path)
    return SendWorkspace(self, at: path)
  }

  /// Sets to which port, and on how many connections, mail goes.
  func configure(port: UInt16, connections: Int) throws {
    let list = (0..<senders).map { number in
      """
      {
        id: "me\(number)", name: "Lina Berg", address: "\(Self.sender)", daily: 100000,
        connections: \(connections),
        smtp: { host: "127.0.0.1", port: \(port), security: "none" },
      }
      """
    }
    let text = """
      {
        brand: {
          name: "Acme", website: "https://acme.example", story: "Acme mends rain jackets.",
          postalAddress: "Werkstattgasse 12, 10999 Berlin, Germany", contactPerson: "Lina Berg",
          optOutAddress: "stop@acme.example",
          kit: { file: "brand/brand-kit.pdf", link: "https://acme.example/kit" },
        },
        timeZone: "Europe/Berlin",
        senders: [\(list.joined(separator: ", "))],
      }
      """
    try Data(text.utf8).write(to: URL(filePath: "\(path)/liaison.json5"))
  }

  /// A desk over it.
  func desk() throws -> SendDesk {
    let workspace = try Workspace(folder: path)
    return try SendDesk(
      workspace: workspace, store: workspace.openStore(), zones: workspace.zoneDatabase(),
      linter: workspace.linter(), environment: [:])
  }

  /// The messages as they will be sent: filed by the same pipeline, in a copy in a folder.
  func mails(filedIn folder: String) throws -> [BareLoop.Mail] {
    let copy = try copy(to: "\(folder)/workspace")
    let outbox = "\(folder)/outbox"
    try expect(copy.desk().file(into: outbox, clock: { Self.sentAt }))
    return try FileManager.default.contentsOfDirectory(atPath: "\(outbox)/new").map { name in
      guard let bytes = FileManager.default.contents(atPath: "\(outbox)/new/\(name)"),
        let address = Self.recipient(String(decoding: bytes, as: UTF8.self))
      else { throw BenchmarkError("cannot read \(name)") }
      return BareLoop.Mail(to: address, bytes: [UInt8](bytes))
    }
  }

  /// Makes sure that all were sent.
  func expect(_ report: SendReport) throws {
    let sent = report.count(.sent)
    guard sent == count else {
      let other = report.entries.first { $0.result != .sent }?.detail
      throw BenchmarkError(
        "\(sent) of \(count) mails were sent; \(other ?? report.stoppedSenders.description)")
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
}
