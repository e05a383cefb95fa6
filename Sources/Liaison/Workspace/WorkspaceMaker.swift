import FoundationEssentials
import Glibc
import Scheduling

/// Makes new workspaces: the example brand, sequences and campaigns, and an empty database.
public enum WorkspaceMaker {
  /// Makes a workspace in a folder that is new or empty.
  ///
  /// Everything is made beside it and moved into place at the end, so a failure leaves nothing.
  /// - Throws: `WorkspaceError`, `StoreError`.
  public static func make(at folder: String, now: Instant) throws -> Workspace {
    let manager = FileManager.default
    if let found = try? manager.contentsOfDirectory(atPath: folder), !found.isEmpty {
      throw WorkspaceError.notEmpty(path: folder)
    }
    if manager.fileExists(atPath: folder), !isFolder(folder) {
      throw WorkspaceError.cannotWrite(path: folder, reason: "a file of that name is there")
    }
    var place = folder
    while place.count > 1, place.hasSuffix("/") { place.removeLast() }
    let draft = "\(place).partial-\(getpid())"
    do {
      for file in files() { try write(file.bytes, to: "\(draft)/\(file.path)") }
      try Store.create(at: "\(draft)/liaison.db", now: now).makeErasureKey()
    } catch {
      try? manager.removeItem(atPath: draft)
      throw error
    }
    guard rename(draft, place) == 0 else {
      let reason = String(cString: strerror(errno))
      try? manager.removeItem(atPath: draft)
      throw WorkspaceError.cannotWrite(path: place, reason: reason)
    }
    return try Workspace(folder: place)
  }

  /// The files of a new workspace, with their paths in it.
  private static func files() -> [(path: String, bytes: [UInt8])] {
    ShippedFiles.below("workspace").map {
      ($0.path == "gitignore" ? ".gitignore" : $0.path, $0.bytes)
    }
      + ShippedFiles.below("sequences").map { ("templates/\($0.path)", $0.bytes) }
      + ShippedFiles.below("blocks").map { ("templates/blocks/\($0.path)", $0.bytes) }
  }

  private static func isFolder(_ path: String) -> Bool {
    var isFolder = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder
  }

  private static func write(_ bytes: [UInt8], to path: String) throws {
    let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      try Data(bytes).write(to: URL(filePath: path))
    } catch {
      throw WorkspaceError.cannotWrite(path: path, reason: String(cString: strerror(errno)))
    }
  }
}
