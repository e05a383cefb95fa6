import FoundationEssentials
import Glibc
import Scheduling
import Testing

@testable import Liaison

/// Symbolic links are followed before it is judged whether a file is the workspace's own.
@Suite struct LinkTests {
  private static let now = Instant(seconds: 1_772_438_400)

  /// A file of the workspace, and what reads it.
  struct Reader: Sendable, CustomTestStringConvertible {
    let path: String
    let read: @Sendable (Workspace) throws -> Void
    var testDescription: String { path }
  }

  private static let content: @Sendable (Workspace) throws -> Void = { workspace in
    var configuration = workspace.configuration
    configuration.brand.logo = try JSONDecoder().decode(
      BrandLogo.self, from: Data(#"{"file": "brand/logo.png"}"#.utf8))
    let branded = Workspace(folder: workspace.folder, configuration: configuration)
    _ = try CampaignContent(of: branded.campaign(named: "spring"), in: branded)
  }

  @Test(arguments: [
    Reader(path: "brand/brand-kit.pdf", read: content),
    Reader(path: "brand/logo.png", read: content),
    Reader(path: "templates/creators/1-brand-story.md", read: content),
    Reader(path: "templates/blocks/footer.md", read: content),
    Reader(path: "campaigns/spring.json5") { _ = try $0.campaign(named: "spring") },
    Reader(path: "tone/own.json5") { _ = try $0.linter() },
    Reader(path: "calendars/own.csv") { _ = try WorkspaceCalendars(of: $0) },
    Reader(path: "holidays/de.json5") { _ = try WorkspaceCalendars(of: $0) },
  ])
  func `nothing that a message is made of is read through a link that leads outside`(
    reader: Reader
  ) throws {
    let folder = try TemporaryFolder()
    let workspace = try WorkspaceMaker.make(at: folder.path + "/acme", now: Self.now)
    try folder.write("logo", to: "acme/brand/logo.png")
    let place = workspace.folder + "/" + reader.path
    // What stood there, so that only where it is can be wrong with it.
    let bytes = FileManager.default.contents(atPath: place) ?? Data()
    try folder.write([UInt8](bytes), to: "outside")
    // In a folder that may not be there yet.
    try folder.write("", to: "acme/" + reader.path)
    #expect(unlink(place) == 0 && symlink(folder.path + "/outside", place) == 0)
    #expect(throws: WorkspaceError.outside(path: reader.path)) { try reader.read(workspace) }
  }

  @Test func `links to folders, to links and to what is above are no way out`() throws {
    let folder = try TemporaryFolder()
    let workspace = try WorkspaceMaker.make(at: folder.path + "/acme", now: Self.now)
    try folder.write("secret", to: "elsewhere/deep/outside.txt")
    try folder.write("secret", to: "elsewhere/outside.txt")
    for (target, name) in [
      (folder.path + "/elsewhere/deep", "deep"), ("../elsewhere", "beside"), ("..", "up"),
      ("deep/outside.txt", "chain"), ("/proc/self/cwd/..", "process"), ("loop", "loop"),
      ("/nonexistent", "dangling"),
    ] {
      #expect(symlink(target, workspace.folder + "/" + name) == 0)
    }
    for path in [
      "deep/outside.txt", "beside/deep/outside.txt", "up/elsewhere/outside.txt", "chain",
      // As the system follows it: back from where the link leads.
      "deep/../outside.txt", "templates/../deep/../outside.txt", "loop", "loop/x", "dangling",
    ] {
      #expect(throws: WorkspaceError.self, "\(path)") { try workspace.bytes(of: path) }
    }
    // A link that stays inside is as good as the file.
    #expect(symlink("../templates/blocks", workspace.folder + "/brand/blocks") == 0)
    #expect(
      try workspace.bytes(of: "brand/blocks/footer.md")
        == workspace.bytes(of: "templates/blocks/footer.md"))
  }
}
