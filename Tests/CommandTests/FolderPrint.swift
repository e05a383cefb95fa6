import Foundation

/// Every file below a folder with what is in it, to see that nothing changed.
struct FolderPrint: Equatable, CustomStringConvertible {
  private var files: [String: Data] = [:]

  init(_ folder: URL) {
    let root = folder.resolvingSymlinksInPath().path
    let names = (try? FileManager.default.subpathsOfDirectory(atPath: root)) ?? []
    for name in names {
      // A folder reads as nothing, so that its coming and going is seen, too.
      files[name] = FileManager.default.contents(atPath: "\(root)/\(name)") ?? Data()
    }
  }

  /// The files that differ, each with a sign that says how.
  func changes(since before: FolderPrint) -> [String] {
    let names = Set(files.keys).union(before.files.keys).sorted()
    return names.compactMap { name in
      switch (before.files[name], files[name]) {
      case (nil, _): "+\(name)"
      case (_, nil): "-\(name)"
      case (let old, let new): old == new ? nil : "~\(name)"
      }
    }
  }

  var description: String { "\(files.count) files" }
}
