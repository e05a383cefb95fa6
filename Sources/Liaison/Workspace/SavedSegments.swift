import FoundationEssentials

/// A filter that a team has given a name: a file `segments/NAME.json5` of the workspace.
///
/// Files, as campaigns are, so that a team can review and version them with the campaigns that name
/// them; a launch keeps what they said then.
public struct SavedSegment: Codable, Hashable, Sendable {
  /// The filter, as it was written.
  public let filter: String
  /// What it is for, in the team's words.
  public let note: String?

  private enum CodingKeys: String, CodingKey, CaseIterable { case filter = "where", note }

  /// Reads a segment's file; an unknown key is an error.
  public init(from decoder: any Decoder) throws {
    var settings = try SettingsReader(decoder, CodingKeys.self)
    let filter = settings.text(.filter)
    note = settings.optional(.note)
    if let filter {
      do {
        _ = try Filter(filter)
      } catch {
        settings.refuse(.filter, error.description)
      }
    }
    guard let filter, settings.isWell else { throw settings.faults }
    self.filter = filter
  }

  init(filter: Filter, note: String?) {
    self.filter = filter.text
    self.note = note
  }
}

/// Why a segment cannot be saved or removed.
public enum SegmentError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The name has something else than letters, digits, `-` and `_` in it.
  case badName(String)
  /// There is none of that name.
  case unknown(name: String, known: [String])
  /// There is one of that name already.
  case exists(name: String)
  /// A campaign or another segment names it.
  case inUse(name: String, by: [String])

  /// What is wrong and what to do.
  public var description: String {
    switch self {
    case .badName(let name):
      "'\(name)' is no name for a segment; use letters, digits, - and _"
    case .unknown(let name, let known):
      known.isEmpty
        ? "there is no segment '\(name)'; save one with 'liaison segment save NAME FILTER'"
        : "there is no segment '\(name)'; there are: \(known.joined(separator: ", "))"
    case .exists(let name):
      "there is a segment '\(name)' already; add --replace to change it"
    case .inUse(let name, let users):
      "the segment '\(name)' is used by \(users.joined(separator: ", ")); change that first"
    }
  }
}

extension Workspace {
  /// The names of the saved segments, sorted.
  public func segmentNames() -> [String] {
    filesBelow("segments").filter { $0.hasSuffix(".json5") && !$0.dropFirst(9).contains("/") }
      .map { String($0.dropFirst(9).dropLast(6)) }
  }

  /// Reads a saved segment.
  ///
  /// - Throws: `SegmentError`, `ConfigurationError`.
  public func segment(named name: String) throws -> SavedSegment {
    let path = try Self.segmentPath(name)
    guard FileManager.default.fileExists(atPath: self.path(path)) else {
      throw SegmentError.unknown(name: name, known: segmentNames())
    }
    return try ConfigurationError.decode(SavedSegment.self, from: bytes(of: path), path: path)
  }

  /// Reads a filter, with the saved segments that it names in their places.
  ///
  /// - Throws: `FilterError`, `SegmentError`, `ConfigurationError`.
  public func filter(_ text: String) throws -> Filter { try resolved(Filter(text)) }

  /// A filter with the saved segments that it names in their places.
  func resolved(_ filter: Filter) throws -> Filter {
    try filter.resolved { try Filter(segment(named: $0).filter) }
  }

  /// Saves a filter under a name.
  ///
  /// - Throws: `SegmentError`, `WorkspaceError`, and what `filter` does where it names segments.
  public func saveSegment(
    _ name: String, _ filter: Filter, note: String?, replacing: Bool
  ) throws {
    let path = try Self.segmentPath(name)
    if !replacing, FileManager.default.fileExists(atPath: self.path(path)) {
      throw SegmentError.exists(name: name)
    }
    _ = try filter.resolved {
      if $0 == name { return filter }
      return try Filter(segment(named: $0).filter)
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    do {
      try FileManager.default.createDirectory(
        atPath: self.path("segments"), withIntermediateDirectories: true)
      let text = try encoder.encode(SavedSegment(filter: filter, note: note)) + Data("\n".utf8)
      try text.write(to: URL(filePath: self.path(path)), options: .atomic)
    } catch {
      throw WorkspaceError.cannotWrite(path: path, reason: "\(error)")
    }
  }

  /// Removes a saved segment that nothing names.
  ///
  /// - Throws: `SegmentError`, `WorkspaceError`.
  public func removeSegment(_ name: String) throws {
    _ = try segment(named: name)
    let path = try Self.segmentPath(name)
    let segments = segmentNames().filter { other in
      let filter = (try? segment(named: other)).flatMap { try? Filter($0.filter) }
      return filter?.segments.contains(name) ?? false
    }.map { "the segment '\($0)'" }
    let campaigns = campaignNames().filter { campaign in
      let definition = try? ConfigurationFaults.decode(
        CampaignDefinition.self, from: bytes(of: "campaigns/\(campaign).json5"), path: "")
      return definition?.segment.filter?.segments.contains(name) ?? false
    }.map { "the campaign '\($0)'" }
    guard segments.isEmpty, campaigns.isEmpty else {
      throw SegmentError.inUse(name: name, by: segments + campaigns)
    }
    do {
      try FileManager.default.removeItem(atPath: self.path(path))
    } catch {
      throw WorkspaceError.cannotWrite(path: path, reason: "\(error)")
    }
  }

  private static func segmentPath(_ name: String) throws(SegmentError) -> String {
    let isName = name.unicodeScalars.allSatisfy {
      $0 == "-" || $0 == "_" || $0.properties.isAlphabetic || $0.properties.numericType != nil
    }
    guard isName, !name.isEmpty, name.utf8.count <= 100 else { throw .badName(name) }
    return "segments/\(name).json5"
  }
}
