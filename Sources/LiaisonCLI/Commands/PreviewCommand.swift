import CommandLineKit
import Liaison
import Scheduling

struct PreviewCommand: Command {
  static let path = ["preview"]
  static let summary = "Show a message, byte for byte as it was or will be sent."
  static let details = """
    A launched campaign shows its approved content, one that is not launched the files as they \
    are. A message that was sent is shown as it was sent.

    --send-to mails the message to one of our own senders. It is recorded nowhere, and the copy \
    has its own To line and Message-ID, and no List-Unsubscribe.

      liaison preview spring maya@example.com --step 2
      liaison preview spring maya@example.com --part source > message.eml
    """

  enum Part: String, CaseIterable, ParameterValue {
    case text, html, source
  }

  @Argument("campaign", help: "the campaign's name")
  var campaign: String
  @Argument("contact", help: "the contact's address")
  var contact: String
  @Option("step", help: "which step, from 1")
  var step = 1
  @Option("part", help: "the text, the HTML part, or the whole message as SMTP carries it")
  var part = Part.text
  @Option("at", help: "as it would go at this instant")
  var at: InstantParameter?
  @Option("send-to", value: "ADDRESS", help: "mail it to this address, one of our own senders")
  var sendTo: String?

  private struct Document: Encodable {
    let standing: Preview.Standing
    let instant: Instant
    let address, language, subject, emphasis, text, html, source: String
    let step: Int
    let reasons: [String]
    let obstacle: String?
    let zone: ZoneFinding?
  }

  func run(_ terminal: Terminal) throws -> ExitCode {
    let surroundings = try Surroundings(terminal, .read)
    let preview = try surroundings.previewDesk().preview(
      campaign: campaign, address: contact, step: step, at: at?.instant, now: Surroundings.now())
    if let sendTo {
      let reply = try surroundings.sendDesk(terminal).send(
        preview, to: sendTo, at: Surroundings.now())
      terminal.note("Sent the preview to \(sendTo): \(reply)")
      if terminal.wantsJSON { try terminal.json(["sentTo": sendTo, "reply": reply]) }
      return .done
    }
    try show(preview, terminal)
    return preview.objections.isEmpty ? .done : .findings
  }

  private func show(_ preview: Preview, _ terminal: Terminal) throws {
    if terminal.wantsJSON {
      return try terminal.json(
        Document(
          standing: preview.standing, instant: preview.instant, address: preview.address,
          language: preview.language, subject: preview.subject, emphasis: preview.emphasis,
          text: preview.text, html: preview.html,
          source: String(decoding: preview.bytes, as: UTF8.self), step: preview.step,
          reasons: preview.reasons, obstacle: preview.obstacle, zone: preview.zone))
    }
    switch part {
    case .source: terminal.write(preview.bytes)
    case .html: terminal.write(preview.html)
    case .text:
      let words =
        switch preview.standing {
        case .sent: "sent at"
        case .planned: "planned for"
        case .wouldBe: "would go at"
        }
      terminal.print(
        "To:       \(preview.address)\n"
          + "Step:     \(preview.step), \(preview.emphasis), in \(preview.language), "
          + "\(words) \(Instant(seconds: preview.instant.seconds))\n"
          + preview.reasons.map { "          \($0)\n" }.joined()
          + "Subject:  \(terminal.style.bold(preview.subject))\n")
      terminal.print(preview.text)
    }
    if let zone = preview.zone, zone.source != .given {
      terminal.note("Their time zone is \(zone)")
    }
    if let obstacle = preview.obstacle { terminal.note("It does not go: \(obstacle)") }
    for finding in preview.objections {
      terminal.note("error \(finding.rule): \(finding.message) (\"\(finding.match)\")")
    }
  }
}
