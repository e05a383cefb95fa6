import Foundation

/// The built `liaison`, run as a process of its own.
///
/// What it prints goes to files, so that it never waits for a reader.
final class LiaisonProcess {
  /// What a process that ended left behind.
  struct Result: CustomStringConvertible {
    /// 128 and the signal's number where a signal ended it, as a shell says it.
    let exitCode: Int32
    let outputBytes: Data
    let errorBytes: Data

    var output: String { String(decoding: outputBytes, as: UTF8.self) }
    var errors: String { String(decoding: errorBytes, as: UTF8.self) }

    /// The one JSON document on its standard output.
    func json() throws -> JSON { JSON(try JSONSerialization.jsonObject(with: outputBytes)) }

    /// All of it, for the message of a test that fails.
    var description: String { "exit code \(exitCode)\n\(output)\n\(errors)" }
  }

  /// The process did not end in its time; it was killed.
  struct TimedOut: Error {
    let arguments: [String]
    let output: String
    let errors: String
  }

  /// The built binary; it stands beside the test bundle.
  static let binary = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
    .deletingLastPathComponent().appendingPathComponent("liaison")

  /// A small environment that no setting of the person testing reaches.
  static let plainEnvironment = [
    "PATH": "/usr/bin:/bin", "HOME": "/nonexistent", "LANG": "C.UTF-8", "USER": "tester",
  ]

  private let arguments: [String]
  private let process = Process()
  private let folder: URL
  private let ended = DispatchSemaphore(value: 0)

  /// Starts it.
  ///
  /// - Parameters:
  ///   - folder: the working folder.
  ///   - environment: added to `plainEnvironment`, or replacing it where `onlyEnvironment` is set.
  ///   - input: what it reads on its standard input; nothing otherwise.
  ///   - program: another executable, such as `setpriv`, that the arguments are for.
  init(
    _ arguments: [String], in folder: URL, environment: [String: String] = [:],
    onlyEnvironment: Bool = false, input: Data = Data(), program: URL = LiaisonProcess.binary
  ) throws {
    self.arguments = arguments
    self.folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("liaison-test-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: self.folder, withIntermediateDirectories: true)
    try input.write(to: self.folder.appendingPathComponent("in"))
    for name in ["out", "err"] { try Data().write(to: self.folder.appendingPathComponent(name)) }
    process.executableURL = program
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment =
      onlyEnvironment
      ? environment : Self.plainEnvironment.merging(environment) { $1 }
    process.standardInput = try FileHandle(
      forReadingFrom: self.folder.appendingPathComponent("in"))
    process.standardOutput = try FileHandle(
      forWritingTo: self.folder.appendingPathComponent("out"))
    process.standardError = try FileHandle(
      forWritingTo: self.folder.appendingPathComponent("err"))
    let ended = ended
    process.terminationHandler = { _ in ended.signal() }
    // Tests run on threads that block most signals, and the new process inherits that.
    var none = sigset_t()
    var before = sigset_t()
    sigemptyset(&none)
    pthread_sigmask(SIG_SETMASK, &none, &before)
    defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
    try process.run()
  }

  deinit {
    if process.isRunning {
      kill()
      ended.wait()
    }
    try? FileManager.default.removeItem(at: folder)
  }

  var isRunning: Bool { process.isRunning }

  /// Ends it as a power cut would; Foundation reaps it.
  func kill() { signal(SIGKILL) }

  /// Sends it a signal, such as the `SIGINT` of Ctrl-C.
  func signal(_ number: Int32) {
    // Not to one that ended before: its number may be another's by now.
    if process.isRunning { Foundation.kill(process.processIdentifier, number) }
  }

  /// Waits until it ends, and kills it where that takes longer than `seconds`.
  ///
  /// - Throws: `TimedOut`.
  func finish(within seconds: Double = 30) throws -> Result {
    let inTime = ended.wait(timeout: .now() + seconds) == .success
    if !inTime {
      kill()
      ended.wait()
    }
    // So that a second call finds it ended, too.
    ended.signal()
    let output = try Data(contentsOf: folder.appendingPathComponent("out"))
    let errors = try Data(contentsOf: folder.appendingPathComponent("err"))
    guard inTime else {
      throw TimedOut(
        arguments: arguments, output: String(decoding: output, as: UTF8.self),
        errors: String(decoding: errors, as: UTF8.self))
    }
    let signalled = process.terminationReason == .uncaughtSignal
    return Result(
      exitCode: process.terminationStatus + (signalled ? 128 : 0), outputBytes: output,
      errorBytes: errors)
  }

  /// Runs `liaison` to its end.
  static func run(
    _ arguments: [String], in folder: URL, environment: [String: String] = [:],
    onlyEnvironment: Bool = false, input: Data = Data(), timeout seconds: Double = 30
  ) throws -> Result {
    try LiaisonProcess(
      arguments, in: folder, environment: environment, onlyEnvironment: onlyEnvironment,
      input: input
    ).finish(within: seconds)
  }
}
