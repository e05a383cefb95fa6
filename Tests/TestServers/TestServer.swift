import Foundation

/// A Python server from `Tests/Fixtures/servers`, started for one test and ended with it.
///
/// Each prints its port on the first line of its output and ends when its input is closed, so that
/// none outlives a test that crashed.
package final class TestServer {
  package let port: Int
  /// Its own folder for ledger and log, removed by `close`.
  package let folder: URL
  private let process = Process()
  private let input = Pipe()
  private var isOpen = true

  package struct NotStarted: Error {
    let script: String
  }

  /// Starts a script in a folder of its own, and waits for its port.
  package init(_ script: String, _ arguments: [String]) throws {
    folder = try makeTemporaryFolder()
    let output = Pipe()
    // Debian's own Python: it is the one that has aiosmtpd.
    process.executableURL = URL(fileURLWithPath: "/usr/bin/python3")
    process.arguments =
      [Self.scripts.appendingPathComponent(script).path]
      + ["--folder", folder.path] + arguments
    process.standardInput = input
    process.standardOutput = output
    let child = process
    try spawnLock.withLock { try child.run() }
    var line = Data()
    while line.last != UInt8(ascii: "\n") {
      let part = output.fileHandleForReading.availableData
      if part.isEmpty { break }
      line += part
    }
    guard let port = Int(String(decoding: line, as: UTF8.self).filter(\.isNumber)) else {
      self.port = 0
      close()
      throw NotStarted(script: script)
    }
    self.port = port
  }

  deinit { close() }

  /// Lets the server finish its sessions and end by itself; what it wrote can still be read.
  package func finish() {
    try? input.fileHandleForWriting.close()
    process.waitUntilExit()
  }

  /// Ends the process, waits until it is gone, and removes its folder.
  package func close() {
    guard isOpen else { return }
    isOpen = false
    // Not a process that ended before: its number may be another's by now.
    if process.isRunning { kill(process.processIdentifier, SIGKILL) }
    process.waitUntilExit()
    try? FileManager.default.removeItem(at: folder)
  }

  /// One message that the server accepted.
  package struct Accepted: Equatable {
    package let sender: String
    package let recipient: String
    package let message: [UInt8]
    package let hello: String?

    package init(sender: String, recipient: String, message: [UInt8], hello: String?) {
      self.sender = sender
      self.recipient = recipient
      self.message = message
      self.hello = hello
    }
  }

  /// The messages accepted so far; a line is complete before the server replies.
  package func accepted() throws -> [Accepted] {
    try records("ledger").map { record in
      let recipients = record["to"] as? [String] ?? [record["to"] as? String ?? ""]
      let message = Data(base64Encoded: record["message"] as? String ?? "") ?? Data()
      return Accepted(
        sender: record["from"] as? String ?? "", recipient: recipients.joined(separator: ","),
        message: [UInt8](message), hello: record["hello"] as? String)
    }
  }

  /// Lets `misbehaving_smtp.py` go on where it was told to `wait`.
  package func goOn() throws { try Data().write(to: folder.appendingPathComponent("go")) }

  /// The log of `misbehaving_smtp.py`, each event as `event` or `line TEXT`.
  package func events() throws -> [String] {
    try records("log").map { record in
      let text = (record["text"] as? String)?.trimmingCharacters(in: .newlines)
      return [record["event"] as? String, text].compactMap { $0 }.joined(separator: " ")
    }
  }

  private func records(_ name: String) throws -> [[String: Any]] {
    let file = folder.appendingPathComponent(name)
    guard FileManager.default.fileExists(atPath: file.path) else { return [] }
    return try Data(contentsOf: file).split(separator: UInt8(ascii: "\n")).map { line in
      try JSONSerialization.jsonObject(with: Data(line)) as? [String: Any] ?? [:]
    }
  }

  private static let scripts = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Fixtures/servers")
}

/// A new folder for one test, which removes it itself.
package func makeTemporaryFolder() throws -> URL {
  let folder = FileManager.default.temporaryDirectory
    .appendingPathComponent("liaison-test-\(UUID().uuidString)")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  return folder
}
