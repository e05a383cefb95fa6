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

    --open shows the message in the browser, on a desktop and on a phone, in light and in dark. \
    --all writes such a page of every step in every language, of one campaign or of all, to \
    DIR/index.html; each language is written for somebody in the segment who reads it. Exit code \
    1 where a message cannot be written or would be held back.

      liaison preview spring maya@example.com --step 2
      liaison preview spring maya@example.com --part source > message.eml
      liaison preview --all --html previews spring --open
    """

  enum Part: String, CaseIterable, ParameterValue {
    case text, html, source
  }

  @Argument("campaign", help: "the campaign's name")
  var campaign: String?
  @Argument("contact", help: "the contact's address")
  var contact: String?
  @Option("step", help: "which step, from 1")
  var step = 1
  @Option("part", help: "the text, the HTML part, or the whole message as SMTP carries it")
  var part = Part.text
  @Option("at", help: "as it would go at this instant")
  var at: InstantParameter?
  @Option("send-to", value: "ADDRESS", help: "mail it to this address, one of our own senders")
  var sendTo: String?

  @Flag("all", help: "every step in every language, as one page")
  var all = false
  @Option("html", value: "DIR", help: "the folder for the page of --all", completion: .directory)
  var html: String?
  @Flag("open", help: "show it in the browser")
  var open = false

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
    if all { return try writePage(terminal) }
    guard html == nil else {
      throw Failure(.usage, "--html goes with --all", hint: "one message is shown by --open")
    }
    let hint = "\"liaison preview --help\" shows what there is"
    guard let campaign else { throw Failure(.usage, "CAMPAIGN is missing", hint: hint) }
    guard let contact else { throw Failure(.usage, "CONTACT is missing", hint: hint) }
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
    if open {
      var page = PreviewPage(title: "\(campaign), \(preview.address)")
      page.add("\(campaign), step \(preview.step)", [.init(preview)])
      try PageFile(page, folder: nil).open(terminal)
    }
    if !open || terminal.wantsJSON { try show(preview, terminal) }
    return preview.objections.isEmpty ? .done : .findings
  }

  private struct PageDocument: Encodable {
    let file: String
    let messages: Int
    let faults: [String]
  }

  /// Writes the page of every step in every language.
  private func writePage(_ terminal: Terminal) throws -> ExitCode {
    guard let html, contact == nil, sendTo == nil else {
      throw Failure(
        .usage, html == nil ? "--all needs --html DIR" : "--all is for no one contact",
        hint: "such as: liaison preview --all --html previews spring")
    }
    let surroundings = try Surroundings(terminal, .read)
    let names = campaign.map { [$0] } ?? surroundings.workspace.campaignNames()
    let desk = try surroundings.previewDesk()
    let galleries = try names.map {
      try desk.gallery(campaign: $0, at: at?.instant ?? Surroundings.now())
    }
    var page = PreviewPage(title: "\(surroundings.workspace.configuration.brand.name), previews")
    for gallery in galleries {
      page.add(
        gallery.campaign,
        note: gallery.isApproved ? "as it was approved" : "not launched: the files as they are",
        gallery.entries.map { .init($0) })
    }
    let file = try PageFile(page, folder: Surroundings.path(html, terminal))
    let entries = galleries.flatMap(\.entries)
    let faults = galleries.flatMap { gallery in
      gallery.entries.flatMap { entry in
        entry.faults.map { "\(gallery.campaign) \(entry.step) in \(entry.language): \($0)" }
      }
    }
    if open { file.open(terminal) }
    if terminal.wantsJSON {
      try terminal.json(PageDocument(file: file.path, messages: entries.count, faults: faults))
    } else {
      for fault in faults { terminal.print("\(terminal.style.red("error")) \(fault)") }
      terminal.print("\(entries.count) messages are in \(file.path)")
    }
    return faults.isEmpty ? .done : .findings
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
    case .html where preview.html.isEmpty:
      terminal.note("This message is plain text only: it has no HTML part.")
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
    if let warning = preview.sizeWarning { terminal.note("warning: \(warning)") }
    for finding in preview.objections {
      terminal.note("error \(finding.rule): \(finding.message) (\"\(finding.match)\")")
    }
  }
}
