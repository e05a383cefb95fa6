import FoundationEssentials
import Synchronization

/// The time zones of one source: a folder of compiled zone files, or Foundation.
///
/// Each zone is read when it is first asked for and kept. Safe to share between threads.
public final class ZoneDatabase: Sendable {
  /// Where the zone data comes from.
  public enum Source: Hashable, Sendable, CustomStringConvertible {
    /// A folder of TZif files (RFC 9636), such as `/usr/share/zoneinfo`.
    case folder(String)
    /// The data built into Foundation, which nobody can update.
    case foundation

    /// The folder's path, or `Foundation`.
    public var description: String {
      switch self {
      case .folder(let path): path
      case .foundation: "Foundation"
      }
    }
  }

  /// Where the zone data comes from.
  public let source: Source

  private let list: ZoneList
  private let zones = Mutex<[String: Zone]>([:])

  /// Opens the configured folder, else the system's zone files, else Foundation's data.
  ///
  /// The system's are those of the environment's `TZDIR` and then of the usual places. Throws
  /// where a configured folder is unusable (it is never silently replaced) and where there is no
  /// zone data at all.
  public convenience init(folder: String? = nil) throws(ZoneError) {
    var folders = ["/usr/share/zoneinfo", "/usr/lib/zoneinfo", "/usr/share/lib/zoneinfo"]
    if let own = ProcessInfo.processInfo.environment["TZDIR"], own.hasPrefix("/") {
      folders.insert(own, at: 0)
    }
    try self.init(folder: folder, systemFolders: folders)
  }

  /// Opens the configured folder, else the first usable one of the system's, else Foundation.
  package init(folder: String?, systemFolders: [String]) throws(ZoneError) {
    if let folder {
      do {
        list = try ZoneList(folder: folder)
      } catch {
        throw .unreadableFolder(path: folder, reason: error.reason)
      }
      guard !list.targets.isEmpty else { throw .noZones(path: folder) }
      source = .folder(folder)
      return
    }
    for folder in systemFolders {
      guard let list = try? ZoneList(folder: folder), !list.targets.isEmpty else { continue }
      self.list = list
      source = .folder(folder)
      return
    }
    guard FoundationZones.areAvailable else { throw .noZoneData(searched: systemFolders) }
    list = ZoneList()
    source = .foundation
  }

  /// The release of the tz database, such as `2025b`; nil where the source does not tell.
  public var version: String? {
    source == .foundation ? FoundationZones.version : list.version
  }

  /// Every zone and link name in alphabetical order; empty where the source is Foundation.
  public var names: [String] { list.targets.keys.sorted() }

  /// The zone of that name.
  ///
  /// Throws ``ZoneError`` where the name comes from another database and is not in this one, and
  /// where the zone's file is missing or damaged.
  public func zone(_ name: TimeZoneName) throws(ZoneError) -> Zone {
    try zone(listed: name.rawValue)
  }

  /// Whether the source has a zone or link of exactly that name.
  package func lists(_ name: String) -> Bool {
    source == .foundation ? FoundationZones.has(name) : list.targets[name] != nil
  }

  /// The zone that a listed name is another name of; nil where it is none, or the data does not tell.
  package func target(of name: String) -> String? { list.targets[name] ?? nil }

  /// The zone of a listed name, the old names that ``TimeZoneName`` refuses included.
  package func zone(listed name: String) throws(ZoneError) -> Zone {
    if let known = zones.withLock({ $0[name] }) { return known }
    // Read outside the lock: two threads may read the same file, and get equal zones.
    let zone = Zone(table: try load(name))
    zones.withLock { $0[name] = zone }
    return zone
  }

  private func load(_ name: String) throws(ZoneError) -> ZoneTable {
    guard case .folder(let folder) = source else {
      guard let table = FoundationZones.table(name) else {
        throw .notListed(name: name, source: source.description)
      }
      return table
    }
    guard let target = list.targets[name] else {
      throw .notListed(name: name, source: folder)
    }
    let (path, bytes) = try read(name, linkedTo: target, in: folder)
    do {
      let file = try TZifFile(bytes)
      // The type before the first change is the first one (RFC 9636 section 3.2).
      return ZoneTable(name: name, first: file.types[0], changes: file.changes, rule: file.rule)
    } catch {
      throw .malformed(name: name, path: path, reason: error.description)
    }
  }

  /// Reads the file of the name, or of its target: some systems install no files for old links.
  private func read(
    _ name: String, linkedTo target: String?, in folder: String
  ) throws(ZoneError) -> (path: String, bytes: [UInt8]) {
    let path = "\(folder)/\(name)"
    do {
      return (path, try ZoneFile.read(path))
    } catch {
      if error.isMissing, let target, list.targets[target] != nil,
        let bytes = try? ZoneFile.read("\(folder)/\(target)")
      {
        return ("\(folder)/\(target)", bytes)
      }
      throw .unreadable(name: name, path: path, reason: error.reason)
    }
  }
}
