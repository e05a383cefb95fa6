import Scheduling

extension SendDesk {
  /// Settles an attempt of unknown fate, by a person's word or by what was found.
  ///
  /// The step after one that was sent is planned. After a restore it may have gone as well, where its
  /// moment had come by then; it is unknown in its turn.
  /// - Parameter sentAt: When it went, where that was found out.
  /// - Returns: Whether it was still unknown.
  public func resolve(
    _ unknown: UnknownAttempt, wasSent: Bool, sentAt: Instant? = nil, by who: String,
    at now: Instant
  ) throws -> Bool {
    if let restored = try store.restored() { throw restored }
    _ = try store.settleAbandoned(at: now)
    guard let (attempt, _) = try store.attempt(id: unknown.id) else { return false }
    guard wasSent else {
      return try store.resolve(attempt, .notSent, by: who, at: now)
    }
    let earliest = sentAt ?? unknown.datedAt
    guard let doubtUntil = unknown.doubtUntil else {
      let next = try benches.next(after: attempt, sentAt: earliest)
      return try store.resolve(attempt, .sent(next, nil), by: who, at: now)
    }
    let kept = try benches.recollection(
      of: attempt, datedAt: earliest, handedOverBy: sentAt ?? doubtUntil)
    let soonest = try benches.next(after: attempt, sentAt: earliest)
    if case .next(let next) = soonest, next.planned.instant <= doubtUntil {
      return try store.resolve(
        attempt, .sent(soonest, kept, nextDoubtUntil: doubtUntil), by: who, at: now)
    }
    // Counted from the last moment at which it may have gone, so that nobody is hurried.
    let next = try benches.next(after: attempt, sentAt: kept.handedOverBy)
    return try store.resolve(attempt, .sent(next, kept), by: who, at: now)
  }
}

/// What a message must have been that went from a state of the database which was lost.
struct Recollection {
  let subject: String
  let merge: String
  let revision: Int
  let sender: String
  /// The instant of its Date line, as far as known.
  let datedAt: Instant
  /// The last moment at which it may have been handed over.
  let handedOverBy: Instant
}

extension BenchCache {
  /// Writes an attempt's message again as it must have been, for the thread that follows it.
  func recollection(
    of attempt: AttemptRecord, datedAt: Instant, handedOverBy: Instant
  ) throws(AttemptObstacle) -> Recollection {
    let bench = try bench(
      campaignID: attempt.campaignID, name: attempt.campaign, revision: attempt.revision)
    do throws(CompositionError) {
      let message = try bench.compose(
        CompositionRequest(
          contact: attempt.contact, language: attempt.language, step: attempt.step,
          messageID: attempt.messageID, earlier: attempt.earlier, instant: datedAt),
        sender: attempt.sender)
      return Recollection(
        subject: message.subject, merge: message.kept.json(), revision: attempt.revision,
        sender: attempt.sender, datedAt: datedAt, handedOverBy: handedOverBy)
    } catch {
      throw .held(reason: error.description)
    }
  }
}

/// What looking into the mailboxes settled.
public struct MailboxResolution: Sendable, Codable {
  /// Those that were found, and so were sent.
  public internal(set) var sent: [UnknownAttempt] = []
  /// Those that were found nowhere, which proves nothing.
  public internal(set) var notFound: [UnknownAttempt] = []
  /// Why a sender's mailbox could not be looked into, by sender.
  public internal(set) var faults: [String: String] = [:]

  /// Adds what a further look settled.
  public mutating func add(_ other: MailboxResolution) {
    sent += other.sent
    notFound += other.notFound
    faults.merge(other.faults) { $1 }
  }
}

extension SendDesk {
  /// Looks each attempt's Message-ID up in its sender's Sent and All-Mail folders, and settles those
  /// that are there as sent.
  ///
  /// One that is not there stays unknown: most servers file nothing of what goes out by SMTP, and a
  /// copy of ours is only filed after the server's answer.
  public func resolveByMail(
    _ unknown: [UnknownAttempt], by who: String, clock: () -> Instant
  ) throws -> MailboxResolution {
    if let restored = try store.restored() { throw restored }
    var report = MailboxResolution()
    for (sender, attempts) in Dictionary(grouping: unknown, by: \.sender).sorted(by: {
      $0.key < $1.key
    }) {
      do throws(SenderFault) {
        guard let account = workspace.configuration.sender(sender),
          let mailbox = try account.mailbox(environment: environment, workspace: workspace)
        else {
          throw SenderFault(description: "it has no 'imap' settings in liaison.json5")
        }
        let mail = try SentMail(mailbox, sentFolder: account.imap?.sentFolder)
        var found: [(UnknownAttempt, Instant?)] = []
        for attempt in attempts { found.append((attempt, try mail.moment(of: attempt.messageID))) }
        try settle(found, by: who, at: clock(), in: &report)
      } catch {
        report.faults[sender] = error.description
      }
    }
    return report
  }

  private func settle(
    _ found: [(UnknownAttempt, Instant?)], by who: String, at now: Instant,
    in report: inout MailboxResolution
  ) throws(SenderFault) {
    for (attempt, sentAt) in found {
      guard let sentAt else {
        report.notFound.append(attempt)
        continue
      }
      do {
        if try resolve(attempt, wasSent: true, sentAt: min(sentAt, now), by: who, at: now) {
          report.sent.append(attempt)
        }
      } catch {
        throw SenderFault(description: "\(attempt.address): \(error)")
      }
    }
  }
}
