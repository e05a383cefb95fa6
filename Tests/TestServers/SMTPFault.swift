/// Something that a `FaultySMTPServer` does wrong: where, what, and how often.
package struct SMTPFault: Sendable, CustomStringConvertible {
  /// A moment of an SMTP session at which the server has to say something.
  package enum Place: String, Hashable, Sendable, CaseIterable {
    /// After the connection was made.
    case greeting
    case ehlo
    case startTLS
    case auth
    case mail
    case rcpt
    case data
    /// In the middle of the message.
    case body
    /// After the final dot.
    case dot
  }

  /// What happens there instead of the usual reply.
  package enum Action: Sendable {
    /// Other lines; LF stands for CRLF, and the last one is added.
    case say(String)
    /// Other lines, and then it hangs up.
    case sayAndDrop(String)
    /// Hangs up.
    case drop
    /// Takes the connection away, so that the client's next word fails.
    case reset
    /// Says nothing until the client hangs up.
    case stall
    /// At the dot: the message is accepted, and the connection hangs up without a word.
    case acceptAndDrop
    /// At the dot: the message is accepted, and nothing is said until the client hangs up.
    case acceptAndStall
    /// Waits until the test says `goOn`, and then does as usual.
    case wait
    /// Waits until the test says `goOn`, and then hangs up.
    case waitAndDrop
    /// Waits until the test says `goOn`, and then says other lines.
    case waitAndSay(String)
  }

  package let place: Place
  package let action: Action
  /// At which of the times that a session comes to this place, from 1.
  package let times: ClosedRange<Int>

  package init(_ place: Place, _ action: Action, times: ClosedRange<Int> = 1...Int.max) {
    self.place = place
    self.action = action
    self.times = times
  }

  package var description: String {
    let words = "\(action)"
    let what = words.count > 60 ? "\(words.prefix(60))…" : words
    return "\(place.rawValue): \(what)" + (times == 1...Int.max ? "" : ", times \(times)")
  }
}

/// How a `FaultySMTPServer` speaks when nothing else goes wrong.
package struct SMTPManner: Sendable {
  /// So many bytes go out at a time at most.
  package var piece = Int.max
  /// Lines that come before the last one of every positive reply.
  package var linesBefore = 0
  /// What stands behind each code, as in `250 2.1.0 ok`.
  package var enhanced = false
  /// What EHLO offers.
  package var offers = ["8BITMIME", "AUTH PLAIN LOGIN"]

  package init() {}
}
