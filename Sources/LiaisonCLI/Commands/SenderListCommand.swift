import CommandLineKit
import Liaison

struct SenderListCommand: Command {
  static let path = ["sender", "list"]
  static let summary = "List the mailboxes that write, and which of them are held."
  static let details = """
    A sender is held when its account has sent all it may (until tomorrow); when its server's \
    certificate, encryption or login is not as configured (for an hour); and until you looked into \
    it and released it, when three domains refused it by policy within an hour, or when of its last \
    500 messages more than 5 % came back for want of such an address, or more than 0.1 % were \
    complained about. The shares are judged from 100 messages on.
    """

  private struct Line: Encodable {
    let sender, address: String
    let heldBecause, heldUntil: String?
  }

  init() {}

  func run(_ terminal: Terminal) throws -> ExitCode {
    let surroundings = try Surroundings(terminal, .read)
    let holds = try surroundings.store.heldSenders(at: Surroundings.now())
    let lines = surroundings.workspace.configuration.senders.map { sender in
      let hold = holds.first { $0.sender == sender.id }
      return Line(
        sender: sender.id, address: sender.address.description, heldBecause: hold?.reason,
        heldUntil: hold?.until?.iso8601)
    }
    if terminal.wantsJSON {
      try terminal.json(["senders": lines])
      return .done
    }
    var table = Table([.init("sender"), .init("address"), .init("state")])
    for line in lines {
      let until = line.heldUntil ?? "it is released"
      table.add([
        line.sender, line.address,
        line.heldBecause.map { "held until \(until): \($0)" } ?? "may send",
      ])
    }
    terminal.print(table)
    return .done
  }
}
