import Scheduling

/// Files copies of what was sent in a sender's Sent folder, where its server does not do so itself.
///
/// A copy is written again from what was kept of the message, byte for byte, after the run. So
/// nothing that goes wrong here touches the sending, and what was not filed is filed by a later run.
struct SentCopies {
  let store: Store
  let benches: BenchCache
  /// Older ones are not filed any more, as when an account is set up after months of sending.
  static let days: Int64 = 7

  /// Files what is missing.
  ///
  /// - Parameter connect: Opens the sender's mailbox; asked only where something is missing.
  /// - Returns: How many copies were filed.
  /// - Throws: `SenderFault` where the mailbox is not to be had; else the store's error.
  func file(
    for sender: SenderAccount, clock: () -> Instant, connect: () throws -> SentMail
  ) throws -> Int {
    let setting = sender.imap?.copyToSent ?? .auto
    guard sender.imap != nil, setting != .no else { return 0 }
    var habit = try store.sentFolderHabit(of: sender.id)
    if setting == .auto, habit.isFiledByServer { return 0 }
    var filed = 0
    var mail: SentMail?
    while true {
      let since = clock().adding(seconds: -Self.days * 86_400)
      let missing = try store.uncopiedAttempts(of: sender.id, since: since, limit: 100)
      guard !missing.isEmpty else { return filed }
      let open = try mail ?? connect()
      mail = open
      if setting == .auto, open.isFiledByServer {
        habit.isFiledByServer = true
        try store.keep(habit, of: sender.id, at: clock())
        return filed
      }
      for (id, begun) in missing {
        guard let past = try store.pastAttempt(id: id) else {
          // Nothing to write it from; asked for no more.
          try store.endCopy(of: id, at: clock())
          continue
        }
        let isObserved = setting == .auto && habit.missing < SentFolderHabit.enough
        if begun || isObserved, try open.moment(of: past.attempt.messageID) != nil {
          if !begun {
            habit.isFiledByServer = true
            try store.keep(habit, of: sender.id, at: clock())
            return filed
          }
          try store.endCopy(of: id, at: clock())
          continue
        }
        if isObserved, !begun {
          habit.missing += 1
          try store.keep(habit, of: sender.id, at: clock())
        }
        let bench = try benches.bench(
          campaignID: past.attempt.campaignID, name: past.attempt.campaign, revision: past.revision)
        let message = try bench.message(sentAs: past).envelope.message
        try store.beginCopy(of: id, at: clock())
        try open.file(message)
        try store.endCopy(of: id, at: clock())
        filed += 1
      }
    }
  }
}

extension SendDesk {
  /// Files copies of what was sent for every sender that wants them.
  ///
  /// A fault is told and changes nothing: what was sent stays sent, and the next run tries again.
  func fileCopies(into report: inout SendReport, clock: () -> Instant) {
    let copies = SentCopies(store: store, benches: benches)
    for sender in workspace.configuration.senders {
      do {
        report.copies += try copies.file(for: sender, clock: clock) {
          guard let mailbox = try sender.mailbox(environment: environment, workspace: workspace)
          else { throw SenderFault(description: "it has no 'imap' settings") }
          return try SentMail(mailbox, sentFolder: sender.imap?.sentFolder)
        }
      } catch {
        report.copyFaults[sender.id] = "\(error)"
      }
    }
  }
}
