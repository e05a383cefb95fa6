import Foundation

/// The tables of cases with known answers, which are not part of the project.
enum ConformanceData {
  /// `LIAISON_CONFORMANCE`, else `../shared/conformance` from the package's root.
  static let folder: String = {
    if let own = ProcessInfo.processInfo.environment["LIAISON_CONFORMANCE"], !own.isEmpty {
      return own
    }
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    return root.deletingLastPathComponent().appending(path: "shared/conformance").path
  }()

  /// Whether the file or folder is there; where it is not, says so.
  static func has(_ path: String, for suite: String) -> Bool {
    if FileManager.default.fileExists(atPath: "\(folder)/\(path)") { return true }
    print("conformance \(suite): skipped, no \(folder)/\(path)")
    return false
  }

  /// The rows of a tab-separated table, each by the names of its header.
  static func rows(_ path: String) throws -> [[String: String]] {
    let text = try String(contentsOfFile: "\(folder)/\(path)", encoding: .utf8)
    let lines = text.split(whereSeparator: \.isNewline)
    let header = (lines.first ?? "").split(separator: "\t", omittingEmptySubsequences: false)
    return lines.dropFirst().map { line in
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
      return Dictionary(
        zip(header.map(String.init), fields.map(String.init)), uniquingKeysWith: { $1 })
    }
  }
}
