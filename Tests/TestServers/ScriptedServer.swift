import Foundation

/// A server that says on one connection what a test wrote down for it, right or wrong.
///
/// It runs in a thread of the test's process and ends with its script or its client.
package final class ScriptedServer: @unchecked Sendable {
  package enum Step: Sendable {
    /// Sends the text; `TAG` in it becomes the tag of the last command heard.
    case say(String)
    /// Sends bytes as they are.
    case send([UInt8])
    /// Sends the text again and again until the client hangs up.
    case sayForever(String)
    /// Reads one line, whatever it is.
    case hear
    /// Reads so many bytes.
    case hearBytes(Int)
    /// Says nothing until the client hangs up.
    case stall
  }

  package let port: Int
  private let listener: Int32
  private let steps: [Step]
  private let piece: Int
  private let finished = DispatchSemaphore(value: 0)
  // Both touched by the thread alone until it is finished.
  private var heardLines: [String] = []
  private var input: [UInt8] = []

  package struct NotStarted: Error {}

  /// - Parameter piece: how many bytes are sent at a time at most.
  package init(_ steps: [Step], piece: Int = .max) throws {
    guard let (socket, port) = Loopback.listen() else { throw NotStarted() }
    listener = socket
    self.port = port
    self.steps = steps
    self.piece = piece
    Thread.detachNewThread { self.serve() }
  }

  /// All lines that the server heard, once its script is over or its client gone.
  package func lines() -> [String] {
    finished.wait()
    finished.signal()
    return heardLines
  }

  private func serve() {
    defer { finished.signal() }
    let client = accept(listener, nil, nil)
    close(listener)
    guard client >= 0 else { return }
    defer { close(client) }
    var noDelay: Int32 = 1
    setsockopt(
      client, Int32(IPPROTO_TCP), TCP_NODELAY, &noDelay, socklen_t(MemoryLayout<Int32>.size))
    for step in steps where !perform(step, client) { break }
    // What the client still says is read, as closing would otherwise take back what was sent.
    shutdown(client, Int32(SHUT_WR))
    while readMore(client) {}
    while let line = nextLine() { heardLines.append(line) }
  }

  /// - Returns: false where the client is gone.
  private func perform(_ step: Step, _ client: Int32) -> Bool {
    switch step {
    case .say(let text): return send(Array(tagged(text).utf8), client)
    case .send(let bytes): return send(bytes, client)
    case .sayForever(let text):
      let once = tagged(text)
      let bytes = Array(String(repeating: once, count: 1 + 65_536 / once.utf8.count).utf8)
      while send(bytes, client) {}
      return false
    case .hear:
      while true {
        if let line = nextLine() {
          heardLines.append(line)
          return true
        }
        guard readMore(client) else { return false }
      }
    case .hearBytes(let count):
      while input.count < count {
        guard readMore(client) else { return false }
      }
      heardLines.append(String(decoding: input.prefix(count), as: UTF8.self))
      input.removeFirst(count)
      return true
    case .stall:
      while readMore(client) {}
      return false
    }
  }

  private func tagged(_ text: String) -> String {
    let tag = heardLines.last { $0.hasPrefix("L") }?.prefix { $0 != " " } ?? ""
    return text.replacingOccurrences(of: "TAG", with: tag)
  }

  private func nextLine() -> String? {
    guard let end = input.firstIndex(of: 0x0A) else { return nil }
    let line = String(decoding: input[..<end].filter { $0 != 0x0D }, as: UTF8.self)
    input.removeSubrange(...end)
    return line
  }

  private func readMore(_ client: Int32) -> Bool {
    var buffer = [UInt8](repeating: 0, count: 65_536)
    let count = recv(client, &buffer, buffer.count, 0)
    guard count > 0 else { return false }
    input += buffer[..<count]
    return true
  }

  private func send(_ bytes: [UInt8], _ client: Int32) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      let part = Array(rest.prefix(piece))
      let count = Glibc.send(client, part, part.count, Int32(MSG_NOSIGNAL))
      guard count > 0 else { return false }
      rest = rest.dropFirst(count)
    }
    return true
  }
}
