import Foundation
import Synchronization

/// What a test's server accepted: a line for each message, on the disk before the server says so.
package final class SMTPLedger: Sendable {
  /// One accepted message.
  package struct Entry: Sendable {
    package let recipient: String
    /// With its angle brackets, as the message has it.
    package let messageID: String
    package let message: [UInt8]
  }

  private let file: Int32
  private let kept = Mutex<[Entry]>([])

  package struct Failed: Error {}

  init(in folder: URL) throws {
    let path = folder.appendingPathComponent("ledger").path
    file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_APPEND | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw Failed() }
  }

  deinit { close(file) }

  /// All that was accepted, in its order.
  package var entries: [Entry] { kept.withLock { $0 } }

  package var count: Int { kept.withLock { $0.count } }

  /// - Returns: false where it is not on the disk, so that the server must not say that it has it.
  func accept(_ message: [UInt8], from: String, to recipient: String) -> Bool {
    let entry = Entry(
      recipient: recipient, messageID: Self.messageID(of: message), message: message)
    let line = Array("\(recipient)\t\(entry.messageID)\t\(message.count)\n".utf8)
    return kept.withLock { entries in
      guard write(file, line, line.count) == line.count, fdatasync(file) == 0 else { return false }
      entries.append(entry)
      return true
    }
  }

  private static func messageID(of message: [UInt8]) -> String {
    let head = String(decoding: message.prefix(8192), as: UTF8.self)
    for line in head.split(separator: "\r\n", omittingEmptySubsequences: false) {
      if line.isEmpty { break }
      if line.lowercased().hasPrefix("message-id:") {
        return line.dropFirst("message-id:".count).trimmingCharacters(in: .whitespaces)
      }
    }
    return ""
  }
}
