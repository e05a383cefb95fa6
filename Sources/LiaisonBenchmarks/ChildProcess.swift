import Foundation
import Glibc

/// A program started by us, and ended by us.
struct ChildProcess {
  /// Its process id.
  let id: pid_t

  /// Starts a program without a shell; its output goes nowhere, its errors to ours.
  init(_ path: String, _ arguments: [String]) throws {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
    // Owned: freed below; posix_spawn copies what it needs.
    var argv: [UnsafeMutablePointer<CChar>?] = ([path] + arguments).map { strdup($0) }
    argv.append(nil)
    defer { for argument in argv { free(argument) } }
    var child: pid_t = 0
    let code = posix_spawn(&child, path, &actions, nil, argv, environ)
    guard code == 0 else {
      throw BenchmarkError("cannot start \(path): \(String(cString: strerror(code)))")
    }
    id = child
  }

  /// Waits for its end and gives its exit code; 128 and more for a signal, as in a shell.
  @discardableResult
  func wait() -> Int32 {
    var status: Int32 = 0
    while waitpid(id, &status, 0) < 0, errno == EINTR {}
    return status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + (status & 0x7F)
  }

  /// Ends it at once, since smtp-sink ignores SIGTERM.
  func kill() {
    Glibc.kill(id, SIGKILL)
    wait()
  }

  /// Runs a program to its end.
  ///
  /// - Returns: how many seconds it took.
  static func run(_ path: String, _ arguments: [String]) throws -> Double {
    let start = Stopwatch.now
    let code = try ChildProcess(path, arguments).wait()
    let seconds = Stopwatch.now - start
    guard code == 0 else { throw BenchmarkError("\(path) ended with code \(code)") }
    return seconds
  }

  /// Where a program is, or nil; also looks where Debian puts servers.
  static func find(_ name: String) -> String? {
    let path = getenv("PATH").map { String(cString: $0) } ?? ""
    let folders = path.split(separator: ":").map(String.init) + ["/usr/sbin", "/usr/local/sbin"]
    return folders.map { "\($0)/\(name)" }.first { access($0, X_OK) == 0 }
  }

  /// The program that is running.
  static func own() throws -> String {
    var buffer = [CChar](repeating: 0, count: 4096)
    let count = readlink("/proc/self/exe", &buffer, buffer.count)
    guard count > 0, count < buffer.count else {
      throw BenchmarkError("cannot find this program's own file")
    }
    return String(decoding: buffer[..<count].map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  /// The most memory that this process had at once, in bytes.
  ///
  /// From /proc: what getrusage(2) gives a parent also counts the parent's own, before the child
  /// became another program.
  static func peakMemory() throws -> Int {
    let status = try String(contentsOfFile: "/proc/self/status", encoding: .utf8)
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") } ?? ""
    guard let kilobytes = line.split(whereSeparator: \.isWhitespace).compactMap({ Int($0) }).first
    else { throw BenchmarkError("/proc/self/status does not tell the peak memory") }
    return kilobytes * 1024
  }
}
