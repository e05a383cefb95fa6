import Curl
import Glibc

/// Delivers into a Maildir: each message a file in `new/`, byte for byte what SMTP would carry.
///
/// A file is written and synced in `tmp/` and then linked into `new/`, as Maildir asks, so that a
/// reader never sees half a message; the link is what the final dot is to SMTP.
final class MaildirTransport: Transport {
  private let folder: String

  /// Makes the folder and its `tmp`, `new` and `cur`.
  ///
  /// - Throws: `WorkspaceError.cannotWrite`.
  init(folder: String) throws(WorkspaceError) {
    self.folder = folder
    for part in ["", "/tmp", "/new", "/cur"] where mkdir(folder + part, 0o700) != 0 {
      guard errno == EEXIST else {
        throw .cannotWrite(path: folder + part, reason: String(cString: strerror(errno)))
      }
    }
  }

  func deliver(_ envelope: Envelope, commit: () -> Bool) -> SMTPDelivery {
    let name = "\(envelope.name).eml"
    let draft = "\(folder)/tmp/\(name)"
    if let reason = write(envelope.message, to: draft) {
      unlink(draft)
      return .unavailable(reason)
    }
    guard commit() else {
      unlink(draft)
      return .withheld
    }
    defer { unlink(draft) }
    guard link(draft, "\(folder)/new/\(name)") == 0 else {
      return .uncertain(trouble("link", draft))
    }
    syncFolder()
    return .accepted(SMTPReply(code: 250, enhanced: nil, text: "filed as \(name)"), queueID: name)
  }

  private func write(_ bytes: [UInt8], to path: String) -> String? {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { return trouble("create", path) }
    defer { close(descriptor) }
    var done = 0
    while done < bytes.count {
      let written = bytes[done...].withUnsafeBytes {
        Glibc.write(descriptor, $0.baseAddress, $0.count)
      }
      if written < 0, errno == EINTR { continue }
      guard written > 0 else { return trouble("write", path) }
      done += written
    }
    return fsync(descriptor) == 0 ? nil : trouble("sync", path)
  }

  /// Makes the link itself durable.
  private func syncFolder() {
    let descriptor = open("\(folder)/new", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }

  private func trouble(_ verb: String, _ path: String) -> String {
    "cannot \(verb) \(path): \(String(cString: strerror(errno)))"
  }
}
