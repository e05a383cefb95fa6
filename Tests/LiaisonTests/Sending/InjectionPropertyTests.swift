import Glibc
import Mail
import Scheduling
import Testing

@testable import Liaison

/// Whatever stands in a list, a template or the configuration, it is refused or stays where it is:
/// it makes no further header, no part and no line that SMTP would take for a command.
///
/// Some ten thousand values a run, and a million with `LIAISON_FAULTS=full`.
@Suite struct InjectionPropertyTests {
  private static let isFull = getenv("LIAISON_FAULTS").map { String(cString: $0) } == "full"

  @Test func `no value makes a further header or a line of SMTP`() throws {
    let seed = SplitMix64.freshSeed
    var hostile = HostileText(random: SplitMix64(seed: seed))
    let goal = Self.isFull ? 1_000_000 : 10_000
    var written = 0
    var refused = 0
    while hostile.count < goal {
      let office = try Office(people: 0)
      do {
        try office.folder.write(Self.configuration(&hostile), to: "liaison.json5")
        for step in 1...2 {
          let emphasis = Office.emphases[step - 1]
          try office.folder.write(
            Self.template(step, emphasis, &hostile), to: "templates/s/\(step).md")
        }
        try office.reload()
      } catch is ConfigurationError {
        refused += 1
        continue
      }
      // A zero byte anywhere makes it no list at all, so most have none.
      let mayHoldZero = hostile.random.happens(3)
      let rows = (0..<40).map { Self.row($0, &hostile) }
        .map { mayHoldZero ? $0 : $0.replacing("\0", with: "") }
      do {
        refused += try office.importRows(rows, header: Self.header).rejected
      } catch is ImportError {
        refused += 1
        continue
      }
      do {
        let bench = try PreviewDesk(
          workspace: office.workspace, store: office.store, zones: office.zones,
          linter: office.linter
        ).bench("spring", nil)
        var contacts: [ContactRecord] = []
        try office.store.forEachContact { contacts.append($0) }
        for contact in contacts {
          for step in 1...2 {
            do throws(CompositionError) {
              let message = try bench.preview(
                contact: contact, sender: "me", language: bench.campaign.language(for: contact),
                step: step, at: office.now, sent: [])
              let faults = Self.faults(in: message.envelope, step: step)
              #expect(faults.isEmpty, "seed \(seed): \(faults), \(contact)")
              written += 1
            } catch {
              refused += 1
            }
          }
        }
      } catch is ContentFaults {
        refused += 1
      } catch is ConfigurationError {
        refused += 1
      }
    }
    #expect(written > goal / 100, "seed \(seed): only \(written) were written")
    #expect(refused > goal / 1000, "seed \(seed): only \(refused) were refused")
  }

  private static let header =
    "email,first_name,last_name,full_name,salutation,prospect,kind,channel,city,phone,notes,why,"
    + "honorific,language,timezone"

  private static func row(_ index: Int, _ hostile: inout HostileText) -> String {
    var fields = ["p\(index)@d\(index).example"]
    if hostile.random.happens(10) { fields[0] = hostile.next("p\(index)@d.example") }
    for column in header.split(separator: ",")[1...] {
      switch column {
      case "kind": fields.append("creator")
      case "language": fields.append(hostile.random.happens(5) ? hostile.next("en") : "en")
      case "timezone": fields.append("Europe/Berlin")
      // Where lines may stand, and where they may not but mostly are tried without.
      case "notes", "why": fields.append(hostile.next("a\(index)", controls: 30))
      default: fields.append(hostile.next("a\(index)", controls: 1))
      }
    }
    // Quoted always, so that each value is one field.
    return fields.map { "\"\($0.replacing("\"", with: "\"\""))\"" }.joined(separator: ",")
  }

  private static func configuration(_ hostile: inout HostileText) -> String {
    func text(_ tame: String) -> String {
      // As JSON writes it, so that controls come as escapes.
      var json = "\""
      for unit in hostile.next(tame, controls: 4).utf16 {
        let code = String(unit, radix: 16)
        json += "\\u" + String(repeating: "0", count: 4 - code.count) + code
      }
      return json + "\""
    }
    let address = hostile.random.happens(10) ? text("me@acme.example") : "'me@acme.example'"
    let reply = hostile.random.happens(10) ? text("desk@acme.example") : "'desk@acme.example'"
    let out = hostile.random.happens(10) ? text("stop@acme.example") : "'stop@acme.example'"
    return """
      {
        brand: { name: \(text("Acme")), story: \(text("A story")),
          postalAddress: \(text("Werkstattgasse 12")), contactPerson: \(text("Lina")),
          website: \(text("https://acme.example")), optOutAddress: \(out) },
        timeZone: 'Europe/Berlin',
        senders: [{ id: 'me', name: \(text("Lina Berg")), address: \(address), replyTo: \(reply) }],
      }
      """
  }

  private static func template(
    _ step: Int, _ emphasis: String, _ hostile: inout HostileText
  ) -> String {
    let isTame = hostile.random.happens(70)
    let tags =
      "{{first_name}} {{last_name}} {{full_name}} {{prospect}} {{channel}} {{city}} {{phone}} {{why}} "
      + "{{brand}}"
    let body =
      "{{brand_story}} {{postal_address}} {{contact_person}} {{sender_name}} {{opt_out_address}}"
    // Most hostile templates are refused as a whole, with all that would have been tried in them.
    func text(_ tame: String, controls: Int) -> String {
      isTame ? tame : hostile.next(tame, controls: controls)
    }
    let subject = step == 1 ? "subject: \(text("Hello", controls: 5)) \(tags)\n" : ""
    return """
      ---
      \(subject)emphasis: \(emphasis)
      ---
      {{salutation}} \(text("Hello", controls: 20))

      \(tags)

      {{why}}

      \(body) [a {{why}} link](https://acme.example) {{{why}}}
      .
      \(text("Bye", controls: 20))

      """
  }

  /// What is wrong with a message as SMTP would carry it.
  private static func faults(in envelope: Envelope, step: Int) -> [String] {
    var faults: [String] = []
    for address in [envelope.from, envelope.to] {
      let isWord = address.description.utf8.allSatisfy {
        (0x21...0x7E) ~= $0 && $0 != 0x3C && $0 != 0x3E
      }
      if !isWord { faults.append("the address \(address)") }
    }
    let bytes = envelope.message
    for (index, byte) in bytes.enumerated() {
      let isWell =
        switch byte {
        case 0x0D: index + 1 < bytes.count && bytes[index + 1] == 0x0A
        case 0x0A: index > 0 && bytes[index - 1] == 0x0D
        case 0x09: true
        default: (0x20..<0x7F) ~= byte
        }
      if !isWell { faults.append("the byte \(byte) at \(index)") }
    }
    let lines = String(decoding: bytes, as: UTF8.self).split(
      separator: "\r\n", omittingEmptySubsequences: false)
    if lines.contains(where: { $0.utf8.count > 998 }) { faults.append("a long line") }
    if lines.contains(where: { $0.hasPrefix(".") }) { faults.append("a dot at a line's start") }
    let head = lines.prefix { !$0.isEmpty }
    let names = head.filter { !$0.hasPrefix(" ") }
      .map { String($0.prefix { $0 != ":" }) }
    let thread = step == 1 ? [] : ["In-Reply-To", "References"]
    let wanted =
      ["Date", "From", "Reply-To", "To", "Subject", "Message-ID"] + thread
      + ["List-Unsubscribe", "Content-Language", "MIME-Version", "Content-Type"]
    if names != wanted { faults.append("the headers \(names)") }
    // Two parts and the end.
    let boundary = head.joined().split(separator: "boundary=").last?.filter { $0 != "\"" } ?? ""
    if lines.count(where: { $0.hasPrefix("--\(boundary)") }) != 3 { faults.append("the parts") }
    return faults
  }
}

/// Makes up texts that try to break out of where they stand.
private struct HostileText {
  var random: SplitMix64
  /// How many were made.
  private(set) var count = 0

  init(random: SplitMix64) { self.random = random }

  private static let controls = [
    "\r\nBcc: x@y.example\r\n", "\nBcc: x@y.example", "\rBcc: x@y.example", "\r\n.\r\n",
    "\r\n.\r\nMAIL FROM:<x@y.example>\r\nRCPT TO:<x@y.example>\r\nDATA\r\n", "\n.\n", "\r\n\r\n",
    "\u{0}", "\u{B}", "\u{C}", "\u{1B}[2J", "\u{7F}", "\u{85}Bcc: x@y.example", "\u{9B}",
    "\r\n Bcc: x@y.example", "\n---\nsubject: x\n", "\r\r\n", "\u{8}",
  ]
  private static let others = [
    "\u{2028}Bcc: x@y.example", "\u{2029}", "=?utf-8?q?=0D=0ABcc:_x@y.example?=",
    "=?utf-8?b?DQpCY2M6IHhAeS5leGFtcGxl?=", "%0d%0aBcc:%20x@y.example", "=0D=0ABcc: x",
    "&#13;&#10;",
    "\\r\\nBcc: x", ".", "..", "--=_", "--", "\"", "\\", "<x@y.example>", ">", "<", ", ", ";", ":",
    "<script>alert(1)</script>", "<!--", "]]>", "{{first_name}}", "{{{", "}}", "{{> x}}", "é", "王",
    "\u{202E}", "\u{FEFF}", "\u{1F600}", "e\u{301}", "'", "=1+1", "](javascript:x)", "`", "#",
    "From ",
    "嗊", "\u{560A}\u{560D}", " ", "\t",
  ]

  /// A text around a tame one, in so many of a hundred cases with a control character.
  mutating func next(_ tame: String, controls percent: Int = 50) -> String {
    count += 1
    guard random.happens(70) else { return tame }
    var text = random.happens(50) ? tame : ""
    for _ in 0...random.below(3) { text += Self.others[random.below(Self.others.count)] }
    if random.happens(percent) { text += Self.controls[random.below(Self.controls.count)] }
    if random.happens(3) {
      text += String(repeating: random.happens(50) ? "王" : "a.", count: random.below(600))
    }
    return text + (random.happens(50) ? tame : "")
  }
}
