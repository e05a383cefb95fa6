import Foundation
import Testing

/// The binary works alone: in an empty folder, without a checkout or an environment.
@Suite struct AloneTests {
  @Test func `copied to an empty folder it makes a workspace, lints and demonstrates`() throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("liaison-test-\(UUID().uuidString)").resolvingSymlinksInPath()
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let binary = folder.appendingPathComponent("liaison")
    // By another process: a file that this one holds open for writing, and that a child started
    // at the same moment inherits, cannot be run ("text file busy").
    let copied = try LiaisonProcess(
      [LiaisonProcess.binary.path, binary.path], in: folder, program: URL(filePath: "/bin/cp")
    ).finish()
    #expect(copied.exitCode == 0, "\(copied)")
    // A debug build finds Swift's libraries by its own path, so no environment is needed for them.
    func run(_ arguments: String..., input: String = "") throws -> LiaisonProcess.Result {
      try LiaisonProcess(
        arguments, in: folder, onlyEnvironment: true, input: Data(input.utf8), program: binary
      ).finish()
    }

    let made = try run("init", "acme")
    #expect(made.exitCode == 0, "\(made)")
    #expect(
      try FileManager.default.attributesOfItem(
        atPath: folder.appendingPathComponent("acme/liaison.db").path)[.posixPermissions] as? Int
        == 0o600)
    let linted = try run("lint", input: "Your fee is too expensive, lower your price.\n")
    #expect(linted.exitCode == 1)
    #expect(linted.output.contains("better: Is there room for negotiation on this rate?"))
    let demo = try run("demo", "--workspace", "demo")
    #expect(demo.exitCode == 0, "\(demo)")
    #expect(demo.errors.isEmpty, "\(demo)")
  }
}
