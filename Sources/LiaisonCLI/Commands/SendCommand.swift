import CommandLineKit
import Liaison
import Scheduling

struct SendCommand: Command {
  static let path = ["send"]
  static let summary = "Send what is due; a dry run unless --live is given."
  static let details = """
    Without --live this shows what would go now and changes nothing. With it, each message is \
    claimed, written, read once more by the tone gate, and handed to the sender's SMTP server, \
    exactly once; a message whose fate is unknown is held, never sent again by itself. More than \
    \(Self.mostUnasked) messages in one run are asked about, or take --yes.

    Run it as often as you like, also from cron or twice at once; or let it stay, with --watch, and \
    send each message at its minute. It then prints one JSON document a message, on a line, without \
    names and addresses; SIGTERM ends it once what is under way is done, and SIGHUP lets it read \
    the configuration again.

    Exit code 0: all done; 1: something was held, failed or is unknown; 64: many messages and \
    nobody to ask; 69: a sender could not send; 75: something was put off until later.

      liaison send
      liaison send --live
      liaison send --live --only-to @our-company.example
      liaison send --live --watch --yes
    """

  /// So many messages go in one run without a question.
  static let mostUnasked = 200

  @Flag("live", help: "really send")
  var isLive = false
  @Option("limit", help: "how many messages at most")
  var limit: Int?
  @Option("only-to", value: "ADDRESS", help: "write to this address or @domain alone")
  var onlyTo: [String] = []
  @Flag("watch", help: "stay, and send each message at its minute; with --live")
  var isWatching = false
  @Flag("yes", help: "do not ask, however many messages there are")
  var yes = false
  @Option("at", help: "show what would go at this instant; not with --live")
  var at: InstantParameter?

  func run(_ terminal: Terminal) throws -> ExitCode {
    guard !(isLive && at != nil) else {
      throw Failure(.usage, "--at is for looking ahead and does not go with --live")
    }
    guard isLive || !isWatching else {
      throw Failure(.usage, "--watch sends, so it goes with --live")
    }
    guard !(isWatching && limit != nil) else {
      throw Failure(.usage, "--limit is for one run and does not go with --watch")
    }
    guard limit ?? 1 > 0 else { throw Failure(.usage, "--limit is at least 1") }
    let allowed =
      onlyTo.isEmpty ? nil : AllowList(try onlyTo.map { try SuppressionKey(suppressionKey($0)) })
    if isWatching { return try SendWatch(only: allowed, yes: yes).run(terminal) }
    let surroundings = try Surroundings(terminal, isLive ? .write : .read)
    let desk = try surroundings.sendDesk(terminal)
    let report: SendReport
    if isLive {
      guard let most = try permitted(desk, allowed, terminal) else {
        terminal.note("Nothing was sent.")
        return .done
      }
      Interruption.listen()
      report = try desk.deliver(
        clock: Surroundings.now, limit: most, only: allowed, keepsEntries: terminal.wantsJSON,
        shouldStop: { Interruption.isWanted }
      ) { entry in
        if !terminal.wantsJSON { terminal.print(line(entry, terminal.style)) }
      }
    } else {
      report = try desk.rehearse(
        at: at?.instant ?? Surroundings.now(), limit: limit ?? .max, only: allowed)
    }
    let unknown = try surroundings.store.unknownAttempts(at: Surroundings.now())
    if terminal.wantsJSON {
      try terminal.json(report)
    } else {
      show(report, unknown, terminal)
    }
    return code(report, unknown)
  }

  /// How many messages may go: asks where there are many; nil where the answer is no.
  private func permitted(
    _ desk: SendDesk, _ allowed: AllowList?, _ terminal: Terminal
  ) throws -> Int? {
    let limit = limit ?? .max
    if yes || limit <= Self.mostUnasked { return limit }
    guard try desk.hasMoreDue(than: Self.mostUnasked, at: Surroundings.now(), only: allowed) else {
      // Should more fall due meanwhile, they wait for the next run.
      return Self.mostUnasked
    }
    let many = limit < .max ? "up to \(limit)" : "all"
    return try terminal.confirm(
      "more than \(Self.mostUnasked) messages are due; send \(many) of them?") ? limit : nil
  }

  private func show(_ report: SendReport, _ unknown: [UnknownAttempt], _ terminal: Terminal) {
    if !report.live {
      for entry in report.entries { terminal.print(line(entry, terminal.style)) }
    }
    for (sender, reason) in report.stoppedSenders.sorted(by: { $0.key < $1.key }) {
      terminal.print("\(terminal.style.red("stopped")) sender '\(sender)': \(reason)")
    }
    if report.total == 0, report.stoppedSenders.isEmpty {
      terminal.print("Nothing is due now; see 'liaison plan'.")
    } else if report.live {
      let counts = [SendEntry.Result.sent, .deferred, .failed, .unknown, .held, .withheld, .ended]
        .map { ($0.rawValue, report.count($0)) }.filter { $0.1 > 0 }
      terminal.print(counts.map { "\($0.1) \($0.0)" }.joined(separator: ", "))
    } else {
      terminal.print(
        "\(report.count(.wouldSend)) would go now. This was a dry run; 'liaison send --live' sends."
      )
    }
    for (sender, reason) in report.copyFaults.sorted(by: { $0.key < $1.key }) {
      terminal.note(
        "No copy is in the Sent folder of '\(sender)' yet, the next run tries again: \(reason)")
    }
    if Interruption.isWanted {
      terminal.note("Stopped as asked; what was not begun goes with the next run.")
    }
    if !unknown.isEmpty {
      terminal.print(
        "\(unknown.count) may or may not have been sent and wait for you: 'liaison resolve'")
    }
  }

  private func line(_ entry: SendEntry, _ style: Style) -> String {
    let word = entry.result.rawValue
    let shown =
      switch entry.result {
      case .sent, .wouldSend: style.green(word)
      case .deferred, .withheld, .ended: style.yellow(word)
      case .failed, .unknown, .held: style.red(word)
      }
    return "\(shown)  \(entry.name) <\(entry.address)>, '\(entry.campaign)' step \(entry.step) "
      + "(\(entry.emphasis)): \(entry.detail)"
  }

  private func code(_ report: SendReport, _ unknown: [UnknownAttempt]) -> ExitCode {
    if !report.stoppedSenders.isEmpty { return .unavailable }
    if report.count(.held) + report.count(.failed) + unknown.count > 0 { return .findings }
    return report.live && report.count(.deferred) > 0 ? .tryAgain : .done
  }
}
