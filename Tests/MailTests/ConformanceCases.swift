import Foundation

/// The shared cases: `LIAISON_CONFORMANCE`, else `../shared/conformance` beside the package.
enum ConformanceCases {
  static let folder: URL = {
    if let path = ProcessInfo.processInfo.environment["LIAISON_CONFORMANCE"] {
      return URL(filePath: path)
    }
    var root = URL(filePath: #filePath)
    for _ in 0..<3 { root.deleteLastPathComponent() }
    return root.deletingLastPathComponent().appending(path: "shared/conformance")
  }()

  static func areHere(_ name: String) -> Bool {
    let file = folder.appending(path: "\(name)/labels.tsv").path
    let isFound = FileManager.default.fileExists(atPath: file)
    if !isFound { print("conformance \(name): skipped, no cases at \(folder.path)") }
    return isFound
  }

  /// The rows of a folder's labels by column name.
  static func rows(_ name: String) throws -> [[String: String]] {
    let url = folder.appending(path: "\(name)/labels.tsv")
    let lines = try String(contentsOf: url, encoding: .utf8).split(separator: "\n")
    let cells = lines.map {
      $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
    guard let head = cells.first else { return [] }
    return cells.dropFirst().map { Dictionary(zip(head, $0)) { first, _ in first } }
  }

  static func bytes(_ name: String, _ row: [String: String], _ column: String = "file") throws
    -> [UInt8]
  {
    [UInt8](try Data(contentsOf: folder.appending(path: "\(name)/\(row[column] ?? "")")))
  }

  static func collapsed(_ text: some StringProtocol) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
