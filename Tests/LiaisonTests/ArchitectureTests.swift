import CTemplates
import FoundationEssentials
import Testing

/// Who may import whom, as the README's picture of the house has it.
struct ArchitectureTests {
  private static let root: String = {
    var parts = #filePath.split(separator: "/", omittingEmptySubsequences: false)
    parts.removeLast(3)
    return parts.joined(separator: "/")
  }()

  /// The modules of ours that each target may import; a target that is not here imports any.
  private static let allowed: [String: Set<String>] = [
    "SQLite": ["CSQLite"],
    "Curl": ["CCurl"],
    "Mail": [],
    "Tone": ["CTemplates"],
    "Templating": ["CTemplates"],
    "Scheduling": ["CTemplates"],
    "CommandLineKit": [],
    "Liaison": ["CTemplates", "SQLite", "Curl", "Mail", "Tone", "Templating", "Scheduling"],
    "LiaisonCLI": ["Liaison", "Tone", "Templating", "Scheduling", "CommandLineKit"],
  ]
  /// What comes with Swift on Linux.
  private static let platform: Set = [
    "Swift", "FoundationEssentials", "FoundationInternationalization", "Foundation", "Glibc",
    "Synchronization", "Dispatch",
  ]
  /// Where in Liaison a module may be imported; the others anywhere.
  private static let folders: [String: Set<String>] = [
    "SQLite": ["Store"], "Curl": ["Sending", "Inbox"],
  ]
  /// Targets that touch neither files nor the network.
  private static let pure: Set = ["Mail", "Tone", "Templating"]

  /// The one pure file that may call the C library: `iconv` knows the charsets of the world.
  private static let converter = "Mail/Parse/CharsetDecoder.swift"

  /// What a file may not import, judged by its path below Sources/.
  private static func offences(path: String, text: String) -> [String] {
    let parts = path.split(separator: "/").map(String.init)
    guard let allowed = allowed[parts[0]] else { return [] }
    return imports(in: text).filter { module in
      if platform.contains(module) {
        return module == "Glibc" && pure.contains(parts[0]) && path != converter
      }
      guard allowed.contains(module) else { return true }
      guard parts[0] == "Liaison", let folders = folders[module] else { return false }
      return parts.count < 3 || !folders.contains(parts[1])
    }
  }

  /// The modules that a file imports, whatever stands before `import` or behind the module.
  private static func imports(in text: String) -> [String] {
    var found: [String] = []
    for line in text.split(separator: "\n") {
      let words = line.split { $0 == " " || $0 == "." }.map(String.init)
      guard let at = words.firstIndex(of: "import") else { continue }
      let isImport = words[..<at].allSatisfy { $0.hasPrefix("@") || access.contains($0) }
      guard isImport, let module = words[(at + 1)...].first(where: { !kinds.contains($0) }) else {
        continue
      }
      found.append(module)
    }
    return found
  }

  private static let access: Set = ["public", "package", "internal", "fileprivate", "private"]
  private static let kinds: Set = [
    "struct", "class", "enum", "protocol", "func", "var", "let", "typealias",
  ]

  private static func files(below folder: String, endingIn ending: String = "") throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: "\(root)/\(folder)")
      .filter { path in
        var isFolder = false
        return FileManager.default.fileExists(
          atPath: "\(root)/\(folder)/\(path)", isDirectory: &isFolder) && !isFolder
          && path.hasSuffix(ending) && !path.split(separator: "/").contains { $0.hasPrefix(".") }
      }.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  @Test func `no file imports what its target or folder may not`() throws {
    let paths = try Self.files(below: "Sources", endingIn: ".swift")
    #expect(paths.count > 200)
    for path in paths {
      let text = try String(contentsOfFile: "\(Self.root)/Sources/\(path)", encoding: .utf8)
      let offences = Self.offences(path: path, text: text)
      #expect(offences.isEmpty, "\(path) imports \(offences.joined(separator: ", "))")
    }
  }

  @Test(arguments: [
    ("Liaison/Campaigns/A.swift", "import SQLite", ["SQLite"]),
    ("Liaison/Store/A.swift", "import SQLite", []),
    ("Liaison/Workspace/A.swift", "import Scheduling\nimport Curl\n", ["Curl"]),
    ("Liaison/Sending/A.swift", "import Curl", []),
    ("Liaison/Demo.swift", "import Curl", ["Curl"]),
    ("Mail/A.swift", "@testable import Scheduling", ["Scheduling"]),
    ("Mail/A.swift", "import Glibc", ["Glibc"]),
    ("Mail/Parse/CharsetDecoder.swift", "import Glibc", []),
    ("Tone/A.swift", "package import struct Mail.EmailAddress", ["Mail"]),
    ("LiaisonCLI/Commands/A.swift", "private import SQLite", ["SQLite"]),
    ("LiaisonCLI/Commands/A.swift", "import NIO", ["NIO"]),
    ("LiaisonBenchmarks/A.swift", "import SQLite", []),
    ("Mail/A.swift", "// they import Scheduling there", []),
  ])
  func `the reading of imports finds what is not allowed`(
    path: String, text: String, wanted: [String]
  ) {
    #expect(Self.offences(path: path, text: text) == wanted)
  }

  @Test func `the package depends on no other package`() throws {
    let text = try String(contentsOfFile: "\(Self.root)/Package.swift", encoding: .utf8)
    #expect(!text.contains(".package("))
  }

  @Test func `the files in the program are those of Templates, byte for byte`() throws {
    let table = UnsafeBufferPointer(start: ctemplates_files(), count: ctemplates_count).map {
      (
        path: String(cString: $0.path),
        bytes: Array(UnsafeBufferPointer(start: $0.bytes, count: $0.count))
      )
    }
    let paths = try Self.files(below: "Templates")
    let difference = Set(table.map(\.path)).symmetricDifference(paths).sorted()
    #expect(difference.isEmpty, "run Sources/CTemplates/regenerate")
    let isSorted = table.map(\.path) == paths
    #expect(isSorted)
    for file in table {
      let url = URL(filePath: "\(Self.root)/Templates/\(file.path)")
      #expect(file.bytes == [UInt8](try Data(contentsOf: url)), "\(file.path) differs")
    }
  }
}
