import CommandLineKit
import FoundationEssentials
import Liaison
import Scheduling

/// `liaison send --live --watch`: sends each message at its minute until it is told to end.
struct SendWatch {
  /// To whom alone it writes; nil for everybody.
  let allowed: AllowList?
  /// Whether many messages may go in one round.
  let yes: Bool
  /// So many seconds pass at most until it looks for work that came meanwhile.
  private static let interval: Int64 = 60

  init(only allowed: AllowList?, yes: Bool) {
    self.allowed = allowed
    self.yes = yes
  }

  /// What became of one message, for a log: who it is for can be looked up by the ids, and stands in
  /// no log itself.
  private struct MessageLine: Encodable {
    let at, event, campaign: String
    let step: Int
    let sender, contact, messageID, detail: String

    init(_ entry: SendEntry, at now: Instant) {
      at = now.iso8601
      event = entry.result.rawValue
      campaign = entry.campaign
      step = entry.step
      sender = entry.sender
      contact = entry.contactID
      messageID = entry.messageID
      detail = SendWatch.withoutAddresses(entry.detail)
    }
  }

  private struct SenderLine: Encodable {
    let at, event, sender, detail: String
  }

  /// Servers repeat addresses in what they say.
  static func withoutAddresses(_ text: String) -> String {
    text.split(separator: " ", omittingEmptySubsequences: false)
      .map { $0.contains("@") ? "<address>" : $0 }.joined(separator: " ")
  }

  func run(_ terminal: Terminal) throws -> ExitCode {
    Interruption.listen(hangUp: .reloads)
    var surroundings = try Surroundings(terminal)
    var desk = try surroundings.sendDesk(terminal)
    var stopped: [String: String] = [:]
    terminal.note("Watching; SIGTERM ends it, and SIGHUP lets it read the configuration again.")
    while !Interruption.isWanted {
      if Interruption.takeReload() {
        do {
          let fresh = try Surroundings(terminal)
          desk = try fresh.sendDesk(terminal)
          surroundings = fresh
          terminal.note("The configuration was read again.")
        } catch {
          let words = FailureWords.explain(error)?.description ?? "\(error)"
          terminal.note("The configuration is faulty, so what was read before stays.\n\(words)")
        }
      }
      try checkNumber(desk)
      let report = try desk.deliver(
        clock: Surroundings.now, limit: yes ? .max : SendCommand.mostUnasked, only: allowed,
        keepsEntries: false, shouldStop: { Interruption.isWanted || Interruption.wantsReload }
      ) { entry in
        // What cannot be encoded is a bug that a log line is not worth stopping for.
        try? terminal.jsonLine(MessageLine(entry, at: Surroundings.now()))
        terminal.flush()
      }
      for (sender, reason) in report.stoppedSenders.sorted(by: { $0.key < $1.key })
      where stopped[sender] != reason {
        try terminal.jsonLine(
          SenderLine(
            at: Surroundings.now().iso8601, event: "stopped", sender: sender,
            detail: Self.withoutAddresses(reason)))
      }
      stopped = report.stoppedSenders
      terminal.flush()
      if Interruption.isWanted || Interruption.wantsReload { continue }
      Interruption.sleep(seconds: try pause(surroundings.store))
    }
    return .done
  }

  private func checkNumber(_ desk: SendDesk) throws {
    let most = SendCommand.mostUnasked
    guard !yes, try desk.hasMoreDue(than: most, at: Surroundings.now(), only: allowed) else {
      return
    }
    throw Failure(
      .usage, "more than \(most) messages are due, and nobody is asked with --watch",
      hint: "look at them with 'liaison send', then add --yes")
  }

  /// How long to sleep: until the next message is due, and no longer than the interval.
  private func pause(_ store: Store) throws -> Int64 {
    let now = Surroundings.now()
    guard let due = try store.nextDue(after: now) else { return Self.interval }
    // Rounded up, so that it is due on waking.
    return min(due.seconds - now.seconds + 1, Self.interval)
  }
}
