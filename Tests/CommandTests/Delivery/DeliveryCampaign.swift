import Foundation
import TestServers
import Testing

/// A launched campaign in a scratch workspace, whose window is always open, and the server that
/// its mail goes to.
final class DeliveryCampaign {
  let workspace: ScratchWorkspace
  let server: TestServer

  /// A campaign whose mail goes in clear to `misbehaving_smtp.py`.
  ///
  /// - Parameters:
  ///   - rules: what goes wrong where, as `PLACE=ACTION`.
  ///   - people: how many English-speaking creators are enrolled, each at a domain of their own.
  convenience init(_ rules: [String] = [], people: Int = 1) throws {
    let server = try TestServer("misbehaving_smtp.py", rules.flatMap { ["--on", $0] })
    try self.init(server, prospects: ScratchWorkspace.creators(people)) {
      try $0.deliver(to: server.port)
    }
  }

  /// A campaign with the workspace's example prospects, or others.
  init(
    _ server: TestServer, prospects: String? = nil,
    configure: (ScratchWorkspace) throws -> Void
  ) throws {
    self.server = server
    workspace = try LaunchedWorkspaces.shared.copy(prospects: prospects)
    try configure(workspace)
  }

  deinit { server.close() }

  static let first = "ada1@studio1.example"

  /// Sets what waits, and what it follows, back to long ago, so that it is due now.
  func makeDue() throws { try workspace.makeDue() }

  /// Lets the leases of senders that died run out.
  func endLeases() throws { try workspace.endLeases() }

  func send(timeout seconds: Double = 30) throws -> LiaisonProcess.Result {
    try workspace.run("send", "--live", "--json", timeout: seconds)
  }

  /// The attempts as `step state`, by contact and step.
  func attempts() throws -> [String] {
    try rows(
      """
      SELECT a.step || ' ' || a.state FROM attempt a JOIN contact k ON k.id = a.contact_id
      ORDER BY k.address, a.step
      """)
  }

  func rows(_ query: String) throws -> [String] {
    try workspace.sql(query).split(separator: "\n").map(String.init)
  }

  func number(_ query: String) throws -> Int {
    try #require(Int(try workspace.sql(query)), "\(query) gives no number")
  }

  func ledger() throws -> [TestServer.Accepted] { try server.accepted() }

  /// What became of each message of a run, by its JSON.
  static func results(_ sent: LiaisonProcess.Result) throws -> [String] {
    try sent.json()["entries"].array.map { $0["result"].string ?? "none" }
  }
}

/// What Python's email package finds in messages, in their order.
func readByPython(_ messages: [[UInt8]]) throws -> [JSON] {
  let folder = try makeTemporaryFolder()
  defer { try? FileManager.default.removeItem(at: folder) }
  let names = messages.indices.map { "message\($0).eml" }
  for (name, message) in zip(names, messages) {
    try Data(message).write(to: folder.appendingPathComponent(name))
  }
  let script = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../Fixtures/mail/parse.py").standardizedFileURL
  let read = try LiaisonProcess(
    [script.path, folder.path], in: folder, program: URL(filePath: "/usr/bin/python3")
  ).finish()
  try #require(read.exitCode == 0, "\(read)")
  let found = try read.json()
  return names.map { found[$0] }
}
