/// How one file of a campaign's content differs from what was approved.
public struct ContentChange: Hashable, Sendable, Codable {
  /// The file.
  public let path: String
  /// The lines that differ, each with `-`, `+` or a space before it.
  public let lines: [String]

  /// The differences between two contents, by path.
  static func between(_ old: CampaignContent, _ new: CampaignContent) -> [ContentChange] {
    Set(old.files.keys).union(new.files.keys).sorted().compactMap { path in
      let before = old.files[path]
      let after = new.files[path]
      guard before != after else { return nil }
      return ContentChange(path: path, lines: diff(before ?? [], after ?? []))
    }
  }

  /// A line diff; a file that is not text is named as changed only.
  private static func diff(_ old: [UInt8], _ new: [UInt8]) -> [String] {
    guard let before = String(validating: old, as: UTF8.self),
      let after = String(validating: new, as: UTF8.self), !old.contains(0), !new.contains(0)
    else { return ["(\(old.count) bytes before, \(new.count) now)"] }
    let from = before.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let to = after.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    var removed: Set<Int> = []
    var added: Set<Int> = []
    for change in to.difference(from: from) {
      switch change {
      case .remove(let offset, _, _): removed.insert(offset)
      case .insert(let offset, _, _): added.insert(offset)
      }
    }
    return merged(from, to, removed, added)
  }

  private static func merged(
    _ from: [String], _ to: [String], _ removed: Set<Int>, _ added: Set<Int>
  ) -> [String] {
    var lines: [String] = []
    var (old, new) = (0, 0)
    while old < from.count || new < to.count {
      if removed.contains(old) {
        lines.append("-" + from[old])
        old += 1
      } else if added.contains(new) {
        lines.append("+" + to[new])
        new += 1
      } else {
        old += 1
        new += 1
      }
    }
    return lines
  }
}
