import Mail
import Testing

/// Whatever stands in a field, it is refused or stays inside that field.
@Suite struct InjectionTests {
  @Test func noTextOfAnyFieldMakesAnotherHeaderOrALineThatEndsTheMail() {
    var random = SplitMix64("noTextOfAnyFieldMakesAnotherHeader")
    let names = [
      "Date", "From", "Reply-To", "To", "Subject", "Message-ID", "In-Reply-To", "References",
      "List-Unsubscribe", "Content-Language", "MIME-Version", "Content-Type",
    ]
    var built = 0
    var refused = 0
    for round in 0..<2000 {
      // Half of the rounds have no controls, so that the messages that are built are tried too.
      let controls = round % 2 == 0
      let attack = controls ? "\r\nBcc: x@y.example\r\n\r\n.\r\n" : ""
      func text(_ length: Int) -> String {
        let inserts = controls && Int.random(in: 0..<12, using: &random) == 0
        return random.text(upTo: length, controls: controls && !inserts)
          + (inserts ? attack : "") + random.text(upTo: 4, controls: false)
      }
      func word() -> String { Bool.random(using: &random) ? "a" : text(3) }
      do {
        let message = try sampleMessage(
          from: Mailbox(name: text(20), address: EmailAddress("team\(word())@acme.example")),
          replyTo: Mailbox(name: text(90), address: EmailAddress("reply@acme\(word()).example")),
          to: Mailbox(name: text(8), address: EmailAddress("\(word())@example.com")),
          subject: text(200), messageID: MessageID("\(word())@acme.example"),
          inReplyTo: MessageID("0\(word())@acme.example"),
          listUnsubscribe: ListUnsubscribe(
            address: EmailAddress("out@acme.example"), subject: text(20)),
          language: controls ? "de\(word())" : "de", text: text(300), html: "<p>" + text(300),
          attachments: [
            Attachment(filename: "kit" + text(40), contentType: "text/plain", bytes: [1, 2, 3])
          ])
        built += 1
        let bytes = message.bytes()
        #expect(isClean(bytes), "seed \(random.seed)")
        #expect(fields(bytes).map(\.name) == names, "seed \(random.seed)")
        #expect(!lines(bytes).contains { $0.hasPrefix(".") }, "seed \(random.seed)")
        #expect(lines(bytes).count { $0.hasPrefix("--=_") } == 6, "seed \(random.seed)")
      } catch {
        refused += 1
        #expect(error is HeaderError || error is EmailAddressError, "seed \(random.seed)")
        let isPrintable = "\(error)".unicodeScalars.allSatisfy {
          $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value)
        }
        #expect(isPrintable, "seed \(random.seed)")
      }
    }
    #expect(built > 20 && refused > 200, "seed \(random.seed): \(built) built, \(refused) refused")
  }
}
