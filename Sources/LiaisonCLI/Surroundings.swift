import CommandLineKit
import FoundationEssentials
import Glibc
import Liaison
import Scheduling
import Tone

/// What a command works with: the workspace around it, its store, zones and rules, and the clock.
struct Surroundings {
  let workspace: Workspace
  let store: Store

  init(_ terminal: Terminal, _ access: Store.Access = .write) throws {
    workspace = try Self.found(terminal)
    store = try workspace.openStore(access)
  }

  // Made when asked for, since most commands need neither.
  private var zones: ZoneDatabase { get throws(ZoneError) { try workspace.zoneDatabase() } }
  private var linter: Linter { get throws { try workspace.linter() } }

  /// The workspace around us, or the one named.
  ///
  /// From here on its passwords stand in `terminal.environment` and not in the process's own, which
  /// others of the same user can read and the programs that we start inherit.
  private static func found(_ terminal: Terminal) throws -> Workspace {
    let workspace = try Workspace.find(from: folder(terminal))
    workspace.configuration.concealSecrets()
    return workspace
  }

  /// The workspace around us; nil where there is none and none was named.
  static func workspace(_ terminal: Terminal) throws -> Workspace? {
    do {
      return try found(terminal)
    } catch WorkspaceError.notFound where terminal.standardOption("workspace") == nil {
      return nil
    }
  }

  /// The zone data of the workspace around, or the system's where there is none.
  static func zones(_ terminal: Terminal) throws -> ZoneDatabase {
    do {
      return try found(terminal).zoneDatabase()
    } catch WorkspaceError.notFound {
      return try ZoneDatabase()
    }
  }

  /// The folder to look for a workspace in: the one named, else the one we are in.
  static func folder(_ terminal: Terminal) -> String {
    guard let named = terminal.standardOption("workspace") else { return terminal.currentDirectory }
    return path(named, terminal)
  }

  /// A path as the user means it, made absolute and without needless dots and slashes.
  ///
  /// `..` stays, since what it leads to depends on links.
  static func path(_ text: String, _ terminal: Terminal) -> String {
    let path = text.hasPrefix("/") ? text : "\(terminal.currentDirectory)/\(text)"
    return "/" + path.split(separator: "/").filter { $0 != "." }.joined(separator: "/")
  }

  /// Who is at the keyboard, for the log.
  static func who(_ terminal: Terminal) -> String {
    terminal.environment["LIAISON_USER"] ?? terminal.environment["USER"] ?? "somebody"
  }

  /// The time by the system's clock.
  static func now() -> Instant {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Instant(microseconds: Int64(time.tv_sec) * 1_000_000 + Int64(time.tv_nsec) / 1000)
  }

  /// An instant as the team's own clock shows it, `2026-11-24 10:32`, for lists.
  func ourTime(_ instant: Instant) throws -> String {
    "\(LocalTime(instant, in: try workspace.homeZone(in: zones)))"
  }

  /// The first instant of a day on the team's own clock.
  func start(of date: CivilDate) throws -> Instant {
    try workspace.homeZone(in: zones).start(of: date)
  }

  func campaignDesk() throws -> CampaignDesk {
    try CampaignDesk(workspace: workspace, store: store, zones: zones, linter: linter)
  }

  func sendDesk(_ terminal: Terminal) throws -> SendDesk {
    try SendDesk(
      workspace: workspace, store: store, zones: zones, linter: linter,
      environment: terminal.environment)
  }

  func previewDesk() throws -> PreviewDesk {
    try PreviewDesk(workspace: workspace, store: store, zones: zones, linter: linter)
  }

  func meetingDesk() throws -> MeetingDesk {
    try MeetingDesk(workspace: workspace, store: store, zones: zones)
  }

  /// Writes a file that a command was asked for.
  func write(_ text: String, to path: String) throws {
    do {
      try Data(text.utf8).write(to: URL(filePath: path), options: .atomic)
    } catch {
      throw Failure(.noInput, "cannot write \(path)", hint: "name a file in a folder that is there")
    }
  }

  /// What filters take for now and for the beginning of a day.
  static func filterClock(_ workspace: Workspace) throws -> FilterClock {
    FilterClock(now: now(), home: try workspace.homeZone(in: workspace.zoneDatabase()))
  }

  /// The record of a launched campaign.
  func launched(_ name: String) throws -> CampaignRecord {
    if let found = try store.campaign(named: name) { return found }
    if workspace.campaignNames().contains(name) {
      throw Failure(
        .noInput, "the campaign '\(name)' is not launched yet",
        hint:
          "check it with 'liaison campaign check \(name)', then 'liaison campaign launch \(name)'")
    }
    throw WorkspaceError.unknownCampaign(name: name, known: workspace.campaignNames())
  }
}

/// An instant on the command line, such as `2026-11-24T10:00:00Z`.
struct InstantParameter: ParameterValue {
  let instant: Instant

  init(parameter: String) throws(ParameterError) {
    guard let instant = Instant(iso8601: parameter) else {
      throw .expected("an instant such as 2026-11-24T10:00:00Z")
    }
    self.instant = instant
  }

  static var choices: [String] { [] }
  static var valueName: String { "INSTANT" }
  var parameter: String { instant.iso8601 }
}

/// A date on the command line, such as `2026-12-01`.
struct DateParameter: ParameterValue {
  let date: CivilDate

  init(parameter: String) throws(ParameterError) {
    guard let date = CivilDate(parameter) else {
      throw .expected("a date such as 2026-12-01")
    }
    self.date = date
  }

  static var choices: [String] { [] }
  static var valueName: String { "DATE" }
  var parameter: String { "\(date)" }
}

/// An address or `@domain` on the command line as the key that suppressions are kept by.
func suppressionKey(_ text: String) throws -> String {
  do {
    return try SuppressionKey(text).description
  } catch {
    throw Failure(
      .usage, "'\(text)' is neither an address nor a domain: \(error)",
      hint: "write an address, or a domain as @example.com")
  }
}
