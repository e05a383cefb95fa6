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

      liaison resolve
      liaison resolve maya@example.com --as sent
    """

  enum Finding: String, CaseIterable, ParameterValue {
    case sent
    case notSent = "not-sent"
  }

  @Argument("contact", help: "only the messages to this address")
  var contact: String?
  @Option("as", help: "what you found out")
  var finding: Finding?
  @Flag("yes", help: "do not ask")
  var yes = false

  func run(_ terminal: Terminal) throws -> ExitCode {
    let surroundings = try Surroundings(terminal, finding == nil ? .read : .write)
    var unknown = try surroundings.store.unknownAttempts(at: Surroundings.now())
    if let contact {
      let person = try PreviewDesk.contact(contact, in: surroundings.store)
      unknown = unknown.filter { $0.address == person.address }
    }
    guard let finding, !unknown.isEmpty else {
      try show(unknown, terminal)
      return unknown.isEmpty ? .done : .findings
    }
    guard contact != nil else {
      throw Failure(.usage, "--as needs the address of whose message it is")
    }
    if finding == .notSent, !yes {
      let question = "Send \(unknown.count) again? If it did arrive, the person gets it twice."
      guard try terminal.confirm(question) else { return .findings }
    }
    let desk = try surroundings.sendDesk(terminal)
    // The server's own answer may have come while the question stood on the screen.
    let settled = try unknown.filter { attempt in
      try desk.resolve(
        attempt, wasSent: finding == .sent, by: Surroundings.who(terminal),
        at: Surroundings.now())
    }
    if terminal.wantsJSON {
      try terminal.json(["resolved": settled])
    } else {
      let others = unknown.count - settled.count
      terminal.print(
        "\(settled.count) settled as \(finding.rawValue)"
          + (others > 0 ? ", \(others) settled by the server's answer meanwhile." : "."))
    }
    return .done
  }

  private func show(_ unknown: [UnknownAttempt], _ terminal: Terminal) throws {
    if terminal.wantsJSON { return try terminal.json(["unknown": unknown]) }
    guard !unknown.isEmpty else { return terminal.print("There is nothing to settle.") }
    for attempt in unknown {
      terminal.print(
        "\(attempt.address), step \(attempt.step) of '\(attempt.campaign)', "
          + "handed over \(attempt.datedAt)")
      terminal.print("  Message-ID: \(attempt.messageID)")
      terminal.print("  \(attempt.reason)")
    }
    terminal.print()
    terminal.print("Settle each: liaison resolve ADDRESS --as sent, or --as not-sent")
  }
}
