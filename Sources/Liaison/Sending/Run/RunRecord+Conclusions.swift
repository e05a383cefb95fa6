import Curl
import Scheduling

/// What the end of an attempt means for the attempt, the person and the sender.
extension RunRecord {
  /// Concludes an attempt that was not handed over at all.
  func conclude(_ claim: Claim, _ obstacle: AttemptObstacle) throws {
    switch obstacle {
    case .broken(let error): throw error
    case .held(let reason):
      try settle(claim, .held(reason: reason))
      note(claim, .held, reason)
    case .putOff(let planned, let why): try putOff(claim, planned, why)
    case .ended(let reason): try finish(claim, reason)
    }
  }

  /// Concludes an attempt by what its transport says became of it.
  ///
  /// - Parameter decision: What the last look decided, where it came to one.
  func conclude(
    _ claim: Claim, _ prepared: PreparedAttempt, _ delivery: SMTPDelivery,
    _ decision: CommitDecision
  ) throws {
    if case .full(let cap) = decision { return try putOff(claim, cap) }
    switch delivery {
    case .accepted(let reply, let queueID):
      try concludeSent(claim, prepared, reply, queueID)
    case .withheld:
      try concludeWithheld(claim, prepared)
    case .unavailable(let reason):
      try wait(claim, prepared, reason, countsAsTry: false)
      countSilence(of: claim.attempt.sender, reason)
    case .insecure(let reason):
      try giveBack(claim)
      // Long enough not to try it with every run of a cron job, and over by itself once it is mended.
      try holdSender(
        claim.attempt.sender, until: clock().adding(seconds: 3600),
        reason: "its server cannot be trusted: \(reason)")
    case .uncertain(let reason):
      try settle(claim, .unknown(reason: reason))
      note(claim, .unknown, reason)
    case .refused(let reply, let stage):
      try conclude(claim, prepared, reply, at: stage)
    }
  }

  /// The server has the message: the one place where an attempt becomes sent.
  private func concludeSent(
    _ claim: Claim, _ prepared: PreparedAttempt, _ reply: SMTPReply, _ queueID: String?
  ) throws {
    endSilence(of: claim.attempt.sender)
    let text = reply.description
    // Counted from the server's answer, which may come minutes after the Date line's moment.
    let next = prepared.next(after: clock(), limits: benches.rules.limits)
    try settle(claim, .sent(reply: text, queueID: queueID, next: next))
    note(claim, .sent, text)
  }

  private func concludeWithheld(_ claim: Claim, _ prepared: PreparedAttempt) throws {
    if prepared.isOpen(at: clock()) {
      guard isFirstWithheld(claim) else {
        // Claimed and withheld again: a run that went on so would never end.
        return try wait(
          claim, prepared, "withheld twice at the last moment", countsAsTry: false)
      }
      try giveBack(claim)
      note(claim, .withheld, "answered, suppressed, stopped or taken over at the last moment")
    } else if let planned = prepared.again(from: clock()) {
      try putOff(claim, planned, "the window closed")
    } else {
      try finish(claim, prepared.whyNever)
    }
  }

  private func conclude(
    _ claim: Claim, _ prepared: PreparedAttempt, _ reply: SMTPReply, at stage: SMTPStage
  ) throws {
    let text = reply.description
    switch ReplyVerdict(reply, at: stage) {
    case .later where ReplyVerdict.isOfAccount(stage):
      // Said to us before the person was named, so it uses up none of the person's tries.
      try wait(claim, prepared, text, countsAsTry: false)
      countSilence(of: claim.attempt.sender, text)
    case .later where claim.attempt.tries + 1 < BackOff.most:
      try wait(claim, prepared, text, countsAsTry: true)
    case .later, .refused:
      try fail(claim, .other, text)
    case .badAddress:
      try fail(claim, .address, text)
      try checkHealth(of: claim.attempt.sender)
    case .policy:
      try fail(claim, .policy, text)
      try journal.flush()
      let hour = clock().adding(seconds: -3600)
      if try store.policyRefusals(of: claim.attempt.sender, since: hour) >= 3 {
        try holdSender(
          claim.attempt.sender, until: nil,
          reason: "three domains refused it by policy within an hour; the last said: \(text)")
      }
    case .quota:
      let tomorrow = clock().adding(seconds: 86_400)
      guard let planned = prepared.again(from: tomorrow) else {
        return try fail(claim, .other, text)
      }
      try settle(
        claim,
        .deferred(
          until: planned.instant, reasons: ["not accepted yet: \(text)"], countsAsTry: false))
      note(claim, .deferred, text)
      try holdSender(
        claim.attempt.sender, until: tomorrow,
        reason: "its account has sent all it may for now: \(text)")
    case .account:
      try stopSender(claim, text)
    }
  }
}
