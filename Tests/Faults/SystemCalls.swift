import Foundation
import TestServers
import TestWorkspaces

/// Runs senders under `strace`, which makes system calls fail or kills the program at them.
enum SystemCalls {
  /// The calls by which a program changes anything outside of itself.
  static let writing = [
    "write", "pwrite64", "writev", "pwritev", "sendto", "sendmsg", "fsync", "fdatasync",
    "ftruncate",
    "fallocate", "rename", "renameat", "renameat2", "unlink", "unlinkat", "mkdir", "shutdown",
  ]

  /// Those that a full or broken disk lets fail.
  static let onDisk = [
    "write", "pwrite64", "fsync", "fdatasync", "ftruncate", "fallocate", "rename",
  ]

  private static let strace = URL(filePath: "/usr/bin/strace")

  /// Why nothing can be traced here; nil where it can.
  static let obstacle: String? = {
    guard FileManager.default.isExecutableFile(atPath: strace.path) else {
      return "strace is not installed"
    }
    let tried = try? LiaisonProcess(
      ["-f", "-o", "/dev/null", "/usr/bin/true"], in: FileManager.default.temporaryDirectory,
      program: strace
    ).finish()
    return tried?.exitCode == 0 ? nil : "ptrace is not allowed"
  }()

  /// How often one sender makes each of the calls, at most in one of its threads, since `strace`
  /// counts by call and thread.
  static func count(of calls: [String], in campaign: FaultCampaign) throws -> [String: Int] {
    let log = campaign.workspace.surroundings.appendingPathComponent("calls")
    let sent = try send(campaign, ["-o", log.path, "-e", "trace=\(calls.joined(separator: ","))"])
    guard sent.exitCode == 0 else { throw ScratchWorkspace.Failed("traced: \(sent)") }
    var counts: [String: [String: Int]] = [:]
    for line in try String(contentsOf: log, encoding: .utf8).split(separator: "\n") {
      let words = line.split(separator: " ", maxSplits: 1)
      guard words.count == 2, let end = words[1].firstIndex(of: "(") else { continue }
      counts[String(words[1][..<end]), default: [:]][String(words[0]), default: 0] += 1
    }
    return counts.compactMapValues { $0.values.max() }
  }

  /// Sends with one call made to misbehave.
  ///
  /// - Parameter fault: such as `signal=KILL` or `error=EIO`.
  static func send(
    _ campaign: FaultCampaign, at call: String, when: String, _ fault: String
  ) throws -> LiaisonProcess.Result {
    try send(
      campaign,
      ["-o", "/dev/null", "-e", "trace=\(call)", "-e", "inject=\(call):\(fault):when=\(when)"])
  }

  private static func send(
    _ campaign: FaultCampaign, _ options: [String]
  ) throws -> LiaisonProcess.Result {
    try LiaisonProcess(
      ["-f"] + options + [LiaisonProcess.binary.path, "send", "--live", "--json"],
      in: campaign.workspace.folder, environment: campaign.workspace.environment, program: strace
    ).finish(within: 60)
  }
}
