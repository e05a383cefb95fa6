import FoundationEssentials

/// The folder of shared conformance tables.
enum Conformance {
  static func folder(_ name: String, suite: String) -> String? {
    let folder: String
    if let root = ProcessInfo.processInfo.environment["LIAISON_CONFORMANCE"] {
      folder = "\(root)/\(name)"
    } else {
      let root = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
      folder = "/\(root)/../shared/conformance/\(name)"
    }
    if FileManager.default.fileExists(atPath: folder) { return folder }
    print("conformance \(suite): skipped, there is no \(folder)")
    return nil
  }

  static func data(_ path: String) throws -> Data { try Data(contentsOf: URL(filePath: path)) }
}
