import CommandLineKit
import Liaison
import Scheduling

struct InviteCommand: Command {
  static let path = ["invite"]
  static let summary = "Write the calendar invitation to a meeting that was agreed on."
  static let details = """
    The file (iCalendar, METHOD:REQUEST) has the meeting in their time zone, with its clocks, and is \
    printed where no --out is given. How long a meeting is, and who invites, is said by 'meetings' in \
    liaison.json5; without a word there, half an hour and whoever wrote to them last. Nothing is \
    sent: attach the file to your answer.

      liaison invite maya@example.com --at "2026-12-01 15:00" --out meeting.ics
    """

  @Argument("contact", help: "the address of whoever is invited")
  var contact: String
  @Option("at", value: "TIME", help: "when it begins, as \"2026-12-01 15:00\"")
  var at: WallTimeParameter
  @Option("zone", help: "whose clock that is")
  var zone = MeetingClock.theirs
  @Option("out", value: "FILE", help: "write the invitation there", completion: .file)
  var out: String?

  func run(_ terminal: Terminal) throws -> ExitCode {
    let surroundings = try Surroundings(terminal, .read)
    let person = try PreviewDesk.contact(contact, in: surroundings.store)
    let invitation: Invitation
    do {
      invitation = try surroundings.meetingDesk().invitation(
        for: person, on: at.date, minute: at.minute, clock: zone, at: Surroundings.now())
    } catch let error as InvitationError {
      throw failure(error)
    }
    if let out {
      try surroundings.write(invitation.calendar, to: Surroundings.path(out, terminal))
    }
    for doubt in invitation.doubts { terminal.note("That is \(doubt)") }
    if terminal.wantsJSON {
      try terminal.json(invitation)
    } else if out == nil {
      terminal.write(invitation.calendar)
    } else {
      terminal.print(
        "\(invitation.name) <\(invitation.address)> and '\(invitation.sender)': "
          + [invitation.theirTime, invitation.ourTime].compactMap { $0 }.joined(separator: " = "))
    }
    return .done
  }

  private func failure(_ error: InvitationError) -> Failure {
    switch error {
    case .skipped, .past: FailureWords.failure(.usage, "--at: \(error)")
    case .unknownZone, .address: FailureWords.failure(.badData, "\(error)")
    case .noSender: FailureWords.failure(.configuration, "\(error)")
    }
  }
}

extension MeetingClock: ParameterValue {}

/// A date and time of day on the command line, such as `2026-12-01 15:00`.
struct WallTimeParameter: ParameterValue {
  let date: CivilDate
  /// Minutes since 00:00.
  let minute: Int

  init(parameter: String) throws(ParameterError) {
    let parts = parameter.split(separator: " ", omittingEmptySubsequences: false)
    guard parts.count == 2, let date = CivilDate(String(parts[0])),
      let minute = Self.minute(parts[1])
    else { throw .expected("a date and time such as \"2026-12-01 15:00\"") }
    self.date = date
    self.minute = minute
  }

  private static func minute(_ text: Substring) -> Int? {
    let bytes = Array(text.utf8)
    guard bytes.count == 5, bytes[2] == UInt8(ascii: ":") else { return nil }
    let digits = [0, 1, 3, 4].map { Int(bytes[$0]) - 0x30 }
    guard digits.allSatisfy({ (0...9).contains($0) }) else { return nil }
    let (hour, minute) = (digits[0] * 10 + digits[1], digits[2] * 10 + digits[3])
    return hour < 24 && minute < 60 ? hour * 60 + minute : nil
  }

  static var choices: [String] { [] }
  static var valueName: String { "TIME" }
  var parameter: String {
    "\(date) "
      + [minute / 60, minute % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
      .joined(separator: ":")
  }
}
