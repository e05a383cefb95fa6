import Foundation

/// A workspace made by `liaison init` in a folder of its own, which goes with this object.
package final class ScratchWorkspace {
  /// The workspace.
  package let folder: URL
  /// The folder around it, for files that are not the workspace's.
  package let surroundings: URL
  /// Added to the environment of every run, such as the password.
  package var environment: [String: String] = [:]

  package struct Failed: Error {
    package let what: String

    package init(_ what: String) { self.what = what }
  }

  package init() throws {
    surroundings = FileManager.default.temporaryDirectory
      .appendingPathComponent("liaison-test-\(UUID().uuidString)").resolvingSymlinksInPath()
    folder = surroundings.appendingPathComponent("acme")
    try FileManager.default.createDirectory(at: surroundings, withIntermediateDirectories: true)
    let made = try LiaisonProcess.run(["init", "acme"], in: surroundings)
    guard made.exitCode == 0 else { throw Failed("liaison init: \(made)") }
  }

  /// A copy of another workspace as it is now; no program may be writing there.
  package init(copyOf other: ScratchWorkspace) throws {
    surroundings = FileManager.default.temporaryDirectory
      .appendingPathComponent("liaison-test-\(UUID().uuidString)").resolvingSymlinksInPath()
    folder = surroundings.appendingPathComponent("acme")
    try FileManager.default.createDirectory(at: surroundings, withIntermediateDirectories: true)
    try FileManager.default.copyItem(at: other.folder, to: folder)
  }

  deinit { try? FileManager.default.removeItem(at: surroundings) }

  /// Runs `liaison` in the workspace, to its end.
  package func run(_ arguments: String..., input: String = "", timeout seconds: Double = 30) throws
    -> LiaisonProcess.Result
  {
    try run(arguments, input: input, timeout: seconds)
  }

  /// The same with arguments that stand in a list.
  package func run(_ arguments: [String], input: String = "", timeout seconds: Double = 30) throws
    -> LiaisonProcess.Result
  {
    try LiaisonProcess.run(
      arguments, in: folder, environment: environment, input: Data(input.utf8), timeout: seconds)
  }

  /// Starts `liaison` in the workspace and does not wait for it.
  package func start(_ arguments: String...) throws -> LiaisonProcess {
    try LiaisonProcess(arguments, in: folder, environment: environment)
  }

  // Files

  package func file(_ path: String) -> URL { folder.appendingPathComponent(path) }

  package func text(_ path: String) throws -> String {
    try String(contentsOf: file(path), encoding: .utf8)
  }

  package func write(_ text: String, to path: String) throws {
    let file = file(path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  /// Replaces what stands in a file once.
  package func edit(_ path: String, _ old: String, _ new: String) throws {
    let parts = try text(path).components(separatedBy: old)
    guard parts.count == 2 else {
      throw Failed("'\(old)' stands \(parts.count - 1) times in \(path)")
    }
    try write(parts.joined(separator: new), to: path)
  }

  /// Lets mail of the campaign go at any hour of any day, so that no test depends on the clock.
  package func openWindow(of campaign: String = "spring") throws {
    try edit(
      "campaigns/\(campaign).json5",
      campaign == "press" ? "Mon-Thu 08:00-11:00" : "Mon-Fri 10:00-18:00",
      "Mon-Sun 00:00-24:00")
  }

  // Mail

  /// The password of a `login`; to be found nowhere but in the environment and at the server.
  package static let password = "correct-horse-CANARY-9d1f"
  /// The user of a `login`.
  package static let user = "me@acme.example"

  /// Points the sender at a server on the loopback.
  ///
  /// - Parameter login: whether to log in, as `user` with `password`.
  package func deliver(
    to port: Int, host: String = "127.0.0.1", security: String = "none", login: Bool = false,
    certificateAuthorities: String? = nil
  ) throws {
    var lines = ["host: \"\(host)\"", "port: \(port)", "security: \"\(security)\""]
    if login {
      lines += ["user: \"\(Self.user)\"", "password: { env: \"LIAISON_SMTP_PASSWORD\" }"]
      environment["LIAISON_SMTP_PASSWORD"] = Self.password
    }
    if let certificateAuthorities {
      lines.append("certificateAuthorities: \"\(certificateAuthorities)\"")
    }
    let text = try text("liaison.json5")
    guard let start = text.range(of: "smtp: {"),
      // The object has no others inside that end a line of their own.
      let end = text.range(of: "\n      },", range: start.upperBound..<text.endIndex)
    else { throw Failed("no smtp object in liaison.json5") }
    try write(
      text.replacingCharacters(
        in: start.lowerBound..<end.upperBound, with: "smtp: { \(lines.joined(separator: ", ")) },"),
      to: "liaison.json5")
  }

  /// Gives the sender a mailbox on the loopback beside its `smtp`, with `user` and `password`.
  package func readMail(at port: Int, _ more: String = "") throws {
    environment["LIAISON_SMTP_PASSWORD"] = Self.password
    try edit(
      "liaison.json5", "smtp: {",
      """
      imap: { host: "127.0.0.1", port: \(port), security: "none", user: "\(Self.user)",
              password: { env: "LIAISON_SMTP_PASSWORD" }, \(more) },
            smtp: {
      """)
  }

  // Database

  /// Runs SQL by SQLite's own shell and returns what it prints: a line for each row, with `|`
  /// between the columns.
  @discardableResult
  package func sql(_ statement: String) throws -> String {
    let shell = try LiaisonProcess(
      ["-cmd", ".timeout 10000", "liaison.db", statement], in: folder,
      program: URL(filePath: "/usr/bin/sqlite3")
    ).finish()
    guard shell.exitCode == 0 else { throw Failed("\(statement): \(shell)") }
    return shell.output.trimmingCharacters(in: .newlines)
  }

  /// Everything in the database as SQL.
  package func dump() throws -> String { try sql(".dump") }
}

/// Looks again and again, without a pause that is longer than it must be, until something holds.
///
/// - Returns: Whether it held within the time.
package func eventually(within seconds: Double = 20, _ condition: () throws -> Bool) rethrows
  -> Bool
{
  let deadline = ContinuousClock.now + .seconds(seconds)
  while ContinuousClock.now < deadline {
    if try condition() { return true }
    usleep(5000)
  }
  return try condition()
}
