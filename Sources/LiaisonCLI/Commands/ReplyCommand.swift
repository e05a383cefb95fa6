import CommandLineKit
import Liaison
import Scheduling

extension ReplyOutcome: ParameterValue {}

struct ReplyCommand: Command {
  static let path = ["reply"]
  static let summary = "Record that somebody answered; their follow-ups stop at once."
  static let details = """
    The answer counts for the last message sent before it. An opt-out also suppresses the \
    address, and counts as no reply in any rate.

      liaison reply maya@example.com --outcome interested
    """

  @Argument("contact", help: "the address of whoever answered")
  var contact: String
  @Option(
    "outcome", value: "OUTCOME",
    help: """
      what the answer comes to: interested, question, price, not-now, not-interested, \
      wrong-person, accepted, declined or opt-out
      """)
  var outcome: ReplyOutcome
  @Option("note", value: "TEXT", help: "a note for the team")
  var note: String?
  @Option("at", help: "when it came, instead of now")
  var at: InstantParameter?

  func run(_ terminal: Terminal) throws -> ExitCode {
    let surroundings = try Surroundings(terminal)
    let now = Surroundings.now()
    if let at, at.instant > now {
      throw Failure(.usage, "--at \(at.parameter) is in the future")
    }
    let person = try PreviewDesk.contact(contact, in: surroundings.store)
    let recorded = try surroundings.store.record(
      outcome, from: person, note: note, receivedAt: at?.instant ?? now,
      by: Surroundings.who(terminal), at: now)
    if terminal.wantsJSON {
      try terminal.json(recorded)
      return .done
    }
    let credit =
      recorded.credited.map { "counts for step \($0.step) of '\($0.campaign)' (\($0.emphasis))" }
      ?? "counts for no message, as none was sent before it"
    terminal.print("\(recorded.name) <\(recorded.address)>: \(outcome.rawValue); it \(credit).")
    terminal.print(
      outcome == .optOut
        ? "Nothing more goes to this address, in any campaign." : "No follow-ups go any more.")
    return .done
  }
}
