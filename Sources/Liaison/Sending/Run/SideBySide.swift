import Curl
import Scheduling

/// Delivers messages on several connections at once.
///
/// The calling thread alone claims, looks a last time and records; it answers whoever stands before
/// a final dot together, in one durable transaction for all. One thread writes messages, and each
/// connection has a thread of its own. Of each sender no more is claimed and written than its
/// connections take next.
final class SideBySide {
  /// A message that is being written, waits for a connection, or is on one.
  private struct UnderWay {
    let claim: Claim
    var prepared: PreparedAttempt?
    var decision = CommitDecision.lost
  }

  private let record: RunRecord
  private let shouldStop: () -> Bool
  private let transport: (SenderAccount) throws -> any Transport
  private let events = BlockingQueue<DeliveryEvent>()
  private let writer: MessageWriter
  private var lanes: [String: DeliveryLanes] = [:]
  /// What is claimed and not begun, by sender, oldest first.
  private var claimed: [String: ArraySlice<Claim>] = [:]
  private var underWay: [Int: UnderWay] = [:]
  /// How many messages of each sender are under way.
  private var load: [String: Int] = [:]
  private var nextNumber = 0
  /// Whether nothing more was due when it was last asked for.
  private var isDry = false
  private var isStopping = false
  /// Why the store failed; what is under way then comes to its end without another final dot.
  private var failure: (any Error)?
  /// Who stands before a final dot and has no answer yet.
  private var waiting: [(number: Int, answer: BlockingQueue<Bool>)] = []
  /// Since when the first of them waits, on the clock that never jumps.
  private var waitingSince = ContinuousClock.now
  /// How long settlements wait for others before they are written by themselves.
  private static let patience = Duration.milliseconds(20)
  /// How long the first before a final dot waits for others, so that one sync serves them all: about
  /// as long as a sync takes.
  private static let gathering = Duration.microseconds(300)

  init(
    _ record: RunRecord, shouldStop: @escaping () -> Bool,
    transport: @escaping (SenderAccount) throws -> any Transport
  ) throws {
    self.record = record
    self.shouldStop = shouldStop
    self.transport = transport
    writer = try MessageWriter(events: events)
  }

  /// Sends what the feed gives until there is no more.
  func run(_ feed: ClaimFeed) throws {
    defer {
      writer.close()
      for lanes in lanes.values { lanes.close() }
    }
    while true {
      if failure == nil, !isStopping, shouldStop() { isStopping = true }
      guarding {
        if isStopping || failure != nil { try giveUp() } else { try takeMore(feed) }
      }
      if underWay.isEmpty, failure != nil || isStopping || isDry && claimed.isEmpty { break }
      let news = events.takeAll(within: waiting.isEmpty ? Self.patience : gatheringLeft)
      if news.isEmpty, waiting.isEmpty {
        guarding { try record.journal.flush() }
      } else {
        answer(news)
      }
    }
    if let failure {
      // What is known should stand, if the store still can.
      try? record.journal.flush()
      throw failure
    }
  }

  private func guarding(_ body: () throws -> Void) {
    do {
      try body()
    } catch {
      if failure == nil { failure = error }
    }
  }

  // MARK: Beginning

  /// Begins as many messages as the connections take next, and claims more where they run out.
  private func takeMore(_ feed: ClaimFeed) throws {
    while true {
      for (sender, claims) in claimed {
        var rest = claims
        while hasRoom(sender), let claim = rest.first {
          try begin(claim)
          rest.removeFirst()
          claimed[sender] = rest.isEmpty ? nil : rest
        }
      }
      if isDry {
        // What was withheld or put back meanwhile may be due again.
        guard underWay.isEmpty, claimed.isEmpty else { return }
      } else {
        guard record.benches.senders.contains(where: { claimed[$0] == nil && hasRoom($0) }) else {
          // With all of them stopped there is nothing more to ask for.
          isDry = underWay.isEmpty && claimed.isEmpty
          return
        }
      }
      let claims = try feed.next(without: Set(claimed.keys))
      isDry = claims.isEmpty
      if claims.isEmpty { return }
      for claim in claims { claimed[claim.attempt.sender, default: []].append(claim) }
    }
  }

  /// Whether another message of a sender may be begun: one on each connection, and as many ready.
  private func hasRoom(_ sender: String) -> Bool {
    // Of a sender that has stopped the claims are given back.
    if record.isStopped(sender) { return claimed[sender] != nil }
    return load[sender, default: 0] < 2 * record.benches.connections(of: sender)
  }

  private func begin(_ claim: Claim) throws {
    let attempt = claim.attempt
    guard !record.isStopped(attempt.sender) else { return try record.giveBack(claim) }
    guard try record.sender(of: claim) != nil else { return }
    if let ready = record.stock?.message(of: attempt) {
      return try deliver(enter(claim), ready)
    }
    do throws(AttemptObstacle) {
      let draft = try record.benches.draft(attempt, at: record.clock())
      writer.write(draft, number: enter(claim))
    } catch {
      try record.conclude(claim, error)
    }
  }

  /// Enters a message among those under way, and gives the number that the threads know it by.
  private func enter(_ claim: Claim) -> Int {
    nextNumber += 1
    underWay[nextNumber] = UnderWay(claim: claim)
    load[claim.attempt.sender, default: 0] += 1
    return nextNumber
  }

  private func deliver(_ number: Int, _ prepared: PreparedAttempt) throws {
    guard let claim = underWay[number]?.claim else { return }
    guard failure == nil, !isStopping, !record.isStopped(claim.attempt.sender),
      let sender = try record.sender(of: claim)
    else { return try giveBack(number) }
    underWay[number]?.prepared = prepared
    let lanes =
      lanes[sender.id]
      ?? DeliveryLanes(most: sender.connections, events: events) { [transport] in
        try transport(sender)
      }
    self.lanes[sender.id] = lanes
    do {
      try lanes.deliver(DeliveryJob(number: number, envelope: prepared.message.envelope))
    } catch {
      forget(number)
      try record.stopSender(claim, "\(error)")
    }
  }

  // MARK: Answering

  private var gatheringLeft: Duration { waitingSince + Self.gathering - .now }

  /// Takes in what the threads tell, and answers those who stand before a final dot once all
  /// connections do or enough was waited.
  private func answer(_ news: [DeliveryEvent]) {
    for event in news {
      switch event {
      case .written(let number, .success(let prepared)):
        guarding { try deliver(number, prepared) }
      case .written(let number, .failure(let obstacle)):
        guard let claim = forget(number)?.claim else { continue }
        guarding { try record.conclude(claim, obstacle) }
      case .mayItGo(let number, let answer):
        if waiting.isEmpty { waitingSince = .now }
        waiting.append((number, answer))
      case .ended(let number, let result):
        guarding { try conclude(number, result) }
      }
    }
    guard !waiting.isEmpty else { return }
    let going = lanes.values.reduce(0) { $0 + $1.going }
    if waiting.count >= going || gatheringLeft <= .zero { letGo() }
  }

  private func letGo() {
    defer { waiting.removeAll(keepingCapacity: true) }
    var looks: [(number: Int, look: LastLook)] = []
    for (number, _) in waiting where failure == nil {
      guard let message = underWay[number], let prepared = message.prepared,
        !record.isStopped(message.claim.attempt.sender)
      else { continue }
      looks.append((number, record.lastLook(message.claim, prepared)))
    }
    if !looks.isEmpty {
      guarding {
        let decisions = try record.journal.begin(looks.map(\.look))
        for (look, decision) in zip(looks, decisions) {
          underWay[look.number]?.decision = decision
        }
      }
    }
    for (number, answer) in waiting {
      answer.put(failure == nil && underWay[number]?.decision == .go)
    }
  }

  private func conclude(_ number: Int, _ result: Result<SMTPDelivery, any Error>) throws {
    guard let message = forget(number), let prepared = message.prepared else { return }
    let claim = message.claim
    let sender = claim.attempt.sender
    lanes[sender]?.end()
    switch result {
    case .failure(let error): try record.conclude(claim, .held(reason: "\(error)"))
    case .success(.withheld) where failure != nil || record.isStopped(sender):
      // Not looked at a last time, so there is nothing to tell.
      try record.giveBack(claim)
    case .success(let delivery):
      try record.conclude(claim, prepared, delivery, message.decision)
    }
    if record.isStopped(sender) { try takeBack(sender) }
  }

  // MARK: Giving back

  /// Gives back all that no connection has begun.
  private func giveUp() throws {
    let rest = claimed.values.flatMap { $0 }
    claimed = [:]
    for number in writer.takeBack() { try giveBack(number) }
    for sender in lanes.keys { try takeBack(sender) }
    try record.store.release(rest)
  }

  private func takeBack(_ sender: String) throws {
    for job in lanes[sender]?.takeBack() ?? [] { try giveBack(job.number) }
  }

  private func giveBack(_ number: Int) throws {
    guard let claim = forget(number)?.claim else { return }
    try record.giveBack(claim)
  }

  @discardableResult
  private func forget(_ number: Int) -> UnderWay? {
    guard let message = underWay.removeValue(forKey: number) else { return nil }
    load[message.claim.attempt.sender, default: 1] -= 1
    return message
  }
}
