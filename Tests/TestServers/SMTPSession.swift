import Foundation

/// One client of a `FaultySMTPServer`, served in a thread of its own.
final class SMTPSession {
  /// The client is gone, or was sent away.
  private struct Over: Error {}

  private let client: Int32
  private let server: FaultySMTPServer
  private var input: [UInt8] = []
  private var sender = ""
  private var recipients: [String] = []

  init(_ client: Int32, server: FaultySMTPServer) {
    self.client = client
    self.server = server
    var noDelay: Int32 = 1
    setsockopt(
      client, Int32(IPPROTO_TCP), TCP_NODELAY, &noDelay, socklen_t(MemoryLayout<Int32>.size))
  }

  func run() {
    defer { close(client) }
    try? serve()
  }

  private func serve() throws(Over) {
    try answer(.greeting, "220 ready for faults")
    while true {
      let line = try readLine()
      let words = line.split(separator: " ", maxSplits: 1)
      switch words.first?.uppercased() {
      case "EHLO":
        let offers = (["faulty.example"] + server.speech.offers).enumerated()
        let last = server.speech.offers.count
        try answer(
          .ehlo,
          offers.map { "250\($0.offset == last ? " " : "-")\($0.element)" }
            .joined(separator: "\n"), isWhole: true)
      case "HELO": try answer(.ehlo, "250 faulty.example")
      case "STARTTLS": try answer(.startTLS, "454 4.7.0 no TLS today")
      case "AUTH":
        if line.uppercased() == "AUTH PLAIN" || line.uppercased().hasPrefix("AUTH LOGIN") {
          try say("334 ")
          _ = try readLine()
        }
        try answer(.auth, "235 2.7.0 welcome")
      case "MAIL":
        (sender, recipients) = (Self.address(in: line), [])
        try answer(.mail, "250 2.1.0 ok")
      case "RCPT":
        if try answer(.rcpt, "250 2.1.5 ok") { recipients.append(Self.address(in: line)) }
      case "DATA": try readMessage()
      case "RSET": try say("250 ok")
      case "QUIT":
        try say("221 bye")
        throw Over()
      default: try say("502 5.5.1 not here")
      }
    }
  }

  private func readMessage() throws(Over) {
    guard !recipients.isEmpty else { return try say("554 5.5.1 no valid recipients") }
    guard try answer(.data, "354 go on") else { return }
    try atBody()
    let end = Array("\r\n.\r\n".utf8)
    var searched = 0
    while true {
      if let found = Self.find(end, in: input, from: searched) {
        let message = Self.withoutStuffing(input[..<(found + 2)])
        input.removeSubrange(..<(found + end.count))
        return try atDot(message)
      }
      searched = max(input.count - end.count, 0)
      try readMore()
    }
  }

  private func atBody() throws(Over) {
    switch server.fault(at: .body) {
    case nil: return
    case .drop: throw Over()
    case .reset: try reset()
    case .stall: try stall()
    case .wait: server.waitToGoOn()
    case .waitAndDrop:
      server.waitToGoOn()
      throw Over()
    case .waitAndSay(let text):
      server.waitToGoOn()
      try say(text)
    case .say(let text): try say(text)
    case .sayAndDrop(let text):
      try say(text)
      throw Over()
    case .acceptAndDrop, .acceptAndStall: return
    }
  }

  private func atDot(_ message: [UInt8]) throws(Over) {
    let fault = server.fault(at: .dot)
    switch fault {
    case .say(let text) where !text.hasPrefix("2"): return try say(text)
    case .sayAndDrop(let text) where !text.hasPrefix("2"):
      try say(text)
      throw Over()
    case .drop: throw Over()
    case .reset: try reset()
    case .stall: try stall()
    case .wait: server.waitToGoOn()
    case .waitAndDrop:
      server.waitToGoOn()
      throw Over()
    case .waitAndSay(let text):
      server.waitToGoOn()
      return try say(text)
    default: break
    }
    // From here on it is the server's.
    for recipient in recipients {
      guard server.ledger.accept(message, from: sender, to: recipient) else {
        return try say("451 4.3.0 the ledger cannot be written")
      }
    }
    switch fault {
    case .acceptAndDrop: throw Over()
    case .acceptAndStall: try stall()
    case .say(let text): try say(text)
    case .sayAndDrop(let text):
      try say(text)
      throw Over()
    default: try say(positive("250 2.0.0 ok queued as F\(server.ledger.count)"))
    }
  }

  /// Says what is usual at a place, or does what is wrong there.
  ///
  /// - Parameter isWhole: whether the text stays as it is, whatever the server's manner.
  /// - Returns: whether the client was told that all is well.
  @discardableResult
  private func answer(
    _ place: SMTPFault.Place, _ usual: String, isWhole: Bool = false
  ) throws(Over) -> Bool {
    var text = isWhole ? usual : positive(usual)
    var isLast = false
    switch server.fault(at: place) {
    case nil, .acceptAndDrop, .acceptAndStall: break
    case .say(let other): text = other
    case .sayAndDrop(let other): (text, isLast) = (other, true)
    case .drop: throw Over()
    case .reset: try reset()
    case .stall: try stall()
    case .wait: server.waitToGoOn()
    case .waitAndDrop:
      server.waitToGoOn()
      throw Over()
    case .waitAndSay(let other):
      server.waitToGoOn()
      text = other
    }
    try say(text)
    if isLast { throw Over() }
    return text.hasPrefix("2") || text.hasPrefix("3")
  }

  /// A reply in the server's manner.
  private func positive(_ reply: String) -> String {
    let code = reply.prefix(3)
    var text = reply.dropFirst(4)
    if code == "354" || !server.speech.enhanced, text.prefix(2) == "2.",
      let space = text.firstIndex(of: " ")
    {
      text = text[text.index(after: space)...]
    }
    let before = (0..<server.speech.linesBefore).map { "\(code)-line \($0)\n" }.joined()
    return before + "\(code) \(text)"
  }

  // MARK: The connection

  private func say(_ text: String) throws(Over) {
    let bytes = Array((text.replacingOccurrences(of: "\n", with: "\r\n") + "\r\n").utf8)
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.prefix(server.speech.piece).withUnsafeBytes {
        send(client, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      guard count > 0 else { throw Over() }
      rest = rest.dropFirst(count)
    }
  }

  /// Hangs up so that the client gets a reset instead of an end.
  private func reset() throws(Over) {
    var linger = linger(l_onoff: 1, l_linger: 0)
    setsockopt(
      client, SOL_SOCKET, SO_LINGER, &linger, socklen_t(MemoryLayout<Glibc.linger>.size))
    throw Over()
  }

  private func stall() throws(Over) {
    while true { try readMore() }
  }

  private func readLine() throws(Over) -> String {
    while true {
      if let end = input.firstIndex(of: 0x0A) {
        let line = String(decoding: input[..<end].filter { $0 != 0x0D }, as: UTF8.self)
        input.removeSubrange(...end)
        return line
      }
      try readMore()
    }
  }

  private func readMore() throws(Over) {
    var buffer = [UInt8](repeating: 0, count: 65_536)
    let count = recv(client, &buffer, buffer.count, 0)
    guard count > 0 else { throw Over() }
    input += buffer[..<count]
  }

  private static func address(in line: String) -> String {
    guard let start = line.firstIndex(of: "<"), let end = line.lastIndex(of: ">"), start < end
    else { return "" }
    return String(line[line.index(after: start)..<end])
  }

  private static func find(_ part: [UInt8], in whole: [UInt8], from: Int) -> Int? {
    Data(whole[from...]).range(of: Data(part)).map { from + $0.lowerBound }
  }

  /// RFC 5321, section 4.5.2.
  private static func withoutStuffing(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    String(decoding: bytes, as: UTF8.self).replacingOccurrences(of: "\r\n..", with: "\r\n.")
      .utf8.map { $0 }
  }
}
