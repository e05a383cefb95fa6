import CCurl
import Glibc

/// The bytes to and from a server, through libcurl's TCP and TLS.
///
/// What is there is always read before waiting: TLS may have decrypted bytes that `poll` on the
/// socket knows nothing of.
final class IMAPWire {
  enum Received {
    case bytes
    case stopped
    case timedOut
    /// The server hung up, or the connection broke; in libcurl's words.
    case ended(String)
  }

  private let handle: EasyHandle
  private let socket: Int32
  // Owned: allocated in `init`, deallocated in `deinit`.
  private let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 64 << 10, alignment: 16)

  init(_ account: IMAPAccount) throws(IMAPError) {
    let connecting = IMAPConnecting()
    do throws(CurlError) {
      handle = try EasyHandle(context: connecting)
      try handle.configure(account)
    } catch {
      buffer.deallocate()
      throw .library("\(error)")
    }
    let code = handle.perform()
    guard code == CURLE_OK, let socket = handle.socket else {
      let text = "\(account.server) cannot be connected to: \(handle.explanation(of: code))"
      buffer.deallocate()
      if code.isTLSFault { throw .insecure(text) }
      let said = connecting.lastLine
      throw .unavailable(said.isEmpty ? text : "\(text); it said: \(Self.line(said))")
    }
    // libcurl has seen to it; this is to be sure before a password goes out.
    guard account.security == .plain || handle.isEncrypted else {
      buffer.deallocate()
      throw .insecure("\(account.server) is not protected by TLS as configured")
    }
    self.socket = socket
  }

  deinit { buffer.deallocate() }

  /// Sends all the bytes; what the server says meanwhile goes to the reader, so that neither side
  /// waits for the other.
  ///
  /// - Returns: nil when all were taken.
  func send(
    _ bytes: [UInt8], reading reader: inout IMAPReader, _ patience: inout IMAPPatience
  ) -> Received? {
    bytes.withUnsafeBytes { bytes in
      var sent = 0
      while sent < bytes.count {
        // One TLS record. OpenSSL wants a piece that it could not take again just as it was.
        let piece = bytes[sent..<min(sent + (16 << 10), bytes.count)]
        let (code, count) = handle.send(UnsafeRawBufferPointer(rebasing: piece))
        if code == CURLE_OK, count > 0 {
          sent += count
          patience.renew()
          continue
        }
        guard code == CURLE_OK || code == CURLE_AGAIN else {
          let reason = handle.explanation(of: code)
          // The server may have said why.
          while case .bytes = read(into: &reader) ?? .timedOut,
            reader.pendingCount < IMAPLimits.standard.response
          {}
          return .ended(reason)
        }
        let isFull = reader.pendingCount >= IMAPLimits.standard.response
        let events = wait(for: isFull ? POLLOUT : POLLIN | POLLOUT, patience, stop: nil)
        guard let events else { return .timedOut }
        if !isFull, events.socket & Int16(POLLIN) != 0, let end = read(into: &reader),
          case .ended = end
        {
          return end
        }
      }
      return nil
    }
  }

  /// Gives the reader what comes next.
  func receive(
    into reader: inout IMAPReader, _ patience: inout IMAPPatience, stop: IMAPStop?
  ) -> Received {
    while true {
      // First: a server that never pauses must not put off a stop.
      if let stop, isStopped(stop) { return .stopped }
      // Looked at here too, for a server that always has some bytes more.
      guard patience.milliseconds > 0 else { return .timedOut }
      if let received = read(into: &reader) {
        patience.renew()
        return received
      }
      guard let events = wait(for: POLLIN, patience, stop: stop) else { return .timedOut }
      if events.isStopped { return .stopped }
    }
  }

  /// Nil where nothing is there yet.
  private func read(into reader: inout IMAPReader) -> Received? {
    let (code, count) = handle.receive(buffer)
    switch code {
    case CURLE_AGAIN: return nil
    case CURLE_OK where count > 0:
      // The buffer holds `count` bytes; they are copied inside.
      reader.append(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
      return .bytes
    case CURLE_OK: return .ended("it hung up")
    default: return .ended(handle.explanation(of: code))
    }
  }

  private func isStopped(_ stop: IMAPStop) -> Bool {
    var entry = pollfd(fd: stop.descriptor, events: Int16(POLLIN), revents: 0)
    return poll(&entry, 1, 0) > 0
  }

  /// Nil when the patience is over.
  private func wait(
    for events: Int32, _ patience: IMAPPatience, stop: IMAPStop?
  ) -> (socket: Int16, isStopped: Bool)? {
    // A negative descriptor is passed over.
    var entries = [
      pollfd(fd: socket, events: Int16(events), revents: 0),
      pollfd(fd: stop?.descriptor ?? -1, events: Int16(POLLIN), revents: 0),
    ]
    while true {
      let left = patience.milliseconds
      guard left > 0 else { return nil }
      let count = poll(&entries, 2, left)
      if count > 0 { return (entries[0].revents, entries[1].revents != 0) }
      // A fault other than a signal shows when the socket is read.
      if count < 0, errno != EINTR { return (Int16(POLLIN), false) }
    }
  }

  private static func line(_ bytes: [UInt8]) -> String {
    var bytes = bytes[...]
    while let last = bytes.last, last == 0x0D || last == 0x0A { bytes.removeLast() }
    return printable(bytes)
  }
}
