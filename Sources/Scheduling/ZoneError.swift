/// Why zone data, or one zone of it, cannot be had.
public enum ZoneError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The configured folder cannot be read.
  case unreadableFolder(path: String, reason: String)
  /// The configured folder has no compiled time zone file.
  case noZones(path: String)
  /// No folder of the system has zone data, and Foundation has none in this program.
  case noZoneData(searched: [String])
  /// The name is not listed in this database.
  case notListed(name: String, source: String)
  /// The zone's file cannot be read.
  case unreadable(name: String, path: String, reason: String)
  /// The zone's file is not what a compiled time zone file must be.
  case malformed(name: String, path: String, reason: String)

  /// What is wrong, where, and what to do.
  public var description: String {
    switch self {
    case .unreadableFolder(let path, let reason):
      "The time zone folder \(path) cannot be read: \(reason). Correct its path or its rights."
    case .noZones(let path):
      "The time zone folder \(path) has no time zone files. "
        + "Name a folder such as /usr/share/zoneinfo, or leave the setting out."
    case .noZoneData(let searched):
      "There is no time zone data on this machine (looked in \(searched.joined(separator: ", "))). "
        + "Install the package tzdata, or set the folder of the zone files."
    case .notListed(let name, let source):
      "The time zone “\(name)” is not in the zone data of \(source). "
        + "Update that data, or choose another name."
    case .unreadable(let name, let path, let reason):
      "The data of the time zone \(name) in \(path) cannot be read: \(reason). "
        + "Install the package tzdata (on some systems also tzdata-legacy) anew."
    case .malformed(let name, let path, let reason):
      "The data of the time zone \(name) in \(path) is damaged: \(reason). "
        + "Install the package tzdata anew."
    }
  }
}
