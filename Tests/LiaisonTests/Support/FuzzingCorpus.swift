import FoundationEssentials

/// The inputs beside the fuzzers.
enum FuzzingCorpus {
  static func inputs(_ name: String) throws -> [(name: String, bytes: [UInt8])] {
    let parts = #filePath.split(separator: "/")
    let tests = parts.lastIndex(of: "Tests").map { parts[...$0].joined(separator: "/") } ?? ""
    let folder = "/\(tests)/Fuzzing/corpus/\(name)"
    return try FileManager.default.contentsOfDirectory(atPath: folder).sorted().map {
      ($0, [UInt8](try Data(contentsOf: URL(filePath: "\(folder)/\($0)"))))
    }
  }
}
