import FoundationEssentials
import Glibc
import Scheduling
import Testing

@testable import Liaison

struct WorkspaceTests {
  private let folder: TemporaryFolder
  private let now = Instant(seconds: 1_772_438_400)

  init() throws { folder = try TemporaryFolder() }

  @Test func `a new workspace has everything, and its doctor finds nothing wrong but a password`()
    throws
  {
    let workspace = try WorkspaceMaker.make(at: folder.path + "/acme", now: now)
    #expect(workspace.campaignNames() == ["press", "spring"])
    let ignored = String(decoding: try folder.bytes(of: "acme/.gitignore"), as: UTF8.self)
    #expect(ignored.contains("liaison.db"))
    var info = stat()
    #expect(stat(workspace.databasePath, &info) == 0)
    #expect(info.st_mode & 0o777 == 0o600)
    let found = Doctor.examine(
      folder: workspace.folder, environment: ["LIAISON_SMTP_PASSWORD": "x"], at: now)
    #expect(found.allSatisfy { $0.state != .fault }, "\(found.filter { $0.state == .fault })")
    for subject in ["SQLite", "libcurl", "time zones", "database", "campaign spring"] {
      #expect(found.contains { $0.subject == subject })
    }
    let without = Doctor.examine(folder: workspace.folder, environment: [:], at: now)
    #expect(without.filter { $0.state == .fault }.map(\.subject) == ["sender me"])
  }

  @Test func `the doctor names every fault at once`() throws {
    let place = folder.path + "/acme"
    let workspace = try WorkspaceMaker.make(at: place, now: now)
    #expect(chmod(workspace.databasePath, 0o644) == 0)
    try folder.write("{", to: "acme/campaigns/spring.json5")
    try folder.write("nonsense", to: "acme/tone/own.json5")
    let faults = Doctor.examine(folder: place, environment: [:], at: now)
      .filter { $0.state == .fault }.map(\.subject)
    #expect(Set(faults) == ["sender me", "tone rules", "campaign spring", "database"])
  }

  @Test func `the doctor examines a broken workspace too`() throws {
    try folder.write("{ brand: 7 }", to: "liaison.json5")
    let broken = Doctor.examine(folder: folder.path, environment: [:], at: now)
    #expect(broken.contains { $0.state == .fault && $0.detail.contains("liaison.json5:1:") })
    let none = Doctor.examine(folder: folder.path + "/nowhere", environment: [:], at: now)
    #expect(none.contains { $0.state == .fault })
  }

  @Test func `a folder with something in it is refused and untouched`() throws {
    try folder.write("mine", to: "acme/note.txt")
    #expect(throws: WorkspaceError.notEmpty(path: folder.path + "/acme")) {
      try WorkspaceMaker.make(at: folder.path + "/acme", now: now)
    }
    #expect(try folder.names() == ["acme"])
    #expect(try folder.names(in: "acme") == ["note.txt"])
  }

  @Test func `a file in the folder's place is refused and untouched`() throws {
    try folder.write("mine", to: "acme")
    #expect(throws: WorkspaceError.self) {
      try WorkspaceMaker.make(at: folder.path + "/acme", now: now)
    }
    #expect(try folder.bytes(of: "acme") == Array("mine".utf8))
    #expect(try folder.names() == ["acme"])
  }

  @Test func `an empty folder is taken, and a failure leaves nothing`() throws {
    try FileManager.default.createDirectory(
      atPath: folder.path + "/empty", withIntermediateDirectories: false)
    _ = try WorkspaceMaker.make(at: folder.path + "/empty/", now: now)
    #expect(try folder.names() == ["empty"])
    try folder.write("x", to: "file")
    #expect(throws: (any Error).self) {
      try WorkspaceMaker.make(at: folder.path + "/file/acme", now: now)
    }
    #expect(try folder.names() == ["empty", "file"])
  }

  @Test func `a workspace is found from any folder inside it, and from nowhere else`() throws {
    _ = try WorkspaceMaker.make(at: folder.path + "/acme", now: now)
    let inside = folder.path + "/acme/templates/creators"
    #expect(try Workspace.find(from: inside).folder == folder.path + "/acme")
    #expect(throws: WorkspaceError.self) { try Workspace.find(from: folder.path) }
  }

  @Test func `nothing outside the workspace is read, by path or by link`() throws {
    let workspace = try WorkspaceMaker.make(at: folder.path + "/acme", now: now)
    try folder.write("secret", to: "outside.txt")
    try folder.write("secret", to: "acme-other/outside.txt")
    #expect(symlink(folder.path + "/outside.txt", folder.path + "/acme/link.txt") == 0)
    for path in [
      "../outside.txt", "templates/../../outside.txt", "link.txt", "../acme-other/outside.txt",
    ] {
      #expect(throws: WorkspaceError.outside(path: path)) { try workspace.bytes(of: path) }
    }
    #expect(throws: WorkspaceError.missingFile(path: "templates")) {
      try workspace.bytes(of: "templates")
    }
    #expect(throws: WorkspaceError.missingFile(path: "none.md")) {
      try workspace.bytes(of: "none.md")
    }
  }

  @Test func `an unknown campaign is an error that names the known ones`() throws {
    let workspace = try WorkspaceMaker.make(at: folder.path + "/acme", now: now)
    for name in ["sprign", "", "../liaison", "spring.json5", "."] {
      let error = #expect(throws: WorkspaceError.self) { try workspace.campaign(named: name) }
      #expect(error?.description.contains("press, spring") == true)
    }
  }
}
