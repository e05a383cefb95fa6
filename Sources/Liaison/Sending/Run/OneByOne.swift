import Curl
import Scheduling

/// Delivers one message after the other on the calling thread, while the next one is written.
final class OneByOne {
  private let record: RunRecord
  private let shouldStop: () -> Bool
  private let transport: (SenderAccount) throws -> any Transport
  private var transports: [String: any Transport] = [:]
  private let ahead = WritingAhead()

  init(
    _ record: RunRecord, shouldStop: @escaping () -> Bool,
    transport: @escaping (SenderAccount) throws -> any Transport
  ) {
    self.record = record
    self.shouldStop = shouldStop
    self.transport = transport
  }

  /// Sends what the feed gives until there is no more.
  func run(_ feed: ClaimFeed) throws {
    defer { ahead.finish() }
    while !shouldStop() {
      let claims = try feed.next()
      if claims.isEmpty { break }
      for (index, claim) in claims.enumerated() {
        if shouldStop() {
          try record.journal.flush()
          try record.store.release(Array(claims[index...]))
          break
        }
        do {
          try process(claim, before: claims.dropFirst(index + 1).first)
        } catch {
          // The store failed. What is not begun goes back, if the store still can.
          try? record.journal.flush()
          try? record.store.release(Array(claims[index...]))
          throw error
        }
      }
    }
  }

  private func process(_ claim: Claim, before next: Claim?) throws {
    let attempt = claim.attempt
    guard !record.isStopped(attempt.sender) else { return try record.giveBack(claim) }
    guard let sender = try record.sender(of: claim) else { return }
    let now = record.clock()
    let prepared: PreparedAttempt
    do throws(AttemptObstacle) {
      if let ready = record.stock?.message(of: attempt) {
        prepared = ready
      } else if let written = try ahead.take(attempt, at: now) {
        prepared = written
      } else {
        prepared = try record.benches.prepare(attempt, at: now)
      }
    } catch {
      return try record.conclude(claim, error)
    }
    let transport: any Transport
    do {
      transport = try transports[sender.id] ?? self.transport(sender)
      transports[sender.id] = transport
    } catch {
      return try record.stopSender(claim, "\(error)")
    }
    if let next, record.stock == nil, !record.isStopped(next.attempt.sender),
      let draft = try? record.benches.draft(next.attempt, at: now)
    {
      ahead.begin(draft)
    }
    try deliver(claim, prepared, by: transport)
  }

  private func deliver(
    _ claim: Claim, _ prepared: PreparedAttempt, by transport: any Transport
  ) throws {
    var storeError: (any Error)?
    var decision = CommitDecision.lost
    let delivery: SMTPDelivery
    do {
      delivery = try transport.deliver(prepared.message.envelope) {
        do {
          decision = try record.journal.begin([record.lastLook(claim, prepared)])[0]
          return decision == .go
        } catch {
          storeError = error
          return false
        }
      }
    } catch {
      return try record.conclude(claim, .held(reason: "\(error)"))
    }
    if let storeError { throw storeError }
    try record.conclude(claim, prepared, delivery, decision)
  }
}
