import FoundationEssentials
import Scheduling

/// A team's folder: configuration, campaigns, templates, tone rules and the database.
public struct Workspace: Sendable {
  /// The folder's absolute path.
  public let folder: String
  /// What `liaison.json5` says.
  public let configuration: WorkspaceConfiguration

  /// Opens the workspace that `folder` is in, looking upwards for `liaison.json5`.
  ///
  /// - Throws: `WorkspaceError` where there is none, `ConfigurationError` where it is faulty.
  public static func find(from folder: String) throws -> Workspace {
    try Workspace(folder: root(around: folder))
  }

  /// The folder of the workspace that `folder` is in, whatever state it is in.
  static func root(around folder: String) throws(WorkspaceError) -> String {
    var place = URL(filePath: folder).standardizedFileURL.path(percentEncoded: false)
    while place.count > 1, place.hasSuffix("/") { place.removeLast() }
    let start = place
    while true {
      let file = join(place, WorkspaceConfiguration.fileName)
      if FileManager.default.fileExists(atPath: file) { return place }
      guard place != "/", let slash = place.lastIndex(of: "/") else { break }
      place = slash == place.startIndex ? "/" : String(place[..<slash])
    }
    throw WorkspaceError.notFound(start: start)
  }

  /// Opens the workspace in exactly this folder.
  public init(folder: String) throws {
    let file = WorkspaceConfiguration.fileName
    let bytes = try Self.bytes(at: Self.join(folder, file), shownAs: file)
    try self.init(
      folder: folder,
      configuration: ConfigurationError.decode(
        WorkspaceConfiguration.self, from: bytes, path: file))
  }

  init(folder: String, configuration: WorkspaceConfiguration) {
    self.folder = folder
    self.configuration = configuration
  }

  /// Where the database is.
  public var databasePath: String { path("liaison.db") }

  /// Opens the database.
  public func openStore(_ access: Store.Access = .write) throws(StoreError) -> Store {
    try Store.open(at: databasePath, access: access)
  }

  /// The time zone data that this workspace uses.
  ///
  /// - Throws: `ZoneError` where the configured folder cannot be used.
  public func zoneDatabase() throws(ZoneError) -> ZoneDatabase {
    try ZoneDatabase(folder: configuration.zoneinfo)
  }

  /// The zone of the team itself.
  public func homeZone(in zones: ZoneDatabase) throws -> Zone {
    do {
      return try zones.zone(TimeZoneName(configuration.timeZone, in: zones))
    } catch {
      throw ConfigurationError(
        path: WorkspaceConfiguration.fileName, message: "timeZone: \(error)")
    }
  }

  /// The names of the campaigns that have a file, sorted.
  public func campaignNames() -> [String] {
    filesBelow("campaigns").filter { $0.hasSuffix(".json5") && !$0.dropFirst(10).contains("/") }
      .map { String($0.dropFirst(10).dropLast(6)) }
  }

  /// Reads a campaign's file.
  ///
  /// - Throws: `WorkspaceError.unknownCampaign`, `ConfigurationError`.
  public func campaign(named name: String) throws -> CampaignDefinition {
    do {
      return try definition(of: name)
    } catch let error as ConfigurationFaults {
      throw ConfigurationError(error)
    }
  }

  /// Reads a campaign's file and finds every fault in it.
  ///
  /// - Throws: `WorkspaceError.unknownCampaign`, `ConfigurationFaults`.
  func definition(of name: String) throws -> CampaignDefinition {
    let path = "campaigns/\(name).json5"
    guard !name.contains("/"), FileManager.default.fileExists(atPath: self.path(path)) else {
      throw WorkspaceError.unknownCampaign(name: name, known: campaignNames())
    }
    var definition = try ConfigurationFaults.decode(
      CampaignDefinition.self, from: bytes(of: path), path: path)
    let unknown = definition.senders.filter { configuration.sender($0) == nil }.map { sender in
      ConfigurationError(
        path: path,
        message: "sender '\(sender)' is not in liaison.json5; there are: "
          + configuration.senders.map(\.id).joined(separator: ", "))
    }
    if let first = unknown.first { throw ConfigurationFaults(unknown, else: first) }
    do {
      definition.segment.filter = try definition.segment.filter.map(resolved)
    } catch let error as ConfigurationError {
      throw ConfigurationFaults([error], else: error)
    } catch {
      let fault = ConfigurationError(path: path, message: "segment: \(error)")
      throw ConfigurationFaults([fault], else: fault)
    }
    return definition
  }

  /// A file's bytes, with its path relative to the workspace; nothing outside is read.
  ///
  /// - Throws: `WorkspaceError`.
  func bytes(of relative: String) throws -> [UInt8] {
    let real = URL(filePath: path(relative)).resolvingSymlinksInPath().path(percentEncoded: false)
    let root = URL(filePath: folder).resolvingSymlinksInPath().path(percentEncoded: false)
    guard real.hasPrefix(root.hasSuffix("/") ? root : root + "/") else {
      throw WorkspaceError.outside(path: relative)
    }
    guard !isSecret(real) else { throw WorkspaceError.secret(path: relative) }
    return try Self.bytes(at: real, shownAs: relative)
  }

  /// Whether a file is the database, what stands beside it, or a sender's password: nothing of that
  /// belongs in a message, whatever the configuration names.
  private func isSecret(_ real: String) -> Bool {
    func resolved(_ path: String) -> String {
      URL(filePath: path).resolvingSymlinksInPath().path(percentEncoded: false)
    }
    if real.hasPrefix(resolved(databasePath)) { return true }
    return configuration.senders.flatMap { [$0.smtp?.password, $0.imap?.password] }.contains {
      guard case .file(let name) = $0 else { return false }
      return resolved(name.hasPrefix("/") ? name : path(name)) == real
    }
  }

  /// The paths of all files below a folder of the workspace, relative to the workspace, sorted.
  func filesBelow(_ relative: String) -> [String] {
    guard let names = try? FileManager.default.subpathsOfDirectory(atPath: path(relative)) else {
      return []
    }
    return names.filter { !$0.split(separator: "/").contains { $0.hasPrefix(".") } }
      .map { "\(relative)/\($0)" }.sorted()
  }

  /// A path inside the workspace.
  func path(_ relative: String) -> String { Self.join(folder, relative) }

  private static func join(_ folder: String, _ name: String) -> String {
    folder.hasSuffix("/") ? folder + name : folder + "/" + name
  }

  private static func bytes(at path: String, shownAs shown: String) throws -> [UInt8] {
    var isFolder = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), !isFolder else {
      throw WorkspaceError.missingFile(path: shown)
    }
    guard let data = FileManager.default.contents(atPath: path) else {
      throw WorkspaceError.unreadable(path: shown)
    }
    return [UInt8](data)
  }
}
