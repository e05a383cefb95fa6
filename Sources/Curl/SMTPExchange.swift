import CCurl
import Glibc

/// One connection and the delivery under way on it: what libcurl's callbacks work on.
///
/// Touched by one thread at a time: the one inside `EasyHandle.perform`, through the callbacks, or
/// the owner of the connection between two transfers.
final class SMTPExchange {
  private(set) var dialogue: SMTPDialogue
  /// What the last check before the final dot said; nil while it was not asked.
  private(set) var answer: Bool?
  /// Whether the server spoke or hung up while the message was on its way.
  private(set) var isInterrupted = false
  /// Whether the reply that was taken for the answer to the final dot had come before the dot.
  private(set) var hasAnsweredEarly = false
  /// Whether this delivery had to open a connection.
  private(set) var hasConnected = false

  private var message = UnsafeRawBufferPointer(start: nil, count: 0)
  private var sent = 0
  private var ask: () -> Bool = { false }
  private var sockets: [Int32] = []
  private let isPlain: Bool
  /// How many bytes of the server's libcurl has given on, on this connection.
  private var heard: UInt64 = 0
  /// How many bytes had come when the final dot was about to be written.
  private var receivedBeforeDot: UInt64?

  init(_ account: SMTPAccount) {
    dialogue = SMTPDialogue(account)
    isPlain = account.security == .plain
  }

  /// Starts a delivery; the message and the question are used until `end` and no longer.
  func begin(_ message: UnsafeRawBufferPointer, beforeFinalDot ask: @escaping () -> Bool) {
    self.message = message
    self.ask = ask
    sent = 0
    answer = nil
    isInterrupted = false
    hasConnected = false
    receivedBeforeDot = nil
    hasAnsweredEarly = false
    dialogue.begin()
  }

  /// Lets go of what belongs to the caller of the delivery.
  func end() {
    message = UnsafeRawBufferPointer(start: nil, count: 0)
    ask = { false }
  }

  // MARK: What libcurl reports

  /// Gives the next part of the message, filling the whole buffer while there is enough left: small
  /// pieces upset libcurl's dot-stuffing.
  ///
  /// When nothing is left, all of it has been written to the connection and libcurl is about to
  /// write the final dot. This is the one place where the question is asked.
  func fill(_ buffer: UnsafeMutableRawBufferPointer) -> Int {
    let count = min(message.count - sent, buffer.count)
    if count > 0 {
      buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: message[sent..<(sent + count)]))
      sent += count
      return count
    }
    if answer == nil {
      // A server has nothing to say now. What it says would be taken for its reply to the dot, and
      // if it has hung up the dot would put the message in doubt: so leave the dot out.
      isInterrupted = hasPendingInput
      if !isInterrupted { answer = ask() }
      // The asking takes as long as a disk; while the dot is not written nothing is in doubt.
      if answer == true { isInterrupted = hasPendingInput }
      receivedBeforeDot = received
    }
    return answer == true && !isInterrupted ? 0 : Int(CURL_READFUNC_ABORT)
  }

  func commandSent(_ line: UnsafeRawBufferPointer) {
    dialogue.commandSent(line)
    if dialogue.isQuitting { stopReading() }
  }

  /// - Returns: false where the transfer must stop here.
  func lineReceived(_ line: UnsafeRawBufferPointer) -> Bool {
    heard += UInt64(line.count)
    // Longer than any reply's text that is kept; libcurl itself gives at most 100 kB.
    let goesOn = dialogue.lineReceived(Array(line.prefix(2 * SMTPReply.maximumTextLength)))
    if dialogue.stage == .message, let reply = dialogue.reply {
      hasAnsweredEarly = isEarly(reply)
    }
    return goesOn
  }

  func socketOpened(_ socket: Int32) {
    // So that no child process inherits the connection.
    _ = fcntl(socket, F_SETFD, FD_CLOEXEC)
    sockets.append(socket)
    heard = 0
    hasConnected = true
    dialogue.connect()
  }

  func socketClosing(_ socket: Int32) {
    sockets.removeAll { $0 == socket }
  }

  // MARK: The connection

  /// Whether the peer has spoken or hung up while nothing is expected from it.
  var hasPendingInput: Bool {
    sockets.contains(where: Self.hasPendingInput) || isHoldingInput
  }

  /// Whether libcurl has read a line that it has not given on, as it does when two come in one packet.
  ///
  /// Only a plain connection can tell: TLS adds bytes of its own.
  private var isHoldingInput: Bool {
    guard isPlain, let received else { return false }
    return received > heard
  }

  /// Whether the reply came out of what libcurl was holding when it wrote the final dot: either
  /// nothing has come since, or what has come stands unread behind a refusal.
  private func isEarly(_ reply: SMTPReply) -> Bool {
    guard let receivedBeforeDot, let received else { return false }
    if received == receivedBeforeDot { return true }
    // A plain connection was looked at before the dot; and a server may well take a message and
    // then say goodbye.
    return !isPlain && !reply.isPositive && sockets.contains(where: Self.hasPendingRecord)
  }

  /// Whether a TLS record waits that is more than the alert of a connection that closes.
  private static func hasPendingRecord(_ socket: Int32) -> Bool {
    var header: (UInt8, UInt8, UInt8, UInt8, UInt8) = (0, 0, 0, 0, 0)
    let count = withUnsafeMutableBytes(of: &header) {
      recv(socket, $0.baseAddress, $0.count, Int32(MSG_PEEK | MSG_DONTWAIT))
    }
    let alert: UInt8 = 21
    // RFC 8446, section 5.2: an alert is two bytes, with its type and a tag of 16 when encrypted.
    let longestAlert = 2 + 1 + 16
    return count == 5 && header.0 != alert && Int(header.3) << 8 + Int(header.4) > longestAlert
  }

  private var received: UInt64? {
    // Where several addresses were tried at once, only one of them has anything to say.
    sockets.compactMap(receivedBytes).max()
  }

  private static func hasPendingInput(_ socket: Int32) -> Bool {
    var byte: UInt8 = 0
    let flags = Int32(MSG_PEEK | MSG_DONTWAIT)
    let count = recv(socket, &byte, 1, flags)
    // ENOTCONN: another address of the host that was being tried as well.
    return count >= 0 || ![EAGAIN, EINTR, ENOTCONN].contains(errno)
  }

  /// Lets libcurl find the end of the connection when it waits for the answer to its QUIT, which
  /// changes nothing and may take as long as `replyTimeout` at a server that stalls.
  func stopReading() {
    for socket in sockets { shutdown(socket, Int32(SHUT_RD)) }
  }
}
