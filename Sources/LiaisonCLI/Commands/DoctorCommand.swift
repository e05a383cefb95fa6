import CommandLineKit
import Liaison

struct DoctorCommand: Command {
  static let path = ["doctor"]
  static let summary = "Name every fault of the workspace and its surroundings at once."
  static let details = """
    Looks at the libraries, the time zone data, liaison.json5, each sender's password, the tone \
    rules, each campaign's content and the database. Exit code 1 where there is a fault.

    Connects to nothing without --connect. With it, each sender logs in to its SMTP and IMAP \
    servers with TLS, as a run would, and goes up to the point at which a message to itself would \
    count; none is sent. It looks up no DNS records.
    """

  @Flag("connect", help: "also log in to the senders' servers")
  var connects = false

  func run(_ terminal: Terminal) throws -> ExitCode {
    // Only to hide its passwords; what is wrong with it is found below.
    _ = try? Surroundings.workspace(terminal)
    let found = Doctor.examine(
      folder: Surroundings.folder(terminal), environment: terminal.environment,
      connects: connects,
      at: Surroundings.now())
    let code: ExitCode = found.contains { $0.state == .fault } ? .findings : .done
    if terminal.wantsJSON {
      try terminal.json(["checks": found])
      return code
    }
    let width = found.map { DisplayWidth.of($0.subject) }.max() ?? 0
    for diagnosis in found {
      let pad = String(repeating: " ", count: width - DisplayWidth.of(diagnosis.subject))
      let lines = diagnosis.detail.split(separator: "\n").flatMap {
        TextWrapping.lines(
          of: String($0), width: max(terminal.isOutputTTY ? terminal.width : 100, 60),
          indent: width + 10)
      }
      terminal.print(
        "\(word(diagnosis.state, terminal.style))  \(diagnosis.subject)\(pad)  "
          + lines.joined(separator: "\n").drop { $0 == " " })
    }
    let faults = found.count { $0.state == .fault }
    terminal.print()
    terminal.print(
      faults == 0 ? "No fault found." : "\(faults) fault\(faults == 1 ? "" : "s") to mend.")
    return code
  }

  private func word(_ state: Diagnosis.State, _ style: Style) -> String {
    switch state {
    case .good: style.green("good  ")
    case .advice: style.yellow("advice")
    case .fault: style.red("fault ")
    }
  }
}
