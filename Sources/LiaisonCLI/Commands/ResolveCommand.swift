import CommandLineKit
import Liaison

struct ResolveCommand: Command {
  static let path = ["resolve"]
  static let summary = "Settle messages that may or may not have been sent."
  static let details = """
    A message is unknown when the connection broke, or the program was killed, after the server \
    had all of it and before its answer was written down. Look for the Message-ID in the Sent \
    folder or ask the recipient's side, then say what you found. Until then neither it nor its \
    follow-ups are sent.

    --imap looks the Message-ID up in the Sent and All-Mail folders of the sender's 'imap' mailbox \
    and settles what is there as sent. What is not there stays unknown: few servers file what goes \
    out by SMTP.

    After a backup was put back nothing is sent at all. --restored makes unknown what was due and \
    so may have gone since the backup, and lets the rest go on. Enter first who answered or was \
    suppressed since; people imported and campaigns launched since are not known any more.

      liaison resolve
      liaison resolve --imap
      liaison resolve maya@example.com --as sent
      liaison resolve --restored
      liaison resolve --all --as sent
    """

  enum Finding: String, CaseIterable, ParameterValue {
    case sent
    case notSent = "not-sent"
  }

  @Argument("contact", help: "only the messages to this address")
  var contact: String?
  @Option("as", help: "what you found out")
  var finding: Finding?
  @Flag("imap", help: "look into the senders' Sent folders")
  var imap = false
  @Flag("all", help: "with --as: of all that are listed, not of one contact's")
  var all = false
  @Flag("restored", help: "hold what may have gone since the backup that was put back")
  var restored = false
  @Flag("yes", help: "do not ask")
  var yes = false

  func run(_ terminal: Terminal) throws -> ExitCode {
    guard !(restored && (finding != nil || contact != nil || all)) else {
      throw Failure(.usage, "--restored goes alone", hint: "settle what it lists afterwards")
    }
    guard !(imap && finding != nil) else {
      throw Failure(.usage, "--imap finds out by itself, and does not go with --as")
    }
    let isReading = finding == nil && !restored && !imap
    let surroundings = try Surroundings(terminal, isReading ? .read : .write)
    if restored, try !reconcile(surroundings, terminal) { return .findings }
    let unknown = try unknown(surroundings)
    if imap, !unknown.isEmpty { return try lookUp(unknown, surroundings, terminal) }
    guard let finding, !unknown.isEmpty else {
      let hold = try surroundings.store.restored()
      try show(unknown, hold, terminal)
      return unknown.isEmpty && hold == nil ? .done : .findings
    }
    guard all != (contact != nil) else {
      throw Failure(
        .usage, "--as needs the address of whose message it is, or --all, and not both")
    }
    if finding == .notSent, !yes {
      let question = "Send \(unknown.count) again? If it did arrive, the person gets it twice."
      guard try terminal.confirm(question) else { return .findings }
    }
    return try settle(unknown, as: finding, surroundings, terminal)
  }

  private func unknown(_ surroundings: Surroundings) throws -> [UnknownAttempt] {
    let unknown = try surroundings.store.unknownAttempts(at: Surroundings.now())
    guard let contact else { return unknown }
    let person = try PreviewDesk.contact(contact, in: surroundings.store)
    return unknown.filter { $0.address == person.address }
  }

  private func lookUp(
    _ unknown: [UnknownAttempt], _ surroundings: Surroundings, _ terminal: Terminal
  ) throws -> ExitCode {
    let desk = try surroundings.sendDesk(terminal)
    let who = Surroundings.who(terminal)
    var report = try desk.resolveByMail(unknown, by: who, clock: Surroundings.now)
    // What went before a restore may bring its next step into doubt: so often at most.
    for _ in 2...4 where !report.sent.isEmpty && report.faults.isEmpty {
      let known = Set((report.sent + report.notFound).map(\.id))
      let more = try self.unknown(surroundings).filter { !known.contains($0.id) }
      if more.isEmpty { break }
      report.add(try desk.resolveByMail(more, by: who, clock: Surroundings.now))
    }
    if terminal.wantsJSON {
      try terminal.json(report)
    } else {
      for (sender, fault) in report.faults.sorted(by: { $0.key < $1.key }) {
        terminal.print("\(terminal.style.red("not looked up")) for '\(sender)': \(fault)")
      }
      terminal.print("\(report.sent.count) found and settled as sent.")
      if !report.notFound.isEmpty {
        terminal.print(
          "\(report.notFound.count) not found, which proves nothing; they stay unknown:")
        for attempt in report.notFound {
          terminal.print("  \(attempt.address), step \(attempt.step): \(attempt.messageID)")
        }
      }
    }
    if !report.faults.isEmpty { return .unavailable }
    return try self.unknown(surroundings).isEmpty ? .done : .findings
  }

  private func settle(
    _ unknown: [UnknownAttempt], as finding: Finding, _ surroundings: Surroundings,
    _ terminal: Terminal
  ) throws -> ExitCode {
    let desk = try surroundings.sendDesk(terminal)
    var waiting = unknown
    var settled: [UnknownAttempt] = []
    // What went before a restore may bring its next step into doubt, which is of the same list.
    repeat {
      // The server's own answer may have come while the question stood on the screen.
      settled += try waiting.filter { attempt in
        try desk.resolve(
          attempt, wasSent: finding == .sent, by: Surroundings.who(terminal),
          at: Surroundings.now())
      }
      let known = Set((settled + unknown).map(\.id))
      waiting = all ? try self.unknown(surroundings).filter { !known.contains($0.id) } : []
    } while !waiting.isEmpty
    if terminal.wantsJSON {
      try terminal.json(["resolved": settled])
    } else {
      let others = Set(unknown.map(\.id)).subtracting(settled.map(\.id)).count
      terminal.print(
        "\(settled.count) settled as \(finding.rawValue)"
          + (others > 0 ? ", \(others) settled by the server's answer meanwhile." : "."))
      let left = try self.unknown(surroundings).count
      if left > 0 { terminal.print("\(left) more may have gone after that: 'liaison resolve'") }
    }
    return .done
  }

  /// - Returns: Whether the database is the newest state by now.
  private func reconcile(_ surroundings: Surroundings, _ terminal: Terminal) throws -> Bool {
    guard let hold = try surroundings.store.restored() else { return true }
    if !yes {
      terminal.note(hold.description)
      let question = "Are answers and suppressions since then entered again?"
      guard try terminal.confirm(question) else { return false }
    }
    _ = try surroundings.store.reconcile(
      by: Surroundings.who(terminal), at: Surroundings.now())
    return true
  }

  private func show(
    _ unknown: [UnknownAttempt], _ hold: RestoredDatabase?, _ terminal: Terminal
  ) throws {
    if terminal.wantsJSON { return try terminal.json(Report(unknown: unknown, restored: hold)) }
    if let hold {
      terminal.print("\(terminal.style.red("nothing is sent")): \(hold.description)")
    }
    guard !unknown.isEmpty else {
      if hold == nil { terminal.print("There is nothing to settle.") }
      return
    }
    for attempt in unknown {
      terminal.print(
        "\(attempt.address), step \(attempt.step) of '\(attempt.campaign)', "
          + "\(attempt.doubtUntil == nil ? "handed over" : "due") \(attempt.datedAt)")
      terminal.print("  Message-ID: \(attempt.messageID)")
      terminal.print("  \(attempt.reason)")
    }
    terminal.print()
    terminal.print("Settle each: liaison resolve ADDRESS --as sent, or --as not-sent")
  }

  private struct Report: Encodable {
    let unknown: [UnknownAttempt]
    let restored: RestoredDatabase?
  }
}
