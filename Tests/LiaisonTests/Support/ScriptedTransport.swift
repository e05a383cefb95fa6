import Curl

@testable import Liaison

/// A receiver in memory that answers as a test says.
final class ScriptedTransport: Transport {
  /// What becomes of a message.
  enum Act {
    case accept
    case refuse(SMTPReply, SMTPStage)
    case unavailable
    case insecure
    /// The line drops after the final dot; the receiver has the message or has not.
    case drop(received: Bool)

    /// Whether the receiver has the message in the end.
    var arrives: Bool {
      switch self {
      case .accept, .drop(received: true): true
      default: false
      }
    }
  }

  /// What becomes of each message.
  var act: (Envelope) -> Act = { _ in .accept }
  /// Called when the receiver has everything but the final dot.
  var beforeDot: (Envelope) throws -> Void = { _ in }
  /// Called when the final dot is out and the answer is not yet there.
  var afterDot: (Envelope) throws -> Void = { _ in }
  /// Called when the receiver has the message.
  var onReceived: (Envelope) throws -> Void = { _ in }
  /// The messages that the receiver has.
  private(set) var received: [Envelope] = []
  /// How often a message was handed over at all.
  private(set) var calls = 0

  init(_ act: @escaping (Envelope) -> Act = { _ in .accept }) { self.act = act }

  func deliver(_ envelope: Envelope, commit: () -> Bool) throws -> SMTPDelivery {
    calls += 1
    let act = act(envelope)
    switch act {
    case .unavailable: return .unavailable("no route to the server")
    case .insecure: return .insecure("the server offers no TLS")
    case .refuse(let reply, let stage) where stage != .message: return .refused(reply, at: stage)
    case .accept, .drop, .refuse: break
    }
    try beforeDot(envelope)
    guard commit() else { return .withheld }
    if act.arrives {
      received.append(envelope)
      try onReceived(envelope)
    }
    try afterDot(envelope)
    switch act {
    case .refuse(let reply, let stage): return .refused(reply, at: stage)
    case .drop: return .uncertain("the line dropped after the final dot")
    case .accept, .unavailable, .insecure:
      return .accepted(SMTPReply(code: 250, text: "queued"), queueID: "Q\(received.count)")
    }
  }
}

extension SMTPReply {
  /// A reply as in `550 5.1.1 no such user`, with or without the enhanced status.
  init(_ line: String) {
    let words = line.split(separator: " ", maxSplits: 2).map(String.init)
    let numbers = words.count > 1 ? words[1].split(separator: ".").compactMap { Int($0) } : []
    if numbers.count == 3 {
      self.init(
        code: Int(words[0]) ?? 0, enhanced: EnhancedStatus(numbers[0], numbers[1], numbers[2]),
        text: words.count > 2 ? words[2] : "")
    } else {
      self.init(code: Int(words[0]) ?? 0, text: words.dropFirst().joined(separator: " "))
    }
  }
}
