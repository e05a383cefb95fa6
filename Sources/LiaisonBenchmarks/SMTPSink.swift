import Glibc

/// Postfix's smtp-sink on a free port of the loopback: a server that takes every mail and forgets it.
final class SMTPSink {
  let port: UInt16
  private let process: ChildProcess

  /// Starts it and waits until it listens; nil where it is not installed.
  init?() throws {
    guard let program = ChildProcess.find("smtp-sink") else { return nil }
    port = try Loopback.freePort()
    // Started by root it wants to be told whom to run as.
    let user = getuid() == 0 ? ["-u", "nobody"] : []
    process = try ChildProcess(program, user + ["127.0.0.1:\(port)", "128"])
    for _ in 0..<500 {
      if Self.isOpen(port) { return }
      usleep(10_000)
    }
    process.kill()
    throw BenchmarkError("\(program) did not open port \(port)")
  }

  deinit { process.kill() }

  private static func isOpen(_ port: UInt16) -> Bool {
    guard let socket = Loopback.connect(to: port) else { return false }
    close(socket)
    return true
  }
}

/// Postfix's smtp-source: a program in C that sends the same mail again and again, on connections
/// that it keeps.
enum SMTPSource {
  /// Sends so many mails of a size and gives the seconds that it took; nil where it is not installed.
  static func run(_ count: Int, bytes: Int, port: UInt16, connections: Int) throws -> Double? {
    guard let program = ChildProcess.find("smtp-source") else { return nil }
    return try ChildProcess.run(
      program,
      [
        "-d", "-s", "\(connections)", "-m", "\(count)", "-l", "\(bytes)", "-f", "me@acme.example",
        "-t", "you@acme.example", "127.0.0.1:\(port)",
      ])
  }
}
