import Foundation
import TestServers

/// The built `liaison`, run as a process of its own.
///
/// What it prints goes to files, so that it never waits for a reader.
package final class LiaisonProcess {
  /// What a process that ended left behind.
  package struct Result: CustomStringConvertible {
    /// 128 and the signal's number where a signal ended it, as a shell says it.
    package let exitCode: Int32
    package let outputBytes: Data
    package let errorBytes: Data

    package var output: String { String(decoding: outputBytes, as: UTF8.self) }
    package var errors: String { String(decoding: errorBytes, as: UTF8.self) }

    /// The one JSON document on its standard output.
    package func json() throws -> JSON { JSON(try JSONSerialization.jsonObject(with: outputBytes)) }

    /// All of it, for the message of a test that fails.
    package var description: String { "exit code \(exitCode)\n\(output)\n\(errors)" }
  }

  /// The process did not end in its time; it was killed.
  package struct TimedOut: Error {
    package let arguments: [String]
    package let output: String
    package let errors: String
  }

  /// The built binary; it stands beside the test bundle.
  package static let binary = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
    .deletingLastPathComponent().appendingPathComponent("liaison")

  /// A small environment that no setting of the person testing reaches.
  package static let plainEnvironment = [
    "PATH": "/usr/bin:/bin", "HOME": "/nonexistent", "LANG": "C.UTF-8", "USER": "tester",
  ]

  /// How the sanitizers of a build with `--sanitize` are set; of no meaning to any other.
  private static let sanitizers = ProcessInfo.processInfo.environment.filter {
    ["ASAN_OPTIONS", "TSAN_OPTIONS"].contains($0.key)
  }

  /// The process could not be started.
  package struct NotStarted: Error {
    package let program: String
    package let reason: String
  }

  private let arguments: [String]
  private let folder: URL
  /// Its number, as in /proc.
  package let process: pid_t
  /// How it ended, as `waitpid` says it, once it was reaped.
  private var status: Int32?

  /// Starts it.
  ///
  /// By `posix_spawn` and not Foundation's `Process`, which leaves file descriptors open and can
  /// miss a child's end (see `spawnLock`); a test run starts more than a thousand.
  ///
  /// - Parameters:
  ///   - folder: the working folder.
  ///   - environment: added to `plainEnvironment`, or replacing it where `onlyEnvironment` is set.
  ///   - input: what it reads on its standard input; nothing otherwise.
  ///   - program: another executable, such as `setpriv`, that the arguments are for.
  package init(
    _ arguments: [String], in folder: URL, environment: [String: String] = [:],
    onlyEnvironment: Bool = false, input: Data = Data(), program: URL = LiaisonProcess.binary
  ) throws {
    self.arguments = arguments
    self.folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("liaison-test-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: self.folder, withIntermediateDirectories: true)
    try input.write(to: self.folder.appendingPathComponent("in"))
    let whole = onlyEnvironment ? environment : Self.plainEnvironment.merging(environment) { $1 }
    process = try Self.spawn(
      program.path, arguments, in: folder.path,
      environment: whole.merging(Self.sanitizers) { own, _ in own }, streams: self.folder.path)
  }

  private static func spawn(
    _ program: String, _ arguments: [String], in folder: String, environment: [String: String],
    streams: String
  ) throws -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    let write = O_WRONLY | O_CREAT | O_TRUNC
    posix_spawn_file_actions_addopen(&actions, 0, streams + "/in", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, streams + "/out", write, 0o600)
    posix_spawn_file_actions_addopen(&actions, 2, streams + "/err", write, 0o600)
    // Tests run on threads that block most signals, and the new process would inherit that.
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))

    // `env` changes the folder, which the spawn of every C library cannot, and becomes the program.
    var words = (["env", "-C", folder, program] + arguments).map { strdup($0) } + [nil]
    var variables = environment.map { strdup("\($0)=\($1)") } + [nil]
    defer { for text in words + variables { free(text) } }
    var process: pid_t = 0
    let code = spawnLock.withLock {
      posix_spawn(&process, "/usr/bin/env", &actions, &attributes, &words, &variables)
    }
    guard code == 0 else {
      throw NotStarted(program: program, reason: String(cString: strerror(code)))
    }
    return process
  }

  deinit {
    if isRunning {
      kill()
      reap(0)
    }
    try? FileManager.default.removeItem(at: folder)
  }

  package var isRunning: Bool {
    reap(WNOHANG)
    return status == nil
  }

  /// Asks how it ended; with `WNOHANG` only whether it did.
  private func reap(_ options: Int32) {
    guard status == nil else { return }
    var found: Int32 = 0
    while true {
      let answer = waitpid(process, &found, options & WNOHANG)
      if answer == -1, errno == EINTR { continue }
      if answer == process { status = found }
      return
    }
  }

  /// Ends it as a power cut would.
  package func kill() { signal(SIGKILL) }

  /// Sends it a signal, such as the `SIGINT` of Ctrl-C.
  package func signal(_ number: Int32) {
    // Not to one that was reaped: its number may be another's by now.
    if isRunning { Foundation.kill(process, number) }
  }

  /// What it has written to its standard error so far.
  package var errors: String {
    (try? String(contentsOf: folder.appendingPathComponent("err"), encoding: .utf8)) ?? ""
  }

  /// Waits until it ends, and kills it where that takes longer than `seconds`.
  ///
  /// - Throws: `TimedOut`.
  package func finish(within seconds: Double = 30) throws -> Result {
    let inTime = eventually(within: seconds) { !isRunning }
    if !inTime {
      kill()
      reap(0)
    }
    let output = try Data(contentsOf: folder.appendingPathComponent("out"))
    let errors = try Data(contentsOf: folder.appendingPathComponent("err"))
    guard inTime, let status else {
      throw TimedOut(
        arguments: arguments, output: String(decoding: output, as: UTF8.self),
        errors: String(decoding: errors, as: UTF8.self))
    }
    let signal = status & 0x7F
    return Result(
      exitCode: signal == 0 ? (status >> 8) & 0xFF : 128 + signal, outputBytes: output,
      errorBytes: errors)
  }

  /// Runs `liaison` to its end.
  package static func run(
    _ arguments: [String], in folder: URL, environment: [String: String] = [:],
    onlyEnvironment: Bool = false, input: Data = Data(), timeout seconds: Double = 30
  ) throws -> Result {
    try LiaisonProcess(
      arguments, in: folder, environment: environment, onlyEnvironment: onlyEnvironment,
      input: input
    ).finish(within: seconds)
  }
}
