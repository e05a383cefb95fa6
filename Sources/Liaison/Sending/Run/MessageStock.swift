import Scheduling

/// Messages that were written before a run, so that its delivery can be measured alone.
package struct MessageStock {
  private let messages: [String: PreparedAttempt]

  /// How many there are.
  package var count: Int { messages.count }

  fileprivate init(_ messages: [String: PreparedAttempt]) { self.messages = messages }

  /// The message of an attempt, or nil.
  func message(of attempt: AttemptRecord) -> PreparedAttempt? { messages[attempt.id] }
}

extension SendDesk {
  /// Writes all that is due now and may go.
  package func stock(at now: Instant) throws -> MessageStock {
    var messages: [String: PreparedAttempt] = [:]
    for claim in try store.dueAttempts(at: now, limit: .max, by: benches.rules).claims {
      messages[claim.attempt.id] = try? benches.prepare(claim.attempt, at: now)
    }
    return MessageStock(messages)
  }
}
