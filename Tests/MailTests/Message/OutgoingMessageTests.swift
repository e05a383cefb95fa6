import Mail
import Testing

@Suite struct OutgoingMessageTests {
  @Test func aWholeMessageIsWrittenInItsOneForm() throws {
    let message = try sampleMessage(
      replyTo: Mailbox(address: EmailAddress("reply+7f@acme.example")), subject: "Re: Grüße",
      inReplyTo: MessageID("0@acme.example"),
      listUnsubscribe: ListUnsubscribe(address: EmailAddress("out@acme.example"), subject: "stop"),
      language: "de", text: "Hallo\n", html: "<p>Hallö</p>",
      attachments: [Attachment(filename: "kit.txt", contentType: "text/plain", bytes: [0x61])])
    let expected = """
      Date: Tue, 01 Jul 2025 09:05:00 +0200
      From: Acme <team@acme.example>
      Reply-To: reply+7f@acme.example
      To: Maya <maya@example.com>
      Subject: =?UTF-8?B?UmU6IEdyw7zDn2U=?=
      Message-ID: <1.abc@acme.example>
      In-Reply-To: <0@acme.example>
      References: <0@acme.example>
      List-Unsubscribe: <mailto:out@acme.example?subject=stop>
      Content-Language: de
      MIME-Version: 1.0
      Content-Type: multipart/mixed; boundary="=_SEED_1"

      --=_SEED_1
      Content-Type: multipart/alternative; boundary="=_SEED_2"

      --=_SEED_2
      Content-Type: text/plain; charset=utf-8
      Content-Transfer-Encoding: 7bit

      Hallo

      --=_SEED_2
      Content-Type: text/html; charset=utf-8
      Content-Transfer-Encoding: quoted-printable

      <p>Hall=C3=B6</p>
      --=_SEED_2--
      --=_SEED_1
      Content-Type: text/plain; charset=utf-8; name="kit.txt"
      Content-Transfer-Encoding: base64
      Content-Disposition: attachment; filename="kit.txt"

      YQ==
      --=_SEED_1--

      """
    let bytes = message.bytes()
    let written = String(decoding: bytes, as: UTF8.self)
    let seed = try #require(written.firstMatch(of: /=_([0-9a-f]{16})_1/)).output.1
    #expect(
      written == expected.replacing("SEED", with: seed).replacing("\n", with: "\r\n"))
    #expect(message.bytes() == bytes)
  }

  @Test func boundariesDifferBetweenMessages() throws {
    let one = try sampleMessage(messageID: MessageID("1@a.example"), html: "<p>x</p>")
    let other = try sampleMessage(messageID: MessageID("2@a.example"), html: "<p>x</p>")
    #expect(headerLines(one.bytes()).last != headerLines(other.bytes()).last)
  }

  @Test(
    "A text alone is one part and ends in exactly one line end of its own",
    arguments: [("Hello", "Hello\r\n"), ("Hello\n", "Hello\r\n"), ("Hello\n\n", "Hello\r\n\r\n")])
  func textAloneIsOnePart(text: String, body: String) throws {
    let written = String(decoding: try sampleMessage(text: text).bytes(), as: UTF8.self)
    #expect(written.hasSuffix("\r\n\r\n" + body))
    #expect(!written.contains("multipart"))
  }

  @Test func anEmptyHTMLIsNoPart() throws {
    #expect(try sampleMessage(html: "").bytes() == sampleMessage().bytes())
  }

  @Test func aTextThatImitatesABoundaryDoesNotEndItsPart() throws {
    let plain = try sampleMessage(html: "<p>x</p>")
    let boundary = try #require(
      String(decoding: plain.bytes(), as: UTF8.self).firstMatch(of: /=_[0-9a-f]+_2/)
    ).output
    let forged = try sampleMessage(text: "a\n--\(boundary)--\nb", html: "<p>x</p>").bytes()
    #expect(lines(forged).count { $0 == "--\(boundary)--" } == 1)
  }

  @Test func referencesKeepTheirOrderAndTheParentIsNotRepeated() throws {
    let ids = try (0..<12).map {
      try MessageID("\($0).\(String(repeating: "x", count: 30))@a.example")
    }
    let message = try sampleMessage(inReplyTo: ids[11], references: ids)
    let references = try #require(fields(message.bytes()).first { $0.name == "References" })
    #expect(references.value.split(separator: " ").map(String.init) == ids.map(\.description))
    #expect(headerLines(message.bytes()).allSatisfy { $0.utf8.count <= 78 })
  }

  @Test(
    "A language that is no tag is refused",
    arguments: ["", "german!", "de_DE", "de\r\nX: y", "-de", "de-", "de--CH", "123456789", "日本"])
  func badLanguageIsRefused(language: String) {
    #expect(throws: HeaderError.self) { try sampleMessage(language: language) }
  }

  @Test func nothingNamesTheProgramOrItsVersion() throws {
    let names = fields(try sampleMessage(html: "<p>x</p>").bytes()).map { $0.name.lowercased() }
    #expect(!names.contains("x-mailer") && !names.contains("user-agent"))
  }
}
